import { useTexts } from '../../ui/language.tsx';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import type { Verification } from '../duty.ts';
import { dutyTexts } from '../duty.texts.ts';
import { dutyPagesTexts } from './pages.texts.ts';

const marks = {
  verifiedAgainstOfficialText: 'met',
  reportedBySecondarySource: 'partly',
  unsettled: 'undetermined',
} as const;

interface SurenessProps {
  readonly verification: Verification;
  /** With the source it was read in. */
  readonly isWhole?: boolean;
  /** What it is about, where that is not plain: ”Mottagare”. */
  readonly about?: string;
}

/** How sure a fact of the law is: a sign, the words, the day it was read and, where there is room, where. */
export function Sureness({ verification, isWhole = false, about }: SurenessProps) {
  const texts = useTexts(dutyPagesTexts);
  const words = useTexts(dutyTexts).verification[verification.state];
  const { state, on, source } = verification;
  return (
    <span className="sureness">
      <span aria-hidden="true">
        <VerdictMark verdict={marks[state]} isBare />
      </span>
      <span>
        {about === undefined ? '' : `${about}: `}
        {state === 'unsettled' ? words : texts.verified(words, on)}
        {isWhole ? <span className="sureness-source">{texts.by(source)}</span> : null}
      </span>
    </span>
  );
}
