import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { looksLikePersonnummer } from '../../../../kernel/personnummer-form.ts';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { Link } from '../../../../ui/link.tsx';
import { Loading, Notice } from '../../../../ui/notice.tsx';
import { Page } from '../../../../ui/page.tsx';
import { HandedIn } from './handed-in.tsx';
import type { Draft } from './kept.ts';
import { nextFrom, type Visit } from './belongings.ts';
import { useOffline } from './offline.ts';
import {
  ContactQuestion,
  HappenedQuestion,
  NoticedQuestion,
  OngoingQuestion,
  type QuestionProps,
  WhereQuestion,
} from './questions.tsx';
import '../../../../ui/form.css';
import './report.css';
import {
  handedIn,
  noticedInstant,
  type ReportTexts,
  useDraft,
  useHere,
  useOutbox,
  useReportTexts,
} from './use-report.ts';
import { usePosterPlace } from './poster-place.ts';

/** The questions in the order they are asked. What is hardest to leave out comes first, a picture last. */
const questions = [
  HappenedQuestion,
  NoticedQuestion,
  WhereQuestion,
  OngoingQuestion,
  ContactQuestion,
] as const;

/** Reporting in a minute: one question a page, on any phone, signed in or not, with or without a network. */
export default function ReportPage() {
  useOffline();
  const { texts, isSwedish, isEasy, choose } = useReportTexts();
  const here = useHere();
  const { draft, change, discard } = useDraft(here);
  usePosterPlace(draft, change);
  const outbox = useOutbox(here);
  const [isStopped, setStopped] = useState(false);
  // What she has just handed in; null once she has asked for the questions again.
  const [handed, setHanded] = useState<string | null>();
  // Where she was: for her next report, and on this page alone.
  const visit = useRef<Visit | null>(null);
  const isThanked = typeof handed === 'string' && outbox.reports.length > 0;
  const send = () => {
    if (draft === undefined) return;
    // Whoever does not know whether she is signed in is not named without having been asked.
    const owner = here?.personId ?? draft.owner;
    const isNamed = draft.isNamed && typeof here?.personId === 'string';
    const report = handedIn(draft, isNamed, owner);
    visit.current = { place: draft.place, poster: draft.poster, owner };
    setHanded(report.key);
    void outbox.handIn(report);
    discard();
  };
  const another = () => {
    const begun = nextFrom(visit.current, here);
    // What she has begun meanwhile in another window is hers to go on with.
    if (begun.place !== undefined && draft?.place === '') change(begun);
    setHanded(null);
  };
  return (
    <Page title={texts.title} lead={isThanked ? undefined : texts.lead}>
      <div className="stack report">
        <div className="report-bar">
          <Link to="/rapportera/folj">{texts.follow.title}</Link>
          {isSwedish ? (
            <Button size="small" onClick={() => choose(!isEasy)}>
              {isEasy ? texts.usual : texts.easy}
            </Button>
          ) : null}
        </div>
        {outbox.reports.map((report) => (
          <HandedIn
            key={report.key}
            report={report}
            texts={texts}
            isNew={report.key === handed}
            isBusy={outbox.isBusy}
            onTry={outbox.tryAgain}
            onForget={() => outbox.forget(report.key)}
          />
        ))}
        {outbox.others === 0 ? null : <Notice kind="warning">{texts.device.others(outbox.others)}</Notice>}
        {isThanked ? (
          <div>
            <Button onClick={another}>{texts.sent.another}</Button>
          </div>
        ) : draft === undefined ? (
          <Loading lines={3} />
        ) : isStopped ? (
          <SecurityStop
            texts={texts}
            onDiscard={() => {
              discard();
              setStopped(false);
            }}
            onBack={() => setStopped(false)}
          />
        ) : (
          <Questions
            draft={draft}
            change={change}
            texts={texts}
            isReopened={handed === null}
            onSend={send}
            onStop={() => setStopped(true)}
            onDiscard={discard}
          />
        )}
        <ForgetAll
          texts={texts}
          unsent={outbox.unsent}
          onForget={() => {
            visit.current = null;
            discard();
            void outbox.forgetEverything();
          }}
        />
      </div>
    </Page>
  );
}

interface ForgetAllProps {
  readonly texts: ReportTexts;
  readonly unsent: number;
  readonly onForget: () => void;
}

/** Takes away all that is kept of reports on this device; what has not been sent is not lost without a question. */
function ForgetAll({ texts: { device }, unsent, onForget }: ForgetAllProps) {
  const [isAsking, setAsking] = useState(false);
  const [isForgotten, setForgotten] = useState(false);
  const forget = () => {
    setAsking(false);
    setForgotten(true);
    onForget();
  };
  return (
    <div className="stack">
      <p className="soft">{device.kept}</p>
      {isForgotten ? <Notice kind="success" title={device.forgotten} isNews /> : null}
      <div>
        <Button onClick={() => (unsent === 0 ? forget() : setAsking(true))}>{device.forget}</Button>
      </div>
      {isAsking ? (
        <Dialog title={device.forget} isOpen onClose={() => setAsking(false)}>
          <p>{device.lost(unsent)}</p>
          <div className="form-actions">
            <Button look="danger" onClick={forget}>
              {device.forgetAnyway}
            </Button>
            <Button onClick={() => setAsking(false)}>{device.keep}</Button>
          </div>
        </Dialog>
      ) : null}
    </div>
  );
}

