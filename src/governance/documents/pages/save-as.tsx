import { Dialog } from '../../../ui/dialog.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { type FileForm, fileForms } from '../files/file-forms.ts';
import { documentPagesTexts } from './pages.texts.ts';

/** Asks in which form a version is to be saved, and hands the file to the browser. */
export default function SaveAsDialog({
  versionId,
  onClose,
}: {
  readonly versionId: string;
  readonly onClose: () => void;
}) {
  const texts = useTexts(documentPagesTexts).saveAs;
  const take = useAct('documentVersion.saveAs', { invalidates: [] });
  const initial: { form: FileForm } = { form: 'pdf' };
  const form = useForm({
    initial,
    submit: ({ form: chosen }, circumstances) =>
      take.run({ id: versionId, input: { form: chosen }, ...circumstances }),
    onSaved: (file) => {
      saveFile(file);
      onClose();
    },
  });
  return (
    <Dialog title={texts.title} isOpen onClose={onClose}>
      <p>{texts.lead}</p>
      <Form form={form} submitLabel={texts.submit}>
        <RadioGroup<FileForm>
          {...form.field('form')}
          onChange={(value) => form.set('form', value === '' ? 'pdf' : value)}
          label={texts.form}
          options={fileForms.map((value) => ({ value, label: texts.forms[value], hint: texts.hints[value] }))}
        />
      </Form>
    </Dialog>
  );
}
