import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { done } from '../../testing/services.ts';
import { draft } from './duties/authority-report.actions.ts';
import { authorityReport } from './duties/authority-report.views.ts';
import { clocks } from './duties/clock.views.ts';
import { reportRequested } from './duties/delivery.actions.ts';
import { duties } from './duties.views.ts';
import { answer } from './incident.actions.ts';
import { figures, ownAnswers } from './measured.actions.ts';
import { concern, release } from './party.actions.ts';
import { asked, openDesk, triaged, type Version } from './testing.ts';

const now = new Date('2026-11-23T10:00:00Z');
const desk = await openDesk(() => now);
const { database, services, town, coordinator, act, step } = desk;
afterAll(() => desk.database.close());

interface Told {
  readonly parties: readonly {
    readonly id: string;
    readonly name: string;
    readonly measures: readonly string[];
    readonly questions: readonly { key: string; ofCase: string | null; own: object | null }[];
  }[];
  readonly figures: readonly { measure: string; value: number | null; isCurrent: boolean }[];
  readonly arising: readonly {
    readonly number: string;
    readonly partyName: string;
    readonly verdict: string;
    readonly because: string;
    readonly threshold: object | null;
    readonly stages: readonly { state: string; dueAt: string | null }[];
  }[];
  readonly onRequest: readonly { duty: string; party: string; recipient: string | null }[];
  readonly requests: readonly object[];
}
const told = async ({ id }: Version) => (await asked(services, duties, coordinator, id)) as unknown as Told;
const dutyOf = async (one: Version, number: string, partyName: string) =>
  (await told(one)).arising.find((duty) => duty.number === number && duty.partyName === partyName);

/** A case that concerns the municipality, which is covered by the act, and its executive board. */
async function ofTwo(): Promise<Version & { readonly municipality: string; readonly board: string }> {
  let one: Version = await triaged(services, coordinator);
  const knew = { knowledgeAt: null, knowledgeReason: '' };
  const covered = { roles: ['coveredEntity'], sectors: ['publicAdministration'], ...knew };
  one = await step(concern, one, { bodyId: null, entityId: town.entity, ...covered });
  const controller = { roles: ['controller'], sectors: [], ...knew };
  one = await step(concern, one, { bodyId: town.executive, entityId: null, ...controller });
  const yes = ['networkOrSystem', 'personalData', 'riskToPeople'];
  one = await step(answer, one, { answers: yes.map((question) => ({ question, answer: 'yes' })) });
  const { parties } = await told(one);
  const idOf = (name: string) => parties.find((party) => party.name === name)?.id ?? '';
  const board = idOf('Kommunstyrelsen');
  return { ...one, board, municipality: parties.find(({ id }) => id !== board)?.id ?? '' };
}

const figure = (measure: string, value: string | null, isEstimate = false) => ({
  measure,
  value,
  isEstimate,
});
const whole = (...said: readonly object[]) => ({ partyId: null, figures: said });

describe('how much was hit', () => {
  it('is asked for by what the duties of those concerned look at', async () => {
    const { parties } = await told(await ofTwo());
    expect(parties.map(({ measures }) => measures)).toEqual(
      expect.arrayContaining([
        ['limitedHours', 'fallbackHours', 'peopleExposed', 'costPercent'],
        ['peopleExposed'],
      ]),
    );
  });

  it('makes a duty arise at its threshold, and says nothing below it', async () => {
    const made = await ofTwo();
    const nameOf = (await told(made)).parties.find(({ id }) => id === made.municipality)?.name ?? '';
    let one: Version = made;
    one = await step(figures, one, whole(figure('limitedHours', '4')));
    expect(await dutyOf(one, 'C1', nameOf)).toMatchObject({ verdict: 'decisionNeeded', threshold: null });
    one = await step(figures, one, whole(figure('limitedHours', '4,5', true)));
    expect(await dutyOf(one, 'C1', nameOf)).toMatchObject({
      verdict: 'thresholdMet',
      because: 'thresholdReached',
      threshold: { sector: 'publicAdministration', limits: [{ measure: 'limitedHours', limit: 4 }] },
    });
    // It is on the board, for everyone who sees the case.
    const board = (await asked(services, clocks, coordinator, null)) as { clocks: { caseId: string }[] };
    expect(board.clocks.some(({ caseId }) => caseId === one.id)).toBe(true);
    one = await step(figures, one, whole(figure('limitedHours', null)));
    expect(await dutyOf(one, 'C1', nameOf)).toMatchObject({ verdict: 'decisionNeeded' });
    expect((await told(one)).figures).toMatchObject([
      { value: null, isCurrent: true },
      { value: 4.5, isCurrent: false },
      { value: 4, isCurrent: false },
    ]);
  });

  it('can be otherwise for one of those concerned', async () => {
    const made = await ofTwo();
    const nameOf = (await told(made)).parties.find(({ id }) => id === made.municipality)?.name ?? '';
    let one: Version = await step(figures, made, whole(figure('limitedHours', '5')));
    const own = { partyId: made.municipality, figures: [figure('limitedHours', '1')] };
    one = await step(figures, one, own);
    expect(await dutyOf(one, 'C1', nameOf)).toMatchObject({ verdict: 'decisionNeeded' });
  });

  it('goes with the party it was said of', async () => {
    const made = await ofTwo();
    const own = { partyId: made.board, figures: [figure('peopleExposed', '7')] };
    let one: Version = await step(figures, made, own);
    expect((await told(one)).figures).toHaveLength(1);
    one = await step(release, one, { partyId: made.board });
    expect((await told(one)).figures).toEqual([]);
  });

  it.each([
    ['a word', figure('limitedHours', 'många'), 'notAFigure'],
    ['a negative number', figure('limitedHours', '-1'), 'notAFigure'],
    ['three decimals', figure('limitedHours', '1,234'), 'notAFigure'],
    ['more than all', figure('usersPercent', '101'), 'moreThanAll'],
    ['nothing that was not said', figure('limitedHours', null), 'nothingChanged'],
  ])('as %s is refused, and nothing is kept', async (_what, said, code) => {
    const one = await ofTwo();
    expect(await act(figures, one, whole(said))).toMatchObject({ code });
    expect((await told(one)).figures).toEqual([]);
  });

  it('is refused twice in one breath, and for whom the case does not concern', async () => {
    const one = await ofTwo();
    const twice = whole(figure('limitedHours', '1'), figure('limitedHours', '2'));
    expect(await act(figures, one, twice)).toMatchObject({ code: 'askedTwice' });
    const other = await ofTwo();
    const strange = { partyId: other.board, figures: [figure('peopleExposed', '1')] };
    expect(await act(figures, one, strange)).toMatchObject({ code: 'partyUnknown' });
  });

  it('stands in the report beforehand, as an estimate where it is one', async () => {
    const made = await ofTwo();
    const one = await step(figures, made, whole(figure('peopleExposed', '1200', true)));
    const notification = { duty: 'dataskydd/anmalan-till-imy', stage: 'notification' };
    const begun = await done(act(draft, one, { ...notification, partyId: made.board }));
    const report = (await asked(services, authorityReport, coordinator, one.id, {
      reportId: begun.reportId,
    })) as unknown as { fields: { key: string; text: string }[] };
    const textOf = (key: string) => report.fields.find((field) => field.key === key)?.text;
    expect(textOf('peopleCount')).toBe('ungefär 1\u00a0200');
  });
});

