import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { Section } from '../../../ui/page.tsx';
import { formatSearch } from '../../../ui/search-params.ts';
import { formatDay, formatLongDate } from '../../../kernel/format.ts';
import type { InformationId, SystemId, UnitId } from '../../../kernel/ids.ts';
import '../../information/pages/class-figure.css';
import { incidentTexts } from '../incident.texts.ts';
import { useCaseName } from './case-record.ts';
import { incidentPagesTexts } from './pages.texts.ts';

type CasesOfProps =
  | { readonly systemId: string }
  | { readonly informationId: string }
  | { readonly unitId: string }
  | { readonly supplier: string };

/** The question to the list; the ids are those of the record whose page this is. */
function queryOf(of: CasesOfProps) {
  if ('systemId' in of) return { systemId: of.systemId as SystemId };
  if ('informationId' in of) return { informationId: of.informationId as InformationId };
  return 'unitId' in of ? { unitId: of.unitId as UnitId } : { supplier: of.supplier };
}

/** How many cases stand on another record's page; the rest are in the list. */
const most = 5;

/**
 * The cases that concern a system, a piece of information, a unit or a supplier, of those the viewer may see; nothing where there
 * are none.
 */
export function CasesOf(props: CasesOfProps) {
  const texts = useTexts(incidentPagesTexts).list;
  const { states } = useTexts(incidentTexts);
  const language = useLanguage();
  const nameOf = useCaseName();
  const query = queryOf(props);
  const found = useView('incident.list', { query }).data;
  if (found === undefined || found.total === 0) return null;
  return (
    <Section title={texts.title}>
      <ul className="things">
        {found.items.slice(0, most).map((one) => (
          <li className="thing" key={one.id}>
            <div className="thing-words">
              <p>
                <Link to={`/handelser/${one.id}`}>{nameOf(one)}</Link>
              </p>
              <p className="soft">
                {states[one.state]}, {formatLongDate(formatDay(one.reportedAt), language)}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {found.total > most ? (
        <Link to={`/handelser${formatSearch(query)}`}>{texts.all(found.total)}</Link>
      ) : null}
    </Section>
  );
}
