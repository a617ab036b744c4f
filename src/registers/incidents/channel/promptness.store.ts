import { sql } from 'kysely';
import type { Scope } from '../../../kernel/access.ts';
import type { Reader } from '../../../kernel/db.ts';
import { timeZone } from '../../../kernel/calendar.ts';
import type { CaseNumber } from '../incident.ts';
import { caseInScope } from '../scope.store.ts';

/** How long it took from when something was noticed until it was reported. */
export interface PromptRow {
  readonly id: string;
  readonly series: CaseNumber['series'];
  readonly year: number;
  readonly number: number;
  readonly unitName: string | null;
  readonly noticedAt: Date;
  readonly reportedAt: Date;
  readonly minutes: number;
  /** Is it, or any part of it? */
  readonly secret: boolean;
}

export interface Promptness {
  /** The minutes that half of the cases lie at or below; null where there are none. */
  readonly median: number | null;
  readonly total: number;
  /** The slowest first. */
  readonly items: readonly PromptRow[];
}

/**
 * The median time (whole minutes) from noticing to report of the cases within the scope that were reported after the day, and the rows
 * behind it. Reports that nobody has assessed, and those that have gone into another, do not count.
 */
export async function readPromptness(
  db: Reader,
  { scope, today }: { readonly scope: Scope; readonly today: string },
  since: string,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<Promptness> {
  const minutes = sql<number>`(extract(epoch from i.reported_at - i.noticed_at) / 60)::integer`;
  const counted = sql<boolean>`(i.state not in ('reported', 'merged')
    and (i.reported_at at time zone ${timeZone})::date > ${since}::date and ${caseInScope(scope, today, 'i')})`;
  const { rows } = await sql<{ median: number | null; total: number }>`
    select percentile_disc(0.5) within group (order by ${minutes}) as median, count(*) as total
    from incident i where ${counted}`.execute(db);
  const found = await sql<PromptRow>`
    select i.id, i.series, i.number_year as year, i.number, u.name as "unitName", i.noticed_at as "noticedAt",
           i.reported_at as "reportedAt", ${minutes} as minutes, (i.secret or i.secret_parts <> '{}') as secret
    from incident i left join unit_face u on u.id = i.unit_id
    where ${counted} order by i.reported_at - i.noticed_at desc, i.id
    limit ${size} offset ${(page - 1) * size}`.execute(db);
  return { median: rows[0]?.median ?? null, total: rows[0]?.total ?? 0, items: found.rows };
}
