import { lazy, Suspense, useState } from 'react';
import { ProposalWords } from '../../../clauses/pages/proposal-words.tsx';
import { policyTextTexts } from '../../../clauses/pages/pages.texts.ts';
import { formatNumber } from '../../../kernel/format.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { useAct } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { documentPagesTexts } from './pages.texts.ts';
import { TieRows } from './tie-rows.tsx';

const ConfirmDialog = lazy(() => import('./confirm-dialog.tsx'));

type Sentence = ViewMap['documentVersion.record']['answer']['sentences'][number];

type ProposalsProps = {
  readonly versionId: string;
  /** Those with a proposal. */
  readonly sentences: readonly Sentence[];
  readonly titleOf: (number: string) => string;
  /** Only where the reader may say how a sentence is followed up. */
  readonly onTie: ((sentence: Sentence) => void) | undefined;
};

/** What Värna proposes, with why: the strong ones first, which may be confirmed together, then those to read one by one. */
export function Proposals({ versionId, sentences, titleOf, onTie }: ProposalsProps) {
  const texts = useTexts(documentPagesTexts).version;
  const language = useLanguage();
  const confirm = useAct('documentVersion.confirmProposals');
  const [isConfirming, setConfirming] = useState(false);
  const strong = sentences.filter((one) => one.proposal?.isStrong === true);
  const others = sentences.filter((one) => one.proposal?.isStrong !== true);
  const take = ({ number, version }: Sentence) => {
    // A refusal is shown below, from the action's own state.
    void confirm.run({ id: versionId, input: { sentences: [{ number, version }] } }).catch(() => undefined);
  };
  const row = (sentence: Sentence) => (
    <Proposed sentence={sentence} titleOf={titleOf} onTie={onTie} onTake={take} isBusy={confirm.isRunning} />
  );
  const all = (
    <Button onClick={() => setConfirming(true)}>
      {texts.confirmAll(formatNumber(strong.length, language))}
    </Button>
  );
  return (
    <>
      {confirm.problem === undefined ? null : (
        <Notice kind="danger" isNews>
          {confirm.problem.message}
        </Notice>
      )}
      {strong.length === 0 ? null : (
        <TieRows
          title={texts.strong}
          text={texts.strongText}
          sentences={strong}
          action={onTie !== undefined && strong.length > 1 ? all : null}
        >
          {row}
        </TieRows>
      )}
      {others.length === 0 ? null : (
        <TieRows title={texts.proposals} text={texts.proposalsText} sentences={others}>
          {row}
        </TieRows>
      )}
      <Suspense fallback={null}>
        {isConfirming ? (
          <ConfirmDialog
            versionId={versionId}
            sentences={strong}
            titleOf={titleOf}
            onClose={() => setConfirming(false)}
          />
        ) : null}
      </Suspense>
    </>
  );
}

type ProposedProps = Pick<ProposalsProps, 'titleOf' | 'onTie'> & {
  readonly sentence: Sentence;
  readonly onTake: (sentence: Sentence) => void;
  readonly isBusy: boolean;
};

function Proposed({ sentence, titleOf, onTie, onTake, isBusy }: ProposedProps) {
  const texts = useTexts(documentPagesTexts).version;
  const { demand } = useTexts(policyTextTexts);
  if (sentence.proposal === null) return null;
  return (
    <>
      <p className="proposal">
        <span className="proposal-strength">{demand[sentence.demand ?? 'none']}</span>
        <ProposalWords proposal={sentence.proposal} titleOf={titleOf} />
      </p>
      {onTie === undefined ? null : (
        <div className="row">
          <Button
            size="small"
            isBusy={isBusy}
            onClick={() => onTake(sentence)}
            aria-label={texts.confirmNamed(sentence.text)}
          >
            {texts.confirm}
          </Button>
          <Button
            size="small"
            look="quiet"
            onClick={() => onTie(sentence)}
            aria-label={texts.changeNamed(sentence.text)}
          >
            {texts.change}
          </Button>
        </div>
      )}
    </>
  );
}
