import { decisionExample } from '../../../kernel/decision-reference.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { documentTexts } from '../document.texts.ts';
import { chainPagesTexts } from './chain-pages.texts.ts';
import { documentPagesTexts } from './pages.texts.ts';

type RepealProps = {
  readonly version: Pick<ViewMap['documentVersion.record']['answer'], 'id' | 'version'>;
  readonly onClose: () => void;
};

/** Records the decision to repeal the text in force. */
export default function RepealDialog({ version, onClose }: RepealProps) {
  const texts = useTexts(chainPagesTexts).steps;
  const { decisionHint } = useTexts(documentPagesTexts).version;
  const { fields } = useTexts(documentTexts);
  const repeal = useAct('documentVersion.repeal');
  const form = useForm({
    initial: { decision: '', repealedOn: '' },
    version: version.version,
    submit: (input, circumstances) => repeal.run({ id: version.id, input, ...circumstances }),
    onSaved: onClose,
  });
  return (
    <Dialog title={texts.repeal} isOpen onClose={onClose}>
      <p>{texts.repealText}</p>
      <Form form={form} submitLabel={texts.repeal} labels={fields}>
        <TextField {...form.field('decision')} label={fields.decision} hint={decisionHint(decisionExample)} />
        <DateField {...form.field('repealedOn')} label={fields.repealedOn} />
      </Form>
    </Dialog>
  );
}
