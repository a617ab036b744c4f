import { existsSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import type { Services } from '../../kernel/run.ts';
import { holderOf } from '../../testing/actors.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { bringDueIntoForce } from '../../server/public-policy.ts';
import { adopt, confirm, discard, importAction, tie } from './document.actions.ts';

const coordinator = holderOf('informationSecurityCoordinator', newId<'Person'>());
const adoption = {
  decision: 'KF 2026-06-15 § 47, dnr KS 2026/123',
  decidedBy: 'council',
  inForceFrom: '2026-07-01',
  adjustedOn: '2026-06-22',
  announcedOn: '2026-06-24',
  reviewOn: '2028-06-30',
};
const words = [
  'Policy för informationssäkerhet',
  '',
  'Ansvar',
  '',
  'Varje system ska ha en systemägare. Kaffe finns i personalrummet.',
  'Kaffekoppar ska diskas efter lunch.',
].join('\n');

let database: TestDatabase;
let services: Services;
beforeAll(async () => {
  database = await testDatabase();
  services = testServices(database.db);
});
afterAll(() => database.close());

const stateOf = (id: string) => sql`select state from document_version where id = ${id}`.execute(database.db);
const importText = (content: string, source = 'pasted') =>
  actAs(services, coordinator, importAction, { input: { source, name: 'policy.txt', content } });

describe('a policy that is read in', () => {
  it.each([
    ['nothing', '', 'emptyText'],
    ['a text without demands', 'Kaffe finns i rummet. Det är gott.', 'noRecognisableDemand'],
    ['control characters', 'Alla ska\u0007 läsa.', 'controlCharacters'],
  ])('is refused when it is %s', async (_what, content, code) => {
    expect(await importText(content)).toMatchObject({ code, field: 'content' });
  });

  it('is refused when it has more sentences than a policy can have, and is not half read', async () => {
    const sentences = (count: number) =>
      Array.from({ length: count }, (_, at) => `Alla ska läsa sida ${at}.`);
    expect(await importText(sentences(2001).join(' '))).toMatchObject({
      code: 'tooManySentences',
      field: 'content',
      parameters: { limit: 2000 },
    });
    const { rows } = await sql`select id from document_version`.execute(database.db);
    expect(rows).toEqual([]);
  });

  it('is refused when the file is no Word document', async () => {
    expect(await importText(Buffer.from('inte en zip').toString('base64'), 'docx')).toMatchObject({
      code: 'notDocx',
    });
  });

  it('becomes a draft with its sentences kept word for word, and proposals to confirm', async () => {
    const answer = await done(importText(words));
    expect(answer).toMatchObject({ version: 1, demands: 2 });
    const { rows } = await sql<{ text: string; proposed: string[] }>`
      select text, proposed from sentence where document_version_id = ${answer.id} order by number`.execute(
      database.db,
    );
    expect(rows.map((row) => row.text)).toContain('Varje system ska ha en systemägare.');
    expect(rows.find((row) => row.text.startsWith('Varje system'))?.proposed).toContain('P25');
  });

  it('is refused while a draft waits', async () => {
    expect(await importText(words)).toMatchObject({ code: 'draftExists' });
  });
});

describe('the draft', () => {
  const draft = async () => {
    const { rows } = await sql<{ id: string; version: number }>`
      select id, version from document_version where state = 'draft'`.execute(database.db);
    return rows[0] ?? { id: '', version: 0 };
  };

  const numberOf = async (id: string, words: string) => {
    const { rows } = await sql<{ number: number; version: number }>`select number, version from sentence
      where document_version_id = ${id} and text like ${words}`.execute(database.db);
    return rows[0] ?? { number: 0, version: 0 };
  };

  it('has its proposals confirmed by a person', async () => {
    const { id } = await draft();
    const take = (...sentences: object[]) =>
      actAs(services, coordinator, confirm, { id, input: { sentences } });
    const [owner, cups] = [await numberOf(id, 'Varje system%'), await numberOf(id, 'Kaffekoppar%')];
    // The cups are like no clause and is proposed to be attested; it is not taken together with others.
    expect(await take(owner, cups)).toMatchObject({ code: 'confirmOneByOne' });
    expect(await take({ ...owner, version: 2 })).toMatchObject({ code: 'changedMeanwhile' });
    expect(await take({ number: 99, version: 1 })).toMatchObject({ code: 'sentenceUnknown' });
    await done(take(owner));
    await done(take(cups));
    expect(await take({ ...owner, version: 2 })).toMatchObject({ code: 'nothingProposed' });
    const { rows } = await sql`select clauses, responsible_office, attested from sentence
      where document_version_id = ${id} and demand is not null order by number`.execute(database.db);
    expect(rows).toEqual([
      { clauses: ['P25'], responsible_office: 'departmentHead', attested: false },
      { clauses: [], responsible_office: 'informationSecurityCoordinator', attested: true },
    ]);
  });

  it.each([
    [
      'a sentence that is not there',
      { sentence: 99, clauses: ['P25'], setAsideReason: null },
      'sentenceUnknown',
    ],
    ['a clause that is not there', { sentence: 1, clauses: ['P00'], setAsideReason: null }, 'clauseUnknown'],
    ['both at once', { sentence: 1, clauses: ['P25'], setAsideReason: 'Hör inte hit' }, 'tiedAndSetAside'],
  ])('is not tied by %s', async (_what, input, code) => {
    const { id } = await draft();
    expect(await actAs(services, coordinator, tie, { id, input })).toMatchObject({ code });
  });

  it.each([
    ['an unreadable decision', { decision: 'i våras' }, 'decisionUnreadable'],
    ['a decision to come', { decision: 'KF 2027-01-01 § 1' }, 'decisionInFuture'],
    ['another body than the council', { decidedBy: 'executive' }, 'wrongBody'],
    ['force before the decision', { inForceFrom: '2026-06-01' }, 'inForceBeforeDecision'],
    ['minutes approved before the meeting', { adjustedOn: '2026-06-01' }, 'adjustedBeforeDecision'],
    ['an announcement before the approval', { announcedOn: '2026-06-20' }, 'announcedBeforeAdjusted'],
    ['a review before it is in force', { reviewOn: '2026-06-30' }, 'reviewBeforeInForce'],
  ])('is not adopted with %s', async (_what, fault, code) => {
    const { id, version } = await draft();
    expect(
      await actAs(services, coordinator, adopt, { id, version, input: { ...adoption, ...fault } }),
    ).toMatchObject({ code });
  });

  it('comes into force by the decision, with the day of laga kraft counted from the announcement', async () => {
    const { id, version } = await draft();
    await done(actAs(services, coordinator, adopt, { id, version, input: adoption }));
    const { rows } =
      await sql`select state, decision, decided_on, legal_force_on from document_version where id = ${id}`.execute(
        database.db,
      );
    expect(rows[0]).toEqual({
      state: 'inForce',
      decision: 'KF 2026-06-15 § 47, dnr KS 2026/123',
      decided_on: '2026-06-15',
      legal_force_on: '2026-07-16',
    });
  });
});

describe('the next version', () => {
  it('is refused when it is word for word the one in force', async () => {
    expect(await importText(words)).toMatchObject({ code: 'sameTextInForce' });
  });

  it('can be put aside, and another takes the place of the one in force', async () => {
    const first = await done(importText(`${words}\nChefen ska säga till.`));
    await done(
      actAs(services, coordinator, discard, { id: first.id, version: 1, input: { reason: 'Fel fil' } }),
    );
    const second = await done(importText(`${words}\nChefen ska säga till i tid.`));
    await done(actAs(services, coordinator, adopt, { id: second.id, version: 1, input: adoption }));
    const { rows } = await sql<{ state: string }>`select state from document_version order by number`.execute(
      database.db,
    );
    expect(rows.map((row) => row.state)).toEqual(['superseded', 'discarded', 'inForce']);
  });

  it('waits for its day, and comes into force by itself when it has come', async () => {
    const next = await done(importText(`${words}\nNågot ska ske.`));
    await done(
      actAs(services, coordinator, adopt, {
        id: next.id,
        version: 1,
        input: { ...adoption, inForceFrom: '2027-01-01' },
      }),
    );
    const { rows } = await sql`select state from document_version where id = ${next.id}`.execute(database.db);
    expect(rows[0]).toEqual({ state: 'decided' });
    await bringDueIntoForce(services);
    expect((await stateOf(next.id)).rows[0]).toEqual({ state: 'decided' });
    await bringDueIntoForce(testServices(database.db, new Date('2026-12-31T23:00:00Z')));
    expect((await stateOf(next.id)).rows[0]).toEqual({ state: 'inForce' });
  });
});

const founding = new URL('../../../../shared/policy/overkalix-policy.txt', import.meta.url);
it.skipIf(!existsSync(founding))("binds every demand of Överkalix's own text without a click", async () => {
  const other = await testDatabase();
  const content = readFileSync(founding).toString('base64');
  const input = { source: 'txt', name: 'overkalix-policy.txt', content };
  const answer = await done(actAs(testServices(other.db), coordinator, importAction, { input }));
  expect(answer).toMatchObject({ proposed: 0, open: 0 });
  await other.close();
});
