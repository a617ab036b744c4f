import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { withoutBlanks } from '../../../registers/information/pages/without-blanks.ts';
import { witnessTexts } from '../witness.texts.ts';
import { witnessPagesTexts } from './pages.texts.ts';

/** As much as the server takes (bytes). */
const largestNote = 20_000;

/** Takes in a witness's cosignature, pasted or as a file. Shown only while it is open. */
export function TakeInDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const texts = useTexts(witnessPagesTexts);
  const { fields } = useTexts(witnessTexts);
  const cosign = useAct('witness.cosign');
  const form = useForm<{ note: string; file: File | null }, object>({
    initial: { note: '', file: null },
    submit: ({ note }, circumstances) =>
      cosign.run({ id, input: withoutBlanks({ note }, ['note']), ...circumstances }),
    onSaved: onClose,
  });
  const file = form.field('file');
  const take = (chosen: File | null) => {
    form.set('file', chosen);
    if (chosen !== null) void chosen.text().then((text) => form.set('note', text));
  };
  return (
    <Dialog title={texts.record.takeIn} size="wide" isOpen onClose={onClose}>
      <Form
        form={form}
        submitLabel={texts.record.takeInConfirm}
        labels={fields}
        secondary={<Button onClick={onClose}>{texts.form.cancel}</Button>}
      >
        <p>{texts.record.takeInText}</p>
        <TextArea {...form.field('note')} label={fields.note} rows={7} />
        <FileDrop
          {...file}
          label={texts.record.file}
          endings={['.txt']}
          limit={largestNote}
          onChange={take}
          isOptional
        />
      </Form>
    </Dialog>
  );
}
