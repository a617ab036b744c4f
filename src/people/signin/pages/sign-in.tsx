import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { ask, Problem } from '../../../ui/client.ts';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { homePath } from '../../../ui/routing.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { signinTexts } from '../signin.texts.ts';
import { deviceName, safeReturn } from './browser.ts';
import './signin.css';

export default function SignIn() {
  const texts = useTexts(signinTexts);
  const go = useGo();
  const goOn = () => go(safeReturn(new URLSearchParams(window.location.search).get('till'), homePath));
  const entrance = useView('session.entrance');
  const roles = entrance.data?.demo ?? [];
  return (
    <Page title={texts.signIn.title}>
      {roles.length === 0 ? null : <DemoRoles roles={roles} onSignedIn={goOn} />}
      <PasswordForm onSignedIn={goOn} />
      <PasskeyButton host={entrance.data?.passkey.host} onSignedIn={goOn} />
      <p className="soft">{texts.signIn.forgotten}</p>
    </Page>
  );
}

function PasswordForm({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const texts = useTexts(signinTexts);
  const open = useAct('session.open');
  const [needsCode, setNeedsCode] = useState(false);
  const form = useForm({
    initial: { email: '', password: '', code: '' },
    submit: async ({ email, password, code }) => {
      const typed = code.trim() === '' ? {} : { code };
      try {
        return await open.run({ input: { email: email.trim(), password, ...typed, device: deviceName() } });
      } catch (cause) {
        if (cause instanceof Problem && (cause.code === 'codeNeeded' || cause.code === 'wrongCode'))
          setNeedsCode(true);
        throw cause;
      }
    },
    onSaved: onSignedIn,
  });
  return (
    <Form form={form} submitLabel={texts.signIn.submit} labels={texts.fields}>
      <TextField {...form.field('email')} label={texts.fields.email} type="email" autoComplete="username" />
      <TextField
        {...form.field('password')}
        label={texts.fields.password}
        type="password"
        autoComplete="current-password"
      />
      {needsCode ? (
        <TextField
          {...form.field('code')}
          label={texts.fields.code}
          hint={texts.signIn.codeHint}
          autoComplete="one-time-code"
        />
      ) : null}
    </Form>
  );
}

function PasskeyButton(props: { readonly host: string | undefined; readonly onSignedIn: () => void }) {
  const texts = useTexts(signinTexts);
  const open = useAct('session.openWithPasskey');
  const [isRefused, setRefused] = useState(false);
  const { host, onSignedIn } = props;
  // A passkey is bound to a name; by another address the browser would only refuse.
  if (host === undefined || !('PublicKeyCredential' in window)) return null;
  if (host !== window.location.hostname) {
    const port = window.location.port === '' ? '' : `:${window.location.port}`;
    return (
      <p className="soft">{texts.signIn.passkeyElsewhere(`${window.location.protocol}//${host}${port}`)}</p>
    );
  }
  const signIn = async () => {
    setRefused(false);
    try {
      const { startAuthentication } = await import('@simplewebauthn/browser');
      const { passkey } = await ask('session.entrance');
      // The server made the options for this very function.
      const optionsJSON = passkey.options as Parameters<typeof startAuthentication>[0]['optionsJSON'];
      const assertion = await startAuthentication({ optionsJSON });
      await open.run({ input: { assertion: assertion, device: deviceName() } });
      onSignedIn();
    } catch {
      setRefused(true);
    }
  };
  return (
    <div className="stack">
      <div>
        <Button onClick={() => void signIn()} isBusy={open.isRunning}>
          {texts.signIn.withPasskey}
        </Button>
      </div>
      {isRefused ? (
        <Notice kind="warning" isNews>
          {texts.refusals.passkeyRefused}
        </Notice>
      ) : null}
    </div>
  );
}

type Role = { readonly personId: string; readonly name: string; readonly office: string };

function DemoRoles(props: { readonly roles: readonly Role[]; readonly onSignedIn: () => void }) {
  const texts = useTexts(signinTexts);
  const open = useAct('session.openDemo');
  const become = async (role: Role) => {
    await open.run({ input: { personId: role.personId as never } });
    props.onSignedIn();
  };
  return (
    <Section title={texts.signIn.demoTitle} lead={texts.signIn.demoLead}>
      <ul className="signin-roles">
        {props.roles.map((role) => (
          <li key={role.office}>
            <Button onClick={() => void become(role).catch(() => undefined)}>{role.office}</Button>
            <span className="soft">{role.name}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
