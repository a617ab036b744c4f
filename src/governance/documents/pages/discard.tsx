import type { ViewMap } from '../../../ui/api-types.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { documentPagesTexts } from './pages.texts.ts';

type DiscardProps = {
  readonly version: Pick<ViewMap['documentVersion.record']['answer'], 'id' | 'version'>;
  readonly onClose: () => void;
};

/** Sets a draft aside, with a reason that history keeps. */
export default function DiscardDialog({ version, onClose }: DiscardProps) {
  const texts = useTexts(documentPagesTexts).version;
  const discard = useAct('documentVersion.discard');
  const form = useForm({
    initial: { reason: '' },
    version: version.version,
    submit: ({ reason }, circumstances) =>
      discard.run({ id: version.id, input: { reason }, ...circumstances }),
    onSaved: onClose,
  });
  return (
    <Dialog title={texts.discard} isOpen onClose={onClose}>
      <p>{texts.discardText}</p>
      <Form form={form} submitLabel={texts.discard} labels={{ reason: texts.discardReason }}>
        <TextArea {...form.field('reason')} label={texts.discardReason} maxLength={500} />
      </Form>
    </Dialog>
  );
}
