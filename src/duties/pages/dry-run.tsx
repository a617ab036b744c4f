import { useRouterState } from '@tanstack/react-router';
import { formatMoment } from '../../kernel/format.ts';
import { optionsOf } from '../../registers/information/pages/options.ts';
import type { ViewMap } from '../../ui/api-types.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxGroup } from '../../ui/checkbox.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Loaded } from '../../ui/error-page.tsx';
import { useView } from '../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../ui/language.tsx';
import { Link, useHistory } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { formatSearch, parseSearch, searchValues } from '../../ui/search-params.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import {
  type PartyRole,
  partyRoles,
  type QuestionKey,
  type TriageAnswer,
  triageAnswers,
} from '../case-facts.ts';
import { dutyTexts } from '../duty.texts.ts';
import './duties.css';
import { dutyPagesTexts } from './pages.texts.ts';
import { useTimeWords } from './term-words.ts';

type Run = ViewMap['duty.dryRun']['answer'];
type Standing = Run['duties'][number];

/** What a municipality mostly is, until somebody says otherwise. */
const usualRoles: readonly PartyRole[] = ['coveredEntity', 'controller', 'careProvider', 'socialServices'];

/** Answers the questions of the triage about nothing that has happened. The address is all that is kept. */
export default function DryRunPage() {
  const texts = useTexts(dutyPagesTexts);
  const words = useTexts(dutyTexts);
  const { query, answerOf, answer, choose, clear } = useAnswers();
  const view = useView('duty.dryRun', { query });
  return (
    <Page title={texts.dryTitle} lead={texts.dryLead} breadcrumbs={[{ label: texts.title, to: '/plikter' }]}>
      <CheckboxGroup
        label={texts.dryWho}
        value={query.roles}
        onChange={choose}
        options={optionsOf(words.roles)}
      />
      <Loaded view={view}>
        {(run) =>
          run.stops ? (
            <>
              <Notice kind="danger" title={texts.stop} isNews>
                {texts.stopText}
              </Notice>
              <Button onClick={clear}>{texts.dryAgain}</Button>
            </>
          ) : (
            <>
              <Questions run={run} answerOf={answerOf} onAnswer={answer} onClear={clear} />
              <Results duties={run.duties} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

/** The answers as they stand in the address, and how to change them. */
function useAnswers() {
  const history = useHistory();
  const { pathname, searchStr } = useRouterState({ select: (state) => state.location });
  const params = parseSearch(searchStr);
  const read = <Value extends string>(name: string, known: readonly Value[]) =>
    known.filter((one) => searchValues(params, name).includes(one));
  const roles = searchValues(params, 'roles').length === 0 ? usualRoles : read('roles', partyRoles);
  const given = Object.fromEntries(
    triageAnswers.map((one) => [one, [...searchValues(params, one)] as QuestionKey[]]), // the view refuses what is none
  ) as Record<TriageAnswer, QuestionKey[]>;
  const go = (changes: object) => {
    history.replace(pathname + formatSearch({ roles, ...given, ...changes }));
  };
  const without = (key: QuestionKey) =>
    Object.fromEntries(triageAnswers.map((one) => [one, given[one].filter((other) => other !== key)]));
  return {
    query: { roles: [...roles], ...given },
    // From the address and not from the server's answer: a choice shows at once.
    answerOf: (key: QuestionKey): TriageAnswer | '' =>
      triageAnswers.find((one) => given[one].includes(key)) ?? '',
    answer: (key: QuestionKey, value: TriageAnswer) => {
      go({ ...without(key), [value]: [...given[value].filter((other) => other !== key), key] });
    },
    choose: (chosen: readonly PartyRole[]) => go({ roles: chosen }),
    clear: () => history.replace(pathname),
  };
}

interface QuestionsProps {
  readonly run: Run;
  readonly answerOf: (key: QuestionKey) => TriageAnswer | '';
  readonly onAnswer: (key: QuestionKey, value: TriageAnswer) => void;
  readonly onClear: () => void;
}

/** Those that have been answered, and the next: the shortest path. */
function Questions({ run, answerOf, onAnswer, onClear }: QuestionsProps) {
  const texts = useTexts(dutyPagesTexts);
  const { answers } = useTexts(dutyTexts);
  const shown = run.questions.filter((one) => answerOf(one.key) !== '' || one.key === run.next);
  return (
    <Section title={texts.dryQuestions} action={<Button onClick={onClear}>{texts.dryAgain}</Button>}>
      {shown.map((one) => (
        <RadioGroup
          key={one.key}
          label={one.question}
          hint={one.why}
          value={answerOf(one.key)}
          onChange={(value) => {
            if (value !== '') onAnswer(one.key, value);
          }}
          options={optionsOf(answers)}
        />
      ))}
      {run.next === null ? <p className="soft">{texts.dryDone}</p> : null}
    </Section>
  );
}

function Results({ duties }: { readonly duties: readonly Standing[] }) {
  const texts = useTexts(dutyPagesTexts);
  const isOpen = (one: Standing) => one.because.code === 'notAnswered';
  const arising = duties.filter((one) => one.verdict !== 'doesNotArise' && !isOpen(one));
  const open = duties.filter(isOpen);
  const rest = duties.filter((one) => one.verdict === 'doesNotArise');
  return (
    <Section title={texts.dryResult}>
      {arising.length === 0 ? (
        <p>{texts.dryNone}</p>
      ) : (
        <ul className="duty-rows">
          {[...arising].sort(settledFirst).map((one) => (
            <Result key={one.number} standing={one} />
          ))}
        </ul>
      )}
      <Folded title={texts.dryOpen(open.length)} standings={open} />
      <Folded title={texts.dryRest(rest.length)} standings={rest} />
    </Section>
  );
}

interface FoldedProps {
  readonly title: string;
  readonly standings: readonly Standing[];
}

function Folded({ title, standings }: FoldedProps) {
  if (standings.length === 0) return null;
  return (
    <Disclosure title={title}>
      <ul className="duty-rows">
        {standings.map((one) => (
          <Result key={one.number} standing={one} />
        ))}
      </ul>
    </Disclosure>
  );
}

const marks = {
  thresholdMet: 'met',
  decisionNeeded: 'undetermined',
  doesNotArise: 'not_applicable',
} as const;

/** What arises before what somebody must decide; else as the law has it. */
function settledFirst(one: Standing, other: Standing): number {
  return Number(one.verdict === 'decisionNeeded') - Number(other.verdict === 'decisionNeeded');
}

function Result({ standing }: { readonly standing: Standing }) {
  const texts = useTexts(dutyPagesTexts);
  const words = useTexts(dutyTexts);
  const language = useLanguage();
  const timeOf = useTimeWords();
  const { number, title, verdict, because, stages } = standing;
  return (
    <li className="duty-row">
      <span className="duty-number number faint">{number}</span>
      <div className="duty-words">
        <Link to={`/plikter/${number}`}>{title}</Link>
        <p className="duty-when">
          {texts.because(words.reasons[because.code])}{' '}
          {because.question === null ? null : texts.question(because.question)}
          {because.role === null ? null : words.roles[because.role]}
        </p>
      </div>
      <div className="duty-facts">
        <span className="sureness">
          <span aria-hidden="true">
            <VerdictMark verdict={marks[verdict]} isBare />
          </span>
          {words.verdicts[verdict]}
        </span>
        {stages.map((stage) => (
          <p key={stage.key}>
            <span className="duty-time">
              {stage.state === 'waits'
                ? words.states.waits
                : stage.dueAt === null
                  ? timeOf(stage.term, stage.start)
                  : texts.due(formatMoment(stage.dueAt, language))}
            </span>
            <span className="duty-recipient">{stage.recipient?.name ?? texts.noRecipient}</span>
          </p>
        ))}
      </div>
    </li>
  );
}
