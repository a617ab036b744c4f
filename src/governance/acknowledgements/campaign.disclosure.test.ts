import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registers } from '../../app.ts';
import type { Actor } from '../../kernel/access.ts';
import { newId } from '../../kernel/ids.ts';
import type { AnyRegister } from '../../kernel/register.ts';
import { act, type Services } from '../../kernel/run.ts';
import { employee, holderOf, system } from '../../testing/actors.ts';
import { CampaignWorld, pressed, type ShownCampaign } from '../../testing/campaign-world.ts';
import { actAs, done } from '../../testing/services.ts';
import { follow, make } from './acknowledgement.actions.ts';
import { close } from './campaign.actions.ts';
import { list, record } from './campaign.views.ts';
import { runCampaigns } from './keep.ts';
import { add as addList } from './lists/signed-list.actions.ts';
import { set as setQuestions } from './questions/question-set.actions.ts';
import { testPeople } from './testing.ts';

const day = 86_400_000;
const all: readonly AnyRegister[] = registers;
const [history] = all.flatMap(({ views }) => views.filter((one) => one.name === 'audit.history'));

let world: CampaignWorld;
let services: Services;
beforeEach(async () => {
  world = await CampaignWorld.make();
  ({ services } = world);
});
afterEach(() => world.database.close());

describe('a campaign', () => {
  it('so small that its figures would tell of each is counted out only to those who may know who they are', async () => {
    const id = await world.start();
    const seen = (actor: Actor) => world.seen<ShownCampaign>(record, actor, id);
    const stranger = employee(newId());
    expect(await seen(world.coordinator)).toMatchObject({ asked: 2, withoutAddress: 0 });
    const nothing = { asked: null, acknowledged: null, left: null, invited: null, withoutAddress: null };
    // One of the two is of another unit than the head's, and would be what is left of the whole.
    for (const actor of [stranger, world.head]) expect(await seen(actor)).toMatchObject(nothing);
    const listed = await world.seen<{ items: object[] }>(list, stranger);
    expect(listed.items).toMatchObject([{ asked: null, acknowledged: null }]);
    await testPeople(world.database.db, world.town.school, 3);
    await runCampaigns(services, true);
    expect(await seen(stranger)).toMatchObject({ asked: 5 });
    expect(await seen(world.head)).toMatchObject({ asked: null });
    const asOf = world.now.toISOString();
    for (const query of [{}, { asOf }]) {
      const ofHead = await world.seen<{ items: object[] }>(list, world.head, null, query);
      expect(ofHead.items).toMatchObject([{ asked: null, acknowledged: null }]);
    }
    await testPeople(world.database.db, world.town.care, 4, 'q');
    await runCampaigns(services, true);
    expect(await seen(world.head)).toMatchObject({ asked: 9 });
  });

  it('tells in its history what was sent, entered and signed only to those who may see all names', async () => {
    const id = await world.start();
    const list = { heldOn: '2026-11-23', meeting: 'Arbetsplatsträff', name: 'lista.pdf' };
    const content = Buffer.from('%PDF-1.7\nunderskrifter').toString('base64');
    const unitId = world.town.school;
    await done(actAs(services, world.head, addList, { id, input: { ...list, unitId, content } }));
    const told = async (actor: Actor) => {
      if (history === undefined) throw new Error('no history');
      const { items } = await world.seen<{ items: { kind: string }[] }>(history, actor, null, {
        register: 'campaign',
        id,
      });
      return items.map((one) => one.kind);
    };
    expect(await told(world.coordinator)).toEqual(
      expect.arrayContaining(['campaign.begun', 'campaign.invited', 'signedList.added']),
    );
    const otherUnit = { scope: 'unit', scopeId: world.town.care, units: [world.town.care] } as const;
    expect(await told(world.head)).toEqual(expect.arrayContaining(['signedList.added']));
    for (const actor of [employee(newId()), holderOf('manager', newId(), otherUnit)])
      expect((await told(actor)).filter((kind) => !/^campaign.(begun|opened)$/.test(kind))).toEqual([]);
    expect(await told(employee(newId()))).toContain('campaign.begun');
  });

  it('does not say what is right to those who are to answer, neither on its page nor in its history', async () => {
    const question = { text: 'Vem?', choices: ['Alla', 'Ingen'], right: 1, explanation: 'Facit' };
    const input = { documentId: world.policy.id, audience: 'everyone', questions: [question] };
    await done(actAs(services, world.coordinator, setQuestions, { input }));
    const id = await world.start();
    const questionSeen = async (actor: Actor) =>
      (await world.seen<{ questions: { question: object }[] }>(record, actor, id)).questions[0]?.question;
    expect(await questionSeen(world.coordinator)).toEqual(question);
    const { text, choices } = question;
    const shown = { text, choices, right: null, explanation: null };
    for (const actor of [world.head, employee(world.town.manager)])
      expect(await questionSeen(actor)).toEqual(shown);
    const told = await sql<{
      leaf: string;
    }>`select leaf from audit_event where kind = 'campaign.begun'`.execute(world.database.db);
    expect(told.rows[0]?.leaf).toContain('Ingen');
    expect(told.rows[0]?.leaf).not.toMatch(/Facit|"right"/);
  });

  it('long over has no secrets left, and still says what was sent and when', async () => {
    const id = await world.start();
    const [mail] = await world.mails();
    await done(actAs(services, system, follow, { input: pressed(mail?.token ?? '') }));
    await done(actAs(services, world.coordinator, close, { id, version: 2, input: { reason: 'Klart' } }));
    const links = async () =>
      (
        await sql<{ kind: string; secret: boolean; madeOn: string }>`
          select kind, token_hash is not null or address_hash is not null as secret, made_on as "madeOn"
          from acknowledgement_link`.execute(world.database.db)
      ).rows;
    const before = await links();
    const after = async (days: number) => {
      world.now = new Date(Date.parse('2026-11-23T10:00:00Z') + days * day);
      await runCampaigns(services, true);
      return links();
    };
    expect(await after(89)).toEqual(before);
    expect(await after(92)).toEqual(before.map((one) => ({ ...one, secret: false })));
    expect(await world.recordOf(id)).toMatchObject({ acknowledged: 1, invited: 2 });
    expect(await actAs(services, system, follow, { input: pressed(mail?.token ?? '') })).toMatchObject({
      code: 'notFound',
    });
  });

  it('tells whoever has answered what is right, signed in too, and keeps nothing of what she chose', async () => {
    const question = { text: 'Vem?', choices: ['Alla', 'Ingen'], right: 1, explanation: 'Facit' };
    const input = { documentId: world.policy.id, audience: 'everyone', questions: [question] };
    await done(actAs(services, world.coordinator, setQuestions, { input }));
    await world.start();
    const found = await sql<{ id: string }>`select id from document_version`.execute(world.database.db);
    const documentVersionId = found.rows[0]?.id ?? '';
    const keys = [{ right: 1, explanation: 'Facit' }];
    const answers = (actor: Actor, choices: readonly number[]) => {
      const asked = { id: null, version: null, idempotencyKey: newId(), confirmed: new Set<string>() };
      return done(act(services, make, { actor, input: { documentVersionId, choices }, ...asked }));
    };
    expect(await answers(employee(world.town.manager), [0])).toMatchObject({ keys });
    expect(await answers(employee(world.town.other), [])).toMatchObject({ keys: [] });
    const kept = await sql<{ answer: object }>`select answer from idempotency_key
      where action = 'acknowledgement.make'`.execute(world.database.db);
    for (const { answer } of kept.rows) expect(JSON.stringify(answer)).not.toMatch(/choice/i);
  });
});
