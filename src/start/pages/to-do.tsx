import { mendPath, recordPath } from '../../clauses/pages/mend.ts';
import { mendWords } from '../../clauses/pages/mend.texts.ts';
import { useAddress } from '../../clauses/pages/address.ts';
import { useResponsible } from '../../clauses/pages/responsible.ts';
import { formatLongDate, formatMoment, formatNumber } from '../../kernel/format.ts';
import type { ViewMap } from '../../ui/api-types.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Loaded } from '../../ui/error-page.tsx';
import { useView } from '../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../ui/language.tsx';
import { Link } from '../../ui/link.tsx';
import { EmptyState } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useSession } from '../../ui/session.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { GuidedPath } from './path.tsx';
import { PolicyLine } from './policy-line.tsx';
import './start.css';
import { startTexts } from './start.texts.ts';

type ToDo = ViewMap['clauses.todo']['answer'];
type Task = ToDo['items'][number];
type Waiting = ViewMap['todo.waiting']['answer']['items'][number];

/** What waits for the person who is signed in: a list, by the offices she holds. */
export default function ToDoPage() {
  const texts = useTexts(startTexts);
  const session = useSession();
  const address = useAddress();
  const office = address.read('uppdrag');
  const page = Math.max(1, Math.trunc(Number(address.read('page'))) || 1);
  const query = { ...(office === '' ? {} : { office }), ...(page > 1 ? { page } : {}) };
  const view = useView('clauses.todo', { query });
  const waiting = useView('todo.waiting').data?.items ?? [];
  const shown = waiting.filter((one) => office === '' || one.office === office);
  const held = session.data?.offices ?? [];
  const isCoordinator = held.some((one) => one.office === 'informationSecurityCoordinator');
  return (
    <Page title={texts.title} lead={held.length === 0 ? texts.leadNone : texts.lead}>
      {isCoordinator ? <GuidedPath /> : null}
      <div className="start-list">
        {shown.length === 0 ? null : <WaitingList items={shown} />}
        <Loaded view={view}>
          {(todo) => <Tasks todo={todo} office={office} page={page} waiting={waiting} />}
        </Loaded>
      </div>
      <PolicyLine />
    </Page>
  );
}

/** What somebody else waits for, with its last day: before all that no clock runs for. */
function WaitingList({ items }: { readonly items: readonly Waiting[] }) {
  const texts = useTexts(startTexts);
  return (
    <Section title={texts.waitingTitle} lead={texts.waitingLead}>
      <ul className="task-list">
        {items.map((one) => (
          <WaitingRow key={`${one.action} ${one.recordId}`} one={one} />
        ))}
      </ul>
    </Section>
  );
}

function WaitingRow({ one }: { readonly one: Waiting }) {
  const texts = useTexts(startTexts);
  const language = useLanguage();
  const responsible = useResponsible();
  const { verb, task } = mendWords(one.action, one.recordName, language, one.register);
  const to = mendPath({ ...one, field: null }) ?? recordPath(one.register, one.recordId) ?? '/att-gora';
  const day = (text: string) => formatLongDate(text, language);
  const dueDay = one.dueOn === null ? null : day(one.dueOn);
  const due = one.dueAt === null ? dueDay : formatMoment(one.dueAt, language);
  return (
    <li className="task">
      <div className="task-words">
        <p className="task-title">{task}</p>
        {one.about === null ? null : <p>{one.about}</p>}
        <p>
          {`${one.office === null ? texts.yourself : responsible(one.office)}.`}{' '}
          {one.since === one.dueOn ? null : texts.waitsSince(day(one.since))}{' '}
          {due === null ? null : one.overdue ? texts.wasDueOn(due) : texts.dueOn(due)}{' '}
          {one.overdue ? <VerdictMark verdict="overdue" /> : null}
        </p>
      </div>
      <LinkButton to={to} size="small">
        {verb}
        <span className="visually-hidden"> – {task}</span>
      </LinkButton>
    </li>
  );
}

type TasksProps = {
  readonly todo: ToDo;
  readonly office: string;
  readonly page: number;
  readonly waiting: readonly Waiting[];
};

