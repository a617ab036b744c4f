import { sql } from 'kysely';
import { timeZone } from '../../kernel/calendar.ts';
import type { Reader } from '../../kernel/db.ts';
import { joined, selected, type Selection, tableOf } from '../../kernel/recorded.ts';
import type { WitnessFact } from './witness.facts.ts';

/** Witnesses, ended ones too, each with its latest deliveries, in the order of their ids. */
export async function readWitnessFacts(db: Reader, selection: Selection): Promise<WitnessFact[]> {
  const all = joined(selection);
  const deliveries = tableOf('witness_delivery', 'd', all);
  const cosignatures = tableOf('witness_cosignature', 'c', all);
  const hers = sql`d.witness_id = w.id and ${selected('d', all)}`;
  const { rows } = await sql<WitnessFact>`
    select w.id, w.kind, w.name, lower(w.valid) as "from", (upper(w.valid) - 1) as until,
      (select (max(d.delivered_at) at time zone ${timeZone})::date from ${deliveries}
       where ${hers} and d.outcome = 'delivered') as "deliveredOn",
      (select (max(c.cosigned_at) at time zone ${timeZone})::date from ${cosignatures}
       where c.witness_id = w.id and ${selected('c', all)}) as "cosignedOn",
      coalesce((select d.outcome = 'inconsistent' from ${deliveries}
       where ${hers} order by d.delivered_at desc, d.id desc limit 1), false) as "isInconsistent"
    from ${tableOf('witness', 'w', selection)} where ${selected('w', selection)} order by w.id`.execute(db);
  return rows;
}