describe('an answer of a party’s own', () => {
  const reason = 'Bara namn på anställda';
  it('goes before the case’s for that party alone, and gives way to it again', async () => {
    const made = await ofTwo();
    const verdict = async (one: Version) => (await dutyOf(one, 'G1', 'Kommunstyrelsen'))?.verdict;
    expect(await verdict(made)).toBe('thresholdMet');
    const own = (value: string | null) => ({
      partyId: made.board,
      answers: [{ question: 'riskToPeople', answer: value }],
      reason,
    });
    let one: Version = await step(ownAnswers, made, own('no'));
    expect(await verdict(one)).toBe('decisionNeeded');
    const { parties } = await told(one);
    const [question] = parties.flatMap(({ questions }) => questions.filter((each) => each.own !== null));
    expect(question).toMatchObject({ key: 'riskToPeople', ofCase: 'yes', own: { answer: 'no', reason } });
    expect(await act(ownAnswers, one, own('no'))).toMatchObject({ code: 'nothingChanged' });
    one = await step(ownAnswers, one, own(null));
    expect(await verdict(one)).toBe('thresholdMet');
    const { rows } = await sql<{ said: number }>`
      select count(*) as said from incident_own_answer where incident_id = ${one.id}`.execute(database.db);
    expect(rows[0]?.said).toBe(2);
  });

  it('is refused without a reason, for a stranger, and of protective security', async () => {
    const one = await ofTwo();
    const answers = [{ question: 'riskToPeople', answer: 'no' }];
    expect(await act(ownAnswers, one, { partyId: one.board, answers, reason: '' })).toMatchObject({
      code: 'invalid',
    });
    expect(await act(ownAnswers, one, { partyId: crypto.randomUUID(), answers, reason })).toMatchObject({
      code: 'partyUnknown',
    });
    const stopping = [{ question: 'protectiveSecurity', answer: 'yes' }];
    expect(await act(ownAnswers, one, { partyId: one.board, answers: stopping, reason })).toMatchObject({
      code: 'invalid',
    });
    const twice = {
      partyId: one.board,
      answers: [...answers, { question: 'riskToPeople', answer: 'yes' }],
      reason,
    };
    expect(await act(ownAnswers, one, twice)).toMatchObject({ code: 'askedTwice' });
  });
});

it('nothing is said of a party that has been taken away', async () => {
  const made = await ofTwo();
  const one = await step(release, made, { partyId: made.board });
  const { board: partyId } = made;
  const measured = { partyId, figures: [figure('peopleExposed', '1')] };
  const answered = { partyId, answers: [{ question: 'riskToPeople', answer: 'no' }], reason: 'Bara namn' };
  for (const saying of [act(figures, one, measured), act(ownAnswers, one, answered)])
    expect(await saying).toMatchObject({ code: 'partyUnknown' });
});

describe('what an authority asks for', () => {
  it('can be asked of who is bound, and gives a clock with who asked', async () => {
    const made = await ofTwo();
    const { onRequest } = await told(made);
    expect(onRequest).toMatchObject([{ duty: 'cybersakerhet/delrapport', recipient: expect.any(String) }]);
    const dueAt = '2026-11-25T11:00:00.000Z';
    const one = await step(reportRequested, made, {
      ...{ partyId: made.municipality, duty: 'cybersakerhet/delrapport', askedBy: 'Handläggare Ek' },
      ...{ askedAt: now.toISOString(), dueAt },
    });
    const { arising, requests } = await told(one);
    expect(arising.find(({ number }) => number === 'C3')?.stages).toMatchObject([{ dueAt }]);
    expect(requests).toMatchObject([{ askedBy: 'Handläggare Ek', dueAt }]);
  });
});
