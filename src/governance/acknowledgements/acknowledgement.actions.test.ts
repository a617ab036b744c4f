import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { teller } from '../../audit/teller.ts';
import type { Actor } from '../../kernel/access.ts';
import { type PersonId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { ask, type Services } from '../../kernel/run.ts';
import type { View } from '../../kernel/view.ts';
import { serveInstallation } from '../../people/signin/installation.ts';
import { employee, holderOf, system } from '../../testing/actors.ts';
import { type Arranged, arrange } from '../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { rowFaults } from '../../testing/sealed-rows.ts';
import { actAs, done, noInsight } from '../../testing/services.ts';
import { enter, follow, make, takeBack } from './acknowledgement.actions.ts';
import { mine, reading } from './acknowledgement.views.ts';
import { begin, close, gather, remind, setFigure } from './campaign.actions.ts';
import { match, preview, recipients, record } from './campaign.views.ts';
import { runCampaigns } from './keep.ts';
import { set as setQuestions } from './questions/question-set.actions.ts';
import { testPeople, type TestPolicy, testPolicy, written } from './testing.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let policy: TestPolicy;
let coordinator: Actor;
let head: Actor;
let now = new Date('2026-11-23T10:00:00Z');
const day = 86_400_000;

beforeAll(() => {
  serveInstallation({
    publicUrl: 'https://varna.prov.example',
    secretKey: Buffer.alloc(32, 1),
    isDemo: false,
    version: '1',
  });
});
// A municipality of its own for each test: campaigns would see each other's people.
beforeEach(async () => {
  now = new Date('2026-11-23T10:00:00Z');
  database = await testDatabase();
  // Each look at the clock is a moment later, so that what happens has an order.
  const clock = () => (now = new Date(now.getTime() + 1));
  services = { db: database.db, clock, insight: noInsight, teller: teller(database.db, clock) };
  town = await arrange(database.db);
  policy = await testPolicy(database.db);
  await policy.adopt([['Alla ska låsa sin dator.', 'ska']], now);
  coordinator = holderOf('informationSecurityCoordinator', town.other);
  head = holderOf('manager', town.manager, { scope: 'unit', scopeId: town.school, units: [town.school] });
});
const databases: TestDatabase[] = [];
afterAll(async () => {
  for (const one of [...databases, database]) await one.close();
});

const started = (more: object = {}) => ({
  documentId: policy.id,
  title: 'Policyn',
  message: '',
  unitIds: [],
  offices: [],
  kinds: ['employee', 'elected', 'external'],
  externalParties: false,
  opensOn: '2026-11-23',
  closesOn: '2027-03-31',
  reminderDays: [7, 14],
  ...more,
});
const start = async (more: object = {}) => {
  const made = await done(actAs(services, coordinator, begin, { input: started(more) }));
  await runCampaigns(services, false);
  return made.id;
};
async function seen<T>(view: View, actor: Actor, id: string | null = null, query: object = {}): Promise<T> {
  const result = await ask(services, view, { actor, id, query: { ...query } });
  if (isRefusal(result)) throw new Error(result.code);
  return result.answer as T;
}
interface Record_ {
  state: string;
  asked: number;
  acknowledged: number;
  left: number;
  closedBecause: string | null;
  questions: { answers: number[] | null }[];
  units: { unitName: string; asked: number; acknowledged: number }[];
}
const recordOf = (id: string) => seen<Record_>(record, coordinator, id);
interface Names {
  items: { id: string; name: string; state: string; acknowledgementId: string | null; way: string | null }[];
  total: number;
}
const namesOf = (id: string, actor = coordinator, query = {}) =>
  seen<Names>(recipients, actor, null, { campaignId: id, ...query });

interface Mailed {
  address: string;
  subject: string;
  text: string;
  token: string;
}
async function mails(): Promise<Mailed[]> {
  const { rows } = await sql<{ address: string; subject: string; text: string }>`
    select address, subject, body_text as text from mail where kind = 'acknowledgement' order by queued_at, id`.execute(
    database.db,
  );
  return rows.map((row) => ({ ...row, token: /\/k\/([A-Za-z0-9_-]{43})/.exec(row.text)?.[1] ?? '' }));
}
const link = (token: string, more: object = {}) => ({
  token,
  choices: [],
  company: null,
  name: null,
  ...more,
});
const acknowledgements = async () =>
  (
    await sql<{ way: string; personId: string; withdrawnOn: string | null }>`
    select way, person_id as "personId", withdrawn_on as "withdrawnOn" from acknowledgement order by id`.execute(
      database.db,
    )
  ).rows;

describe('a campaign', () => {
  it('asks everybody it is for, mails each a link of her own, and is then open', async () => {
    const before = await seen<{ persons: number; items: { name: string }[] }>(preview, coordinator, null, {
      documentId: policy.id,
      kinds: ['employee'],
    });
    expect(before).toMatchObject({ persons: 2, items: [{ name: 'Maria Lind' }, { name: 'Åke Öberg' }] });
    const id = await start();
    expect(await recordOf(id)).toMatchObject({ state: 'open', asked: 2, acknowledged: 0 });
    const sent = await mails();
    expect(sent.map((one) => one.address).sort()).toEqual(['ake@prov.example', 'maria@prov.example']);
    expect(new Set(sent.map((one) => one.token)).size).toBe(2);
    expect(sent[0]?.text).toContain('Du får det här för att');
    const hashes = await sql<{
      n: number;
    }>`select count(*) as n from acknowledgement_link where token_hash is not null`.execute(database.db);
    expect(hashes.rows[0]?.n).toBe(2);
    expect(await rowFaults(database.db)).toEqual([]);
  });

  it.each([
    [{ kinds: [] }, 'nobodyChosen'],
    [{ documentId: '01900000-0000-7000-8000-000000000001' }, 'nothingInForce'],
    [{ unitIds: ['01900000-0000-7000-8000-000000000001'] }, 'unitUnknown'],
    [{ kinds: ['elected'] }, 'nobodyToAsk'],
    [{ reminderDays: [0] }, 'invalid'],
    [{ title: '' }, 'invalid'],
  ])('is refused: %j, and leaves nothing', async (more, code) => {
    expect(await actAs(services, coordinator, begin, { input: started(more) })).toMatchObject({ code });
    const rows = await sql`select id from campaign`.execute(database.db);
    expect(rows.rows).toEqual([]);
  });

  it('narrows to a unit and to an office', async () => {
    const school = await start({ unitIds: [town.school] });
    expect((await namesOf(school)).items.map((one) => one.name)).toEqual(['Maria Lind']);
    const managers = await start({ offices: ['manager'], unitIds: [town.care] });
    expect((await namesOf(managers)).items.map((one) => one.name)).toEqual(['Åke Öberg']);
  });

  it('that a process dies in the middle of is taken up where it was, and mails nobody twice', async () => {
    await testPeople(database.db, town.school, 30);
    const { id } = await done(actAs(services, coordinator, begin, { input: started() }));
    // One step done, and then nothing: the process was killed.
    await done(actAs(services, system, gather, { id }));
    expect(await recordOf(id)).toMatchObject({ state: 'gathering', asked: 32 });
    await Promise.all([runCampaigns(services, true), runCampaigns(services, true)]);
    await runCampaigns(services, true);
    const sent = await mails();
    expect(sent).toHaveLength(32);
    expect(new Set(sent.map((one) => one.address)).size).toBe(32);
  });

  it('asks newcomers, and releases those who leave', async () => {
    const id = await start();
    await testPeople(database.db, town.care, 1);
    await runCampaigns(services, true);
    expect(await recordOf(id)).toMatchObject({ asked: 3 });
    expect(await mails()).toHaveLength(3);
    await written(database.db, now, (event) => [
      sql`update person set valid = daterange('2020-01-01', '2026-11-23'), version = version + 1, changed_by_event = ${event}
        where id = ${town.manager}`,
    ]);
    await runCampaigns(services, true);
    expect(await recordOf(id)).toMatchObject({ asked: 2, left: 1 });
    const [mail] = (await mails()).filter((one) => one.address === 'maria@prov.example');
    expect(await actAs(services, system, follow, { input: link(mail?.token ?? '') })).toMatchObject({
      code: 'linkOver',
    });
  });

  it('reminds on the working days set, once each, and not who has acknowledged', async () => {
    await start();
    const [first] = await mails();
    await done(actAs(services, system, follow, { input: link(first?.token ?? '') }));
    const counted = async (days: number) => {
      now = new Date(new Date('2026-11-23T10:00:00Z').getTime() + days * day);
      await runCampaigns(services, true);
      await runCampaigns(services, true);
      return (await mails()).length;
    };
    // Seven working days after Monday 23 November is Wednesday 2 December; fourteen is Friday 11.
    expect([
      await counted(8),
      await counted(9),
      await counted(17),
      await counted(18),
      await counted(40),
    ]).toEqual([2, 3, 3, 4, 4]);
    expect((await mails()).at(-1)?.subject).toBe('Påminnelse om att läsa och kvittera: Policyn');
  });

  it('two at once are one reminder with a link to each, and one acknowledgement is enough for both', async () => {
    const [one, other] = [await start(), await start({ title: 'Policyn igen', unitIds: [town.school] })];
    now = new Date(now.getTime() + 9 * day);
    await runCampaigns(services, true);
    const reminders = (await mails()).filter((mail) => mail.subject.startsWith('Påminnelse'));
    const [to] = reminders.filter((mail) => mail.address === 'maria@prov.example');
    expect(reminders).toHaveLength(2);
    expect(to?.text.match(/\/k\//g)).toHaveLength(2);
    await done(actAs(services, system, follow, { input: link(to?.token ?? '') }));
    expect(await recordOf(one)).toMatchObject({ acknowledged: 1 });
    expect(await recordOf(other)).toMatchObject({ acknowledged: 1 });
  });

  it('closes when its text is superseded, when its day has passed, and by hand', async () => {
    const id = await start();
    const short = await start({ title: 'Kort', closesOn: '2026-11-30' });
    const byHand = await start({ title: 'Fel' });
    await done(
      actAs(services, coordinator, close, { id: byHand, version: 2, input: { reason: 'Fel text' } }),
    );
    now = new Date('2026-12-01T10:00:00Z');
    await runCampaigns(services, false);
    expect((await recordOf(short)).closedBecause).toBe('dayPassed');
    const mail = (await mails()).find((one) => one.subject.endsWith('Policyn'));
    await policy.adopt([['Alla ska rapportera.', 'ska']], now);
    // Also before anybody has looked: what is not in force cannot be acknowledged.
    expect(await actAs(services, system, follow, { input: link(mail?.token ?? '') })).toMatchObject({
      code: 'notInForce',
    });
    await runCampaigns(services, false);
    expect((await recordOf(id)).closedBecause).toBe('superseded');
    expect((await recordOf(byHand)).closedBecause).toBe('byHand');
    expect(await actAs(services, system, follow, { input: link(mail?.token ?? '') })).toMatchObject({
      code: 'linkOver',
    });
  });

  it('is reminded of by a head for her own unit, once a day', async () => {
    const id = await start();
    now = new Date(now.getTime() + day);
    expect(await actAs(services, head, remind, { id, input: { unitId: null } })).toMatchObject({
      code: 'forbidden',
    });
    expect(await actAs(services, head, remind, { id, input: { unitId: town.care } })).toMatchObject({
      code: 'forbidden',
    });
    expect(await done(actAs(services, head, remind, { id, input: { unitId: town.school } }))).toMatchObject({
      sent: 1,
    });
    expect(await actAs(services, head, remind, { id, input: { unitId: town.school } })).toMatchObject({
      code: 'nobodyToSend',
    });
  });

  it('shows names only to whoever answers for the unit, and says in the log who was shown', async () => {
    const id = await start();
    expect((await namesOf(id, head)).items.map((one) => one.name)).toEqual(['Maria Lind']);
    expect(
      isRefusal(
        await ask(services, recipients, {
          actor: employee(town.manager),
          id: null,
          query: { campaignId: id },
        }),
      ),
    ).toBe(true);
    const told = await sql<{
      concerns: string[];
    }>`select concerns from audit_event where kind = 'campaignRecipient.read'`.execute(database.db);
    expect(told.rows).toEqual([]);
    await namesOf(id, coordinator);
    const after = await sql<{
      concerns: string[];
    }>`select concerns from audit_event where kind = 'campaignRecipient.read'`.execute(database.db);
    expect(after.rows[0]?.concerns).toContain(`person:${town.manager}`);
  });
});

describe('an acknowledgement', () => {
  it('by link is made once, also when it is sent twice at the same moment', async () => {
    await start();
    const [mail] = await mails();
    const results = await Promise.all(
      Array.from({ length: 6 }, () => actAs(services, system, follow, { input: link(mail?.token ?? '') })),
    );
    expect(results.filter((one) => !isRefusal(one))).toHaveLength(1);
    expect(results.filter(isRefusal).map((one) => one.code)).toEqual(Array(5).fill('alreadyAcknowledged'));
    expect(await acknowledgements()).toMatchObject([{ way: 'link' }]);
  });

  it('by a link that is nobody’s is not found', async () => {
    await start();
    expect(await actAs(services, system, follow, { input: link('A'.repeat(43)) })).toMatchObject({
      code: 'notFound',
    });
    expect(await actAs(services, system, follow, { input: link('kort') })).toMatchObject({ code: 'invalid' });
  });

  it('signed in is made of the whole text, and in the next version of what has changed only', async () => {
    const me = employee(town.manager, town.school);
    await start();
    const [waits] = (await seen<{ items: { versionId: string; isAsked: boolean }[] }>(mine, me)).items;
    expect(waits).toMatchObject({ isAsked: true });
    const input = { documentVersionId: waits?.versionId ?? '', choices: [] };
    await done(actAs(services, me, make, { input }));
    expect(await actAs(services, me, make, { input })).toMatchObject({ code: 'alreadyAcknowledged' });
    await policy.adopt(
      [
        ['Alla ska låsa sin dator.', 'ska'],
        ['Det är bra.', null],
      ],
      now,
    );
    expect((await seen<{ items: unknown[] }>(mine, me)).items).toEqual([]);
    const third = await policy.adopt(
      [
        ['Alla ska låsa sin dator.', 'ska'],
        ['Alla ska rapportera.', 'ska'],
      ],
      now,
    );
    const text = await seen<{ since: number; sentences: { kind: string; text: string }[] }>(
      reading,
      me,
      third,
    );
    expect(text).toMatchObject({ since: 1, sentences: [{ kind: 'new', text: 'Alla ska rapportera.' }] });
    const id = await start({ title: 'Nytt' });
    const asked = await sql<{
      personId: PersonId;
      since: string | null;
    }>`select person_id as "personId", since_version_id as since
      from campaign_recipient where campaign_id = ${id} order by since_version_id nulls last`.execute(
      database.db,
    );
    expect(asked.rows).toMatchObject([
      { personId: town.manager, since: input.documentVersionId },
      { personId: town.other, since: null },
    ]);
    const late = employee(town.other, town.care);
    expect(await actAs(services, late, make, { input })).toMatchObject({ code: 'notInForce' });
  });

  it('stands when nothing that binds has changed: who has made it is not asked again', async () => {
    const me = employee(town.manager, town.school);
    await start();
    const first = (await seen<{ items: { versionId: string }[] }>(mine, me)).items[0]?.versionId ?? '';
    await done(actAs(services, me, make, { input: { documentVersionId: first, choices: [] } }));
    await policy.adopt(
      [
        ['Alla ska låsa sin dator.', 'ska'],
        ['Det är bra.', null],
      ],
      now,
    );
    const id = await start({ title: 'Samma krav' });
    expect((await namesOf(id)).items.map((one) => one.name)).toEqual(['Åke Öberg']);
  });

  it('on paper is entered by whoever answers for the unit: all of the list or nothing', async () => {
    const people = await testPeople(database.db, town.school, 3);
    const id = await start();
    const names = (await namesOf(id, head)).items;
    expect(names).toHaveLength(4);
    const lines = ['Berg 0, Anna', 'Anna Berg 1', 'Åke Öberg', 'Okänd Person'];
    const matched = await seen<{ lines: { outcome: string; recipientId: string | null }[] }>(
      match,
      head,
      id,
      { names: lines.join('\n') },
    );
    // Åke is asked too, but is not of her unit: for her there is nobody of that name.
    expect(matched.lines.map((one) => one.outcome)).toEqual(['found', 'found', 'unknown', 'unknown']);
    const recipientIds = matched.lines.flatMap((one) => (one.recipientId === null ? [] : [one.recipientId]));
    const input = { heldOn: '2026-11-23', meeting: 'Arbetsplatsträff', recipientIds };
    const other = (await namesOf(id)).items.find((one) => one.name === 'Åke Öberg')?.id ?? '';
    expect(
      await actAs(services, head, enter, { id, input: { ...input, recipientIds: [...recipientIds, other] } }),
    ).toMatchObject({ code: 'recipientUnknown' });
    expect(await acknowledgements()).toEqual([]);
    expect(await done(actAs(services, head, enter, { id, input }))).toMatchObject({ entered: 2 });
    expect(await actAs(services, head, enter, { id, input })).toMatchObject({ code: 'nothingToEnter' });
    expect((await acknowledgements()).map((one) => one.personId).sort()).toEqual(people.slice(0, 2).sort());
  });

  it('is withdrawn with a reason, and can be made again', async () => {
    const id = await start();
    const [mail] = await mails();
    await done(actAs(services, system, follow, { input: link(mail?.token ?? '') }));
    const made =
      (await namesOf(id)).items.find((one) => one.acknowledgementId !== null)?.acknowledgementId ?? '';
    expect(
      await actAs(services, head, takeBack, { id: made, version: 1, input: { reason: 'Fel person' } }),
    ).toMatchObject({ code: 'forbidden' });
    await done(
      actAs(services, coordinator, takeBack, { id: made, version: 1, input: { reason: 'Fel person' } }),
    );
    expect(await recordOf(id)).toMatchObject({ acknowledged: 0 });
    await done(actAs(services, system, follow, { input: link(mail?.token ?? '') }));
    expect(await recordOf(id)).toMatchObject({ acknowledged: 1 });
    expect(await acknowledgements()).toHaveLength(2);
    expect(await rowFaults(database.db)).toEqual([]);
  });

  it('keeps no answer of anybody: only how many chose what, once five have', async () => {
    const question = { text: 'Vem?', choices: ['Alla', 'Ingen'], right: 0, explanation: 'Alla.' };
    await done(
      actAs(services, coordinator, setQuestions, {
        input: { documentId: policy.id, audience: 'everyone', questions: [question] },
      }),
    );
    await testPeople(database.db, town.school, 5);
    const id = await start();
    const sent = await mails();
    for (const [index, { token }] of sent.slice(0, 4).entries())
      await done(actAs(services, system, follow, { input: link(token, { choices: [index % 2] }) }));
    expect((await recordOf(id)).questions).toMatchObject([{ answers: null }]);
    await done(actAs(services, system, follow, { input: link(sent[4]?.token ?? '', { choices: [1] }) }));
    expect((await recordOf(id)).questions).toMatchObject([{ answers: [2, 3] }]);
    const leaves = await sql<{
      leaf: string;
    }>`select leaf from audit_event where kind = 'acknowledgement.made'`.execute(database.db);
    for (const { leaf } of leaves.rows) expect(leaf).not.toMatch(/choice|answer|token/i);
    // A later change of the questions is of later campaigns.
    await done(
      actAs(services, coordinator, setQuestions, {
        input: { documentId: policy.id, audience: 'everyone', questions: [] },
      }),
    );
    expect((await recordOf(id)).questions).toHaveLength(1);
  });
});

it('a figure is set with a reason, and not to what it is', async () => {
  const input = { name: 'staffShare', value: 80, reason: 'Nämnden har sagt det' };
  await done(actAs(services, coordinator, setFigure, { input }));
  expect(await actAs(services, coordinator, setFigure, { input })).toMatchObject({ code: 'nothingChanged' });
  expect(await actAs(services, head, setFigure, { input })).toMatchObject({ code: 'forbidden' });
});
