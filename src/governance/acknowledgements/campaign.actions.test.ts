import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { ask, type Services } from '../../kernel/run.ts';
import { employee, system } from '../../testing/actors.ts';
import { CampaignWorld, pressed } from '../../testing/campaign-world.ts';
import { rowFaults } from '../../testing/sealed-rows.ts';
import { actAs, done } from '../../testing/services.ts';
import { follow, make } from './acknowledgement.actions.ts';
import { begin, close, gather, remind, setFigure } from './campaign.actions.ts';
import { preview } from './campaign.views.ts';
import { runCampaigns } from './keep.ts';
import { set as setQuestions } from './questions/question-set.actions.ts';
import { recipients } from './recipient.views.ts';
import { testPeople, testPolicy, written } from './testing.ts';
import { waitingReadings } from './waiting.store.ts';

const day = 86_400_000;

let world: CampaignWorld;
let services: Services;
beforeEach(async () => {
  world = await CampaignWorld.make();
  ({ services } = world);
});
afterEach(() => world.database.close());

describe('a campaign', () => {
  it('asks everybody it is for, mails each a link of her own, and is then open', async () => {
    const before = await world.seen<{ persons: number; items: { name: string }[] }>(
      preview,
      world.coordinator,
      null,
      {
        documentId: world.policy.id,
        kinds: ['employee'],
      },
    );
    expect(before).toMatchObject({ persons: 2, items: [{ name: 'Maria Lind' }, { name: 'Åke Öberg' }] });
    const id = await world.start();
    expect(await world.recordOf(id)).toMatchObject({ state: 'open', asked: 2, acknowledged: 0 });
    const sent = await world.mails();
    expect(sent.map((one) => one.address).sort()).toEqual(['ake@prov.example', 'maria@prov.example']);
    expect(new Set(sent.map((one) => one.token)).size).toBe(2);
    expect(sent[0]?.text).toContain('Du får det här för att');
    const hashes = await sql<{
      n: number;
    }>`select count(*) as n from acknowledgement_link where token_hash is not null`.execute(
      world.database.db,
    );
    expect(hashes.rows[0]?.n).toBe(2);
    expect(await rowFaults(world.database.db)).toEqual([]);
  });

  it('has its figures and its questions set once by two who set them at the same moment', async () => {
    const figure = { name: 'firstReminder', value: 8, reason: 'Kort höst' };
    const asks = [{ text: 'Vem?', choices: ['Alla', 'Ingen'], right: 0, explanation: '' }];
    const questions = { documentId: world.policy.id, audience: 'everyone', questions: asks };
    const twice = (set: Parameters<typeof actAs>[2], input: object) =>
      Promise.all([1, 2, 3].map(() => actAs(services, world.coordinator, set, { input })));
    for (const outcomes of [await twice(setFigure, figure), await twice(setQuestions, questions)]) {
      const codes = outcomes.map((one) => (isRefusal(one) ? one.code : 'done')).sort();
      expect(codes[0]).toBe('done');
      expect(['nothingChanged', 'versionMoved']).toEqual(expect.arrayContaining(codes.slice(1)));
    }
  });

  it.each([
    [{ kinds: [] }, 'nobodyChosen'],
    [{ documentId: '01900000-0000-7000-8000-000000000001' }, 'nothingInForce'],
    [{ unitIds: ['01900000-0000-7000-8000-000000000001'] }, 'unitUnknown'],
    [{ kinds: ['elected'] }, 'nobodyToAsk'],
    [{ reminderDays: [0] }, 'invalid'],
    [{ title: '' }, 'invalid'],
  ])('is refused: %j, and leaves nothing', async (more, code) => {
    expect(await actAs(services, world.coordinator, begin, { input: world.started(more) })).toMatchObject({
      code,
    });
    const rows = await sql`select id from campaign`.execute(world.database.db);
    expect(rows.rows).toEqual([]);
  });

  it('narrows to a unit and to an office', async () => {
    const school = await world.start({ unitIds: [world.town.school] });
    expect((await world.namesOf(school)).items.map((one) => one.name)).toEqual(['Maria Lind']);
    const managers = await world.start({ offices: ['manager'], unitIds: [world.town.care] });
    expect((await world.namesOf(managers)).items.map((one) => one.name)).toEqual(['Åke Öberg']);
  });

  it('that a process dies in the middle of is taken up where it was, and mails nobody twice', async () => {
    await testPeople(world.database.db, world.town.school, 30);
    const { id } = await done(actAs(services, world.coordinator, begin, { input: world.started() }));
    // One step done, and then nothing: the process was killed.
    await done(actAs(services, system, gather, { id }));
    expect(await world.recordOf(id)).toMatchObject({ state: 'gathering', asked: 32 });
    await Promise.all([runCampaigns(services, true), runCampaigns(services, true)]);
    await runCampaigns(services, true);
    const sent = await world.mails();
    expect(sent).toHaveLength(32);
    expect(new Set(sent.map((one) => one.address)).size).toBe(32);
  });

  it('asks newcomers, and releases those who leave', async () => {
    const id = await world.start();
    await testPeople(world.database.db, world.town.care, 1);
    await runCampaigns(services, true);
    expect(await world.recordOf(id)).toMatchObject({ asked: 3 });
    expect(await world.mails()).toHaveLength(3);
    await written(world.database.db, world.now, (event) => [
      sql`update person set valid = daterange('2020-01-01', '2026-11-23'), version = version + 1, changed_by_event = ${event}
        where id = ${world.town.manager}`,
    ]);
    await runCampaigns(services, true);
    expect(await world.recordOf(id)).toMatchObject({ asked: 2, left: 1 });
    const [mail] = (await world.mails()).filter((one) => one.address === 'maria@prov.example');
    expect(await actAs(services, system, follow, { input: pressed(mail?.token ?? '') })).toMatchObject({
      code: 'linkOver',
    });
  });

  it('reminds on the working days set, once each, and not who has acknowledged', async () => {
    await world.start();
    const [first] = await world.mails();
    await done(actAs(services, system, follow, { input: pressed(first?.token ?? '') }));
    const counted = async (days: number) => {
      world.now = new Date(new Date('2026-11-23T10:00:00Z').getTime() + days * day);
      await runCampaigns(services, true);
      await runCampaigns(services, true);
      return (await world.mails()).length;
    };
    // Seven working days after Monday 23 November is Wednesday 2 December; fourteen is Friday 11.
    expect([
      await counted(8),
      await counted(9),
      await counted(17),
      await counted(18),
      await counted(40),
    ]).toEqual([2, 3, 3, 4, 4]);
    expect((await world.mails()).at(-1)?.subject).toBe('Påminnelse om att läsa och kvittera: Policyn');
  });

  it('two at once are one reminder with a link to each, and one acknowledgement is enough for both', async () => {
    const [one, other] = [
      await world.start(),
      await world.start({ title: 'Policyn igen', unitIds: [world.town.school] }),
    ];
    world.now = new Date(world.now.getTime() + 9 * day);
    await runCampaigns(services, true);
    const reminders = (await world.mails()).filter((mail) => mail.subject.startsWith('Påminnelse'));
    const [to] = reminders.filter((mail) => mail.address === 'maria@prov.example');
    expect(reminders).toHaveLength(2);
    expect(to?.text.match(/\/k\//g)).toHaveLength(2);
    await done(actAs(services, system, follow, { input: pressed(to?.token ?? '') }));
    expect(await world.recordOf(one)).toMatchObject({ acknowledged: 1 });
    expect(await world.recordOf(other)).toMatchObject({ acknowledged: 1 });
  });

  it('closes when its text is superseded, when its day has passed, and by hand', async () => {
    const id = await world.start();
    const short = await world.start({ title: 'Kort', closesOn: '2026-11-30' });
    const byHand = await world.start({ title: 'Fel' });
    await done(
      actAs(services, world.coordinator, close, { id: byHand, version: 2, input: { reason: 'Fel text' } }),
    );
    world.now = new Date('2026-12-01T10:00:00Z');
    await runCampaigns(services, false);
    expect((await world.recordOf(short)).closedBecause).toBe('dayPassed');
    const mail = (await world.mails()).find((one) => one.subject.endsWith('Policyn'));
    await world.policy.adopt([['Alla ska rapportera.', 'ska']], world.now);
    // Also before anybody has looked: what is not in force cannot be acknowledged.
    expect(await actAs(services, system, follow, { input: pressed(mail?.token ?? '') })).toMatchObject({
      code: 'notInForce',
    });
    await runCampaigns(services, false);
    expect((await world.recordOf(id)).closedBecause).toBe('superseded');
    expect((await world.recordOf(byHand)).closedBecause).toBe('byHand');
    expect(await actAs(services, system, follow, { input: pressed(mail?.token ?? '') })).toMatchObject({
      code: 'linkOver',
    });
  });

  it('is reminded of by a head for her own unit, once a day', async () => {
    const id = await world.start();
    world.now = new Date(world.now.getTime() + day);
    expect(await actAs(services, world.head, remind, { id, input: { unitId: null } })).toMatchObject({
      code: 'forbidden',
    });
    expect(
      await actAs(services, world.head, remind, { id, input: { unitId: world.town.care } }),
    ).toMatchObject({
      code: 'forbidden',
    });
    expect(
      await done(actAs(services, world.head, remind, { id, input: { unitId: world.town.school } })),
    ).toMatchObject({
      sent: 1,
    });
    expect(
      await actAs(services, world.head, remind, { id, input: { unitId: world.town.school } }),
    ).toMatchObject({
      code: 'nobodyToSend',
    });
  });

  it('is a task for each whom it asks, whatever document it is about, until she has read it', async () => {
    const guideline = await testPolicy(world.database.db, 'guideline');
    const versionId = await guideline.adopt([['Alla ska städa.', 'ska']], world.now);
    const me = employee(world.town.manager, world.town.school);
    const tasks = async () =>
      (await waitingReadings(world.database.db, me, '2026-11-23')).toSorted((one, other) =>
        one.register.localeCompare(other.register),
      );
    expect(await tasks()).toEqual([]);
    await world.start({ title: 'Städningen', documentId: guideline.id });
    await world.start();
    await world.start({ title: 'Senare', opensOn: '2026-11-30' });
    expect(await tasks()).toMatchObject([
      { register: 'documentVersion', recordId: versionId, since: '2026-11-23', dueOn: '2027-03-31' },
      { register: 'person', recordId: world.town.manager, office: null, overdue: false },
    ]);
    expect(await waitingReadings(world.database.db, employee(newId()), '2026-11-23')).toEqual([]);
    await done(actAs(services, me, make, { input: { documentVersionId: versionId, choices: [] } }));
    expect((await tasks()).map((one) => one.register)).toEqual(['person']);
  });

  it('shows names only to whoever answers for the unit, and says in the log who was shown', async () => {
    const id = await world.start();
    expect((await world.namesOf(id, world.head)).items.map((one) => one.name)).toEqual(['Maria Lind']);
    expect(
      isRefusal(
        await ask(services, recipients, {
          actor: employee(world.town.manager),
          id: null,
          query: { campaignId: id },
        }),
      ),
    ).toBe(true);
    const told = await sql<{
      concerns: string[];
    }>`select concerns from audit_event where kind = 'campaignRecipient.read'`.execute(world.database.db);
    expect(told.rows).toEqual([]);
    await world.namesOf(id, world.coordinator);
    const after = await sql<{
      concerns: string[];
    }>`select concerns from audit_event where kind = 'campaignRecipient.read'`.execute(world.database.db);
    expect(after.rows[0]?.concerns).toContain(`person:${world.town.manager}`);
  });
});

it('a figure is set with a reason, and not to what it is', async () => {
  const input = { name: 'staffShare', value: 80, reason: 'Nämnden har sagt det' };
  await done(actAs(services, world.coordinator, setFigure, { input }));
  expect(await actAs(services, world.coordinator, setFigure, { input })).toMatchObject({
    code: 'nothingChanged',
  });
  expect(await actAs(services, world.head, setFigure, { input })).toMatchObject({ code: 'forbidden' });
});
