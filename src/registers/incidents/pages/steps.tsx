import type { ReactNode } from 'react';
import type { Id, PersonId } from '../../../kernel/ids.ts';
import { PersonField } from '../../../people/pages/choice-fields.tsx';
import { Button } from '../../../ui/button.tsx';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { type FormState, useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import type { Option } from '../../../ui/select.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { incidentTexts } from '../incident.texts.ts';
import type { CaseRecord } from './case-record.ts';
import { SecrecyFields, type SecrecyValues } from './facts-form.tsx';
import { incidentPagesTexts } from './pages.texts.ts';
import { StillDue } from './still-due.tsx';
import { useTieSearch } from './ties.tsx';
import { WhatFollows } from './what-follows.tsx';

export const steps = [
  'conclude',
  'close',
  'followUp',
  'reopen',
  'merge',
  'secrecy',
  'admit',
  'assign',
] as const;
export type StepName = (typeof steps)[number];

interface StepProps {
  readonly record: CaseRecord;
  readonly onClose: () => void;
}

/** The window in which a step is taken. */
export function StepDialog({ step, ...props }: StepProps & { readonly step: StepName }) {
  const Step = {
    conclude: Conclude,
    close: Close,
    followUp: FollowUp,
    reopen: Reopen,
    merge: Merge,
    secrecy: Secrecy,
    admit: Admit,
    assign: Assign,
  }[step];
  return <Step {...props} />;
}

interface FrameProps<Values extends object> {
  readonly title: string;
  readonly form: FormState<Values>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function Frame<Values extends object>({ title, form, onClose, children }: FrameProps<Values>) {
  const texts = useTexts(incidentPagesTexts).record;
  const { fields } = useTexts(incidentTexts);
  return (
    <Dialog title={title} isOpen onClose={onClose} size="wide">
      <Form
        form={form}
        submitLabel={title}
        labels={fields as Partial<Record<keyof Values & string, string>>} // every field of the register is there
        secondary={<Button onClick={onClose}>{texts.cancel}</Button>}
      >
        {children}
      </Form>
    </Dialog>
  );
}

const dayOrNull = (day: string) => (day === '' ? null : day);

function Conclude({ record, onClose }: StepProps) {
  const { record: texts, form: words } = useTexts(incidentPagesTexts);
  const { fields } = useTexts(incidentTexts);
  const conclude = useAct('incident.conclude');
  const form = useForm({
    initial: { rootCause: record.rootCause ?? '', lessons: record.lessons ?? '', followUpOn: '' },
    version: record.version,
    submit: ({ followUpOn, ...said }, circumstances) =>
      conclude.run({
        id: record.id,
        input: { ...said, followUpOn: dayOrNull(followUpOn) },
        ...circumstances,
      }),
    onSaved: onClose,
  });
  return (
    <Frame title={texts.conclude} form={form} onClose={onClose}>
      <TextArea {...form.field('rootCause')} label={fields.rootCause} maxLength={4000} />
      <TextArea {...form.field('lessons')} label={fields.lessons} maxLength={4000} />
      <DateField
        {...form.field('followUpOn')}
        label={fields.followUpOn}
        hint={words.followUpOnHint}
        isOptional
      />
    </Frame>
  );
}

function Close({ record, onClose }: StepProps) {
  const { record: texts, form: words } = useTexts(incidentPagesTexts);
  const { fields } = useTexts(incidentTexts);
  const close = useAct('incident.close');
  const form = useForm({
    initial: { decision: '', undecidedReason: '' },
    version: record.version,
    submit: (input, circumstances) => close.run({ id: record.id, input, ...circumstances }),
    onSaved: onClose,
  });
  return (
    <Frame title={texts.close} form={form} onClose={onClose}>
      <StillDue caseId={record.id}>
        <TextArea
          {...form.field('undecidedReason')}
          label={fields.undecidedReason}
          hint={words.undecidedHint}
          maxLength={1000}
        />
      </StillDue>
      <TextArea {...form.field('decision')} label={fields.decision} hint={words.closeHint} maxLength={4000} />
    </Frame>
  );
}

function FollowUp({ record, onClose }: StepProps) {
  const { record: texts, form: words } = useTexts(incidentPagesTexts);
  const { fields } = useTexts(incidentTexts);
  const followUp = useAct('incident.followUp');
  const form = useForm({
    initial: { outcome: '', nextOn: '' },
    version: record.version,
    submit: ({ outcome, nextOn }, circumstances) =>
      followUp.run({ id: record.id, input: { outcome, nextOn: dayOrNull(nextOn) }, ...circumstances }),
    onSaved: onClose,
  });
  return (
    <Frame title={texts.followUp} form={form} onClose={onClose}>
      <TextArea {...form.field('outcome')} label={fields.outcome} maxLength={4000} />
      <DateField {...form.field('nextOn')} label={fields.nextOn} hint={words.nextOnHint} isOptional />
    </Frame>
  );
}

function Reopen({ record, onClose }: StepProps) {
  const { record: texts, form: words } = useTexts(incidentPagesTexts);
  const { fields } = useTexts(incidentTexts);
  const reopen = useAct('incident.reopen');
  const form = useForm({
    initial: { reason: '' },
    version: record.version,
    submit: (input, circumstances) => reopen.run({ id: record.id, input, ...circumstances }),
    onSaved: onClose,
  });
  return (
    <Frame title={texts.reopen} form={form} onClose={onClose}>
      <TextArea {...form.field('reason')} label={fields.reason} hint={words.reopenHint} maxLength={4000} />
    </Frame>
  );
}

function Merge({ record, onClose }: StepProps) {
  const { record: texts, form: words } = useTexts(incidentPagesTexts);
  const { fields } = useTexts(incidentTexts);
  const merge = useAct('incident.merge');
  const search = useTieSearch('relatedId', record.id);
  const initial: { intoId: Option | null; reason: string } = { intoId: null, reason: '' };
  const form = useForm({
    initial,
    version: record.version,
    submit: ({ intoId, reason }, circumstances) =>
      // What is not chosen is sent as it is: the server names the field.
      merge.run({
        id: record.id,
        input: { intoId: (intoId?.value ?? '') as Id<'Incident'>, reason },
        ...circumstances,
      }),
    onSaved: onClose,
  });
  return (
    <Frame title={texts.merge} form={form} onClose={onClose}>
      <ComboBox {...form.field('intoId')} label={fields.intoId} hint={words.intoHint} search={search} />
      {form.values.intoId === null ? null : (
        <WhatFollows caseId={record.id} intoId={form.values.intoId.value as Id<'Incident'>} />
      )}
      <TextArea {...form.field('reason')} label={fields.reason} maxLength={4000} />
    </Frame>
  );
}

function Secrecy({ record, onClose }: StepProps) {
  const texts = useTexts(incidentPagesTexts).record;
  const setSecrecy = useAct('incident.setSecrecy');
  const { secret, secretParts, secrecyProvision, secrecyReason } = record;
  const initial: SecrecyValues = {
    secret,
    secretParts,
    secrecyProvision,
    secrecyReason: secrecyReason ?? '',
  };
  const form = useForm({
    initial,
    version: record.version,
    submit: (values, circumstances) =>
      setSecrecy.run({
        id: record.id,
        input: { ...values, secretParts: [...values.secretParts] },
        ...circumstances,
      }),
    onSaved: onClose,
  });
  return (
    <Frame title={texts.secrecy} form={form} onClose={onClose}>
      <SecrecyFields form={form} />
    </Frame>
  );
}

function Admit({ record, onClose }: StepProps) {
  const { record: texts, form: words } = useTexts(incidentPagesTexts);
  const { fields } = useTexts(incidentTexts);
  const admit = useAct('incident.admit');
  const form = useForm({
    initial: { personId: '' },
    version: record.version,
    submit: ({ personId }, circumstances) =>
      admit.run({ id: record.id, input: { personId: personId as PersonId }, ...circumstances }), // found in the register
    onSaved: onClose,
  });
  return (
    <Frame title={texts.admit} form={form} onClose={onClose}>
      <PersonField {...form.field('personId')} label={fields.personId} hint={words.personHint} />
    </Frame>
  );
}

function Assign({ record, onClose }: StepProps) {
  const { record: texts, form: words } = useTexts(incidentPagesTexts);
  const { fields } = useTexts(incidentTexts);
  const assign = useAct('incident.assign');
  const { handlerId, handler } = record;
  const form = useForm({
    initial: { handlerId: handlerId ?? '' },
    version: record.version,
    submit: (values, circumstances) =>
      assign.run({
        id: record.id,
        input: { handlerId: values.handlerId === '' ? null : (values.handlerId as PersonId) }, // found in the register
        ...circumstances,
      }),
    onSaved: onClose,
  });
  return (
    <Frame title={texts.assign} form={form} onClose={onClose}>
      <PersonField
        {...form.field('handlerId')}
        label={fields.handlerId}
        hint={words.handlerHint}
        isOptional
        chosen={handlerId === null ? undefined : { value: handlerId, label: handler ?? '' }}
      />
    </Frame>
  );
}
