import type { FormState } from '../../../ui/form-state.ts';
import { FormGroup } from '../../../ui/form.tsx';
import { useTexts } from '../../../ui/language.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import type { PlanContact, PlanStep } from '../plan-content.ts';
import { planTexts } from '../plan.texts.ts';
import { planPagesTexts } from './pages.texts.ts';
import { RowsEditor } from './rows-editor.tsx';
import type { ContentValues } from './content-values.ts';

const emptyStep: PlanStep = { what: '', who: '', when: '', fallback: '' };
const emptyContact: PlanContact = { name: '', purpose: '', telephone: '', outOfHours: '' };

interface ContentFieldsProps {
  readonly form: FormState<ContentValues>;
}

/** What is done, in order. */
export function StepFields({ form }: ContentFieldsProps) {
  const texts = useTexts(planPagesTexts).write;
  const { fields } = useTexts(planTexts);
  return (
    <FormGroup title={fields.steps}>
      <RowsEditor<PlanStep>
        id={form.fieldId('steps')}
        name="steps"
        rows={form.values.steps}
        onChange={(rows) => form.set('steps', rows)}
        faults={form.faults}
        nameOf={texts.step}
        addLabel={texts.addStep}
        empty={emptyStep}
      >
        {(step, change, errorOf) => (
          <>
            <TextArea
              label={fields.what}
              rows={2}
              value={step.what}
              error={errorOf('what')}
              onChange={(what) => change({ what })}
            />
            <TextField
              label={fields.who}
              hint={texts.whoHint}
              value={step.who}
              error={errorOf('who')}
              onChange={(who) => change({ who })}
            />
            <TextField
              label={fields.when}
              hint={texts.whenHint}
              isOptional
              value={step.when}
              error={errorOf('when')}
              onChange={(when) => change({ when })}
            />
            <TextArea
              label={fields.fallback}
              rows={2}
              isOptional
              value={step.fallback}
              error={errorOf('fallback')}
              onChange={(fallback) => change({ fallback })}
            />
          </>
        )}
      </RowsEditor>
    </FormGroup>
  );
}

/** Who is reached, for what, and by which numbers. */
export function ContactFields({ form }: ContentFieldsProps) {
  const texts = useTexts(planPagesTexts).write;
  const { fields } = useTexts(planTexts);
  return (
    <FormGroup title={fields.contacts}>
      <RowsEditor<PlanContact>
        id={form.fieldId('contacts')}
        name="contacts"
        rows={form.values.contacts}
        onChange={(rows) => form.set('contacts', rows)}
        faults={form.faults}
        nameOf={texts.contact}
        addLabel={texts.addContact}
        empty={emptyContact}
      >
        {(contact, change, errorOf) => (
          <>
            <TextField
              label={fields.name}
              hint={texts.contactHint}
              value={contact.name}
              error={errorOf('name')}
              onChange={(name) => change({ name })}
            />
            <TextField
              label={fields.purpose}
              isOptional
              value={contact.purpose}
              error={errorOf('purpose')}
              onChange={(purpose) => change({ purpose })}
            />
            <TextField
              label={fields.telephone}
              type="tel"
              width="short"
              value={contact.telephone}
              error={errorOf('telephone')}
              onChange={(telephone) => change({ telephone })}
            />
            <TextField
              label={fields.outOfHours}
              type="tel"
              width="short"
              isOptional
              value={contact.outOfHours}
              error={errorOf('outOfHours')}
              onChange={(outOfHours) => change({ outOfHours })}
            />
          </>
        )}
      </RowsEditor>
    </FormGroup>
  );
}
