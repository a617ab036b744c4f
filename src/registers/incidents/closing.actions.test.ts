import { afterAll, describe, expect, it } from 'vitest';
import { clocks } from './duties/clock.views.ts';
import { duties } from './duties.views.ts';
import { answer } from './incident.actions.ts';
import { record } from './incident.views.ts';
import { concern, noReport } from './party.actions.ts';
import { asked, openDesk, triaged, type Version } from './testing.ts';
import { close, conclude } from './work.actions.ts';

const desk = await openDesk();
const { services, town, coordinator, act, step } = desk;
afterAll(() => desk.database.close());

const entriesOf = async ({ id }: Version) =>
  ((await asked(services, record, coordinator, id)) as { entries: readonly { text: string }[] }).entries;
const clocksOf = async ({ id }: Version) =>
  (
    (await asked(services, clocks, coordinator, null)) as { clocks: readonly { key: string }[] }
  ).clocks.filter(({ key }) => key.startsWith(id));

/** A breach of personal data that is handled, and of which nothing has been reported or decided. */
async function handled(): Promise<Version> {
  let one: Version = await triaged(services, coordinator);
  const knew = { knowledgeAt: null, knowledgeReason: '' };
  const controller = { bodyId: town.executive, entityId: null, roles: ['controller'], sectors: [], ...knew };
  one = await step(concern, one, controller);
  const answers = ['personalData', 'riskToPeople'].map((question) => ({ question, answer: 'yes' }));
  one = await step(answer, one, { answers });
  return step(conclude, one, { rootCause: 'Fel etikett', lessons: 'Två läser', followUpOn: null });
}

describe('a case with a clock that nobody has decided on', () => {
  it.each([['without a word'], ['with an empty reason', '  ']])(
    'is not closed %s',
    async (_what, undecidedReason?: string) => {
      const input = { decision: 'Klart', ...(undecidedReason === undefined ? {} : { undecidedReason }) };
      expect(await act(close, await handled(), input)).toMatchObject({
        code: 'undecided',
        field: 'undecidedReason',
      });
    },
  );

  it('is closed with a reason, which stands in the timeline with what was left; its clocks go on', async () => {
    const one = await handled();
    const before = await clocksOf(one);
    const undecidedReason = 'Nämnden anmäler i ett annat ärende';
    const closed = await step(close, one, { decision: 'Klart', undecidedReason });
    const [decision, left] = await entriesOf(closed);
    expect(decision?.text).toBe('Klart');
    expect(left?.text).toContain(undecidedReason);
    expect(left?.text).toMatch(/G1 .*\(Kommunstyrelsen\)/);
    expect(before.length).toBeGreaterThan(0);
    expect(await clocksOf(closed)).toHaveLength(before.length);
  });

  it('is closed without one when each duty has its answer', async () => {
    const id = (await handled()).id;
    // Decided one at a time, before the harm was dealt with or after: only what is over cannot be.
    const told = (await asked(services, duties, coordinator, id)) as {
      version: number;
      arising: readonly { duty: string; partyId: string; stages: readonly { state: string }[] }[];
    };
    let one: Version = { id, version: told.version };
    const runs = ['running', 'dueSoon', 'late'];
    for (const { duty, partyId, stages } of told.arising) {
      if (!stages.some(({ state }) => runs.includes(state))) continue;
      one = await step(noReport, one, {
        partyId,
        duty,
        reason: 'Brevet lästes aldrig',
        lateReason: 'Ingen visste',
      });
    }
    one = await step(close, one, { decision: 'Klart', undecidedReason: 'Behövs inte' });
    expect((await entriesOf(one)).map(({ text }) => text)).toEqual(['Klart']);
  });
});
