import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { type FormState, useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { type PersonKind, personKinds } from '../../person.facts.ts';
import { personSourceTexts } from '../person-source.texts.ts';
import { sourcePagesTexts } from './pages.texts.ts';
import type { Source } from './sources.tsx';

type Window = { readonly isOpen: boolean; readonly onClose: () => void };
type SourceWindow = Window & { readonly source: Source };

interface SourceValues {
  readonly kind: PersonKind | '';
  readonly name: string;
  readonly intervalDays: number | null;
}

/** A new source. */
export function NewSourceDialog({ isOpen, onClose }: Window) {
  const texts = useTexts(sourcePagesTexts);
  return (
    <Dialog title={texts.add} isOpen={isOpen} onClose={onClose}>
      <NewSourceForm onClose={onClose} />
    </Dialog>
  );
}

function NewSourceForm({ onClose }: Pick<Window, 'onClose'>) {
  const texts = useTexts(sourcePagesTexts);
  const { fields } = useTexts(personSourceTexts);
  const register = useAct('personSource.register');
  const form = useForm<SourceValues, { id: string }>({
    initial: { kind: '', name: '', intervalDays: 30 },
    submit: ({ kind, name, intervalDays }, circumstances) =>
      // An empty kind or number is refused, with the field named.
      register.run({
        input: { kind: kind as PersonKind, name, intervalDays: intervalDays ?? 0 },
        ...circumstances,
      }),
    onSaved: onClose,
  });
  return (
    <SourceForm form={form} submitLabel={texts.create} onClose={onClose}>
      <Select
        {...form.field('kind')}
        label={fields.kind}
        options={personKinds.map((value) => ({ value, label: texts.kinds[value] }))}
      />
    </SourceForm>
  );
}

/** Another name or interval. */
export function EditSourceDialog({ source, isOpen, onClose }: SourceWindow) {
  const texts = useTexts(sourcePagesTexts);
  return (
    <Dialog title={texts.edit} isOpen={isOpen} onClose={onClose}>
      <EditSourceForm source={source} onClose={onClose} />
    </Dialog>
  );
}

function EditSourceForm({ source, onClose }: Pick<SourceWindow, 'source' | 'onClose'>) {
  const texts = useTexts(sourcePagesTexts);
  const describe = useAct('personSource.describe');
  const form = useForm<SourceValues, { id: string }>({
    initial: { kind: source.kind, name: source.name, intervalDays: source.intervalDays },
    version: source.version,
    submit: ({ name, intervalDays }, circumstances) =>
      describe.run({ id: source.id, input: { name, intervalDays: intervalDays ?? 0 }, ...circumstances }),
    onSaved: onClose,
  });
  return <SourceForm form={form} submitLabel={texts.save} onClose={onClose} />;
}

type SourceFormProps = Pick<Window, 'onClose'> & {
  readonly form: FormState<SourceValues>;
  readonly submitLabel: string;
  readonly children?: ReactNode;
};

function SourceForm({ form, submitLabel, onClose, children }: SourceFormProps) {
  const texts = useTexts(sourcePagesTexts);
  const { fields } = useTexts(personSourceTexts);
  return (
    <Form
      form={form}
      submitLabel={submitLabel}
      labels={fields}
      secondary={<Button onClick={onClose}>{texts.cancel}</Button>}
    >
      {children}
      <TextField {...form.field('name')} label={fields.name} hint={texts.nameHint} />
      <NumberField
        {...form.field('intervalDays')}
        label={fields.intervalDays}
        hint={texts.intervalHint}
        unit={texts.days}
      />
    </Form>
  );
}

/** Says that the persons have been compared with the source today. */
export function SynchroniseDialog({ source, isOpen, onClose }: SourceWindow) {
  const texts = useTexts(sourcePagesTexts);
  return (
    <Dialog title={texts.synchroniseTitle(source.name)} isOpen={isOpen} onClose={onClose}>
      <SynchroniseForm source={source} onClose={onClose} />
    </Dialog>
  );
}

function SynchroniseForm({ source, onClose }: Pick<SourceWindow, 'source' | 'onClose'>) {
  const texts = useTexts(sourcePagesTexts);
  const synchronised = useAct('personSource.synchronised');
  const form = useForm<object, { id: string }>({
    initial: {},
    version: source.version,
    submit: (_nothing, circumstances) => synchronised.run({ id: source.id, input: {}, ...circumstances }),
    onSaved: onClose,
  });
  return (
    <Form
      form={form}
      submitLabel={texts.synchroniseConfirm}
      secondary={<Button onClick={onClose}>{texts.cancel}</Button>}
    >
      <p>{texts.synchroniseText}</p>
    </Form>
  );
}

/** The source is used no longer. */
export function EndSourceDialog({ source, isOpen, onClose }: SourceWindow) {
  const texts = useTexts(sourcePagesTexts);
  return (
    <Dialog title={texts.end} isOpen={isOpen} onClose={onClose}>
      <EndSourceForm source={source} onClose={onClose} />
    </Dialog>
  );
}

function EndSourceForm({ source, onClose }: Pick<SourceWindow, 'source' | 'onClose'>) {
  const texts = useTexts(sourcePagesTexts);
  const { fields } = useTexts(personSourceTexts);
  const end = useAct('personSource.end');
  const form = useForm<{ reason: string }, { id: string }>({
    initial: { reason: '' },
    version: source.version,
    submit: (input, circumstances) => end.run({ id: source.id, input, ...circumstances }),
    onSaved: onClose,
  });
  return (
    <Form
      form={form}
      submitLabel={texts.end}
      labels={fields}
      secondary={<Button onClick={onClose}>{texts.cancel}</Button>}
    >
      <p>{texts.endText}</p>
      <TextArea {...form.field('reason')} label={fields.reason} rows={2} />
    </Form>
  );
}
