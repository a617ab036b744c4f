import { Type } from 'typebox';
import { covers, scopeOf } from '../../kernel/access.ts';
import { dayOf } from '../../kernel/calendar.ts';
import type { Reader } from '../../kernel/db.ts';
import { current } from '../../kernel/recorded.ts';
import { Fields, ListOf, listQuery, OneOf, OrNull, orderOf, pageSize } from '../../kernel/schema.ts';
import { type Asking, view } from '../../kernel/view.ts';
import { workingDaysBetween } from '../../kernel/working-calendar.ts';
import { aboutName } from './about.store.ts';
import { adviceAccess, publishedAnswerAccess } from './advice.access.ts';
import { readAdviceFacts } from './advice.facts.store.ts';
import {
  type AdviceFilter,
  type AdviceRow,
  adviceSorts,
  listAdvice,
  type Whose,
} from './advice.list.store.ts';
import { askerNames, entriesOf, readAdvice } from './advice.store.ts';
import {
  type Advice,
  aboutRegisters,
  adviceStates,
  entryKinds,
  type LoadedAdvice,
  supportRoles,
} from './advice.ts';
import { answerDueOn, figuresOf, isOverdue, type Target } from './response.ts';
import { listTargets } from './support.store.ts';

const Text = OrNull(Type.String());
const Clock = {
  waitingSince: Text,
  /** Working days since somebody began to wait; null when nobody waits. */
  waitingDays: OrNull(Type.Integer()),
  /** The last working day for an answer in time. */
  dueOn: Text,
  overdue: Type.Boolean(),
};

const Row = Fields({
  id: Type.String(),
  subject: Type.String(),
  askedOf: OneOf(supportRoles),
  asker: Type.String(),
  askedBy: Type.String(),
  state: OneOf(adviceStates),
  askedAt: Type.String(),
  ...Clock,
});

const listInput = Fields({ ...listQuery, state: Type.Optional(OneOf(adviceStates)) });

/** How long somebody has waited, and whether it is too long. */
function clockOf(waitingSince: Date | null, targets: readonly Target[], today: string) {
  if (waitingSince === null) return { waitingSince: null, waitingDays: null, dueOn: null, overdue: false };
  const askedOn = dayOf(waitingSince);
  return {
    waitingSince: waitingSince.toISOString(),
    waitingDays: workingDaysBetween(askedOn, today),
    dueOn: answerDueOn(askedOn, targets),
    overdue: isOverdue(askedOn, targets, today),
  };
}

async function listOf(
  db: Reader,
  whose: Whose,
  input: { page?: number; sort?: string; clause?: string } & AdviceFilter,
  asking: Asking,
) {
  const { page = 1, sort, clause, ...narrow } = input;
  const { scope, today, insight } = asking;
  const filter =
    clause === undefined ? narrow : { ...narrow, ids: await insight.offenders(clause, 'advice') };
  const order = orderOf(adviceSorts, whose === 'mine' ? 'asked' : 'waiting', sort);
  const { items, total } = await listAdvice(db, whose, filter, order, page, scope, today);
  const targets = await listTargets(db);
  const row = ({ askedAt, waitingSince, ...rest }: AdviceRow) => ({
    ...rest,
    askedAt: askedAt.toISOString(),
    ...clockOf(waitingSince, targets, today),
  });
  return { items: items.map(row), total, page, pageSize };
}

/** Whose question was shown, and which: whoever asked can see who has read it. */
const shownOf = ({ id, askedBy }: { readonly id: string; readonly askedBy: string }) => [
  `advice:${id}`,
  `person:${askedBy}`,
];

export const mine = view({
  name: 'advice.mine',
  on: 'register',
  permission: adviceAccess.ask,
  input: listInput,
  output: ListOf(Row),
  told: { nothing: 'only what is the asker’s own' },
  answer: (db, input, asking) => listOf(db, 'mine', { sort: '-asked', ...input }, asking),
});

