import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CampaignWorld } from '../../testing/campaign-world.ts';
import { preview } from './campaign.views.ts';
import { recipients } from './recipient.views.ts';
import { written } from './testing.ts';

let world: CampaignWorld;
beforeAll(async () => {
  world = await CampaignWorld.make();
});
afterAll(() => world.database.close());

const addressed = (person: string, email: string | null) =>
  written(world.database.db, world.now, (event) => [
    sql`update person set email = ${email}, version = version + 1, changed_by_event = ${event} where id = ${person}`,
  ]);

interface Shown {
  readonly items: readonly { readonly name: string; readonly address: string }[];
  readonly total: number;
}
const named = async (campaignId: string, query: object = {}): Promise<Shown> =>
  world.seen<Shown>(recipients, world.coordinator, null, { campaignId, ...query });

it('an address that no letter can be sent to is counted and named, and keeps nobody else from hers', async () => {
  // As a register held it that took more than mail does.
  await addressed(world.town.manager, 'maria;lind@prov.example');
  const asked = { documentId: world.policy.id, kinds: ['employee'] };
  expect(await world.seen(preview, world.coordinator, null, asked)).toMatchObject({
    items: [
      { name: 'Maria Lind', hasAddress: false },
      { name: 'Åke Öberg', hasAddress: true },
    ],
  });
  const id = await world.start();
  expect((await world.mails()).map(({ address }) => address)).toEqual(['ake@prov.example']);
  expect(await world.recordOf(id)).toMatchObject({ asked: 2, withoutAddress: 0, unreadable: 1 });
  expect(await named(id)).toMatchObject({
    items: [
      { name: 'Maria Lind', address: 'unreadable' },
      { name: 'Åke Öberg', address: 'usable' },
    ],
  });
  expect(await named(id, { noLetter: 'true' })).toMatchObject({ total: 1, items: [{ name: 'Maria Lind' }] });

  await addressed(world.town.manager, null);
  expect(await world.recordOf(id)).toMatchObject({ withoutAddress: 1, unreadable: 0 });
  expect(await named(id, { noLetter: 'true' })).toMatchObject({ items: [{ address: 'missing' }] });

  // One that is no plain one, and that mail goes to all the same.
  await addressed(world.town.manager, 'maria.ö@prov.example');
  expect(await world.recordOf(id)).toMatchObject({ withoutAddress: 0, unreadable: 0 });
});
