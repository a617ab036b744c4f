import { useIsOffline } from '../../../offline/use-kept.ts';
import { formatMoment } from '../../../kernel/format.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { timeLeft } from '../duties/time-left.ts';
import { clockPagesTexts } from './clock-pages.texts.ts';
import { useNow, useTimeLeftWords } from './clock-words.ts';

type Answer = ViewMap['incident.duties']['answer'];
type Nearest = NonNullable<Answer['nearest']>;

/** Where on the page of a case the questions and the duties stand. */
export const questionsAnchor = 'fragor';
export const dutiesAnchor = 'plikter';

/**
 * First on the page of a case: what runs out first, and the questions that decide. Nothing where no clock runs and nothing is asked,
 * and nothing to those from whom the duties are hidden, whom the view tells of none.
 */
export function NearestClock({ caseId }: { readonly caseId: string }) {
  const { data } = useView('incident.duties', { id: caseId, isOfNow: true });
  const { nearest: texts } = useTexts(clockPagesTexts);
  if (data === undefined) return null;
  const { nearest, unanswered, at } = data;
  if (nearest !== null) return <Running caseId={caseId} clock={nearest} unanswered={unanswered} at={at} />;
  return unanswered === 0 ? null : (
    <Notice title={texts.open}>
      <Decisive unanswered={unanswered} />
    </Notice>
  );
}

interface RunningProps {
  readonly caseId: string;
  readonly clock: Nearest;
  readonly unanswered: number;
  readonly at: string;
}

function Running({ caseId, clock, unanswered, at }: RunningProps) {
  const { nearest: texts } = useTexts(clockPagesTexts);
  const language = useLanguage();
  const now = useNow(at);
  const left = useTimeLeftWords();
  // What is kept on the device says when it was counted, not what is left now.
  const isOffline = useIsOffline();
  const { number, title, stage, party, dueAt, reportId } = clock;
  const isOut = clock.state === 'late' || (dueAt !== null && timeLeft(dueAt, now).isOut);
  const ends = dueAt === null ? null : texts.until(formatMoment(dueAt, language));
  const time = dueAt === null ? texts.atOnce : isOffline ? ends : left(dueAt, now);
  return (
    <Notice kind={isOut ? 'warning' : 'note'} title={`${number} ${stage}: ${time}`}>
      <p>
        {title}, {party}
        {ends === null || isOffline ? '. ' : `, ${ends}. `}
        {reportId === null ? (
          <a href={`#${dutiesAnchor}`}>{texts.toDuties}</a>
        ) : (
          <Link to={`/handelser/${caseId}/rapport/${reportId}`}>{texts.toReport}</Link>
        )}
      </p>
      {unanswered === 0 ? null : <Decisive unanswered={unanswered} />}
    </Notice>
  );
}

function Decisive({ unanswered }: { readonly unanswered: number }) {
  const { nearest: texts } = useTexts(clockPagesTexts);
  return (
    <p>
      <a href={`#${questionsAnchor}`}>{texts.decisive(unanswered)}</a>
    </p>
  );
}
