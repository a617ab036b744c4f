import { CheckboxGroup, Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { useForm } from '../../ui/form-state.ts';
import { useAct } from '../../ui/hooks.ts';
import { useTexts } from '../../ui/language.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import type { PolicySentence } from './answers.ts';
import { clausePagesTexts } from './pages.texts.ts';

type TieProps = {
  readonly versionId: string;
  readonly sentence: PolicySentence;
  /** Every clause there is, in order. */
  readonly clauses: readonly { readonly number: string; readonly title: string }[];
  readonly onClose: () => void;
};

/** Says how one sentence is followed up: by which clauses, or why by none. */
export default function TieDialog({ versionId, sentence, clauses, onClose }: TieProps) {
  const texts = useTexts(clausePagesTexts).tie;
  const tie = useAct('documentVersion.tie');
  const chosen: readonly string[] = [...sentence.clauses, ...sentence.proposed];
  const form = useForm({
    initial: {
      clauses: chosen,
      setAside: sentence.setAsideReason !== null,
      setAsideReason: sentence.setAsideReason ?? '',
    },
    check: (values) => {
      if (values.setAside && values.setAsideReason.trim() === '')
        return [{ field: 'setAsideReason', code: 'missing', message: texts.reasonMissing }];
      if (!values.setAside && values.clauses.length === 0)
        return [{ field: 'clauses', code: 'missing', message: texts.nothingChosen }];
      return [];
    },
    submit: (values, circumstances) =>
      tie.run({
        id: versionId,
        input: {
          sentence: sentence.number,
          clauses: values.setAside ? [] : [...values.clauses].sort(),
          setAsideReason: values.setAside ? values.setAsideReason : null,
        },
        ...circumstances,
      }),
    onSaved: onClose,
  });
  const isChosen = new Set(chosen);
  const ordered = [
    ...clauses.filter((clause) => isChosen.has(clause.number)),
    ...clauses.filter((clause) => !isChosen.has(clause.number)),
  ];
  return (
    <Dialog title={texts.title} isOpen onClose={onClose} size="wide">
      <blockquote className="tie-sentence document" lang="sv">
        {sentence.text}
      </blockquote>
      <Form form={form} submitLabel={texts.save}>
        <Checkbox {...form.field('setAside')} label={texts.setAside} />
        {form.values.setAside ? (
          <TextArea
            {...form.field('setAsideReason')}
            label={texts.reason}
            hint={texts.reasonHint}
            maxLength={500}
          />
        ) : (
          <div className="tie-clauses">
            <CheckboxGroup
              {...form.field('clauses')}
              label={texts.clauses}
              hint={texts.clausesHint}
              options={ordered.map(({ number, title }) => ({ value: number, label: `${number} ${title}` }))}
            />
          </div>
        )}
      </Form>
    </Dialog>
  );
}
