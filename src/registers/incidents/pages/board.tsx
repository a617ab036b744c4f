import { formatMoment } from '../../../kernel/format.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { EmptyState, Notice } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Tag, VerdictMark } from '../../../ui/verdict-mark.tsx';
import '../../information/pages/class-figure.css';
import { timeLeft } from '../duties/time-left.ts';
import './board.css';
import { useCaseName } from './case-record.ts';
import { clockPagesTexts } from './clock-pages.texts.ts';
import { useNow, useTimeLeftWords } from './clock-words.ts';

type Board = ViewMap['incident.clocks']['answer'];
type Clock = Board['clocks'][number];

/** All running clocks: what runs out first stands first, with the step to take. */
export default function ClockBoard() {
  const texts = useTexts(clockPagesTexts).board;
  const view = useView('incident.clocks', { isOfNow: true });
  return (
    <Page title={texts.title} lead={texts.lead}>
      <Loaded view={view}>{(board) => <Clocks board={board} />}</Loaded>
    </Page>
  );
}

function Clocks({ board }: { readonly board: Board }) {
  const texts = useTexts(clockPagesTexts).board;
  const language = useLanguage();
  const now = useNow(board.at);
  return (
    <>
      <Unplaced board={board} />
      {board.clocks.length === 0 ? (
        <EmptyState title={texts.none}>{texts.noneText}</EmptyState>
      ) : (
        <>
          <p>
            {texts.summary(board.running, board.late)}{' '}
            <span className="soft">{texts.at(formatMoment(board.at, language))}</span>
          </p>
          <ol className="clocks">
            {board.clocks.map((clock) => (
              <Row key={clock.key} clock={clock} now={now} />
            ))}
          </ol>
        </>
      )}
    </>
  );
}

function Unplaced({ board }: { readonly board: Board }) {
  const texts = useTexts(clockPagesTexts).board;
  const nameOf = useCaseName();
  if (board.unplaced.length === 0) return null;
  return (
    <Section title={texts.unplaced}>
      <Notice kind="warning">{texts.unplacedText}</Notice>
      <ul className="things">
        {board.unplaced.map((one) => (
          <li className="thing" key={one.caseId}>
            <div className="thing-words">
              <Link to={`/handelser/${one.caseId}`}>{nameOf(one)}</Link>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const marks = { late: 'overdue', dueSoon: 'partly', running: 'not_met' } as const;

function Row({ clock, now }: { readonly clock: Clock; readonly now: Date }) {
  const texts = useTexts(clockPagesTexts).board;
  const language = useLanguage();
  const nameOf = useCaseName();
  const left = useTimeLeftWords();
  const isOut = clock.dueAt !== null && timeLeft(clock.dueAt, now).isOut;
  const state = isOut ? 'late' : clock.state;
  const here = `/handelser/${clock.caseId}`;
  const to = clock.reportId === null ? here : `${here}/rapport/${clock.reportId}`;
  return (
    <li className="clock" data-state={state}>
      <div className="clock-time">
        <span className="row">
          <span aria-hidden="true">
            <VerdictMark verdict={marks[state]} isBare />
          </span>
          {texts.states[state]}
        </span>
        <strong>{clock.dueAt === null ? texts.atOnce : left(clock.dueAt, now)}</strong>
        {clock.dueAt === null ? null : (
          <span className="soft">{texts.due(formatMoment(clock.dueAt, language))}</span>
        )}
      </div>
      <div className="clock-words">
        <p>
          <strong>
            {clock.dutyNumber} {clock.stage}
          </strong>{' '}
          {clock.secret ? <Tag>{clock.number}</Tag> : null}
        </p>
        <p>
          <Link to={here}>{nameOf(clock)}</Link>
        </p>
        <p className="soft">
          {clock.party}
          {clock.recipient === null ? '' : ` · ${texts.to(clock.recipient)}`}
        </p>
      </div>
      <LinkButton to={to} size="small">
        {texts.steps[clock.step]}
        <span className="visually-hidden">
          {' '}
          {clock.dutyNumber} {nameOf(clock)}
        </span>
      </LinkButton>
    </li>
  );
}
