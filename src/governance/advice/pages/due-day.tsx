import { formatLongDate } from '../../../kernel/format.ts';
import { useLanguage } from '../../../ui/language.tsx';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';

type DueDayProps = { readonly dueOn: string | null; readonly overdue: boolean };

/** The last day for an answer, and a mark when it has passed; a dash where nobody waits. */
export function DueDay({ dueOn, overdue }: DueDayProps) {
  const language = useLanguage();
  if (dueOn === null) return <span className="soft">–</span>;
  return (
    <span className="row">
      {formatLongDate(dueOn, language)}
      {overdue ? <VerdictMark verdict="overdue" /> : null}
    </span>
  );
}
