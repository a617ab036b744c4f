import { systemActor } from '../../kernel/access.ts';
import type { Action } from '../../kernel/action.ts';
import { dayOf } from '../../kernel/calendar.ts';
import { keepLooking } from '../../kernel/housekeeping.ts';
import { underLock } from '../../kernel/locks.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { act, type Services } from '../../kernel/run.ts';
import { pickTexts } from '../../kernel/texts.ts';
import { readSetting } from '../../settings/setting.store.ts';
import { type Head, readHead, readOrigin } from '../tree.store.ts';
import { answeredNote } from './cosigning.ts';
import { type DeliverInput, type DeliveryDetail, isDue } from './delivery.ts';
import { type EndpointOptions, giveToEndpoint } from './endpoint.ts';
import { giveToFolder, notGiven } from './folder.ts';
import { continues, rootAt } from './history.ts';
import { cosign, deliver, openPage, settle } from './witness.actions.ts';
import { largestGiven, listWitnesses, arrivedDeliveries } from './witness.store.ts';
import { isActive, type Witness } from './witness.ts';
import { witnessTexts } from './witness.texts.ts';

export interface WitnessKeeping extends EndpointOptions {
  readonly services: Services;
  /** A witness must not stand in it. */
  readonly dataDirectory: string;
  /** Told when a witness and the log disagree. Nothing else in here is as serious. */
  onInconsistent(witness: string, detail: DeliveryDetail | null): void;
  onFault(error: unknown): void;
}

const lookEvery = 10_000;

/**
 * Gives every witness the newest checkpoint on its schedule, from one process at a time. Returns a function that ends it, after
 * the delivery at hand.
 */
export function keepWitnesses(keeping: WitnessKeeping): () => Promise<void> {
  return keepLooking(
    () => deliverDue(keeping),
    lookEvery,
    (error) => keeping.onFault(error),
  );
}

/** One look: mails that have arrived are noted, and those whose turn it is are given the newest checkpoint. */
export async function deliverDue(keeping: WitnessKeeping): Promise<void> {
  const { db, clock } = keeping.services;
  await underLock(db, 'delivery', async () => {
    const head = await readHead(db);
    // Before the log has begun there is nothing to witness, and nothing may be told.
    if (head === null) return;
    for (const id of await arrivedDeliveries(db)) await perform(keeping, settle, id, {}, []);
    const today = dayOf(clock());
    const witnesses = await listWitnesses(db, today);
    if (!witnesses.some((one) => one.kind === 'public')) {
      const language = (await readSetting(db))?.language ?? 'sv';
      const name = pickTexts(witnessTexts, language).publicPage;
      await perform(keeping, openPage, null, { name }, ['nameTaken']);
    }
    for (const witness of witnesses) {
      if (!isActive(witness, today) || !isDue(witness, witness.latest, clock())) continue;
      await give(keeping, witness, head).catch((error: unknown) => keeping.onFault(error));
    }
  });
}

async function give(keeping: WitnessKeeping, witness: Witness, head: Head): Promise<void> {
  const { db } = keeping.services;
  const before = await largestGiven(db, witness.id);
  const isSafe = before === null || (await continues(db, before, head));
  const given: Omit<DeliverInput, 'size'> = isSafe
    ? await giveBy(keeping, witness, head)
    : notGiven('historyDiffers', 'inconsistent');
  if (given.outcome === 'inconsistent') keeping.onInconsistent(witness.name, given.detail);
  await perform(keeping, deliver, witness.id, { ...given, size: head.size }, []);
}

async function giveBy(
  keeping: WitnessKeeping,
  witness: Witness,
  head: Head,
): Promise<Omit<DeliverInput, 'size'>> {
  const { db } = keeping.services;
  if (witness.kind === 'folder' && witness.folder !== null) {
    const own = { origin: await readOrigin(db), rootAt: (size: number) => rootAt(db, size) };
    return giveToFolder(witness.folder, head, own, keeping.dataDirectory);
  }
  if (witness.kind === 'https' && witness.url !== null) {
    const { body, ...given } = await giveToEndpoint(witness.url, head.note, keeping);
    const isFalse = given.outcome === 'delivered' && !(await takeCosignature(keeping, witness, head, body));
    return isFalse ? { ...given, detail: 'cosignatureFalse' } : given;
  }
  // By mail: it has been given when the mail has arrived.
  return { outcome: 'queued', detail: null, answer: '' };
}

/** Takes the cosignature that an endpoint may have answered with. False when there was one that is false. */
async function takeCosignature(
  keeping: WitnessKeeping,
  witness: Witness,
  head: Head,
  body: string,
): Promise<boolean> {
  const note = witness.verifierKey === null ? null : answeredNote(head.note, body);
  if (note === null || note.length > 20_000) return true;
  const code = await perform(keeping, cosign, witness.id, { note }, [
    'alreadyHeld',
    'notCosigned',
    'cosignatureFalse',
    'checkpointNotOurs',
    'cosignedInFuture',
  ]);
  return code === null || code === 'alreadyHeld' || code === 'notCosigned';
}

/** Acts as Värna itself. Answers with the refusal's code when it is one that is reckoned with, else null. */
async function perform(
  { services }: WitnessKeeping,
  action: Action,
  id: string | null,
  input: object,
  expected: readonly string[],
): Promise<string | null> {
  const request = { actor: systemActor, id, input, version: null, idempotencyKey: null };
  const result = await act(services, action, { ...request, confirmed: new Set(['personnummer']) });
  if (!isRefusal(result)) return null;
  if (!expected.includes(result.code)) throw new Error(`${action.name} was refused: ${result.code}`);
  return result.code;
}
