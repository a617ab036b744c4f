import { dayOf } from '../../../kernel/calendar.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { optionsOf } from '../../information/pages/options.ts';
import { ReasonDialog } from '../../information/pages/reason-dialog.tsx';
import type { Effect, ResourceAnswer } from '../measure.ts';
import { measureTexts } from '../measure.texts.ts';
import { measurePagesTexts } from './pages.texts.ts';

type Measure = ViewMap['measure.record']['answer'];
export type StepName = 'allocate' | 'finish' | 'judge' | 'note' | 'drop' | 'reopen';
type StepProps = { readonly measure: Measure; readonly onClose: () => void };

/** The window in which a step is taken. */
export function StepDialog({ step, ...props }: StepProps & { readonly step: StepName }) {
  switch (step) {
    case 'allocate':
      return <AllocateDialog {...props} />;
    case 'finish':
      return <FinishDialog {...props} />;
    case 'judge':
      return <JudgeDialog {...props} />;
    case 'note':
      return <NoteDialog {...props} />;
    case 'drop':
    case 'reopen':
      return <BackDialog step={step} {...props} />;
  }
}

function useWords() {
  const { form, record } = useTexts(measurePagesTexts);
  return { cancel: form.cancel, texts: record, words: useTexts(measureTexts) };
}

function AllocateDialog({ measure, onClose }: StepProps) {
  const { texts, words, cancel } = useWords();
  const allocate = useAct('measure.allocate');
  const { id, version, resources, resourceDecision } = measure;
  const initial: { readonly resources: ResourceAnswer | ''; readonly resourceDecision: string } = {
    resources,
    resourceDecision,
  };
  const form = useForm({
    initial,
    version,
    submit: (values, circumstances) => {
      const isDecided = values.resources === 'allocated';
      const decision = isDecided ? values.resourceDecision : '';
      return allocate.run({
        id,
        input: { resources: values.resources as ResourceAnswer, resourceDecision: decision }, // never empty: it begins with one
        ...circumstances,
      });
    },
    onSaved: onClose,
  });
  return (
    <Dialog title={texts.allocate} isOpen onClose={onClose}>
      <Form form={form} submitLabel={texts.save} secondary={<Button onClick={onClose}>{cancel}</Button>}>
        <RadioGroup<ResourceAnswer>
          {...form.field('resources')}
          label={words.fields.resources}
          options={optionsOf(words.resources)}
        />
        {form.values.resources === 'allocated' ? (
          <TextField
            {...form.field('resourceDecision')}
            label={words.fields.resourceDecision}
            hint={texts.decisionHint}
          />
        ) : null}
      </Form>
    </Dialog>
  );
}

function FinishDialog({ measure, onClose }: StepProps) {
  const { texts, words, cancel } = useWords();
  const finish = useAct('measure.finish');
  const { id, version } = measure;
  const form = useForm({
    initial: { doneOn: dayOf(new Date()) },
    version,
    submit: (input, circumstances) => finish.run({ id, input, ...circumstances }),
    onSaved: onClose,
  });
  return (
    <Dialog title={texts.finish} isOpen onClose={onClose}>
      <Form form={form} submitLabel={texts.finish} secondary={<Button onClick={onClose}>{cancel}</Button>}>
        <DateField {...form.field('doneOn')} label={words.fields.doneOn} />
      </Form>
    </Dialog>
  );
}

function JudgeDialog({ measure, onClose }: StepProps) {
  const { texts, words, cancel } = useWords();
  const judge = useAct('measure.judge');
  const { id, version } = measure;
  const initial: { readonly effect: Effect | ''; readonly effectSeen: string } = {
    effect: '',
    effectSeen: '',
  };
  const form = useForm({
    initial,
    version,
    submit: ({ effect, effectSeen }, circumstances) =>
      judge.run({
        id,
        input: { effect: effect as Effect, effectSeen }, // or empty, and then the server names the field
        ...circumstances,
      }),
    onSaved: onClose,
  });
  return (
    <Dialog title={texts.judge} isOpen onClose={onClose}>
      <Form form={form} submitLabel={texts.save} secondary={<Button onClick={onClose}>{cancel}</Button>}>
        <RadioGroup<Effect>
          {...form.field('effect')}
          label={words.fields.effect}
          options={optionsOf(words.effects)}
        />
        <TextArea {...form.field('effectSeen')} label={words.fields.effectSeen} rows={4} maxLength={2000} />
      </Form>
    </Dialog>
  );
}

function NoteDialog({ measure, onClose }: StepProps) {
  const { texts, words, cancel } = useWords();
  const note = useAct('measure.note');
  const { id, version } = measure;
  const form = useForm({
    initial: { text: '' },
    version,
    submit: (input, circumstances) => note.run({ id, input, ...circumstances }),
    onSaved: onClose,
  });
  return (
    <Dialog title={texts.note} isOpen onClose={onClose}>
      <Form form={form} submitLabel={texts.save} secondary={<Button onClick={onClose}>{cancel}</Button>}>
        <TextArea {...form.field('text')} label={words.fields.text} rows={4} maxLength={4000} />
      </Form>
    </Dialog>
  );
}

function BackDialog({ measure, onClose, step }: StepProps & { readonly step: 'drop' | 'reopen' }) {
  const { texts, cancel } = useWords();
  const drop = useAct('measure.drop');
  const reopen = useAct('measure.reopen');
  const { id, version } = measure;
  const isDrop = step === 'drop';
  const { run } = isDrop ? drop : reopen;
  const title = isDrop ? texts.drop : texts.reopen;
  return (
    <ReasonDialog
      title={title}
      label={isDrop ? texts.dropReason : texts.reopenReason}
      confirmLabel={title}
      cancelLabel={cancel}
      version={version}
      onClose={onClose}
      run={(reason, circumstances) => run({ id, version, input: { reason }, ...circumstances })}
    >
      {isDrop ? <p>{texts.dropText}</p> : null}
    </ReasonDialog>
  );
}
