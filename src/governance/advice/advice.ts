import type { ScopeKeys } from '../../kernel/access.ts';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import type { Change, Json } from '../../kernel/audit/canonical.ts';
import type { Id, InformationId, PersonId, SystemId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, IdOf, Line, OneOf, OrNull, Reason, type Static } from '../../kernel/schema.ts';

/** The policy's two support roles: whom everybody may turn to. */
export const supportRoles = ['securityCoordinator', 'itManager'] as const;
export type SupportRole = (typeof supportRoles)[number];

export const adviceStates = ['waiting', 'answered', 'closed'] as const;
export type AdviceState = (typeof adviceStates)[number];

export const entryKinds = ['question', 'answer', 'closing'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What a question may concern, of the registers. */
export const aboutRegisters = ['information', 'system'] as const;

const Text = Reason(4000);

export const askInput = Fields({
  askedOf: OneOf(supportRoles),
  subject: Line(120),
  question: Text,
  about: OrNull(Fields({ register: OneOf(aboutRegisters), id: IdOf<'Information' | 'System'>() })),
});
export const questionInput = Fields({ question: Text });
export const answerInput = Fields({ answer: Text });

/** A question with what came of it: seen by who asked and by those who answer, and by nobody else. */
export interface Advice {
  readonly id: Id<'Advice'>;
  readonly version: number;
  readonly askedBy: PersonId;
  readonly askedOf: SupportRole;
  readonly subject: string;
  readonly informationId: InformationId | null;
  readonly systemId: SystemId | null;
  readonly state: AdviceState;
  readonly askedAt: Date;
  readonly waitingSince: Date | null;
}

export interface Entry {
  readonly id: Id<'AdviceEntry'>;
  readonly number: number;
  readonly kind: EntryKind;
  readonly text: string;
  readonly writtenBy: PersonId;
  readonly writtenAt: Date;
}

/** A conversation, how far it has come, and who may answer it today. */
export interface LoadedAdvice {
  readonly advice: Advice;
  readonly entries: number;
  readonly answerers: readonly PersonId[];
}

export interface NextAdvice {
  readonly advice: Advice;
  readonly entry: Entry;
}

/** By which a question is reached: who asked, and who holds the role today. */
export function adviceKeys({ advice, answerers }: LoadedAdvice): ScopeKeys {
  return { person: [advice.askedBy, ...answerers] };
}

/**
 * What stands in the log for what was written. The log has readers who are neither the asker nor the one who answers, so it
 * says that the field was written and not what; the row itself is in the tree, by its hash.
 */
export const untold = '•••';

export const askRefusals = ['officeVacant', 'onlyYourself', 'aboutUnknown', 'notAPerson'] as const;

/** Asks one of the support roles. A role that nobody else holds cannot be asked: the question would go nowhere. */
export function askAdvice(
  input: Static<typeof askInput>,
  around: { readonly answerers: readonly PersonId[]; readonly aboutStands: boolean },
  circumstances: Circumstances,
): Decision<NextAdvice> | Refusal {
  const { personId } = circumstances.actor;
  if (personId === null) return refuse('notAPerson');
  if (around.answerers.length === 0) return refuse('officeVacant', { field: 'askedOf' });
  if (around.answerers.every((one) => one === personId)) return refuse('onlyYourself', { field: 'askedOf' });
  if (!around.aboutStands) return refuse('aboutUnknown', { field: 'about' });
  const { about, askedOf, subject } = input;
  const advice: Advice = {
    id: circumstances.newId<'Advice'>(),
    version: 1,
    askedBy: personId,
    askedOf,
    subject,
    informationId: about?.register === 'information' ? (about.id as InformationId) : null, // of that register
    systemId: about?.register === 'system' ? (about.id as SystemId) : null, // likewise
    state: 'waiting',
    askedAt: circumstances.now,
    waitingSince: circumstances.now,
  };
  const told = [
    change('askedBy', null, personId),
    change('askedOf', null, askedOf),
    change('subject', null, untold),
    ...(advice.informationId === null ? [] : [change('informationId', null, advice.informationId)]),
    ...(advice.systemId === null ? [] : [change('systemId', null, advice.systemId)]),
    change('state', null, 'waiting'),
    change('askedAt', null, circumstances.now.toISOString()),
    change('waitingSince', null, circumstances.now.toISOString()),
  ];
  const loaded = { advice: { ...advice, version: 0 }, entries: 0, answerers: around.answerers };
  return written(loaded, advice, 'question', input.question, 'advice.asked', told, personId, circumstances);
}

/** Asks further, or adds to what waits for an answer. */
export function followUpAdvice(
  loaded: LoadedAdvice,
  question: string,
  circumstances: Circumstances,
): Decision<NextAdvice> | Refusal {
  if (loaded.advice.state === 'closed') return refuse('closed');
  return asksOn(loaded, question, 'advice.followedUp', circumstances);
}

/** Opens a closed conversation again, with what remains to be asked. */
export function reopenAdvice(
  loaded: LoadedAdvice,
  question: string,
  circumstances: Circumstances,
): Decision<NextAdvice> | Refusal {
  if (loaded.advice.state !== 'closed') return refuse('notClosed');
  return asksOn(loaded, question, 'advice.reopened', circumstances);
}

function asksOn(
  loaded: LoadedAdvice,
  question: string,
  kind: string,
  circumstances: Circumstances,
): Decision<NextAdvice> | Refusal {
  const { personId } = circumstances.actor;
  if (personId === null) return refuse('notAPerson');
  const { advice } = loaded;
  // Who waits already has waited since then.
  const waitingSince = advice.waitingSince ?? circumstances.now;
  const next: Advice = { ...advice, state: 'waiting', waitingSince };
  return written(loaded, next, 'question', question, kind, moved(advice, next), personId, circumstances);
}

/** Answers, or adds to an answer. Nobody answers herself, whatever office she holds. */
export function answerAdvice(
  loaded: LoadedAdvice,
  answer: string,
  circumstances: Circumstances,
): Decision<NextAdvice> | Refusal {
  const { personId } = circumstances.actor;
  if (personId === null) return refuse('notAPerson');
  const { advice } = loaded;
  if (advice.askedBy === personId) return refuse('ownQuestion');
  if (advice.state === 'closed') return refuse('closed');
  const next: Advice = { ...advice, state: 'answered', waitingSince: null };
  const changes = moved(advice, next);
  return written(loaded, next, 'answer', answer, 'advice.answered', changes, personId, circumstances);
}

/** Closes. The asker may at any time; who answers only what has been answered. */
export function closeAdvice(
  loaded: LoadedAdvice,
  circumstances: Circumstances,
): Decision<NextAdvice> | Refusal {
  const { personId } = circumstances.actor;
  if (personId === null) return refuse('notAPerson');
  const { advice } = loaded;
  if (advice.state === 'closed') return refuse('closed');
  if (advice.state === 'waiting' && advice.askedBy !== personId) return refuse('notAnswered');
  const next: Advice = { ...advice, state: 'closed', waitingSince: null };
  return written(loaded, next, 'closing', '', 'advice.closed', moved(advice, next), personId, circumstances);
}

function written(
  { advice: before, entries }: LoadedAdvice,
  next: Advice,
  kind: EntryKind,
  text: string,
  event: string,
  changes: readonly Change[],
  writtenBy: PersonId,
  { now, newId }: Circumstances,
): Decision<NextAdvice> {
  const entry: Entry = {
    id: newId<'AdviceEntry'>(),
    number: entries + 1,
    kind,
    text,
    writtenBy,
    writtenAt: now,
  };
  const told = [
    change('entry.number', null, entry.number),
    change('entry.kind', null, kind),
    change('entry.text', null, text === '' ? '' : untold),
    change('entry.writtenBy', null, writtenBy),
    change('entry.writtenAt', null, now.toISOString()),
  ];
  return {
    next: { advice: { ...next, version: before.version + 1 }, entry },
    event: {
      kind: event,
      record: next.id,
      changes: [...changes, ...told],
      touched: [`adviceEntry:${entry.id}`],
    },
  };
}

function moved(before: Advice, after: Advice): Change[] {
  const told = ({ state, waitingSince }: Advice): Record<string, Json> => ({
    state,
    waitingSince: waitingSince?.toISOString() ?? null,
  });
  const [from, to] = [told(before), told(after)];
  return Object.keys(to)
    .filter((field) => from[field] !== to[field])
    .map((field) => change(field, from[field] ?? null, to[field] ?? null));
}

function change(field: string, from: Json, to: Json): Change {
  return { field, from, to };
}
