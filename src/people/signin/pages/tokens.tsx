import { useState } from 'react';
import { formatDay } from '../../../kernel/format.ts';
import { Button } from '../../../ui/button.tsx';
import { CheckboxGroup } from '../../../ui/checkbox.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Section } from '../../../ui/page.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { signinTexts } from '../signin.texts.ts';
import './signin.css';

type TokenScope = 'read' | 'write';
const ordinaryDays = 90;

/** Tokens for programs: each is shown once, when it is made. */
export function Tokens() {
  const texts = useTexts(signinTexts);
  const view = useView('token.list');
  const revoke = useAct('token.revoke');
  const [shown, setShown] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const items = view.data?.items ?? [];
  const scopeWords: Readonly<Record<string, string>> = texts.account.scopeWords;
  return (
    <Section title={texts.account.tokensTitle} lead={texts.account.tokensLead}>
      {items.length === 0 ? <p className="soft">{texts.account.noTokens}</p> : null}
      <ul className="signin-rows">
        {items.map((one) => (
          <li key={one.id}>
            <span>
              {one.name}{' '}
              <span className="soft">
                {one.scopes.map((scope) => scopeWords[scope] ?? '').join(', ')}.{' '}
                {texts.account.expires(formatDay(one.expiresAt))}.
              </span>
            </span>
            <Button
              size="small"
              onClick={() => void revoke.run({ id: one.id, input: {} }).catch(() => undefined)}
            >
              {texts.account.revoke}
            </Button>
          </li>
        ))}
      </ul>
      {shown === undefined ? null : (
        <Notice kind="success" title={texts.account.tokenShown} isNews>
          <code className="signin-secret">{shown}</code>
        </Notice>
      )}
      {isOpen ? (
        <NewToken
          onMade={(token) => {
            setShown(token);
            setOpen(false);
          }}
        />
      ) : (
        <div>
          <Button onClick={() => setOpen(true)}>{texts.account.createToken}</Button>
        </div>
      )}
    </Section>
  );
}

function NewToken({ onMade }: { readonly onMade: (token: string) => void }) {
  const texts = useTexts(signinTexts);
  const create = useAct('token.create');
  const initial: { name: string; scopes: readonly TokenScope[]; days: number | null; password: string } = {
    name: '',
    scopes: ['read'],
    days: ordinaryDays,
    password: '',
  };
  const form = useForm({
    initial,
    submit: ({ name, scopes, days, password }) => {
      // Whoever plays a role in a demonstration has none.
      const proof = password === '' ? {} : { password };
      return create.run({ input: { name, scopes: [...scopes], days: days ?? ordinaryDays, ...proof } });
    },
    onSaved: (answer) => {
      if ('token' in answer) onMade(answer.token);
    },
  });
  return (
    <Form form={form} submitLabel={texts.account.createToken} labels={texts.fields}>
      <TextField {...form.field('name')} label={texts.account.tokenName} />
      <CheckboxGroup
        {...form.field('scopes')}
        label={texts.account.tokenMay}
        options={(['read', 'write'] as const).map((value) => ({
          value,
          label: texts.account.scopeWords[value],
        }))}
      />
      <NumberField {...form.field('days')} label={texts.account.tokenDays} />
      <TextField
        {...form.field('password')}
        label={texts.account.currentPassword}
        type="password"
        autoComplete="current-password"
      />
    </Form>
  );
}
