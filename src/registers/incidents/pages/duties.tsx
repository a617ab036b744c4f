import { useState } from 'react';
import { dutyTexts } from '../../../duties/duty.texts.ts';
import { formatMoment } from '../../../kernel/format.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { Tag, VerdictMark } from '../../../ui/verdict-mark.tsx';
import { ActProblem, isShown } from '../../information/pages/act-problem.tsx';
import '../../information/pages/class-figure.css';
import { incidentTexts } from '../incident.texts.ts';
import './case.css';
import type { CaseRecord } from './case-record.ts';
import { clockPagesTexts } from './clock-pages.texts.ts';
import { DutyStage } from './duty-stages.tsx';
import { Figures, useLimitWords } from './figures.tsx';
import { dutiesAnchor } from './nearest-clock.tsx';
import { incidentPagesTexts } from './pages.texts.ts';
import { partyPagesTexts } from './party-pages.texts.ts';
import { Parties } from './parties.tsx';
import { MergeQuestions } from './merge-questions.tsx';
import { Requests } from './requests.tsx';

type Answer = ViewMap['incident.duties']['answer'];
type Standing = Answer['arising'][number];

interface Props {
  readonly record: CaseRecord;
}

/** What the law asks because of the case: of whom, by when, and what has been decided. */
export function Duties({ record }: Props) {
  const view = useView('incident.duties', { id: record.id, isOfNow: true });
  const { hidden } = useTexts(partyPagesTexts);
  return (
    <Loaded view={view}>
      {(answer) =>
        answer.isHidden ? (
          <Notice>{hidden}</Notice>
        ) : (
          <div className="stack">
            {answer.stops ? null : <MergeQuestions record={record} answer={answer} />}
            <Parties record={record} answer={answer} />
            {answer.stops ? null : <Figures record={record} answer={answer} />}
            <Arising record={record} answer={answer} />
          </div>
        )
      }
    </Loaded>
  );
}

interface AnsweredProps extends Props {
  readonly answer: Answer;
}

function Arising({ record, answer }: AnsweredProps) {
  const { duties: texts } = useTexts(incidentPagesTexts);
  if (answer.stops)
    return (
      <Notice kind="danger" title={texts.stopTitle}>
        {texts.stop}
      </Notice>
    );
  if (answer.isUnplaced) return null;
  const { nearest } = answer;
  // What runs out first is not folded in among what waits for an answer.
  const waits = ({ because, duty, partyId }: Standing) =>
    because === 'notAnswered' && !(duty === nearest?.duty && partyId === nearest.partyId);
  const open = answer.arising.filter(waits);
  const known = answer.arising.filter((standing) => !waits(standing));
  return (
    <div className="stack">
      <h3 id={dutiesAnchor}>{texts.arising}</h3>
      {known.length === 0 ? <p>{texts.none}</p> : null}
      {answer.parties.length < 2 ? (
        <DutyList record={record} standings={known} />
      ) : (
        answer.parties.map(({ id, name }) => (
          <OfParty
            key={id}
            record={record}
            name={name}
            standings={known.filter(({ partyId }) => partyId === id)}
          />
        ))
      )}
      {open.length === 0 ? null : (
        <Disclosure title={texts.open(open.length)}>
          <DutyList record={record} standings={open} />
        </Disclosure>
      )}
      <Requests record={record} answer={answer} />
      <Kept record={record} answer={answer} />
      <p className="soft">
        {texts.others(answer.others)} <Link to="/plikter">{texts.all}</Link>
      </p>
    </div>
  );
}

