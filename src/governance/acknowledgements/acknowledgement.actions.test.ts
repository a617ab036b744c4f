import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Services } from '../../kernel/run.ts';
import { describe as describePerson } from '../../people/persons/person.actions.ts';
import { employee, holderOf, system } from '../../testing/actors.ts';
import { CampaignWorld, pressed } from '../../testing/campaign-world.ts';
import { rowFaults } from '../../testing/sealed-rows.ts';
import { actAs, done } from '../../testing/services.ts';
import { close, remind } from './campaign.actions.ts';
import { enter, follow, make, takeBack } from './acknowledgement.actions.ts';
import { mine, reading } from './acknowledgement.views.ts';
import { set as setQuestions } from './questions/question-set.actions.ts';
import { match } from './recipient.views.ts';
import { testPeople } from './testing.ts';

let world: CampaignWorld;
let services: Services;
beforeEach(async () => {
  world = await CampaignWorld.make();
  ({ services } = world);
});
afterEach(() => world.database.close());

describe('an acknowledgement', () => {
  it('by link is made once, also when it is sent twice at the same moment', async () => {
    await world.start();
    const [mail] = await world.mails();
    const results = await Promise.all(
      Array.from({ length: 6 }, () => actAs(services, system, follow, { input: pressed(mail?.token ?? '') })),
    );
    expect(results.filter((one) => !isRefusal(one))).toHaveLength(1);
    expect(results.filter(isRefusal).map((one) => one.code)).toEqual(Array(5).fill('alreadyAcknowledged'));
    expect(await world.acknowledgements()).toMatchObject([{ way: 'link' }]);
  });

  it('by a link that is nobody’s is not found', async () => {
    await world.start();
    expect(await actAs(services, system, follow, { input: pressed('A'.repeat(43)) })).toMatchObject({
      code: 'notFound',
    });
    expect(await actAs(services, system, follow, { input: pressed('kort') })).toMatchObject({
      code: 'invalid',
    });
  });

  it('signed in is made of the whole text, and in the next version of what has changed only', async () => {
    const me = employee(world.town.manager, world.town.school);
    await world.start();
    const [waits] = (await world.seen<{ items: { versionId: string; isAsked: boolean }[] }>(mine, me)).items;
    expect(waits).toMatchObject({ isAsked: true });
    const input = { documentVersionId: waits?.versionId ?? '', choices: [] };
    await done(actAs(services, me, make, { input }));
    expect(await actAs(services, me, make, { input })).toMatchObject({ code: 'alreadyAcknowledged' });
    await world.policy.adopt(
      [
        ['Alla ska låsa sin dator.', 'ska'],
        ['Det är bra.', null],
      ],
      world.now,
    );
    const known = (await world.seen<{ items: object[] }>(mine, me)).items;
    expect(known).toMatchObject([{ number: 1, way: 'signedIn', isChangeOnly: false }]);
    const third = await world.policy.adopt(
      [
        ['Alla ska låsa sin dator.', 'ska'],
        ['Alla ska rapportera.', 'ska'],
      ],
      world.now,
    );
    const text = await world.seen<{ since: number; sentences: { kind: string; text: string }[] }>(
      reading,
      me,
      third,
    );
    expect(text).toMatchObject({ since: 1, sentences: [{ kind: 'new', text: 'Alla ska rapportera.' }] });
    const id = await world.start({ title: 'Nytt' });
    const asked = await sql<{
      personId: PersonId;
      since: string | null;
    }>`select person_id as "personId", since_version_id as since
      from campaign_recipient where campaign_id = ${id} order by since_version_id nulls last`.execute(
      world.database.db,
    );
    expect(asked.rows).toMatchObject([
      { personId: world.town.manager, since: input.documentVersionId },
      { personId: world.town.other, since: null },
    ]);
    const late = employee(world.town.other, world.town.care);
    expect(await actAs(services, late, make, { input })).toMatchObject({ code: 'notInForce' });
  });

  it('stands when nothing that binds has changed: who has made it is not asked again', async () => {
    const me = employee(world.town.manager, world.town.school);
    await world.start();
    const first = (await world.seen<{ items: { versionId: string }[] }>(mine, me)).items[0]?.versionId ?? '';
    await done(actAs(services, me, make, { input: { documentVersionId: first, choices: [] } }));
    await world.policy.adopt(
      [
        ['Alla ska låsa sin dator.', 'ska'],
        ['Det är bra.', null],
      ],
      world.now,
    );
    const id = await world.start({ title: 'Samma krav' });
    expect((await world.namesOf(id)).items.map((one) => one.name)).toEqual(['Åke Öberg']);
  });

  it('on paper is entered by whoever answers for the unit: all of the list or nothing', async () => {
    const people = await testPeople(world.database.db, world.town.school, 3);
    const id = await world.start();
    const names = (await world.namesOf(id, world.head)).items;
    expect(names).toHaveLength(4);
    const lines = ['Berg 0, Anna', 'Anna Berg 1', 'Åke Öberg', 'Okänd Person'];
    const matched = await world.seen<{ lines: { outcome: string; recipientId: string | null }[] }>(
      match,
      world.head,
      id,
      { names: lines.join('\n') },
    );
    // Åke is asked too, but is not of her unit: for her there is nobody of that name.
    expect(matched.lines.map((one) => one.outcome)).toEqual(['found', 'found', 'unknown', 'unknown']);
    const recipientIds = matched.lines.flatMap((one) => (one.recipientId === null ? [] : [one.recipientId]));
    const input = { heldOn: '2026-11-23', meeting: 'Arbetsplatsträff', recipientIds };
    const other = (await world.namesOf(id)).items.find((one) => one.name === 'Åke Öberg')?.id ?? '';
    expect(
      await actAs(services, world.head, enter, {
        id,
        input: { ...input, recipientIds: [...recipientIds, other] },
      }),
    ).toMatchObject({ code: 'recipientUnknown' });
    expect(await world.acknowledgements()).toEqual([]);
    expect(await done(actAs(services, world.head, enter, { id, input }))).toMatchObject({ entered: 2 });
    expect(await actAs(services, world.head, enter, { id, input })).toMatchObject({ code: 'nothingToEnter' });
    expect((await world.acknowledgements()).map((one) => one.personId).sort()).toEqual(
      people.slice(0, 2).sort(),
    );
  });

  it('is withdrawn with a reason, and made again by a new link or signed in, and not by the same', async () => {
    const id = await world.start();
    const [mail] = await world.mails();
    await done(actAs(services, system, follow, { input: pressed(mail?.token ?? '') }));
    const made =
      (await world.namesOf(id)).items.find((one) => one.acknowledgementId !== null)?.acknowledgementId ?? '';
    expect(
      await actAs(services, world.head, takeBack, { id: made, version: 1, input: { reason: 'Fel person' } }),
    ).toMatchObject({ code: 'forbidden' });
    await done(
      actAs(services, world.coordinator, takeBack, { id: made, version: 1, input: { reason: 'Fel person' } }),
    );
    expect(await world.recordOf(id)).toMatchObject({ acknowledged: 0 });
    const press = (token = '') => actAs(services, system, follow, { input: pressed(token) });
    expect(await press(mail?.token)).toMatchObject({ code: 'linkSpent' });
    // Whose link it was not may use hers.
    const other = (await world.mails()).find((one) => one.address !== mail?.address);
    await done(press(other?.token));
    world.now = new Date(world.now.getTime() + 86_400_000);
    await done(actAs(services, world.coordinator, remind, { id, input: { unitId: null } }));
    const again = (await world.mails()).at(-1);
    expect(again?.address).toBe(mail?.address);
    await done(press(again?.token));
    expect(await press(mail?.token)).toMatchObject({ code: 'alreadyAcknowledged' });
    expect(await world.recordOf(id)).toMatchObject({ acknowledged: 2 });
    expect(await world.acknowledgements()).toHaveLength(3);
    expect(await rowFaults(world.database.db)).toEqual([]);
  });

  it('that was withdrawn is made again by whom it was of, signed in', async () => {
    const id = await world.start();
    const mail = (await world.mails()).find((one) => one.address === 'maria@prov.example');
    const { id: made } = await done(actAs(services, system, follow, { input: pressed(mail?.token ?? '') }));
    await done(
      actAs(services, world.coordinator, takeBack, { id: made, version: 1, input: { reason: 'Fel person' } }),
    );
    const me = employee(world.town.manager, world.town.school);
    const [waits] = (await world.seen<{ items: { versionId: string }[] }>(mine, me)).items;
    const input = { documentVersionId: waits?.versionId ?? '', choices: [] };
    await done(actAs(services, me, make, { input }));
    expect(await world.recordOf(id)).toMatchObject({ acknowledged: 1 });
  });

  it('by a link holds for the address that it was sent to', async () => {
    await world.start();
    const [mail] = await world.mails();
    const found = await sql<{
      id: string;
      version: number;
      givenName: string;
      familyName: string;
      unitId: string;
    }>`
      select p.id, p.version, p.given_name as "givenName", p.family_name as "familyName", p.unit_id as "unitId" from person p
      where p.email = ${mail?.address ?? ''}`.execute(world.database.db);
    const [person] = found.rows;
    const { id = '', version = 0, ...named } = person ?? {};
    const more = { kind: 'employee', telephone: null, organisation: null, sourceId: null };
    const input = { ...named, ...more, email: 'annan@prov.example' };
    await done(
      actAs(services, holderOf('administrator', world.town.other), describePerson, { id, version, input }),
    );
    const press = () => actAs(services, system, follow, { input: pressed(mail?.token ?? '') });
    expect(await press()).toMatchObject({ code: 'notFound' });
  });

  it('keeps no answer of anybody: only how many chose what, told when the campaign is over and five have', async () => {
    const question = { text: 'Vem?', choices: ['Alla', 'Ingen'], right: 0, explanation: 'Alla.' };
    await done(
      actAs(services, world.coordinator, setQuestions, {
        input: { documentId: world.policy.id, audience: 'everyone', questions: [question] },
      }),
    );
    await testPeople(world.database.db, world.town.school, 5);
    const id = await world.start();
    const sent = await world.mails();
    for (const [index, { token }] of sent.slice(0, 4).entries())
      await done(actAs(services, system, follow, { input: pressed(token, { choices: [index % 2] }) }));
    expect((await world.recordOf(id)).questions).toMatchObject([{ answers: null }]);
    await done(actAs(services, system, follow, { input: pressed(sent[4]?.token ?? '', { choices: [1] }) }));
    expect((await world.recordOf(id)).questions).toMatchObject([{ answers: null }]);
    const { version } = await world.recordOf(id);
    await done(
      actAs(services, world.coordinator, close, { id, version, input: { reason: 'Alla har svarat' } }),
    );
    expect((await world.recordOf(id)).questions).toMatchObject([{ answers: [2, 3] }]);
    const leaves = await sql<{
      leaf: string;
    }>`select leaf from audit_event where kind = 'acknowledgement.made'`.execute(world.database.db);
    for (const { leaf } of leaves.rows) expect(leaf).not.toMatch(/choice|answer|token/i);
    // A later change of the questions is of later campaigns.
    await done(
      actAs(services, world.coordinator, setQuestions, {
        input: { documentId: world.policy.id, audience: 'everyone', questions: [] },
      }),
    );
    expect((await world.recordOf(id)).questions).toHaveLength(1);
  });
});
