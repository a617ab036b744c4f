import { afterAll, describe, expect, it } from 'vitest';
import { duties } from './duties.views.ts';
import { answer } from './incident.actions.ts';
import { record } from './incident.views.ts';
import { readMoment } from './pages/moment-field.tsx';
import { newParty } from './pages/party-form.tsx';
import { concern, noReport, release, withdraw } from './party.actions.ts';
import { asked, openDesk, triaged } from './testing.ts';

let now = new Date('2026-11-23T10:00:00Z');
const desk = await openDesk(() => now);
const { services, town, coordinator, act, step } = desk;
afterAll(() => desk.database.close());

interface Standing {
  readonly number: string;
  readonly duty: string;
  readonly partyId: string;
  readonly verdict: string;
  readonly stages: readonly { key: string; state: string; dueAt: string | null }[];
  readonly decision: { id: string; lateReason: string | null } | null;
}
const told = async ({ id }: { id: string }) =>
  (await asked(services, duties, coordinator, id)) as unknown as {
    stops: boolean;
    isUnplaced: boolean;
    parties: { id: string; name: string }[];
    arising: Standing[];
  };
const board = (more: object = {}) => ({
  bodyId: town.executive,
  entityId: null,
  roles: ['controller'],
  sectors: [],
  knowledgeAt: null,
  knowledgeReason: '',
  ...more,
});
const breach = {
  answers: [
    { question: 'personalData', answer: 'yes' },
    { question: 'riskToPeople', answer: 'yes' },
  ],
};

describe('whom a case concerns', () => {
  it.each([
    ['nobody', { bodyId: null }, 'oneParty'],
    ['two', () => ({ entityId: town.entity }), 'oneParty'],
    ['a body that is none', { bodyId: crypto.randomUUID() }, 'partyUnknown'],
    ['no capacity', { roles: [] }, 'rolesMissing'],
    ['knowledge to come', { knowledgeAt: '2027-01-01T00:00Z', knowledgeReason: 'Brev' }, 'timeInFuture'],
    ['knowledge without a reason', { knowledgeAt: '2026-11-20T00:00Z' }, 'knowledgeReasonMissing'],
    ['a day that does not exist', { knowledgeAt: '2026-02-30T00:00Z', knowledgeReason: 'Brev' }, 'notATime'],
  ])('as %s is refused', async (_what, more, code) => {
    const one = await triaged(services, coordinator);
    const input = board(typeof more === 'function' ? more() : more);
    expect(await act(concern, one, input)).toMatchObject({ code });
  });

  it('is corrected by being said again, and taken away', async () => {
    let one = await triaged(services, coordinator);
    expect(await told(one)).toMatchObject({ isUnplaced: true, arising: [] });
    one = await step(concern, one, board());
    expect(await act(concern, one, board())).toMatchObject({ code: 'nothingChanged' });
    one = await step(concern, one, board({ roles: ['controller', 'careProvider'] }));
    const { parties } = await told(one);
    expect(parties).toMatchObject([{ name: 'Kommunstyrelsen', roles: ['controller', 'careProvider'] }]);
    one = await step(release, one, { partyId: parties[0]?.id });
    expect(await told(one)).toMatchObject({ isUnplaced: true, parties: [] });
  });
});

describe('the clock of a duty', () => {
  it('runs seventy-two hours from when the party knew, and from the noticing until somebody has said', async () => {
    let one = await triaged(services, coordinator);
    one = await step(answer, one, breach);
    one = await step(concern, one, board());
    const dueOf = async () =>
      (await told(one)).arising.find(({ number }) => number === 'G1')?.stages[0]?.dueAt;
    expect(await dueOf()).toBe(new Date(now.getTime() + 72 * 3_600_000).toISOString());
    one = await step(
      concern,
      one,
      board({ knowledgeAt: '2026-11-22T08:00Z', knowledgeReason: 'Brev från leverantören' }),
    );
    expect(await dueOf()).toBe('2026-11-25T08:00:00.000Z');
  });
});

describe('what the triage said of when the municipality knew', () => {
  it.each([
    ['another time than the report’s', { knowledgeAt: '2026-11-23T08:00:31Z', knowledgeReason: 'Brev' }],
    ['the report’s', {}],
  ])('is taken as it stands for each whom it concerns: %s', async (_what, known) => {
    const noticedAt = '2026-11-23T07:00:00Z';
    let one = await triaged(services, coordinator, { noticedAt, ...known });
    one = await step(answer, one, breach);
    const shown = await asked(services, record, coordinator, one.id);
    if (typeof shown === 'string') throw new Error(shown);
    const { knowledgeAt, knowledgeReason } = newParty(
      shown as Parameters<typeof newParty>[0], // by the view's own schema
      'När rapporten kom in.',
    );
    const at = String(shown['knowledgeAt']);
    one = await step(concern, one, board({ knowledgeAt: readMoment(knowledgeAt, at), knowledgeReason }));
    const { stages } = (await told(one)).arising.find(({ number }) => number === 'G1') ?? { stages: [] };
    expect(stages[0]?.dueAt).toBe(new Date(new Date(at).getTime() + 72 * 3_600_000).toISOString());
  });
});

describe('”ingen anmälan”', () => {
  it('is decided in time without more, after its time with a reason, and can be taken back', async () => {
    let one = await triaged(services, coordinator);
    one = await step(answer, one, breach);
    one = await step(concern, one, board());
    const standing = async () => {
      const found = (await told(one)).arising.find(({ number }) => number === 'G1');
      if (found === undefined) throw new Error('the duty does not arise');
      return found;
    };
    const { duty, partyId } = await standing();
    const input = { duty, partyId, reason: 'Brevet kom tillbaka oöppnat', lateReason: '' };
    expect(await act(noReport, one, { ...input, duty: 'finns/inte' })).toMatchObject({ code: 'dutyUnknown' });
    one = await step(noReport, one, input);
    expect(await act(noReport, one, input)).toMatchObject({ code: 'alreadyDecided' });
    expect((await standing()).decision).toMatchObject({ lateReason: null });
    one = await step(withdraw, one, { decisionId: (await standing()).decision?.id });
    expect((await standing()).decision).toBeNull();
    now = new Date(now.getTime() + 80 * 3_600_000);
    expect((await standing()).stages[0]?.state).toBe('late');
    expect(await act(noReport, one, input)).toMatchObject({ code: 'lateReasonMissing' });
    one = await step(noReport, one, { ...input, lateReason: 'Ingen var i tjänst' });
    expect((await standing()).decision).toMatchObject({ lateReason: 'Ingen var i tjänst' });
  });
});
