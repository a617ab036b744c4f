import { type SubmitEvent, useEffect, useState } from 'react';
import { formatMoment } from '../../../../kernel/format.ts';
import { Button } from '../../../../ui/button.tsx';
import { actNamed, Problem } from '../../../../ui/client.ts';
import { useLanguage } from '../../../../ui/language.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { Page, Section } from '../../../../ui/page.tsx';
import { TextArea, TextField } from '../../../../ui/text-field.tsx';
import type { FollowAnswer } from '../../report.ts';
import '../../../../ui/form.css';
import './report.css';
import { type ReportTexts, useReportTexts } from './use-report.ts';

type Followed = Extract<FollowAnswer, { readonly found: true }>;

/** How a case goes, for who reported it: by her code, which stands in no address that a server sees. */
export default function FollowPage() {
  const { texts } = useReportTexts();
  const { follow } = texts;
  const [code, setCode] = useState(() => decodeURIComponent(globalThis.location.hash.slice(1)));
  // The code is not left in the address, which the browser remembers for whoever uses it next.
  useEffect(() => {
    const { pathname, hash } = globalThis.location;
    if (hash !== '') globalThis.history.replaceState(globalThis.history.state, '', pathname);
  }, []);
  const [followed, setFollowed] = useState<Followed>();
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const look = async () => {
    setBusy(true);
    setError(undefined);
    try {
      // The declaration of the action decides the answer. Whoever is signed in here is not named by following what she has told
      // without a name.
      const asked = { input: { code }, isUnnamed: true } as const;
      const answer = (await actNamed('incident.follow', asked)) as FollowAnswer;
      if (answer.found) setFollowed(answer);
      else setError(follow.unknown);
    } catch (cause) {
      setError(cause instanceof Problem && cause.status !== 400 ? cause.message : follow.unknown);
    }
    setBusy(false);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void look();
  };
  return (
    <Page title={follow.title} lead={follow.lead} breadcrumbs={[{ label: texts.title, to: '/rapportera' }]}>
      <div className="stack report">
        <form className="form" noValidate onSubmit={submit}>
          <TextField
            name="code"
            label={follow.code}
            hint={follow.codeHint}
            value={code}
            onChange={setCode}
            error={error}
          />
          <div className="form-actions">
            <Button look="primary" type="submit" isBusy={isBusy}>
              {follow.look}
            </Button>
          </div>
        </form>
        {followed === undefined ? null : (
          <Standing followed={followed} code={code} texts={texts} onAdded={() => void look()} />
        )}
      </div>
    </Page>
  );
}

interface StandingProps {
  readonly followed: Followed;
  readonly code: string;
  readonly texts: ReportTexts;
  readonly onAdded: () => void;
}

function Standing({ followed, code, texts, onAdded }: StandingProps) {
  const { follow } = texts;
  const language = useLanguage();
  return (
    <>
      <Notice title={follow.states[followed.state]} isNews>
        <p className="soft">{follow.reported(formatMoment(followed.reportedAt, language))}</p>
      </Notice>
      {followed.messages.length === 0 ? null : (
        <Section title={follow.messages}>
          <ol className="stack">
            {followed.messages.map(({ text, at, byReporter }) => (
              <li key={at + text}>
                <strong>{byReporter ? follow.fromYou : follow.toYou}</strong>{' '}
                <span className="soft">{formatMoment(at, language)}</span>
                <p>{text}</p>
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Addition code={code} texts={texts} onAdded={onAdded} />
    </>
  );
}

function Addition({ code, texts, onAdded }: Omit<StandingProps, 'followed'>) {
  const { follow } = texts;
  const [text, setText] = useState('');
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [problem, setProblem] = useState<string>();
  const [isAdded, setAdded] = useState(false);
  const send = async () => {
    try {
      await actNamed('incident.add', { input: { code, text }, key, isUnnamed: true });
      setText('');
      setKey(crypto.randomUUID());
      setAdded(true);
      setProblem(undefined);
      onAdded();
    } catch (cause) {
      setProblem(cause instanceof Error ? cause.message : '');
    }
  };
  return (
    <Section title={follow.add}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {isAdded ? <Notice kind="success" title={follow.added} isNews /> : null}
        <TextArea
          name="text"
          label={follow.add}
          hint={follow.addHint}
          value={text}
          onChange={setText}
          error={problem}
          maxLength={4000}
        />
        <div className="form-actions">
          <Button type="submit">{follow.send}</Button>
        </div>
      </form>
    </Section>
  );
}