function Tasks({ todo, office, page, waiting }: TasksProps) {
  const texts = useTexts(startTexts);
  const language = useLanguage();
  const responsible = useResponsible();
  // A clause finds what has waited too long; it stands above already, and once is enough.
  const isAbove = ({ action, recordId }: Task) =>
    waiting.some((one) => one.action === action && one.recordId === recordId);
  const items = todo.items.filter((task) => !isAbove(task));
  const repeated = todo.items.filter(isAbove);
  if (todo.total === repeated.length) {
    if (waiting.length > 0) return null;
    return (
      <EmptyState title={texts.nothing} action={<LinkButton to="/policyn">{texts.nothingAction}</LinkButton>}>
        {texts.nothingText}
      </EmptyState>
    );
  }
  const counts = new Map(
    todo.offices.map(({ office: name, count }) => [
      name,
      count - repeated.filter((task) => task.responsible === name).length,
    ]),
  );
  const names = [...new Set(items.map((task) => task.responsible))];
  const say = (count: number) => (count === 1 ? texts.oneTask : texts.tasks(formatNumber(count, language)));
  return (
    <>
      <OfficeFilter todo={todo} office={office} />
      {names.map((name) => (
        <Section
          key={name}
          title={responsible(name)}
          action={<span className="soft">{say(counts.get(name) ?? 0)}</span>}
        >
          <TaskList tasks={items.filter((task) => task.responsible === name)} />
        </Section>
      ))}
      <Pages total={todo.total} page={page} pageSize={todo.pageSize} />
    </>
  );
}

/** What can be done now, and apart from it what waits for a part of Värna that is not there yet. */
function TaskList({ tasks }: { readonly tasks: readonly Task[] }) {
  const texts = useTexts(startTexts);
  const language = useLanguage();
  const rows = (some: readonly Task[]) => (
    <ul className="task-list">
      {some.map((task, index) => (
        <TaskRow key={`${task.number} ${task.recordId ?? index} ${task.field ?? ''}`} task={task} />
      ))}
    </ul>
  );
  const doable = tasks.filter((task) => task.action !== null);
  const waiting = tasks.filter((task) => task.action === null);
  return (
    <>
      {doable.length === 0 ? null : rows(doable)}
      {waiting.length === 0 ? null : (
        <Disclosure title={texts.waiting(formatNumber(waiting.length, language))}>{rows(waiting)}</Disclosure>
      )}
    </>
  );
}

/** Where somebody holds several offices: one of them at a time, or all. */
function OfficeFilter({ todo, office }: Pick<TasksProps, 'todo' | 'office'>) {
  const texts = useTexts(startTexts);
  const responsible = useResponsible();
  const address = useAddress();
  if (todo.offices.length < 2) return null;
  const lines = [
    { office: '', label: texts.everything },
    ...todo.offices.map((one) => ({ office: one.office, label: responsible(one.office) })),
  ];
  return (
    <nav className="office-filter" aria-label={texts.showOnly}>
      <ul>
        {lines.map((line) => (
          <li key={line.office}>
            <Link
              to={address.href({ uppdrag: line.office })}
              isReplacing
              aria-current={line.office === office ? 'true' : undefined}
            >
              {line.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Verb and object, why, and the one button that leads there. */
function TaskRow({ task }: { readonly task: Task }) {
  const texts = useTexts(startTexts);
  const language = useLanguage();
  const { verb, task: words } = mendWords(task.action, task.recordName, language);
  const to = mendPath(task) ?? recordPath(task.register, task.recordId) ?? `/krav/${task.number}`;
  return (
    <li className="task">
      <div className="task-words">
        <p className="task-title">{words}</p>
        <p>
          {task.message}{' '}
          <Link className="task-clause" to={`/krav/${task.number}`}>
            {texts.why(task.title)}
          </Link>
        </p>
      </div>
      <LinkButton to={to} size="small">
        {verb}
        <span className="visually-hidden"> – {words}</span>
      </LinkButton>
    </li>
  );
}

function Pages({ total, page, pageSize }: Pick<ToDo, 'total' | 'page' | 'pageSize'>) {
  const texts = useTexts(startTexts);
  const language = useLanguage();
  const address = useAddress();
  const pages = Math.ceil(total / pageSize);
  if (pages < 2) return null;
  return (
    <nav className="row" aria-label={texts.pages}>
      {page > 1 ? <Link to={address.href({ page: String(page - 1) })}>{texts.previous}</Link> : null}
      <span className="soft">{texts.page(formatNumber(page, language), formatNumber(pages, language))}</span>
      {page < pages ? <Link to={address.href({ page: String(page + 1) })}>{texts.next}</Link> : null}
    </nav>
  );
}
