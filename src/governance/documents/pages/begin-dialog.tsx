import type { ViewMap } from '../../../ui/api-types.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import type { DocumentId } from '../document.ts';
import { chainPagesTexts } from './chain-pages.texts.ts';
import { contentOf } from './file-content.ts';

type Document = ViewMap['document.record']['answer'];
type Beginning = 'empty' | 'inForce' | 'file';

/** Begins a new version: from nothing, from the text in force, or from a file. */
export default function BeginDialog({
  document,
  onClose,
}: {
  readonly document: Document;
  readonly onClose: () => void;
}) {
  const texts = useTexts(chainPagesTexts).begin;
  const begin = useAct('documentVersion.begin');
  const go = useGo();
  const hasText = document.versions.some((one) => one.state === 'inForce');
  const initial: { source: Beginning; content: File | null } = {
    source: hasText ? 'inForce' : 'empty',
    content: null,
  };
  const form = useForm({
    initial,
    check: ({ source, content }) =>
      source === 'file' && content === null
        ? [{ field: 'content', code: 'missing', message: texts.missing }]
        : [],
    submit: async ({ source, content }, circumstances) => {
      const documentId = document.id as DocumentId; // the record just shown
      if (source !== 'file' || content === null)
        return begin.run({
          input: { documentId, source: source === 'inForce' ? source : 'empty', content: '' },
          ...circumstances,
        });
      const read = await contentOf(content);
      return begin.run({
        input: { documentId, source: read.source, content: read.content },
        ...circumstances,
      });
    },
    onSaved: (answer) => go(`/styrdokument/${answer.id}/skriv`),
  });
  const options = [
    ...(hasText ? [{ value: 'inForce' as const, label: texts.inForce }] : []),
    { value: 'empty' as const, label: texts.empty },
    { value: 'file' as const, label: texts.file, hint: texts.fileHint },
  ];
  return (
    <Dialog title={texts.title} isOpen onClose={onClose}>
      <Form form={form} submitLabel={texts.submit}>
        <RadioGroup<Beginning>
          {...form.field('source')}
          onChange={(value) => form.set('source', value === '' ? 'empty' : value)}
          label={texts.source}
          options={options}
        />
        {form.values.source === 'file' ? (
          <FileDrop
            {...form.field('content')}
            label={texts.choose}
            endings={['.docx', '.pdf', '.txt']}
            limit={10_000_000}
          />
        ) : null}
      </Form>
    </Dialog>
  );
}
