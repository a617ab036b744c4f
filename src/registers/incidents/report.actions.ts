import { everythingScope } from '../../kernel/access.ts';
import { action, type LoadRequest } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Static } from '../../kernel/schema.ts';
import { codeFor, hashCode, hashKey } from './code.ts';
import { incidentAccess } from './incident.access.ts';
import { enterCase, loadCase, saveCase } from './incident.store.ts';
import type { LoadedCase, NextCase } from './incident.ts';
import type { IntakeKind } from './intake.ts';
import { endedUpIn } from './merging/gone-into.store.ts';
import { entriesOf } from './parts.store.ts';
import { unitByCode } from './poster/poster.store.ts';
import {
  addByReporter,
  additionInput,
  type FollowAnswer,
  followInput,
  publicState,
  reportCase,
  reportInput,
} from './report.ts';
import { caseOfCode, caseOfKey, countIntake, intakeRefusal, saveCode } from './report.store.ts';

export const report = action({
  name: 'incident.report',
  on: 'register',
  permission: incidentAccess.report,
  readable: incidentAccess.report,
  input: reportInput,
  refusals: ['notATime'],
  // The answer is the code. A report that is sent again is known by its own key, from whatever address it comes.
  secretAnswer: true,
  load: async (transaction, { input, circumstances }) => {
    const { actor, now, today } = circumstances;
    const id = await caseOfKey(transaction, hashKey(input.key));
    // Who sends again what has come already adds nothing, and may be somebody who never saw her code.
    const wait = id === null ? await intakeRefusal(transaction, actor, 'report', now) : null;
    if (wait !== null) return wait;
    const known = id === null ? null : await loadCase(transaction, id, everythingScope, today);
    const unit = input.unit === undefined ? null : await unitByCode(transaction, input.unit, today);
    return { actor, known: known?.incident ?? null, unitId: unit?.id ?? null };
  },
  keys: () => ({}),
  decide: (around, input, circumstances) => {
    const decided = reportCase(input, around, circumstances);
    return isRefusal(decided)
      ? decided
      : { ...decided, next: { ...decided.next, key: input.key, code: codeFor(input.key) } };
  },
  save: async (transaction, { actor }, { incident, isNew, key, code }, stamp) => {
    if (isNew) {
      await countIntake(transaction, actor, 'report', stamp.at);
      await enterCase(transaction, incident, stamp);
      await saveCode(transaction, incident.id, hashKey(key), hashCode(code));
    }
    return { code };
  },
});

type ByCode = LoadRequest<{ readonly code: string }>;

/**
 * Which case a code opens; null when it opens none. A guess is counted, and the next one may have to wait. A right code never
 * waits: at one address are many, and what one of them tries is not to shut the others out. A hundred random bits are not
 * found by guessing however fast.
 */
async function idByCode(
  db: Reader,
  { input, circumstances: { actor, now } }: ByCode,
): Promise<string | Refusal | null> {
  const id = await caseOfCode(db, hashCode(input.code));
  return id ?? intakeRefusal(db, actor, 'wrongCode', now);
}

/**
 * The case of a code that something is sent to, before its transaction: a wrong one is counted as a guess, which a transaction that
 * is abandoned would undo.
 */
export async function caseToAddTo(db: Reader, request: ByCode, what: IntakeKind): Promise<string | Refusal> {
  const { actor, now } = request.circumstances;
  const wait = await intakeRefusal(db, actor, what, now);
  if (wait !== null) return wait;
  const id = await idByCode(db, request);
  if (id !== null) return id;
  await countIntake(db, actor, 'wrongCode', now);
  return refuse('codeUnknown', { field: 'code' });
}

async function loadByCode(
  transaction: Transaction,
  request: ByCode,
): Promise<{ readonly found: LoadedCase | null } | Refusal> {
  const id = await idByCode(transaction, request);
  if (isRefusal(id)) return id;
  const { today } = request.circumstances;
  return { found: id === null ? null : await loadCase(transaction, id, everythingScope, today) };
}

/** A code that opens nothing is told as an attempt; what was typed is not. */
export const wrongCode = { kind: 'incident.codeRefused', record: null, concerns: [] } as const;

export const follow = action({
  name: 'incident.follow',
  on: 'register',
  permission: incidentAccess.follow,
  readable: incidentAccess.follow,
  input: followInput,
  refusals: [],
  secretAnswer: true,
  load: async (transaction, request: LoadRequest<Static<typeof followInput>>) => {
    const loaded = await loadByCode(transaction, request);
    return isRefusal(loaded) ? loaded : { ...loaded, actor: request.circumstances.actor };
  },
  keys: () => ({}),
  decide: ({ found }) => ({
    next: found,
    event:
      found === null ? wrongCode : { kind: 'incident.followed', record: found.incident.id, concerns: [] },
  }),
  save: async (transaction, { actor }, found, stamp): Promise<FollowAnswer> => {
    if (found === null) {
      await countIntake(transaction, actor, 'wrongCode', stamp.at);
      return { found: false };
    }
    const { id, reportedAt } = found.incident;
    const at = await loadCase(transaction, await endedUpIn(transaction, id), everythingScope, '');
    const own = (await entriesOf(transaction, id)).filter(
      ({ kind }) => kind === 'fromReporter' || kind === 'toReporter',
    );
    return {
      found: true,
      state: publicState(at?.incident.state ?? 'triaged'),
      reportedAt: reportedAt.toISOString(),
      messages: own.map(({ kind, text, writtenAt }) => ({
        text,
        at: writtenAt.toISOString(),
        byReporter: kind === 'fromReporter',
      })),
    };
  },
});

export const add = action({
  name: 'incident.add',
  on: 'register',
  permission: incidentAccess.follow,
  readable: incidentAccess.follow,
  input: additionInput,
  refusals: ['codeUnknown'],
  prepare: (db, request) => caseToAddTo(db, request, 'addition'),
  load: async (transaction, { circumstances: { actor, today } }, id) => {
    const loaded = await loadCase(transaction, id, everythingScope, today);
    return loaded === null ? refuse('codeUnknown', { field: 'code' }) : { ...loaded, actor };
  },
  keys: () => ({}),
  decide: (loaded, { text }, circumstances) => addByReporter(loaded, text, circumstances),
  save: async (transaction, { actor }, next: NextCase, stamp) => {
    await countIntake(transaction, actor, 'addition', stamp.at);
    await saveCase(transaction, next, stamp);
    return { added: true };
  },
});
