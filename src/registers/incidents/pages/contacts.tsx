import { formatLongDate } from '../../../kernel/format.ts';
import type { Id } from '../../../kernel/ids.ts';
import { Button } from '../../../ui/button.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { ActProblem, isShown } from '../../information/pages/act-problem.tsx';
import '../../information/pages/class-figure.css';
import { optionsOf } from '../../information/pages/options.ts';
import type { ContactKind } from '../contact.ts';
import { incidentTexts } from '../incident.texts.ts';
import type { CaseRecord } from './case-record.ts';
import { ContactLine } from './contact-line.tsx';
import { incidentPagesTexts } from './pages.texts.ts';

/** Whom those who work on the case turn to, and a place to add one more. */
export function Contacts({ record }: { readonly record: CaseRecord }) {
  const texts = useTexts(incidentPagesTexts).record;
  const language = useLanguage();
  const strike = useAct('incident.strikeContact');
  const { id, contacts } = record;
  const mayAdd = record.may.note.allowed;
  return (
    <div className="stack">
      <ActProblem problem={strike.problem} />
      {contacts.length === 0 ? <p className="soft">{texts.noContacts}</p> : null}
      <ul className="things">
        {contacts.map((one) => (
          <li className="thing" key={one.id}>
            <ContactLine
              contact={one}
              note={one.struckOn === null ? undefined : texts.struck(formatLongDate(one.struckOn, language))}
            />
            {mayAdd && one.struckOn === null ? (
              <Button
                size="small"
                look="quiet"
                onClick={() =>
                  void strike
                    .run({ id, input: { contactId: one.id as Id<'IncidentContact'> } }) // from this very list
                    .catch(isShown)
                }
              >
                {texts.strikeContact}
                <span className="visually-hidden"> {one.contactName}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayAdd ? (
        <Disclosure title={texts.addContact}>
          <AddContact key={contacts.length} id={id} />
        </Disclosure>
      ) : null}
    </div>
  );
}

function AddContact({ id }: { readonly id: string }) {
  const texts = useTexts(incidentPagesTexts).record;
  const { fields, contactKinds } = useTexts(incidentTexts);
  const add = useAct('incident.addContact');
  const initial: {
    contactKind: ContactKind | '';
    contactName: string;
    telephone: string;
    email: string;
    reference: string;
    remark: string;
  } = { contactKind: '', contactName: '', telephone: '', email: '', reference: '', remark: '' };
  const form = useForm({
    initial,
    submit: ({ contactKind, ...said }, circumstances) =>
      // What is not chosen is sent as it is: the server names the field.
      add.run({ id, input: { ...said, contactKind: contactKind as ContactKind }, ...circumstances }),
  });
  return (
    <Form form={form} submitLabel={texts.addContact} labels={fields}>
      <p className="soft">{texts.contactsHint}</p>
      <Select<ContactKind>
        {...form.field('contactKind')}
        label={fields.contactKind}
        options={optionsOf(contactKinds)}
      />
      <TextField {...form.field('contactName')} label={fields.contactName} />
      <TextField {...form.field('telephone')} label={fields.telephone} isOptional />
      <TextField {...form.field('email')} label={fields.email} isOptional />
      <TextField
        {...form.field('reference')}
        label={fields.reference}
        hint={texts.referenceHint}
        isOptional
      />
      <TextField {...form.field('remark')} label={fields.remark} isOptional />
    </Form>
  );
}