type QuestionsProps = Omit<QuestionProps, 'error'> & {
  /** Did she ask for them, having handed in something else? */
  readonly isReopened: boolean;
  readonly onSend: () => void;
  readonly onStop: () => void;
  readonly onDiscard: () => void;
};

function Questions({ draft, change, texts, isReopened, onSend, onStop, onDiscard }: QuestionsProps) {
  const [error, setError] = useState<string>();
  const [isNoNumber, setNoNumber] = useState(false);
  const step = Math.min(draft.step, questions.length - 1);
  const isLast = step === questions.length - 1;
  const form = useFocusOnStep(step, isReopened);
  const Question = questions[step] ?? HappenedQuestion;
  const written = [draft.happened, draft.place, draft.affected].join('\n');
  const suspected = !isNoNumber && looksLikePersonnummer(written);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const fault = suspected ? texts.personnummer.title : faultOf(draft, step, texts);
    setError(fault);
    if (fault !== undefined) return;
    if (isLast) onSend();
    else change({ step: step + 1 });
  };
  return (
    <form className="form" noValidate ref={form} onSubmit={submit}>
      <p className="soft" role="status">
        {texts.progress(String(step + 1), String(questions.length))}
      </p>
      <Question draft={draft} change={change} texts={texts} error={error} />
      {suspected ? (
        <Notice kind="warning" title={texts.personnummer.title} isNews>
          <p>{texts.personnummer.text}</p>
          <Button size="small" onClick={() => setNoNumber(true)}>
            {texts.personnummer.keep}
          </Button>
        </Notice>
      ) : null}
      {soundsSecret.test(written) ? (
        <Notice kind="warning" title={texts.secretWords.title}>
          {texts.secretWords.text}
        </Notice>
      ) : null}
      <div className="form-actions">
        <Button look="primary" type="submit">
          {isLast ? texts.send : texts.next}
        </Button>
        {step === 0 ? null : (
          <Button
            onClick={() => {
              setError(undefined);
              change({ step: step - 1 });
            }}
          >
            {texts.back}
          </Button>
        )}
      </div>
      <p className="soft">{texts.draftKept}</p>
      {draft.happened === '' ? null : (
        <div>
          <Button look="quiet" size="small" onClick={onDiscard}>
            {texts.discard}
          </Button>
        </div>
      )}
      <div className="report-stop">
        <p>{texts.security.question}</p>
        <Button size="small" onClick={onStop}>
          {texts.security.button}
        </Button>
      </div>
    </form>
  );
}

/** Words beside which secrets are often written. They warn and stop nothing: whoever reports a lost password must be able to say so. */
const soundsSecret =
  /säkerhetsskydd|(?<!\p{L})(?:kvalificerat )?hemlig(?:t|a)? handling|lösenordet är|password is|top secret/iu;

/** What is lacking in an answer before the next question is asked; nothing where the question may be skipped. */
function faultOf(draft: Draft, step: number, texts: ReportTexts): string | undefined {
  const question = questions[step];
  if (question === HappenedQuestion && draft.happened.trim().length < 3) return texts.happened.missing;
  if (question === OngoingQuestion && draft.ongoing === '') return texts.ongoing.missing;
  if (question !== NoticedQuestion) return undefined;
  const at = noticedInstant(draft.noticed);
  if (draft.noticed.when === '' || at === undefined) return texts.noticed.missing;
  return at !== null && new Date(at) > new Date() ? texts.noticed.future : undefined;
}

/** Puts the cursor in the question that has just come or been asked for, and leaves it alone when the page is opened. */
function useFocusOnStep(step: number, isReopened: boolean) {
  const form = useRef<HTMLFormElement>(null);
  const earlier = useRef(isReopened ? null : step);
  useEffect(() => {
    if (earlier.current === step) return;
    earlier.current = step;
    form.current?.querySelector<HTMLElement>('textarea, input')?.focus();
  }, [step]);
  return form;
}

interface SecurityStopProps {
  readonly texts: ReportTexts;
  readonly onDiscard: () => void;
  readonly onBack: () => void;
}

/** What concerns protective security goes another way: nothing is sent, and what was written is thrown away. */
function SecurityStop({ texts, onDiscard, onBack }: SecurityStopProps) {
  const { security } = texts;
  return (
    <Notice kind="danger" title={security.title} isNews>
      <p>{security.text}</p>
      <div className="row">
        <Button look="danger" onClick={onDiscard}>
          {security.discard}
        </Button>
        <Button onClick={onBack}>{security.back}</Button>
      </div>
    </Notice>
  );
}
