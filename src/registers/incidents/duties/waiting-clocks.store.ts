import { scopeOf } from '../../../kernel/access.ts';
import { dayOf } from '../../../kernel/calendar.ts';
import type { FindWaiting, Waiting } from '../../../start/waiting.ts';
import { incidentAccess } from '../incident.access.ts';
import { numberWord } from '../incident.ts';
import { officeOf } from '../waiting.store.ts';
import type { ClockStep } from './clock.ts';
import { clocksWithin, type FoundClock } from './running-clocks.store.ts';

/** How many cases are told at most: the most urgent. All stand on the board. */
const most = 200;

/** What settles it, by the step that the clock waits for: the same as the clause says of a clock that has run out. */
const actions: Readonly<Record<ClockStep, string>> = {
  decide: 'incident.answer',
  write: 'incident.sendReport',
  approve: 'incident.sendReport',
  send: 'incident.sendReport',
  do: 'incident.noteDutyDone',
};

/** The most urgent running clock of each case: for those who coordinate, and for its handler. The board shows every one. */
export const waitingClocks: FindWaiting = async (db, actor, today, now) => {
  const scope = scopeOf(actor, incidentAccess.read);
  if (scope === null) return [];
  const coordinates = scopeOf(actor, incidentAccess.coordinate) !== null;
  const { clocks, isOpen } = await clocksWithin(db, scope, { today, now });
  const first = new Map<string, FoundClock>();
  for (const found of clocks) {
    const { id, handlerId } = found.of;
    const isHers = coordinates ? isOpen(found.of) : handlerId === actor.personId;
    if (isHers && !first.has(id)) first.set(id, found);
    if (first.size === most) break;
  }
  const office = coordinates ? officeOf(actor) : null;
  return [...first.values()].map((found) => ({ ...waitingOf(found, actor.language, today), office }));
};

function waitingOf({ clock, of }: FoundClock, language: 'sv' | 'en', today: string): Omit<Waiting, 'office'> {
  const { stage, startsAt, dueAt, state } = clock.standing;
  const since = startsAt === null ? today : dayOf(new Date(startsAt));
  const number = numberWord({ series: of.series, year: of.numberYear, number: of.ordinal }) ?? '';
  return {
    register: 'incident',
    recordId: of.id,
    recordName: number,
    action: actions[clock.step],
    since,
    // ”At once” is the day it begins.
    dueOn: dueAt === null ? since : dayOf(new Date(dueAt)),
    overdue: dueAt === null ? since < today : state === 'late',
    comesFirst: true,
    ...(dueAt === null ? {} : { dueAt }),
    about: `${clock.duty.number} ${stage.title[language]}: ${of.title}`,
    concerns: [`incident:${of.id}`],
  };
}
