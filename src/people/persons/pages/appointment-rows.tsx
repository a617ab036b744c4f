import { typesetDecision } from '../../../kernel/decision-reference.ts';
import { formatLongDate } from '../../../kernel/format.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { Tag } from '../../../ui/verdict-mark.tsx';
import { appointmentTexts } from '../../appointments/appointment.texts.ts';
import { officeTexts } from '../../offices.texts.ts';
import { officeName, scopeName } from '../../pages/office-words.ts';
import './appointment-rows.css';
import { personPagesTexts } from './pages.texts.ts';
import type { PersonRecord } from './record.tsx';

type AppointmentRowsProps = {
  readonly rows: PersonRecord['appointments'];
  /** Say under each what it gives right to. */
  readonly hasRights?: boolean;
};

/** A person's offices: which, for what, when, by what decision, and what they give right to. */
export function AppointmentRows({ rows, hasRights = false }: AppointmentRowsProps) {
  const words = useTexts(officeTexts);
  const { states } = useTexts(appointmentTexts);
  return (
    <ul className="appointment-rows">
      {rows.map((row) => (
        <li key={row.id}>
          <p className="appointment-title">
            <Link to={`/uppdrag/${row.id}`}>{officeName(words, row)}</Link>
            {row.scope === 'municipality' ? null : <> · {scopeName(words, row)}</>}
            {row.state === 'withdrawn' ? <Tag>{states.withdrawn}</Tag> : null}
          </p>
          {hasRights ? <p>{words.rights[row.office]}</p> : null}
          <Circumstances row={row} />
        </li>
      ))}
    </ul>
  );
}

function Circumstances({ row }: { readonly row: PersonRecord['appointments'][number] }) {
  const texts = useTexts(personPagesTexts);
  const language = useLanguage();
  const day = (text: string) => formatLongDate(text, language);
  const time =
    row.from === null
      ? null
      : row.until === null
        ? texts.fromOpen(day(row.from))
        : texts.fromTo(day(row.from), day(row.until));
  const decision = row.decision === null ? texts.record.noDecision : typesetDecision(row.decision);
  return <p className="soft">{[time, decision].filter((part) => part !== null).join(' · ')}</p>;
}
