import { Type } from 'typebox';
import { Fields, OneOf, OrNull } from '../../../kernel/schema.ts';
import { view } from '../../../kernel/view.ts';
import { incidentAccess } from '../incident.access.ts';
import { numberWord } from '../incident.ts';
import { clockSteps } from './clock.ts';
import type { ClockedCase } from './clock.store.ts';
import { clocksWithin } from './running-clocks.store.ts';

const Text = OrNull(Type.String());

/** Clocks that are shown at once; whoever has more has them by urgency. */
const most = 200;

const CaseOfClock = {
  caseId: Type.String(),
  number: Text,
  /** Null where what happened is secret to the asker. */
  title: Text,
  secret: Type.Boolean(),
  partlySecret: Type.Boolean(),
};

/** The board of running clocks: those of the cases that the asker may see, and of no others. */
export const clocks = view({
  name: 'incident.clocks',
  on: 'register',
  permission: incidentAccess.read,
  input: Fields({}),
  output: Fields({
    /** The instant they were counted at. */
    at: Type.String(),
    /** How many run in all, and how many of them are out. */
    running: Type.Integer(),
    late: Type.Integer(),
    clocks: Type.Array(
      Fields({
        ...CaseOfClock,
        key: Type.String(),
        dutyNumber: Type.String(),
        duty: Type.String(),
        stage: Type.String(),
        party: Type.String(),
        state: OneOf(['running', 'dueSoon', 'late']),
        startsAt: Text,
        /** Null where the law says ”at once”. */
        dueAt: Text,
        recipient: Text,
        step: OneOf(clockSteps),
        reportId: Text,
      }),
    ),
    /** Incidents of which nobody has said whom they concern, so that no clock can be judged. */
    unplaced: Type.Array(Fields(CaseOfClock)),
  }),
  told: {
    shown: ({ clocks: shown, unplaced }) =>
      [...shown, ...unplaced]
        .filter(({ secret, partlySecret }) => secret || partlySecret)
        .map(({ caseId }) => `incident:${caseId}`),
  },
  // A clock is of now.
  past: 'none',
  answer: async (db, _input, { scope, today, now, actor: { language } }) => {
    const found = await clocksWithin(db, scope, { today, now });
    const hides = (of: ClockedCase) => !found.isOpen(of);
    // Which duties arise tells what happened: they are shown where nothing of the case is secret to the asker.
    const open = found.clocks.filter(({ of }) => of.secretParts.length === 0 || !hides(of));
    return {
      at: now.toISOString(),
      running: open.length,
      late: open.filter(({ clock }) => clock.standing.state === 'late').length,
      clocks: open.slice(0, most).map(({ clock, of }) => ({
        ...caseOf(of, hides(of)),
        key: `${clock.caseId}:${clock.partyId}:${clock.duty.number}:${clock.standing.stage.key}`,
        dutyNumber: clock.duty.number,
        duty: clock.duty.title[language],
        stage: clock.standing.stage.title[language],
        party: clock.party,
        state: clock.standing.state as 'running' | 'dueSoon' | 'late', // only those run
        startsAt: clock.standing.startsAt,
        dueAt: clock.standing.dueAt,
        recipient: clock.standing.recipient?.name ?? null,
        step: clock.step,
        reportId: clock.reportId,
      })),
      unplaced: found.unplaced.slice(0, most).map((of) => caseOf(of, hides(of))),
    };
  },
});

function caseOf(of: ClockedCase, hides: boolean) {
  const { series, numberYear: year, ordinal: number } = of;
  return {
    caseId: of.id,
    number: numberWord({ series, year, number }),
    title: hides && of.secretParts.includes('description') ? null : of.title,
    secret: of.secret,
    partlySecret: of.secretParts.length > 0,
  };
}
