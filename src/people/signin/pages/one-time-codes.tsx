import { useState } from 'react';
import { formatNumber } from '../../../kernel/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { signinTexts } from '../signin.texts.ts';
import './signin.css';

type Prepared = { readonly secret: string; readonly uri: string };
type Asked = 'nothing' | 'disable' | 'newCodes';

/** Codes from an app, and the codes on paper for the day the app is gone. */
export function OneTimeCodes({ isOn, codesLeft }: { readonly isOn: boolean; readonly codesLeft: number }) {
  const texts = useTexts(signinTexts);
  const language = useLanguage();
  const enable = useAct('account.enableTotp');
  const [prepared, setPrepared] = useState<Prepared>();
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<Asked>('nothing');
  const prepare = async () => setPrepared(await enable.run({ input: {} }));
  return (
    <Section title={texts.account.totpTitle} lead={texts.account.totpLead}>
      {codes.length > 0 ? <Codes codes={codes} onSeen={() => setCodes([])} /> : null}
      {isOn ? (
        <>
          <p>
            {texts.account.totpOn} {texts.account.codesLeft(formatNumber(codesLeft, language))}
          </p>
          <div className="row">
            <Button onClick={() => setAsked('newCodes')}>{texts.account.newCodes}</Button>
            <Button onClick={() => setAsked('disable')}>{texts.account.disableTotp}</Button>
          </div>
          {asked === 'nothing' ? null : (
            <WithPassword
              key={asked}
              asked={asked}
              onDone={(made) => {
                setCodes(made);
                setAsked('nothing');
              }}
            />
          )}
        </>
      ) : prepared === undefined ? (
        <>
          <p>{texts.account.totpOff}</p>
          <div>
            <Button onClick={() => void prepare().catch(() => undefined)} isBusy={enable.isRunning}>
              {texts.account.enableTotp}
            </Button>
          </div>
        </>
      ) : (
        <Confirm
          prepared={prepared}
          onDone={(made) => {
            setCodes(made);
            setPrepared(undefined);
          }}
        />
      )}
    </Section>
  );
}

function Codes({ codes, onSeen }: { readonly codes: readonly string[]; readonly onSeen: () => void }) {
  const texts = useTexts(signinTexts);
  return (
    <Notice kind="warning" title={texts.account.codesTitle} isNews>
      <p>{texts.account.codesText}</p>
      <ul className="signin-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button onClick={onSeen}>{texts.account.codesSeen}</Button>
    </Notice>
  );
}

function Confirm(props: {
  readonly prepared: Prepared;
  readonly onDone: (codes: readonly string[]) => void;
}) {
  const texts = useTexts(signinTexts);
  const confirm = useAct('account.confirmTotp');
  const form = useForm({
    initial: { code: '' },
    submit: ({ code }) => confirm.run({ input: { code } }),
    onSaved: (answer) => props.onDone('codes' in answer ? answer.codes : []),
  });
  return (
    <Form form={form} submitLabel={texts.account.confirm} labels={texts.fields}>
      <p>{texts.account.totpStep}</p>
      <p>
        <span className="visually-hidden">{texts.account.totpSecret}: </span>
        <code className="signin-secret">{(props.prepared.secret.match(/.{1,4}/g) ?? []).join(' ')}</code>
      </p>
      <p>
        <a href={props.prepared.uri}>{texts.account.totpOpen}</a>
      </p>
      <TextField
        {...form.field('code')}
        label={texts.fields.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        width="short"
      />
    </Form>
  );
}

function WithPassword(props: {
  readonly asked: 'disable' | 'newCodes';
  readonly onDone: (codes: readonly string[]) => void;
}) {
  const texts = useTexts(signinTexts);
  const disable = useAct('account.disableTotp');
  const renew = useAct('account.newRecoveryCodes');
  const isDisabling = props.asked === 'disable';
  const form = useForm({
    initial: { password: '' },
    submit: async ({ password }): Promise<readonly string[]> => {
      if (isDisabling) {
        await disable.run({ input: { password } });
        return [];
      }
      const answer = await renew.run({ input: { password } });
      return 'codes' in answer ? answer.codes : [];
    },
    onSaved: props.onDone,
  });
  return (
    <Form
      form={form}
      submitLabel={isDisabling ? texts.account.disableTotp : texts.account.newCodes}
      labels={texts.fields}
    >
      <TextField
        {...form.field('password')}
        label={texts.account.currentPassword}
        type="password"
        autoComplete="current-password"
      />
    </Form>
  );
}
