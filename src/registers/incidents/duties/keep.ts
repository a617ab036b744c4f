import { scopeOf, systemActor } from '../../../kernel/access.ts';
import { dayOf } from '../../../kernel/calendar.ts';
import { keepLooking } from '../../../kernel/housekeeping.ts';
import { underLock } from '../../../kernel/locks.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { act, type Services } from '../../../kernel/run.ts';
import { readIncidentSetting } from '../file.store.ts';
import { incidentAccess } from '../incident.access.ts';
import { alarmDue } from './alarm.ts';
import { alarm } from './alarm.actions.ts';
import { alarmsBy } from './alarm.store.ts';
import { clocksWithin } from './running-clocks.store.ts';

/** How often it is looked (ms): a clock of 24 hours is a quarter out after six, and a minute more or less wakes nobody later. */
const lookEvery = 30_000;

/** Wakes people about the clocks of the law, from one process at a time. Returns a function that ends it, after what is at hand. */
export function keepClocks(services: Services, onFault: (error: unknown) => void): () => Promise<void> {
  return keepLooking(
    async () => {
      await underLock(services.db, 'clocks', () => wakeForClocks(services));
    },
    lookEvery,
    onFault,
  );
}

/**
 * One look. That each step wakes once does not turn on the lock, which only keeps two processes from doing the same work: the
 * action looks again under a lock on the case, and what it has raised is a row in the same transaction as the mails.
 */
export async function wakeForClocks(services: Services): Promise<void> {
  const { db } = services;
  const now = services.clock();
  const scope = scopeOf(systemActor, incidentAccess.read);
  if (scope === null) throw new Error('Värna itself may see every case');
  const { clocks } = await clocksWithin(db, scope, { today: dayOf(now), now });
  const raised = await alarmsBy(db, [...new Set(clocks.map(({ of }) => of.id))]);
  const { wakeAt } = await readIncidentSetting(db);
  const due = clocks.filter(
    ({ clock }) => alarmDue(clock, raised.get(clock.caseId) ?? [], wakeAt, now) !== null,
  );
  for (const id of new Set(due.map(({ of }) => of.id))) {
    const request = { actor: systemActor, id, input: {}, version: null, idempotencyKey: null };
    const result = await act(services, alarm, { ...request, confirmed: new Set<string>() });
    // Somebody sent the report, or another process raised it, between the look and the lock.
    if (isRefusal(result) && result.code !== 'notDue')
      throw new Error(`${alarm.name} was refused: ${result.code}`);
  }
}
