import { useState } from 'react';
import { parseLanguage } from '../../../kernel/texts.ts';
import { formatDay } from '../../../kernel/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { Loaded } from '../../../ui/error-page.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useLanguageState, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { EmptyState, Notice } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { signinTexts } from '../signin.texts.ts';
import { OneTimeCodes } from './one-time-codes.tsx';
import { Passkeys } from './passkeys.tsx';
import { repeatFault } from './repeat.ts';
import { Sessions } from './sessions.tsx';
import './signin.css';
import { Tokens } from './tokens.tsx';

export default function Account() {
  const texts = useTexts(signinTexts);
  const language = useLanguage();
  const view = useView('account.record');
  if (view.problem?.code === 'notFound') {
    return (
      <Page title={texts.account.title}>
        <EmptyState title={texts.account.noAccount}>{texts.account.noAccountText}</EmptyState>
        <Reminders />
        <Sessions />
      </Page>
    );
  }
  return (
    <Loaded view={view}>
      {(account) => (
        <Page title={texts.account.title} lead={`${account.name}, ${account.email}`}>
          <Section
            title={texts.account.passwordTitle}
            lead={
              account.passwordChangedAt === null
                ? ''
                : texts.account.passwordChanged(formatDay(account.passwordChangedAt))
            }
          >
            <ChangePassword />
          </Section>
          <Passkeys passkeys={account.passkeys} host={account.passkeyHost} />
          <OneTimeCodes isOn={account.totp === 'on'} codesLeft={account.recoveryCodesLeft} />
          <Reminders />
          <Sessions />
          <Tokens />
          <Section title={texts.account.languageTitle}>
            <ChooseLanguage language={account.language ?? language} />
          </Section>
        </Page>
      )}
    </Loaded>
  );
}

/** Where she is told of what is due: her calendar, and her devices. */
function Reminders() {
  const { account } = useTexts(signinTexts);
  return (
    <Section title={account.remindersTitle} lead={account.remindersLead}>
      <ul className="signin-rows">
        <li>
          <Link to="/mitt-konto/kalender">{account.toCalendar}</Link>
        </li>
        <li>
          <Link to="/mitt-konto/aviseringar">{account.toNotifications}</Link>
        </li>
      </ul>
    </Section>
  );
}

function ChangePassword() {
  const texts = useTexts(signinTexts);
  const change = useAct('account.changePassword');
  const [stage, setStage] = useState<'closed' | 'open' | 'done'>('closed');
  const form = useForm({
    initial: { password: '', newPassword: '', repeated: '' },
    check: ({ newPassword, repeated }) => repeatFault(newPassword, repeated, texts.repeatDiffers),
    submit: ({ password, newPassword }) => change.run({ input: { password, newPassword } }),
    onSaved: () => setStage('done'),
  });
  if (stage !== 'open') {
    return (
      <div className="stack">
        {stage === 'done' ? (
          <Notice kind="success" isNews>
            {texts.account.passwordDone}
          </Notice>
        ) : null}
        <div>
          <Button onClick={() => setStage('open')}>{texts.account.changePassword}</Button>
        </div>
      </div>
    );
  }
  return (
    <Form
      form={form}
      submitLabel={texts.account.changePassword}
      labels={{ ...texts.fields, repeated: texts.repeatPassword }}
    >
      <TextField
        {...form.field('password')}
        label={texts.account.currentPassword}
        type="password"
        autoComplete="current-password"
      />
      <TextField
        {...form.field('newPassword')}
        label={texts.fields.newPassword}
        hint={texts.passwordHint}
        type="password"
        autoComplete="new-password"
      />
      <TextField
        {...form.field('repeated')}
        label={texts.repeatPassword}
        type="password"
        autoComplete="new-password"
      />
    </Form>
  );
}

function ChooseLanguage({ language }: { readonly language: 'sv' | 'en' }) {
  const texts = useTexts(signinTexts);
  const state = useLanguageState();
  const choose = useAct('account.chooseLanguage');
  const [isSaved, setSaved] = useState(false);
  const initial: { language: 'sv' | 'en' | '' } = { language };
  const form = useForm({
    initial,
    submit: ({ language: wanted }) => choose.run({ input: { language: wanted === 'en' ? 'en' : 'sv' } }),
    onSaved: () => {
      setSaved(true);
      state.choose(parseLanguage(form.values.language) ?? 'sv');
    },
  });
  return (
    <Form form={form} submitLabel={texts.account.save} labels={texts.fields}>
      <Select
        {...form.field('language')}
        label={texts.account.languageLabel}
        options={(['sv', 'en'] as const).map((value) => ({
          value,
          label: texts.account.languageWords[value],
        }))}
      />
      {isSaved ? (
        <Notice kind="success" isNews>
          {texts.account.saved}
        </Notice>
      ) : null}
    </Form>
  );
}
