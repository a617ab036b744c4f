import { useState } from 'react';
import { formatDay } from '../../../kernel/format.ts';
import { ActProblem, isShown } from '../../../registers/information/pages/act-problem.tsx';
import { ReasonDialog } from '../../../registers/information/pages/reason-dialog.tsx';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import { chainPagesTexts } from './chain-pages.texts.ts';

type Version = ViewMap['documentVersion.record']['answer'];

/** Puts a text forward for a decision, or calls it back from its referral to be written on. */
export function ProposeSection({ version }: { readonly version: Version }) {
  const texts = useTexts(chainPagesTexts).steps;
  const propose = useAct('documentVersion.propose');
  const close = useAct('documentVersion.closeReferral');
  const [isClosing, setClosing] = useState(false);
  const { id, referral } = version;
  // Before its day has passed, closing takes a reason; the server says the same.
  const isEarly = referral !== null && formatDay(new Date().toISOString()) <= referral.until;
  const closeNow = () => {
    if (isEarly) setClosing(true);
    else void close.run({ id, version: version.version, input: { reason: null } }).catch(isShown);
  };
  return (
    <Section title={texts.propose} lead={texts.proposeLead}>
      <ActProblem problem={propose.problem ?? (isClosing ? undefined : close.problem)} />
      <div className="row">
        <Button
          isBusy={propose.isRunning}
          onClick={() => void propose.run({ id, version: version.version, input: {} }).catch(isShown)}
        >
          {texts.propose}
        </Button>
        {version.state === 'onReferral' ? (
          <Button isBusy={close.isRunning} onClick={closeNow}>
            {texts.closeReferral}
          </Button>
        ) : null}
      </div>
      {isClosing ? (
        <ReasonDialog
          title={texts.closeReferral}
          label={texts.closeReason}
          confirmLabel={texts.closeReferral}
          cancelLabel={texts.cancel}
          version={version.version}
          onClose={() => setClosing(false)}
          run={(reason, circumstances) => close.run({ id, input: { reason }, ...circumstances })}
        />
      ) : null}
    </Section>
  );
}
