import { ReasonDialog } from '../../../registers/information/pages/reason-dialog.tsx';
import type { ViewMap } from '../../../ui/api-types.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { chainPagesTexts } from './chain-pages.texts.ts';

type SendBackProps = {
  readonly version: Pick<ViewMap['documentVersion.record']['answer'], 'id' | 'version'>;
  readonly onClose: () => void;
};

/** Sends a proposal back to be worked on, and opens the new draft. */
export default function SendBackDialog({ version, onClose }: SendBackProps) {
  const texts = useTexts(chainPagesTexts).steps;
  const back = useAct('documentVersion.sendBack');
  const go = useGo();
  return (
    <ReasonDialog
      title={texts.sendBack}
      label={texts.sendBackReason}
      confirmLabel={texts.sendBack}
      cancelLabel={texts.cancel}
      version={version.version}
      onClose={onClose}
      run={async (reason, circumstances) => {
        const draft = await back.run({ id: version.id, input: { reason }, ...circumstances });
        go(`/styrdokument/${draft.id}`);
      }}
    >
      <p>{texts.sendBackText}</p>
    </ReasonDialog>
  );
}
