import { useLanguage, useTexts } from '../../ui/language.tsx';
import { useView } from '../../ui/hooks.ts';
import { Link } from '../../ui/link.tsx';
import { Section } from '../../ui/page.tsx';
import { EventLine } from './event-line.tsx';
import { logPagesTexts } from './pages.texts.ts';

/** How many events a record's own page shows. */
const shown = 5;

export type HistoryProps = {
  readonly register: string;
  /** Without it: of the whole register, where its records are looked at together. */
  readonly id?: string;
};

/** The newest of what has been changed in a record. */
export function NewestEvents({ register, id }: HistoryProps) {
  const texts = useTexts(logPagesTexts).history;
  const wholes: Readonly<Record<string, string>> = texts.wholes;
  const language = useLanguage();
  const view = useView('audit.history', {
    query: { register, language, ...(id === undefined ? {} : { id }) },
  });
  // What the record is stands on its own; a history that does not come is no reason to disturb it.
  if (view.data === undefined) return null;
  const { items, may } = view.data;
  const all = `/historik/${register}${id === undefined ? '' : `/${id}`}`;
  return (
    <Section title={wholes[register] ?? texts.title}>
      {items.length === 0 ? (
        <p className="soft">{texts.none}</p>
      ) : (
        <ol className="events">
          {items.slice(0, shown).map((event) => (
            <EventLine key={event.id} event={event} hasPage={may.readLog} />
          ))}
        </ol>
      )}
      {items.length > shown || may.seeReaders || id === undefined ? <Link to={all}>{texts.all}</Link> : null}
    </Section>
  );
}
