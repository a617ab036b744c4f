import { useState } from 'react';
import { LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { Problem } from '../../../ui/client.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Loading } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { homePath, signInPath } from '../../../ui/routing.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { signinTexts } from '../signin.texts.ts';
import { deviceName, fragment } from './browser.ts';
import { repeatFault } from './repeat.ts';

export default function Invitation() {
  const texts = useTexts(signinTexts);
  const [[id = '', secret = '']] = useState(() => fragment().split('.'));
  const isWhole = id !== '' && secret !== '';
  const view = useView('account.invitation', { id, isEnabled: isWhole });
  if (isWhole && view.isLoading) return <Loading lines={4} />;
  const { data } = view;
  if (data?.state !== 'open') {
    const title = data === undefined ? texts.invitation.gone : texts.invitation[data.state];
    return (
      <Page title={title} lead={texts.invitation.askAgain}>
        <LinkButton to={signInPath}>{texts.signIn.title}</LinkButton>
      </Page>
    );
  }
  return (
    <Page title={texts.invitation.title} lead={texts.invitation.lead(data.name, data.municipality)}>
      <p>{texts.invitation.emailIs(data.email)}</p>
      <ChoosePassword secret={secret} email={data.email} />
    </Page>
  );
}

function ChoosePassword({ secret, email }: { readonly secret: string; readonly email: string }) {
  const texts = useTexts(signinTexts);
  const accept = useAct('account.accept');
  const go = useGo();
  const [needsCode, setNeedsCode] = useState(false);
  const form = useForm({
    initial: { password: '', repeated: '', code: '' },
    check: ({ password, repeated }) => repeatFault(password, repeated, texts.repeatDiffers),
    submit: async ({ password, code }) => {
      const typed = code.trim() === '' ? {} : { code };
      try {
        return await accept.run({ input: { secret, password, ...typed, device: deviceName() } });
      } catch (cause) {
        if (cause instanceof Problem && (cause.code === 'codeNeeded' || cause.code === 'wrongCode'))
          setNeedsCode(true);
        throw cause;
      }
    },
    onSaved: () => go(homePath),
  });
  return (
    <Form
      form={form}
      submitLabel={texts.invitation.submit}
      labels={{ ...texts.fields, repeated: texts.repeatPassword }}
    >
      {/* For password managers: whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
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
      {needsCode ? (
        <TextField
          {...form.field('code')}
          label={texts.fields.code}
          hint={texts.signIn.codeHint}
          autoComplete="one-time-code"
          width="short"
        />
      ) : null}
    </Form>
  );
}
