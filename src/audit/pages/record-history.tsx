import { useState } from 'react';
import { useParams } from '@tanstack/react-router';
import { Button } from '../../ui/button.tsx';
import { Loaded } from '../../ui/error-page.tsx';
import { useView } from '../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../ui/language.tsx';
import { useListState } from '../../ui/list-state.ts';
import { EmptyState } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { PurposeDialog } from '../../ui/purpose-dialog.tsx';
import { useRouteParameter } from '../../ui/routing.ts';
import { EventLine } from './event-line.tsx';
import { Steps } from './steps.tsx';
import { logPagesTexts } from './pages.texts.ts';
import { recordPath } from './record-path.ts';

export default function RecordHistory() {
  const register = useRouteParameter('register');
  const parameters: Record<string, unknown> = useParams({ strict: false });
  const id = typeof parameters['id'] === 'string' ? parameters['id'] : undefined;
  return <Whole key={`${register} ${id}`} register={register} id={id} />;
}

function Whole({ register, id }: { readonly register: string; readonly id: string | undefined }) {
  const texts = useTexts(logPagesTexts).history;
  const language = useLanguage();
  const list = useListState({ filters: ['cursor'] });
  const cursor = list.filters['cursor']?.[0];
  const view = useView('audit.history', {
    query: {
      register,
      language,
      ...(id === undefined ? {} : { id }),
      ...(cursor === undefined ? {} : { cursor }),
    },
  });
  const back = recordPath(register, id ?? null);
  return (
    <Loaded view={view}>
      {({ items, next, may, ...record }) => {
        const name = record.name ?? record.registerName;
        return (
          <Page
            title={texts.pageTitle(name)}
            lead={texts.pageLead}
            breadcrumbs={back === undefined ? [] : [{ label: name, to: back }]}
          >
            {items.length === 0 ? <EmptyState title={texts.none} /> : null}
            <ol className="events">
              {items.map((event) => (
                <EventLine key={event.id} event={event} hasPage={may.readLog} isOfMany={id === undefined} />
              ))}
            </ol>
            <Steps list={list} next={next} />
            {may.seeReaders && id !== undefined ? <Readers register={register} id={id} /> : null}
          </Page>
        );
      }}
    </Loaded>
  );
}

/** Who has read the record. Asked for with a button, because the asking is itself told to the log. */
function Readers({ register, id }: { readonly register: string; readonly id: string }) {
  const texts = useTexts(logPagesTexts).readers;
  const [isOpen, setOpen] = useState(false);
  const [purpose, setPurpose] = useState<string>();
  const isWaiting = isOpen && register === 'person' && purpose === undefined;
  return (
    <Section title={texts.title} lead={texts.lead}>
      {isOpen && !isWaiting ? (
        <ReadersList register={register} id={id} purpose={purpose} />
      ) : (
        <div>
          <Button onClick={() => setOpen(true)}>{texts.show}</Button>
        </div>
      )}
      {isWaiting ? (
        <PurposeDialog
          title={texts.title}
          isOpen
          confirmLabel={texts.show}
          onPurpose={setPurpose}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Section>
  );
}

interface ReadersListProps {
  readonly register: string;
  readonly id: string;
  readonly purpose: string | undefined;
}

function ReadersList({ register, id, purpose }: ReadersListProps) {
  const texts = useTexts(logPagesTexts).readers;
  const language = useLanguage();
  const view = useView('audit.readers', { query: { register, id, language }, purpose });
  return (
    <Loaded view={view}>
      {({ items, next }) =>
        items.length === 0 ? (
          <p>{texts.none}</p>
        ) : (
          <>
            <ol className="events">
              {items.map((event) => (
                <EventLine key={event.id} event={event} />
              ))}
            </ol>
            {next === null ? null : <p className="soft">{texts.latest}</p>}
          </>
        )
      }
    </Loaded>
  );
}