export const toAnswer = view({
  name: 'advice.toAnswer',
  on: 'register',
  permission: adviceAccess.answer,
  input: listInput,
  output: ListOf(Row),
  told: { shown: ({ items }) => items.flatMap(shownOf) },
  answer: (db, input, asking) => listOf(db, 'toAnswer', input, asking),
});

const Step = Fields({ allowed: Type.Boolean(), because: Text });

export const record = view({
  name: 'advice.record',
  on: 'record',
  permission: adviceAccess.read,
  input: Fields({}),
  output: Fields({
    ...Row.properties,
    version: Type.Integer(),
    /** What it concerns; the name is null to somebody who may not see that record. */
    about: OrNull(Fields({ register: OneOf(aboutRegisters), id: Text, name: Text })),
    entries: Type.Array(
      Fields({
        number: Type.Integer(),
        kind: OneOf(entryKinds),
        text: Type.String(),
        writer: Type.String(),
        writtenAt: Type.String(),
        byAsker: Type.Boolean(),
      }),
    ),
    /** What this person can do now, and if not, why: `forbidden` or a code of the register. */
    may: Fields({ answer: Step, followUp: Step, close: Step, reopen: Step, publish: Step }),
  }),
  told: {
    shown: (one, { actor }) => (one.askedBy === actor.personId ? [] : shownOf(one)),
  },
  answer: async (db, _input, asking) => {
    const { id, scope, today } = asking;
    const loaded = await readAdvice(db, id, scope, today);
    if (loaded === null) return null;
    const { advice } = loaded;
    const { askedAt, waitingSince, informationId: _information, systemId: _system, ...told } = advice;
    const [asker = ''] = await askerNames(db, advice.askedBy);
    return {
      ...told,
      asker,
      askedAt: askedAt.toISOString(),
      ...clockOf(waitingSince, await listTargets(db), today),
      about: await aboutOf(db, advice, asking),
      entries: (await entriesOf(db, id)).map(({ writtenAt, writtenBy, ...entry }) => ({
        ...entry,
        writtenAt: writtenAt.toISOString(),
        byAsker: writtenBy === advice.askedBy,
      })),
      may: mayOf(loaded, asking),
    };
  },
});

async function aboutOf(db: Reader, advice: Advice, { actor, today }: Asking) {
  const id = advice.informationId ?? advice.systemId;
  if (id === null) return null;
  const register = advice.informationId === null ? ('system' as const) : ('information' as const);
  const name = await aboutName(db, { register, id }, actor, today);
  // Who may not see the record is not told which it is either.
  return { register, id: name === null ? null : id, name };
}

function mayOf({ advice, answerers }: LoadedAdvice, { actor }: Asking) {
  const isAsker = advice.askedBy === actor.personId;
  const isClosed = advice.state === 'closed';
  const answering = scopeOf(actor, adviceAccess.answer);
  const isAnswerer = answering !== null && covers(answering, { person: answerers });
  const step = (isHers: boolean, because: string | null) => {
    const reason = isHers ? because : 'forbidden';
    return { allowed: reason === null, because: reason };
  };
  const unanswered = advice.state === 'waiting' && !isAsker ? 'notAnswered' : null;
  return {
    answer: step(isAnswerer, isAsker ? 'ownQuestion' : isClosed ? 'closed' : null),
    followUp: step(isAsker, isClosed ? 'closed' : null),
    close: step(true, isClosed ? 'closed' : unanswered),
    reopen: step(isAsker, isClosed ? null : 'notClosed'),
    publish: step(isAnswerer && scopeOf(actor, publishedAnswerAccess.publish) !== null, null),
  };
}

export const figures = view({
  name: 'advice.figures',
  on: 'register',
  permission: adviceAccess.figures,
  input: Fields({}),
  output: Fields({
    answered: Type.Integer(),
    inTime: Type.Integer(),
    overdue: Type.Integer(),
    waiting: Type.Integer(),
    medianDays: OrNull(Type.Number()),
  }),
  told: { nothing: 'figures, no question' },
  answer: async (db, _input, { today }) => {
    const rounds = (await readAdviceFacts(db, current)).flatMap((one) => one.rounds);
    return figuresOf(rounds, await listTargets(db), today);
  },
});