/** What was written before an answer was changed. */
function Kept({ record, answer }: AnsweredProps) {
  const { stage: texts } = useTexts(clockPagesTexts);
  if (answer.kept.length === 0) return null;
  return (
    <div>
      <h3>{texts.kept}</h3>
      <ul>
        {answer.kept.map(({ id, title, part, state }) => (
          <li key={id}>
            <Link to={`/handelser/${record.id}/rapport/${id}`}>
              {title}: {texts.report(part)}
            </Link>{' '}
            ({texts.states[state]})
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The duties of one of many, under its name. */
function OfParty({
  name,
  ...list
}: Props & { readonly name: string; readonly standings: readonly Standing[] }) {
  if (list.standings.length === 0) return null;
  return (
    <div>
      <h4>{name}</h4>
      <DutyList {...list} />
    </div>
  );
}

function DutyList({ record, standings }: Props & { readonly standings: readonly Standing[] }) {
  return (
    <ul className="things">
      {standings.map((standing) => (
        <li className="thing" key={standing.duty + standing.partyId}>
          <Duty record={record} standing={standing} />
        </li>
      ))}
    </ul>
  );
}

function Duty({ record, standing }: Props & { readonly standing: Standing }) {
  const { duties: texts } = useTexts(incidentPagesTexts);
  const words = useTexts(dutyTexts);
  const [isDeciding, setDeciding] = useState(false);
  const { number, title, partyName, verdict, because, question, threshold, stages, decision } = standing;
  const isLeft = stages.some(({ delivery }) => delivery === null);
  // A decision that the answers have since contradicted leaves the duty as it was.
  const isDecided = decision !== null && !decision.contradicts;
  const limitsOf = useLimitWords();
  const { because: becauseOf } = useTexts(partyPagesTexts).figures;
  return (
    <div className="thing-words">
      <p className="row">
        <Link to={`/plikter/${number}`}>{`${number} ${title}`}</Link>
        <Tag>{isDecided ? texts.noReport : words.verdicts[verdict]}</Tag>
        {stages.some(({ state }) => state === 'late') ? <VerdictMark verdict="overdue" /> : null}
      </p>
      <p className="soft">
        {partyName}: {words.reasons[because]}
        {threshold === null ? '' : becauseOf(limitsOf(threshold).limits)}. {question}
      </p>
      <ul className="case-stages">
        {stages.map((stage) => (
          <DutyStage key={stage.key} record={record} standing={standing} stage={stage} />
        ))}
      </ul>
      {decision === null ? null : <Decided record={record} decision={decision} />}
      {decision === null && isLeft && record.may.disclose.allowed ? (
        <div>
          <Button size="small" onClick={() => setDeciding(true)}>
            {texts.decide}
            <span className="visually-hidden">
              {' '}
              {number} {partyName}
            </span>
          </Button>
        </div>
      ) : null}
      {isDeciding ? (
        <DecideDialog record={record} standing={standing} onClose={() => setDeciding(false)} />
      ) : null}
    </div>
  );
}

interface DecidedProps extends Props {
  readonly decision: NonNullable<Standing['decision']>;
}

function Decided({ record, decision }: DecidedProps) {
  const { duties: texts } = useTexts(incidentPagesTexts);
  const language = useLanguage();
  const withdraw = useAct('incident.withdrawNoReport');
  const { id, version } = record;
  return (
    <Notice
      kind={decision.contradicts ? 'warning' : 'note'}
      title={texts.decided(decision.by ?? '–', formatMoment(decision.at, language))}
    >
      <p>{decision.reason}</p>
      {decision.lateReason === null ? null : <p>{texts.late(decision.lateReason)}</p>}
      {decision.contradicts ? <p>{texts.contradicts}</p> : null}
      <ActProblem problem={withdraw.problem} />
      {record.may.disclose.allowed ? (
        <Button
          size="small"
          onClick={() =>
            void withdraw
              .run({ id, version, input: { decisionId: decision.id as Id<'IncidentDecision'> } }) // of this very duty
              .catch(isShown)
          }
        >
          {texts.withdraw}
        </Button>
      ) : null}
    </Notice>
  );
}

interface DecideProps extends Props {
  readonly standing: Standing;
  readonly onClose: () => void;
}

function DecideDialog({ record, standing, onClose }: DecideProps) {
  const { duties: texts, record: words } = useTexts(incidentPagesTexts);
  const { fields } = useTexts(incidentTexts);
  const decide = useAct('incident.decideNoReport');
  const isLate = standing.stages.some(({ state }) => state === 'late');
  const form = useForm({
    initial: { reason: '', lateReason: '' },
    version: record.version,
    submit: (said, circumstances) =>
      decide.run({
        id: record.id,
        // A party of this very case.
        input: { ...said, duty: standing.duty, partyId: standing.partyId as Id<'IncidentParty'> },
        ...circumstances,
      }),
    onSaved: onClose,
  });
  return (
    <Dialog title={texts.decide} isOpen onClose={onClose}>
      <p>{texts.decideLead(standing.title, standing.partyName)}</p>
      <Form
        form={form}
        submitLabel={texts.decide}
        labels={fields}
        secondary={<Button onClick={onClose}>{words.cancel}</Button>}
      >
        <TextArea {...form.field('reason')} label={fields.reason} maxLength={2000} />
        {isLate ? (
          <TextArea {...form.field('lateReason')} label={fields.lateReason} rows={2} maxLength={1000} />
        ) : null}
      </Form>
    </Dialog>
  );
}
