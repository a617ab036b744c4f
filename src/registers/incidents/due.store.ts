import { sql } from 'kysely';
import type { DueClock, DueDay, FindDue } from '../../calendar/due.ts';
import { scopeOf } from '../../kernel/access.ts';
import type { ClockedCase } from './duties/clock.store.ts';
import { clocksWithin, type FoundClock } from './duties/running-clocks.store.ts';
import { incidentAccess } from './incident.access.ts';
import { type CaseNumber, numberWord } from './incident.ts';

/** How many are told at most: what is most urgent. */
const most = 200;

/** The clocks that run in the cases that are the actor's to work with: all for those who coordinate, and her own. */
export const dueClocks: FindDue = async (db, actor, { today, now }) => {
  const scope = scopeOf(actor, incidentAccess.read);
  if (scope === null) return [];
  const { clocks, isOpen: isOpenToHer } = await clocksWithin(db, scope, { today, now });
  return clocks
    .filter(({ of }) => isOpenToHer(of))
    .slice(0, most)
    .flatMap((found) => clockOf(found, actor.language));
};

function clockOf({ clock, of }: FoundClock, language: 'sv' | 'en'): DueClock[] {
  const { stage, startsAt, dueAt } = clock.standing;
  if (startsAt === null) return [];
  const { series, numberYear: year, ordinal: number } = of;
  const name = numberWord({ series, year, number });
  return [
    {
      kind: 'clock',
      key: `${clock.caseId}.${clock.partyId}.${clock.duty.number}.${stage.key}`,
      caseId: clock.caseId,
      words: isOpen(of) ? `${name}: ${stage.title[language]}` : null,
      startsAt: new Date(startsAt),
      dueAt: dueAt === null ? null : new Date(dueAt),
    },
  ];
}

/** May anything of the case be told outside Värna, to whoever stands beside? Then nothing of it is secret. */
function isOpen({ secret, secretParts }: Pick<ClockedCase, 'secret' | 'secretParts'>): boolean {
  return !secret && secretParts.length === 0;
}

interface FollowUpRow extends Pick<ClockedCase, 'id' | 'secret' | 'secretParts'> {
  readonly series: CaseNumber['series'];
  readonly year: number;
  readonly number: number;
  readonly on: string;
}

/** When cases are to be followed up, for their handlers and for those who coordinate. What happened is not told, only the number. */
export const dueFollowUps: FindDue = async (db, actor) => {
  const coordinates = scopeOf(actor, incidentAccess.coordinate) !== null;
  const { rows } = await sql<FollowUpRow>`
    select i.id, i.secret, i.secret_parts as "secretParts", i.series, i.number_year as year, i.number, i.follow_up_on as on
    from incident i
    where i.follow_up_on is not null and i.followed_up_on is null and i.state in ('handled', 'closed')
      and i.number is not null and (${coordinates} or i.handler_id = ${actor.personId}::uuid)
    order by i.follow_up_on, i.id limit ${most}`.execute(db);
  return rows.map(
    (row): DueDay => ({
      kind: 'day',
      register: 'incident',
      recordId: row.id,
      recordName: numberWord(row) ?? '',
      action: 'incident.followUp',
      on: row.on,
      concerns: isOpen(row) ? [] : [`incident:${row.id}`],
    }),
  );
};
