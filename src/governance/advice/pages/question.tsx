import { formatLongDate, formatMoment, inSentence } from '../../../kernel/format.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { type Circumstances, useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { TextArea } from '../../../ui/text-field.tsx';
import { Tag, VerdictMark } from '../../../ui/verdict-mark.tsx';
import { ActProblem, isShown } from '../../../registers/information/pages/act-problem.tsx';
import { History } from '../../../audit/pages/history.tsx';
import { adviceTexts } from '../advice.texts.ts';
import './advice.css';
import { advicePagesTexts } from './pages.texts.ts';

type Question = ViewMap['advice.record']['answer'];

export default function QuestionPage() {
  const id = useRouteParameter('id');
  const view = useView('advice.record', { id });
  return (
    <Loaded view={view}>{(question) => <Conversation key={question.version} question={question} />}</Loaded>
  );
}

function Conversation({ question }: { readonly question: Question }) {
  const { answers, question: texts } = useTexts(advicePagesTexts);
  const { roles, states } = useTexts(adviceTexts);
  const refusals: Readonly<Record<string, string>> = useTexts(adviceTexts).refusals;
  const language = useLanguage();
  const close = useAct('advice.close');
  const { id, version, may } = question;
  const whyNot = ({ allowed, because }: Question['may']['close']) =>
    allowed ? undefined : (refusals[because ?? ''] ?? texts.forbidden);
  const more = [
    {
      key: 'close',
      label: texts.close,
      onAction: () => void close.run({ id, version, input: {} }).catch(isShown),
      disabledReason: whyNot(may.close),
    },
    ...(may.publish.allowed
      ? [{ key: 'publish', label: texts.publish, to: `/rad-och-stod/svar/nytt?fraga=${id}` }]
      : []),
  ];
  return (
    <Page
      title={question.subject}
      lead={texts.private}
      breadcrumbs={[{ label: answers.title, to: '/rad-och-stod' }]}
      state={
        <span className="row">
          <Tag>{states[question.state]}</Tag>
          <span className="soft">{texts.asked(inSentence(roles[question.askedOf]))}</span>
          {question.dueOn === null ? null : (
            <span className="soft">{texts.due(formatLongDate(question.dueOn, language))}</span>
          )}
          {question.overdue ? <VerdictMark verdict="overdue" /> : null}
        </span>
      }
      more={more}
      aside={<History register="advice" id={id} />}
    >
      <ActProblem problem={close.problem} />
      <Section title={texts.conversation}>
        <Entries entries={question.entries} />
        <About about={question.about} />
      </Section>
      <NextStep question={question} />
    </Page>
  );
}

function Entries({ entries }: Pick<Question, 'entries'>) {
  const texts = useTexts(advicePagesTexts).question;
  const language = useLanguage();
  const who = { question: texts.wroteQuestion, answer: texts.wroteAnswer, closing: texts.closedIt };
  return (
    <ol className="conversation">
      {entries.map(({ number, kind, text, writer, writtenAt }) => (
        <li key={number} data-kind={kind}>
          <strong>{who[kind](writer)}</strong>{' '}
          <span className="soft">{formatMoment(writtenAt, language)}</span>
          {text === '' ? null : <p className="conversation-text">{text}</p>}
        </li>
      ))}
    </ol>
  );
}

function About({ about }: Pick<Question, 'about'>) {
  const texts = useTexts(advicePagesTexts).question;
  if (about === null) return null;
  const folder = about.register === 'information' ? '/register/information' : '/register/system';
  return (
    <p>
      {texts.about}:{' '}
      {about.id === null || about.name === null ? (
        texts.hidden
      ) : (
        <Link to={`${folder}/${about.id}`}>{about.name}</Link>
      )}
    </p>
  );
}

/** What this person can write next: an answer, a question more, or what opens the conversation again. */
function NextStep({ question }: { readonly question: Question }) {
  const texts = useTexts(advicePagesTexts).question;
  const answer = useAct('advice.answer');
  const followUp = useAct('advice.followUp');
  const reopen = useAct('advice.reopen');
  const { id, version, may, state } = question;
  const input = (text: string) => ({ question: text });
  if (may.answer.allowed) {
    return (
      <Writing
        version={version}
        title={state === 'waiting' ? texts.answer : texts.addAnswer}
        hint={texts.answerHint}
        submitLabel={texts.sendAnswer}
        run={(text, circumstances) => answer.run({ id, input: { answer: text }, ...circumstances })}
      />
    );
  }
  if (may.followUp.allowed) {
    return (
      <Writing
        version={version}
        title={texts.followUp}
        submitLabel={texts.sendFollowUp}
        run={(text, circumstances) => followUp.run({ id, input: input(text), ...circumstances })}
      />
    );
  }
  if (!may.reopen.allowed) return null;
  return (
    <Writing
      version={version}
      title={texts.reopen}
      hint={texts.reopenHint}
      submitLabel={texts.reopen}
      run={(text, circumstances) => reopen.run({ id, input: input(text), ...circumstances })}
    />
  );
}

type WritingProps = {
  readonly version: number;
  readonly title: string;
  readonly hint?: string;
  readonly submitLabel: string;
  readonly run: (text: string, circumstances: Circumstances) => Promise<unknown>;
};

function Writing({ version, title, hint, submitLabel, run }: WritingProps) {
  const form = useForm({
    initial: { text: '' },
    version,
    submit: ({ text }, circumstances) => run(text, circumstances),
  });
  // The server calls the field by what is written in it; here there is one field, and every fault is its.
  const binding = form.field('text');
  const error = binding.error ?? form.faults[0]?.message;
  return (
    <Form form={form} submitLabel={submitLabel} labels={{ text: title }}>
      <TextArea {...binding} error={error} label={title} hint={hint} rows={6} maxLength={4000} />
    </Form>
  );
}
