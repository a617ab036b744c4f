import type { Reader } from '../kernel/db.ts';
import type { Holder, Insight } from '../kernel/insight.ts';
import { holderOf } from '../people/appointment.facts.ts';
import { ownersIn } from './duty.ts';
import { clauseByNumber } from './index.ts';
import { memoryOf, type Snapshot } from './memory.ts';
import { judgementOf } from './verdicts.ts';

/** What the facts in memory can tell other slices' views: the rows behind a figure, and today's owners. */
export function insightOf(db: Reader, clock: () => Date): Insight {
  const memory = memoryOf(db);
  return insightInto(
    () => memory.now(clock()),
    (instant, now) => insightInto(() => memory.asOf(instant, now), noFurther),
  );
}

/** A question of the past asks about one instant. */
const noFurther = (): Insight => {
  throw new Error('the past is not asked about its past');
};

function insightInto(snapshot: () => Promise<Snapshot>, asOf: Insight['asOf']): Insight {
  return {
    asOf,
    async offenders(number, register) {
      const clause = clauseByNumber(number);
      if (clause === null) return [];
      const { findings } = judgementOf(clause, await snapshot());
      const ids = findings.filter((one) => one.register === register).map((one) => one.recordId);
      return [...new Set(ids.filter((id) => id !== null))];
    },
    async informationOwners(ids) {
      const { facts, today } = await snapshot();
      const ownerOf = ownersIn(facts, today);
      return holders(ids, (id) => {
        const information = facts.information.get(id);
        const owner = information === undefined ? null : ownerOf(information);
        return owner === null ? null : { personId: owner.personId, name: owner.name };
      });
    },
    async systemOwners(ids) {
      const { facts, today } = await snapshot();
      return holders(ids, (id) => {
        const owner = holderOf(facts.appointments, 'systemOwner', id, today);
        return owner === null ? null : { personId: owner.personId, name: owner.personName };
      });
    },
  };
}

function holders(ids: readonly string[], find: (id: string) => Holder | null): ReadonlyMap<string, Holder> {
  const found = new Map<string, Holder>();
  for (const id of ids) {
    const holder = find(id);
    if (holder !== null) found.set(id, holder);
  }
  return found;
}
