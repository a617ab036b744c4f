import type { DocumentId } from '../document.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { Select } from '../../../ui/select.tsx';
import { chainPagesTexts } from './chain-pages.texts.ts';

type Document = ViewMap['document.record']['answer'];

/** Chooses what the document springs from: a clause, or a demand in a document above it. */
export default function ParentDialog({
  document,
  onClose,
}: {
  readonly document: Document;
  readonly onClose: () => void;
}) {
  const texts = useTexts(chainPagesTexts).parents;
  const clauses = useView('clauses.list');
  const documents = useView('document.list', { query: { state: 'inForce' } });
  const tie = useAct('document.tieParent');
  const form = useForm({
    initial: { way: 'document', clause: '', parentDocumentId: '', sentenceHash: '' },
    submit: ({ way, clause, parentDocumentId, sentenceHash }, circumstances) =>
      tie.run({
        id: document.id,
        input: {
          clause: way === 'clause' && clause !== '' ? clause : null,
          // From the list of documents.
          parentDocumentId:
            way === 'document' && parentDocumentId !== '' ? (parentDocumentId as DocumentId) : null,
          sentenceHash: way === 'document' && sentenceHash !== '' ? sentenceHash : null,
        },
        ...circumstances,
      }),
    onSaved: onClose,
  });
  const { way, parentDocumentId } = form.values;
  const demands = useView('document.demands', { id: parentDocumentId, isEnabled: parentDocumentId !== '' });
  return (
    <Dialog title={texts.add} isOpen onClose={onClose} size="wide">
      <Form form={form} submitLabel={texts.submit}>
        <RadioGroup
          {...form.field('way')}
          onChange={(value) => form.set('way', value === 'clause' ? 'clause' : 'document')}
          label={texts.way}
          options={[
            { value: 'document', label: texts.wayDocument },
            { value: 'clause', label: texts.wayClause },
          ]}
        />
        {way === 'clause' ? (
          <Select
            {...form.field('clause')}
            label={texts.clause}
            options={(clauses.data?.items ?? []).map(({ number, title }) => ({
              value: number,
              label: `${number} ${title}`,
            }))}
          />
        ) : (
          <>
            <Select
              {...form.field('parentDocumentId')}
              label={texts.document}
              options={(documents.data?.items ?? [])
                .filter((one) => one.id !== document.id)
                .map(({ id, title }) => ({ value: id, label: title }))}
            />
            {parentDocumentId === '' ? null : (
              <RadioGroup
                {...form.field('sentenceHash')}
                label={texts.demand}
                isOptional
                options={(demands.data?.items ?? []).map(({ hash, text }) => ({ value: hash, label: text }))}
              />
            )}
          </>
        )}
      </Form>
    </Dialog>
  );
}
