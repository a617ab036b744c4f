import { useState } from 'react';
import { formatMoment } from '../../../kernel/format.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import type { ActionMap, ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { ConfirmDialog, Dialog } from '../../../ui/dialog.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { signinTexts } from '../../signin/signin.texts.ts';
import { reasonWhyNot } from '../../pages/why-not.ts';
import { personPagesTexts } from './pages.texts.ts';
import './account-section.css';

type Account = ViewMap['account.ofPerson']['answer'];
type Made = ActionMap['account.invite']['answer'];
type OfPerson = { readonly id: string; readonly name: string };

/** Whether the person can sign in, for those who let people in; the rest are never shown it. */
export function AccountSection({ id, name }: OfPerson) {
  const texts = useTexts(personPagesTexts).account;
  const view = useView('account.ofPerson', { id });
  return (
    <Section title={texts.title}>
      <Loaded view={view}>{(account) => <WayIn id={id} name={name} account={account} />}</Loaded>
    </Section>
  );
}

function WayIn({ id, name, account }: OfPerson & { readonly account: Account }) {
  const texts = useTexts(personPagesTexts).account;
  const { refusals } = useTexts(signinTexts);
  const language = useLanguage();
  const restore = useAct('account.restore');
  const [asked, setAsked] = useState<'nothing' | 'invite' | 'suspend'>('nothing');
  const [made, setMade] = useState<Made>();
  const { state, may } = account;
  const why = (because: string | null) => reasonWhyNot(because, refusals, language);
  return (
    <div className="stack">
      <p>
        {texts.states[state]} {account.email === null ? null : texts.signsInWith(account.email)}{' '}
        {account.invitedUntil === null
          ? null
          : texts.invitedUntil(formatMoment(account.invitedUntil, language))}
      </p>
      {made === undefined ? null : <TheLink made={made} name={name} />}
      {restore.problem === undefined ? null : (
        <Notice kind="danger" isNews>
          {restore.problem.message}
        </Notice>
      )}
      <div className="row">
        {state === 'suspended' ? null : (
          <Button disabledReason={why(may.invite.because)} onClick={() => setAsked('invite')}>
            {state === 'none' ? texts.invite : texts.inviteAgain}
          </Button>
        )}
        {state === 'active' && may.suspend.because !== 'forbidden' ? (
          <Button disabledReason={why(may.suspend.because)} onClick={() => setAsked('suspend')}>
            {texts.suspend}
          </Button>
        ) : null}
        {state === 'suspended' && may.restore.because !== 'forbidden' ? (
          <Button
            isBusy={restore.isRunning}
            disabledReason={why(may.restore.because)}
            onClick={() => void restore.run({ id, input: {} }).catch(() => undefined)}
          >
            {texts.restore}
          </Button>
        ) : null}
      </div>
      <Dialog title={texts.inviteTitle(name)} isOpen={asked === 'invite'} onClose={() => setAsked('nothing')}>
        <InviteForm
          id={id}
          account={account}
          onMade={(link) => {
            setMade(link);
            setAsked('nothing');
          }}
          onClose={() => setAsked('nothing')}
        />
      </Dialog>
      <CloseDialog id={id} name={name} isOpen={asked === 'suspend'} onClose={() => setAsked('nothing')} />
    </div>
  );
}

type InviteFormProps = {
  readonly id: string;
  readonly account: Account;
  readonly onMade: (made: Made) => void;
  readonly onClose: () => void;
};

function InviteForm({ id, account, onMade, onClose }: InviteFormProps) {
  const texts = useTexts(personPagesTexts);
  const invite = useAct('account.invite');
  const form = useForm<{ email: string }, Made>({
    initial: { email: account.email ?? account.inviteEmail ?? '' },
    // The id is that of the record shown.
    submit: ({ email }) => invite.run({ input: { personId: id as PersonId, email: email.trim() || null } }),
    onSaved: onMade,
  });
  return (
    <Form
      form={form}
      submitLabel={texts.account.makeLink}
      labels={{ email: texts.account.email }}
      secondary={<Button onClick={onClose}>{texts.form.cancel}</Button>}
    >
      <p>{account.state === 'active' ? texts.account.renewText : texts.account.inviteText}</p>
      <TextField {...form.field('email')} type="email" label={texts.account.email} autoComplete="off" />
    </Form>
  );
}

/** The link, shown this once: only what is made of it is stored. */
function TheLink({ made, name }: { readonly made: Made; readonly name: string }) {
  const texts = useTexts(personPagesTexts).account;
  const language = useLanguage();
  return (
    <Notice kind="success" title={texts.linkTitle} isNews>
      <div className="stack">
        <p>{texts.linkText(name, formatMoment(made.expiresAt, language))}</p>
        <p>
          <span className="visually-hidden">{texts.link}: </span>
          <code className="invitation-link">{made.link}</code>
        </p>
        <CopyButton text={made.link} label={texts.copy} />
      </div>
    </Notice>
  );
}

function CloseDialog(props: OfPerson & { readonly isOpen: boolean; readonly onClose: () => void }) {
  const texts = useTexts(personPagesTexts).account;
  const suspend = useAct('account.suspend');
  const { id, name, isOpen, onClose } = props;
  const close = async () => {
    await suspend.run({ id, input: {} });
    onClose();
  };
  return (
    <ConfirmDialog
      title={texts.suspendTitle(name)}
      isOpen={isOpen}
      confirmLabel={texts.suspend}
      isDestructive
      isBusy={suspend.isRunning}
      onConfirm={() => void close().catch(() => undefined)}
      onClose={onClose}
    >
      <p>{texts.suspendText}</p>
      {suspend.problem === undefined ? null : (
        <Notice kind="danger" isNews>
          {suspend.problem.message}
        </Notice>
      )}
    </ConfirmDialog>
  );
}
