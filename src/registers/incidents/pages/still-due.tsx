import type { ReactNode } from 'react';
import type { ViewMap } from '../../../ui/api-types.ts';
import { useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { incidentPagesTexts } from './pages.texts.ts';

type Standing = ViewMap['incident.duties']['answer']['arising'][number];
const runs: readonly string[] = ['running', 'dueSoon', 'late'];

interface Props {
  readonly caseId: string;
  /** Where it is said why the case is closed all the same. */
  readonly children: ReactNode;
}

/** What of the law's duties is still to be done or decided in a case that somebody is about to close: closing stops no clock. */
export function StillDue({ caseId, children }: Props) {
  const { duties: texts } = useTexts(incidentPagesTexts);
  const view = useView('incident.duties', { id: caseId, isOfNow: true });
  const left = (view.data?.arising ?? []).filter(isLeft);
  // From whom the duties are hidden it may be asked all the same: the server says so.
  if (left.length === 0) return view.data?.isHidden === true ? children : null;
  return (
    <>
      <Notice kind="warning" title={texts.stillDue}>
        <ul>
          {left.map(({ duty, partyId, number, title, partyName }) => (
            <li key={duty + partyId}>
              {number} {title} ({partyName})
            </li>
          ))}
        </ul>
        <p>{texts.stillDueText}</p>
      </Notice>
      {children}
    </>
  );
}

/** As on the board: ”at once” is not said of a question that nobody has answered. */
function isLeft({ stages, because, decision }: Standing): boolean {
  return (
    decision === null &&
    stages.some(({ state, dueAt }) => runs.includes(state) && (dueAt !== null || because !== 'notAnswered'))
  );
}
