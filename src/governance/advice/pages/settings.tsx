import { useState } from 'react';
import { dayOf } from '../../../kernel/calendar.ts';
import { formatLongDate } from '../../../kernel/format.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { adviceTexts } from '../advice.texts.ts';
import './advice.css';
import { supportRoles, type SupportRole } from '../advice.ts';
import { advicePagesTexts } from './pages.texts.ts';

type Contacts = ViewMap['supportContact.list']['answer'];
type Targets = ViewMap['adviceTarget.list']['answer'];

/** How the support roles are reached, and how fast they are to answer. */
export default function AdviceSettingsPage() {
  const { answers, settings: texts } = useTexts(advicePagesTexts);
  const contacts = useView('supportContact.list');
  const targets = useView('adviceTarget.list');
  return (
    <Page title={texts.title} lead={texts.lead} breadcrumbs={[{ label: answers.title, to: '/rad-och-stod' }]}>
      <Section title={texts.contacts} lead={`${texts.contactsLead} ${texts.contactsFallback}`}>
        <Loaded view={contacts}>
          {(found) => (
            <>
              {supportRoles.map((role) => (
                <Contact key={role} role={role} contacts={found} />
              ))}
            </>
          )}
        </Loaded>
      </Section>
      <Loaded view={targets}>
        {(found) => (
          <Section title={texts.target} lead={texts.targetLead(found.workingDays)}>
            <Target targets={found} />
          </Section>
        )}
      </Loaded>
    </Page>
  );
}

function Contact({ role, contacts }: { readonly role: SupportRole; readonly contacts: Contacts }) {
  const texts = useTexts(advicePagesTexts).settings;
  const { fields, roles } = useTexts(adviceTexts);
  const set = useAct('supportContact.set');
  const [isSaved, setSaved] = useState(false);
  const given = contacts.items.find((one) => one.office === role);
  const form = useForm({
    initial: { email: given?.email ?? '', telephone: given?.telephone ?? '' },
    submit: ({ email, telephone }, circumstances) =>
      set.run({
        input: {
          office: role,
          email: email.trim() === '' ? null : email.trim(),
          telephone: telephone.trim() === '' ? null : telephone.trim(),
        },
        ...circumstances,
      }),
    onSaved: () => setSaved(true),
  });
  return (
    <section aria-label={roles[role]}>
      <h3 className="contact-title">{roles[role]}</h3>
      {contacts.may.set ? (
        <Form form={form} submitLabel={texts.saveContact(roles[role])}>
          {isSaved && !form.isChanged ? <Notice kind="success" title={texts.saved} isNews /> : null}
          <TextField {...form.field('email')} label={fields.email} type="email" isOptional />
          <TextField {...form.field('telephone')} label={fields.telephone} type="tel" isOptional />
        </Form>
      ) : (
        <DefinitionList
          facts={[
            { term: fields.email, value: given?.email ?? null },
            { term: fields.telephone, value: given?.telephone ?? null },
          ]}
        />
      )}
    </section>
  );
}

function Target({ targets }: { readonly targets: Targets }) {
  const texts = useTexts(advicePagesTexts).settings;
  const language = useLanguage();
  return (
    <>
      {targets.items.length === 0 ? null : (
        <ul>
          {targets.items.map((one) => (
            <li key={one.id}>
              {texts.since(formatLongDate(one.validFrom, language), one.workingDays)}
              <span className="soft"> – {one.reason}</span>
            </li>
          ))}
        </ul>
      )}
      {targets.may.set ? (
        <TargetForm key={targets.items.length} workingDays={targets.workingDays} />
      ) : (
        <p className="soft">{texts.readOnly}</p>
      )}
    </>
  );
}

function TargetForm({ workingDays }: { readonly workingDays: number }) {
  const texts = useTexts(advicePagesTexts).settings;
  const { fields } = useTexts(adviceTexts);
  const set = useAct('adviceTarget.set');
  const form = useForm<{ workingDays: number | null; validFrom: string; reason: string }, unknown>({
    initial: { workingDays, validFrom: dayOf(new Date()), reason: '' },
    submit: (values, circumstances) =>
      // A number not given is sent as none at all, and the server names the field.
      set.run({ input: { ...values, workingDays: values.workingDays ?? 0 }, ...circumstances }),
  });
  return (
    <Form form={form} submitLabel={texts.saveTarget}>
      <NumberField {...form.field('workingDays')} label={fields.workingDays} />
      <DateField {...form.field('validFrom')} label={fields.validFrom} hint={texts.targetHint} />
      <TextField {...form.field('reason')} label={fields.reason} />
    </Form>
  );
}
