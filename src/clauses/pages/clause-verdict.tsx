import { useTexts } from '../../ui/language.tsx';
import { ShareFigure, VerdictMark } from '../../ui/verdict-mark.tsx';
import type { ClauseItem } from './answers.ts';
import { clausePagesTexts } from './pages.texts.ts';
import { useResponsible } from './responsible.ts';
import { rowsPath } from './rows.ts';

/** A clause's mark, figure, office, and what there is to know about the figure. */
export function ClauseVerdict({ clause, asOf }: { readonly clause: ClauseItem; readonly asOf: string }) {
  const texts = useTexts(clausePagesTexts);
  const responsible = useResponsible();
  const words: Readonly<Record<string, string>> = texts.clause.notes;
  return (
    <div className="clause-verdict">
      <p className="clause-verdict-line">
        <VerdictMark verdict={clause.verdict} />
        {clause.denominator === 0 ? null : (
          <ShareFigure
            numerator={clause.numerator}
            denominator={clause.denominator}
            to={rowsPath(clause, asOf)}
            label={texts.note.rows(clause.title)}
          />
        )}
        <span className="soft">{responsible(clause.responsible)}</span>
        <span className="faint number">{clause.number}</span>
      </p>
      {clause.notes.map((note) => (
        <p className="soft" key={note}>
          {words[note] ?? null}
        </p>
      ))}
    </div>
  );
}
