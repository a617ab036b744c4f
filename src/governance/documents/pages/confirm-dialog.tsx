import { useResponsible } from '../../../clauses/pages/responsible.ts';
import { formatNumber } from '../../../kernel/format.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useAct } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { documentPagesTexts } from './pages.texts.ts';

type Sentence = ViewMap['documentVersion.record']['answer']['sentences'][number];

type ConfirmProps = {
  readonly versionId: string;
  readonly sentences: readonly Sentence[];
  readonly titleOf: (number: string) => string;
  readonly onClose: () => void;
};

/** Shows what confirming many proposals does, demand by demand, before it is done. */
export default function ConfirmDialog({ versionId, sentences, titleOf, onClose }: ConfirmProps) {
  const texts = useTexts(documentPagesTexts).version;
  const language = useLanguage();
  const responsible = useResponsible();
  const confirm = useAct('documentVersion.confirmProposals');
  const count = formatNumber(sentences.length, language);
  const run = () =>
    confirm
      .run({
        id: versionId,
        input: { sentences: sentences.map(({ number, version }) => ({ number, version })) },
      })
      .then(onClose, () => undefined); // a refusal is shown from the action's own state
  return (
    <Dialog
      title={texts.confirmTitle(count)}
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button look="primary" isBusy={confirm.isRunning} onClick={() => void run()}>
            {texts.confirmAll(count)}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {texts.cancel}
          </Button>
        </>
      }
    >
      <p>{texts.confirmLead}</p>
      {confirm.problem === undefined ? null : (
        <Notice kind="danger" isNews>
          {confirm.problem.message}
        </Notice>
      )}
      <ul className="confirm-rows">
        {sentences.map(({ number, text, proposal }) => (
          <li key={number}>
            <span lang="sv">{text}</span>
            <span className="soft">
              {(proposal?.clauses ?? []).map((clause) => `${clause} ${titleOf(clause)}`).join(', ')}
              {typeof proposal?.office === 'string' ? ` · ${responsible(proposal.office)}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
