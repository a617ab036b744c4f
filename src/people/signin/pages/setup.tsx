import { useEffect, useState } from 'react';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { Loaded } from '../../../ui/error-page.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Loading, Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { homePath, signInPath } from '../../../ui/routing.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { signinTexts } from '../signin.texts.ts';
import { deviceName, fragment } from './browser.ts';
import { repeatFault } from './repeat.ts';

const profiles = ['overkalix', 'exempelkommun', 'tom'] as const;
type Profile = (typeof profiles)[number];

export default function Setup() {
  const texts = useTexts(signinTexts);
  const [secret] = useState(fragment);
  const view = useView('setup.state');
  const { reload } = view;
  const isApplying = view.data?.state === 'applying';
  useEffect(() => {
    if (!isApplying) return;
    const timer = window.setInterval(reload, 700);
    return () => window.clearInterval(timer);
  }, [isApplying, reload]);
  return (
    <Loaded view={view}>
      {({ state, municipality }) => {
        if (state === 'done') {
          return (
            <Page title={texts.setup.doneTitle} lead={texts.setup.doneText}>
              <LinkButton look="primary" to={signInPath}>
                {texts.signIn.title}
              </LinkButton>
            </Page>
          );
        }
        return (
          <Page title={texts.setup.title} lead={municipality}>
            {secret === '' ? <Notice kind="note">{texts.setup.noLink}</Notice> : null}
            {secret !== '' && state === 'choose' ? <Choose secret={secret} /> : null}
            {state === 'applying' ? <Applying /> : null}
            {secret !== '' && state === 'person' ? <FirstPerson secret={secret} /> : null}
          </Page>
        );
      }}
    </Loaded>
  );
}

function Applying() {
  const texts = useTexts(signinTexts);
  return (
    <Notice kind="note" title={texts.setup.applyingTitle} isNews>
      {texts.setup.applyingText}
      <Loading lines={2} />
    </Notice>
  );
}

function Choose({ secret }: { readonly secret: string }) {
  const texts = useTexts(signinTexts);
  const choose = useAct('setup.choose');
  const initial: { profile: Profile | ''; municipality: string } = { profile: '', municipality: '' };
  const form = useForm({
    initial,
    check: ({ profile }) =>
      profile === '' ? [{ field: 'profile', code: 'required', message: texts.setup.chooseTitle }] : [],
    submit: ({ profile, municipality }) => {
      const chosen = profile === '' ? 'tom' : profile;
      const name = municipality.trim() === '' ? texts.setup.municipalities[chosen] : municipality;
      return choose.run({ input: { secret, profile: chosen, municipality: name } });
    },
  });
  const { profile } = form.values;
  return (
    <Form form={form} submitLabel={texts.setup.next} labels={texts.fields}>
      <RadioGroup
        {...form.field('profile')}
        label={texts.setup.chooseTitle}
        hint={texts.setup.chooseLead}
        options={profiles.map((value) => ({
          value,
          label: texts.setup.profiles[value],
          hint: texts.setup.profileHints[value],
        }))}
      />
      {profile === 'tom' ? (
        <TextField
          {...form.field('municipality')}
          label={texts.fields.municipality}
          autoComplete="organization"
        />
      ) : null}
    </Form>
  );
}

function FirstPerson({ secret }: { readonly secret: string }) {
  const texts = useTexts(signinTexts);
  const begin = useAct('setup.begin');
  const go = useGo();
  const form = useForm({
    initial: { givenName: '', familyName: '', email: '', password: '', repeated: '' },
    check: ({ password, repeated }) => repeatFault(password, repeated, texts.repeatDiffers),
    submit: ({ repeated: _repeated, email, ...input }) =>
      begin.run({ input: { secret, ...input, email: email.trim(), device: deviceName() } }),
    onSaved: () => go(homePath),
  });
  return (
    <section className="stack">
      <h2>{texts.setup.personTitle}</h2>
      <p>{texts.setup.personLead}</p>
      <Form
        form={form}
        submitLabel={texts.setup.submit}
        labels={{ ...texts.fields, repeated: texts.repeatPassword }}
      >
        <TextField {...form.field('givenName')} label={texts.fields.givenName} autoComplete="given-name" />
        <TextField {...form.field('familyName')} label={texts.fields.familyName} autoComplete="family-name" />
        <TextField {...form.field('email')} label={texts.fields.email} type="email" autoComplete="username" />
        <TextField
          {...form.field('password')}
          label={texts.fields.password}
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
    </section>
  );
}
