import { randomBytes } from 'node:crypto';
import { type Actor, scopeOf, systemActor } from '../../../kernel/access.ts';
import type { Circumstances } from '../../../kernel/action.ts';
import { appendEvent } from '../../../kernel/audit/append.ts';
import { dayOf } from '../../../kernel/calendar.ts';
import { apiRoot, pathOf } from '../../../kernel/http.ts';
import { newId } from '../../../kernel/ids.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Services } from '../../../kernel/run.ts';
import { getPage } from '../../../outgoing/get-page.ts';
import { report } from '../report.actions.ts';
import { caseOfKey } from '../report.store.ts';
import type { ReportInput } from '../report.ts';
import { hashKey } from '../code.ts';
import type { Probed } from './channel-test.ts';

/** What a probe needs to know of the installation. */
export interface ChannelProbe {
  readonly services: Services;
  /** Where the server answers itself, over the loopback. */
  readonly origin: string;
}

/** How long (ms) a page or a door may take. */
const patience = 10_000;
/** The page where anybody reports. */
const page = '/rapportera';

/**
 * Does what somebody does who reports without signing in: asks for the page, knocks at the door, and reports, all the way to being
 * stored. Of it nothing stays: the door is given a body that it refuses, and the report is taken back with its transaction, so that it is
 * never a case, has no number and is told to nobody.
 */
export async function probeChannel(probe: ChannelProbe): Promise<Probed> {
  return (
    (await faultOfPage(probe)) ??
    (await faultOfDoor(probe)) ??
    (await faultOfStoring(probe.services)) ?? { outcome: 'open', detail: '' }
  );
}

async function faultOfPage({ origin }: ChannelProbe): Promise<Probed | null> {
  const { host } = new URL(origin);
  const got = await getPage(origin + page, { internalHosts: new Set([host]), timeout: patience });
  if (!got.ok) return { outcome: 'pageMissing', detail: [got.fault, got.status ?? ''].join(' ').trim() };
  return got.kind === 'html' ? null : { outcome: 'pageMissing', detail: got.kind };
}

/** The door refuses what is no report for being none (400), and not for who sends it. */
async function faultOfDoor({ origin }: ChannelProbe): Promise<Probed | null> {
  try {
    const response = await fetch(origin + apiRoot + pathOf(report), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    await response.arrayBuffer();
    return response.status === 400 ? null : { outcome: 'doorShut', detail: String(response.status) };
  } catch (error) {
    return { outcome: 'doorShut', detail: nameOf(error) };
  }
}

/** Somebody who has not signed in, from nowhere: counted by herself, so that no flood shuts the probe out. */
const visitor: Actor = {
  ...systemActor,
  kind: 'anonymous',
  name: '',
  credentialId: 'channel test',
};

/** Carries the outcome out through the transaction, so that nothing of it stays. */
class Rehearsed extends Error {
  readonly fault: Probed | null;
  constructor(fault: Probed | null) {
    super('rehearsed');
    this.fault = fault;
  }
}

async function faultOfStoring({ db, clock, insight }: Services): Promise<Probed | null> {
  const now = clock();
  const circumstances: Circumstances = {
    actor: visitor,
    now,
    today: dayOf(now),
    newId,
    confirmed: new Set(),
  };
  const input: ReportInput = {
    key: randomBytes(24).toString('base64url'),
    happened: 'Prov av rapporteringskanalen',
    noticedAt: null,
    place: '',
    affected: '',
    ongoing: 'no',
    contact: '',
  };
  try {
    await db.transaction().execute(async (transaction) => {
      const scope = scopeOf(visitor, report.permission);
      if (scope === null) throw new Rehearsed({ outcome: 'notStored', detail: 'forbidden' });
      const request = { id: '', input, scope, circumstances, insight };
      const loaded = await report.load(transaction, request, undefined as never);
      if (loaded === null || isRefusal(loaded))
        throw new Rehearsed({ outcome: 'notStored', detail: loaded === null ? '' : loaded.code });
      const decided = report.decide(loaded, input, circumstances);
      if (isRefusal(decided)) throw new Rehearsed({ outcome: 'notStored', detail: decided.code });
      const { register } = report.permission;
      const stamp = await appendEvent(transaction, visitor, register, decided.event, now);
      await report.save(transaction, loaded, decided.next, stamp);
      const stored = await caseOfKey(transaction, hashKey(input.key));
      throw new Rehearsed(stored === null ? { outcome: 'notStored', detail: 'absent' } : null);
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.fault;
    return { outcome: 'notStored', detail: nameOf(error) };
  }
  return null;
}

/** What a fault is called; what it says may hold what belongs nowhere else. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
