import { type RawBuilder, sql } from 'kysely';

/** The columns every table of the organisation shares. */
export interface OrganisationColumns {
  version: number;
  changed_by_event: string;
  name: string;
  /** A `daterange`, half open; read through {@link periodColumns}, written through {@link range}. */
  valid: string;
  to_confirm: boolean;
}

/** A period as the database keeps it: from the first day to the day after the last. */
export function range(period: { readonly from: string; readonly until: string | null }): RawBuilder<string> {
  return sql<string>`daterange(${period.from}::date, ${period.until}::date + 1)`;
}

/** The first and the last day of `valid`, of the table under this alias. */
export function periodColumns(alias: string) {
  const valid = sql.ref(`${alias}.valid`);
  return [
    sql<string>`lower(${valid})`.as('from'),
    sql<string | null>`(upper(${valid}) - 1)`.as('until'),
  ] as const;
}

/** True for rows that stand that day or will; false for those that have ended. */
export function notEndedOn(alias: string, today: string): RawBuilder<boolean> {
  const valid = sql.ref(`${alias}.valid`);
  return sql<boolean>`(upper_inf(${valid}) or upper(${valid}) > ${today}::date)`;
}
