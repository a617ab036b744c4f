import { formatNumber } from '../../kernel/format.ts';
import { LinkButton } from '../../ui/button.tsx';
import { useLanguage, useTexts } from '../../ui/language.tsx';
import { Link } from '../../ui/link.tsx';
import type { FindingRow } from './answers.ts';
import { mendPath, recordPath } from './mend.ts';
import { mendWords } from './mend.texts.ts';
import { clausePagesTexts } from './pages.texts.ts';
import { useResponsible } from './responsible.ts';

type FindingsProps = {
  readonly rows: readonly FindingRow[];
  /** How many more there are that the reader may not see. */
  readonly outside: number;
  /** False for a day that has passed: what was lacking then is not mended now. */
  readonly isMendable: boolean;
};

/** What does not meet a demand, row by row: what, why, whose, and the way to mend it. */
export function Findings({ rows, outside, isMendable }: FindingsProps) {
  const texts = useTexts(clausePagesTexts).clause;
  const language = useLanguage();
  return (
    <>
      <ul className="finding-list">
        {rows.map((row, index) => (
          <Finding
            key={`${row.register} ${row.recordId ?? index} ${row.field ?? ''}`}
            {...{ row, isMendable }}
          />
        ))}
      </ul>
      {outside === 0 ? null : (
        <p className="soft">{texts.findingsOutside(formatNumber(outside, language))}</p>
      )}
    </>
  );
}

function Finding({ row, isMendable }: { readonly row: FindingRow; readonly isMendable: boolean }) {
  const texts = useTexts(clausePagesTexts).clause;
  const language = useLanguage();
  const responsible = useResponsible();
  const record = recordPath(row.register, row.recordId);
  const mend = mendPath(row);
  const { verb, task } = mendWords(row.action, row.recordName, language);
  return (
    <li className="finding">
      <div className="finding-words">
        {row.recordName === '' ? null : (
          <p className="finding-name">
            {record === null ? row.recordName : <Link to={record}>{row.recordName}</Link>}
          </p>
        )}
        <p>{row.message}</p>
        <p className="finding-who">
          {responsible(row.responsible)}
          {row.responsiblePerson === null ? ` (${texts.nobody})` : `: ${row.responsiblePerson.name}`}
        </p>
      </div>
      {mend === null || !isMendable ? null : (
        <LinkButton size="small" to={mend}>
          {verb}
          <span className="visually-hidden"> – {task}</span>
        </LinkButton>
      )}
    </li>
  );
}
