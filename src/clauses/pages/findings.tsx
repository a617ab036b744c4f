import { formatNumber } from '../../kernel/format.ts';
import { LinkButton } from '../../ui/button.tsx';
import { useView } from '../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../ui/language.tsx';
import { Link } from '../../ui/link.tsx';
import { useSession } from '../../ui/session.ts';
import { isPointable } from '../../registers/record-reference.ts';
import { newMeasurePath } from '../../registers/measures/pages/new-address.ts';
import type { FindingRow } from './answers.ts';
import { mendPath, recordPath } from './mend.ts';
import { mendWords } from './mend.texts.ts';
import { clausePagesTexts } from './pages.texts.ts';
import { useResponsible } from './responsible.ts';

type FindingsProps = {
  /** The clause that finds them, so that a measure can say what it is to mend; without it none is offered. */
  readonly clause?: string;
  readonly rows: readonly FindingRow[];
  /** How many more there are that the reader may not see. */
  readonly outside: number;
  /** False for a day that has passed: what was lacking then is not mended now. */
  readonly isMendable: boolean;
};

/** What does not meet a demand, row by row: what, why, whose, and the way to mend it. */
export function Findings({ clause, rows, outside, isMendable }: FindingsProps) {
  const texts = useTexts(clausePagesTexts).clause;
  const language = useLanguage();
  const mayMeasure = useView('measure.choices', { isOfNow: true }).data?.mayRegister === true;
  const measured = mayMeasure && isMendable ? clause : undefined;
  return (
    <>
      <ul className="finding-list">
        {rows.map((row, index) => (
          <Finding
            key={`${row.register} ${row.recordId ?? index} ${row.field ?? ''}`}
            {...{ row, isMendable }}
            clause={measured}
          />
        ))}
      </ul>
      {outside === 0 ? null : (
        <p className="soft">{texts.findingsOutside(formatNumber(outside, language))}</p>
      )}
    </>
  );
}

interface FindingProps {
  readonly row: FindingRow;
  readonly isMendable: boolean;
  readonly clause: string | undefined;
}

function Finding({ row, isMendable, clause }: FindingProps) {
  const texts = useTexts(clausePagesTexts).clause;
  const language = useLanguage();
  const responsible = useResponsible();
  const record = recordPath(row.register, row.recordId);
  const isNamed = row.recordName !== '';
  const me = useSession().data?.person?.id;
  // What everyone owes of herself only she can do.
  const { responsible: office, responsiblePerson: hers } = row;
  const isAnothers = office === 'everyone' && hers !== null && hers.personId !== me;
  const mend = isAnothers ? null : mendPath(row);
  const { verb, task } = mendWords(row.action, row.recordName, language);
  return (
    <li className="finding">
      <div className="finding-words">
        {isNamed ? (
          <p className="finding-name">
            {record === null ? row.recordName : <Link to={record}>{row.recordName}</Link>}
          </p>
        ) : null}
        <p>{isNamed || record === null ? row.message : <Link to={record}>{row.message}</Link>}</p>
        {row.responsible === 'everyone' ? null : (
          <p className="finding-who">
            {responsible(row.responsible)}
            {row.responsiblePerson === null ? ` (${texts.nobody})` : `: ${row.responsiblePerson.name}`}
          </p>
        )}
      </div>
      {mend === null || !isMendable ? null : (
        <LinkButton size="small" to={mend}>
          {verb}
          <span className="visually-hidden"> – {task}</span>
        </LinkButton>
      )}
      {clause === undefined || row.register === 'measure' ? null : (
        <LinkButton look="quiet" size="small" to={measurePath(row, clause)}>
          {texts.makeMeasure}
          <span className="visually-hidden"> – {row.recordName === '' ? row.message : row.recordName}</span>
        </LinkButton>
      )}
    </li>
  );
}

/** The form for a measure against what was found. */
function measurePath({ register, recordId, recordName }: FindingRow, clause: string): string {
  // What has no name cannot be pointed at; the clause still says what is to be mended.
  const origin = isPointable(register) ? { register, id: recordId, name: recordName } : {};
  return newMeasurePath({ ...origin, clause });
}
