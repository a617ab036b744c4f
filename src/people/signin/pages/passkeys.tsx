import { useState } from 'react';
import { formatDay } from '../../../kernel/format.ts';
import { Button } from '../../../ui/button.tsx';
import { ask } from '../../../ui/client.ts';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { signinTexts } from '../signin.texts.ts';
import './signin.css';

type Passkey = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
};

/** Somebody's passkeys: add one, remove one. */
export function Passkeys(props: { readonly passkeys: readonly Passkey[]; readonly host: string }) {
  const { passkeys, host } = props;
  const texts = useTexts(signinTexts);
  const remove = useAct('account.removePasskey');
  const [asked, setAsked] = useState<Passkey>();
  const day = (instant: string) => formatDay(instant);
  return (
    <Section title={texts.account.passkeysTitle} lead={texts.account.passkeysLead}>
      {passkeys.length === 0 ? <p className="soft">{texts.account.noPasskeys}</p> : null}
      <ul className="signin-rows">
        {passkeys.map((one) => (
          <li key={one.id}>
            <span>
              {one.name}{' '}
              <span className="soft">
                {texts.account.created(day(one.createdAt))}.{' '}
                {one.lastUsedAt === null ? texts.account.neverUsed : texts.account.used(day(one.lastUsedAt))}.
              </span>
            </span>
            <Button size="small" onClick={() => setAsked(one)}>
              {texts.account.remove}
            </Button>
          </li>
        ))}
      </ul>
      {host === window.location.hostname ? (
        <AddPasskey />
      ) : (
        <p className="soft">{texts.signIn.passkeyElsewhere(host)}</p>
      )}
      <ConfirmDialog
        title={texts.account.removeQuestion(asked?.name ?? '')}
        isOpen={asked !== undefined}
        confirmLabel={texts.account.remove}
        isDestructive
        onConfirm={async () => {
          if (asked !== undefined) await remove.run({ id: asked.id, input: {} });
          setAsked(undefined);
        }}
        onClose={() => setAsked(undefined)}
      >
        {texts.account.removeText}
      </ConfirmDialog>
    </Section>
  );
}

function AddPasskey() {
  const texts = useTexts(signinTexts);
  const register = useAct('account.registerPasskey');
  const [outcome, setOutcome] = useState<'none' | 'added' | 'stopped'>('none');
  const form = useForm({
    initial: { name: '', password: '' },
    submit: async ({ name, password }) => {
      setOutcome('none');
      const attestation = await attest();
      if (attestation === undefined) return 'stopped' as const;
      const named = name.trim() === '' ? texts.account.passkeysTitle : name;
      await register.run({ input: { name: named, password, attestation } });
      return 'added' as const;
    },
    onSaved: (answer) => {
      setOutcome(answer);
      form.set('password', '');
      if (answer === 'added') form.set('name', '');
    },
  });
  return (
    <div className="stack">
      <Form form={form} submitLabel={texts.account.addPasskey} labels={texts.fields}>
        <TextField
          {...form.field('name')}
          label={texts.account.passkeyName}
          hint={texts.account.passkeyNameHint}
          isOptional
        />
        <TextField
          {...form.field('password')}
          label={texts.account.currentPassword}
          type="password"
          autoComplete="current-password"
        />
      </Form>
      {outcome === 'none' ? null : (
        <Notice kind={outcome === 'added' ? 'success' : 'warning'} isNews>
          {outcome === 'added' ? texts.account.passkeyAdded : texts.account.passkeyStopped}
        </Notice>
      )}
    </div>
  );
}

/** Has the browser make a passkey; undefined when the person or the browser stopped it. */
async function attest() {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const { options } = await ask('account.passkeyOptions');
  // The server made the options for this very function.
  const optionsJSON = options as Parameters<typeof startRegistration>[0]['optionsJSON'];
  return startRegistration({ optionsJSON }).catch(() => undefined);
}
