import { formatLongDate, formatNumber } from '../../../kernel/format.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { Section } from '../../../ui/page.tsx';
import { formatSearch } from '../../../ui/search-params.ts';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';
import type { Id } from '../../../kernel/ids.ts';
import { isPointable } from '../../record-reference.ts';
import { measureTexts } from '../measure.texts.ts';
import './measures.css';
import { type MeasureOrigin, newMeasurePath } from './new-address.ts';
import { measurePagesTexts } from './pages.texts.ts';

type RelatedProps = MeasureOrigin & { readonly register: string; readonly id: string };

/** The measures that come from a record, and the way to make one more. For the page of any register. */
export function RelatedMeasures(origin: RelatedProps) {
  const { register, id } = origin;
  const texts = useTexts(measurePagesTexts).related;
  const { states } = useTexts(measureTexts);
  const language = useLanguage();
  const known = isPointable(register);
  const sourceRecord = id as Id<string>; // the record whose page this is
  const query = known ? { sourceRegister: register, sourceRecord } : {};
  const view = useView('measure.list', { query, isEnabled: known });
  const mayRegister = useView('measure.choices', { query, isOfNow: true }).data?.mayRegister === true;
  const { items = [], total = 0 } = view.data ?? {};
  return (
    <Section
      title={texts.title}
      action={
        mayRegister ? (
          <LinkButton size="small" to={newMeasurePath(origin)}>
            {texts.add}
          </LinkButton>
        ) : undefined
      }
    >
      {items.length === 0 ? <p className="soft">{texts.none}</p> : null}
      {items.length === 0 ? null : (
        <ul className="row-list">
          {items.map((row) => (
            <li key={row.id}>
              <Link to={`/atgarder/${row.id}`}>{row.title}</Link>{' '}
              <span className="soft">
                {states[row.state]}, {texts.due(formatLongDate(row.dueOn, language))}
              </span>{' '}
              {row.overdue ? <VerdictMark verdict="overdue" /> : null}
            </li>
          ))}
        </ul>
      )}
      {total > items.length ? (
        <Link to={`/atgarder${formatSearch(query)}`}>{texts.all(formatNumber(total, language))}</Link>
      ) : null}
    </Section>
  );
}
