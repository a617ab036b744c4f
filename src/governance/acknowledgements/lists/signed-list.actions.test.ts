import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scanThrough } from '../../../files/scan.ts';
import type { Actor } from '../../../kernel/access.ts';
import { appendEvent } from '../../../kernel/audit/append.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { ask, type Services } from '../../../kernel/run.ts';
import { employee, holderOf, system } from '../../../testing/actors.ts';
import { CampaignWorld } from '../../../testing/campaign-world.ts';
import { rowFaults } from '../../../testing/sealed-rows.ts';
import { actAs, done } from '../../../testing/services.ts';
import { signedListRegister } from '../register.ts';
import { add, end, open } from './signed-list.actions.ts';
import { ofCampaign } from './signed-list.views.ts';

let world: CampaignWorld;
let services: Services;
let campaign: string;
let otherHead: Actor;
let auditor: Actor;
beforeAll(async () => {
  world = await CampaignWorld.make();
  ({ services } = world);
  campaign = await world.start();
  const where = { scope: 'unit', scopeId: world.town.care, units: [world.town.care] } as const;
  otherHead = holderOf('manager', world.town.other, where);
  auditor = holderOf('auditor', world.town.other);
});
afterAll(() => world.database.close());

const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}`);
const input = (bytes: Buffer, more: object = {}) => ({
  heldOn: '2026-11-23',
  meeting: 'Arbetsplatsträff',
  unitId: world.town.school,
  name: 'lista.pdf',
  content: bytes.toString('base64'),
  ...more,
});
const adds = (actor: Actor, bytes: Buffer, more: object = {}) =>
  actAs(services, actor, add, { id: campaign, input: input(bytes, more) });
const opens = (actor: Actor, id: string) => actAs(services, actor, open, { id, input: {} });
interface Shown {
  readonly items: readonly { readonly id: string; readonly mayEnd: boolean }[];
}
const shownTo = async (actor: Actor) => (await world.seen<Shown>(ofCampaign, actor, campaign)).items;
const hasList = async (actor: Actor, id: string) => (await shownTo(actor)).some((one) => one.id === id);

describe('a signed list', () => {
  it('is kept as it was, and opened by those who may see the names of its unit; the log says by whom', async () => {
    const bytes = Buffer.concat([pdf('underskrifter'), Buffer.alloc(2_500_000, 7)]);
    const { id } = await done(adds(world.head, bytes));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    for (const actor of [world.head, world.coordinator, auditor]) {
      const opened = await done(opens(actor, id));
      expect(opened).toMatchObject({ name: 'lista.pdf', type: 'application/pdf', sha256 });
      expect(Buffer.from(opened['content'] as string, 'base64').equals(bytes)).toBe(true);
      expect(await hasList(actor, id)).toBe(true);
    }
    expect(await opens(otherHead, id)).toMatchObject({ code: 'notFound' });
    expect(await hasList(otherHead, id)).toBe(false);
    expect(await opens(employee(world.town.manager, world.town.school), id)).toMatchObject({
      code: 'forbidden',
    });
    const told = await sql<{
      person: string;
    }>`select leaf::jsonb -> 'actor' ->> 'person' as person from audit_event
      where kind = 'signedList.opened' and record_id = ${id} order by occurred_at`.execute(world.database.db);
    expect(told.rows.map((row) => row.person)).toEqual([
      world.town.manager,
      world.town.other,
      world.town.other,
    ]);
    expect(await rowFaults(world.database.db)).toEqual([]);
  });

  it('of several units is for those who may see every name', async () => {
    expect(await adds(world.head, pdf('alla'), { unitId: null })).toMatchObject({ code: 'forbidden' });
    const { id } = await done(adds(world.coordinator, pdf('alla'), { unitId: null }));
    expect(await opens(world.head, id)).toMatchObject({ code: 'notFound' });
    await done(opens(auditor, id));
  });

  it.each([
    ['of another unit than hers', () => ({ unitId: world.town.care }), pdf('a'), 'forbidden'],
    ['of a meeting to come', () => ({ heldOn: '2026-11-24' }), pdf('b'), 'heldInFuture'],
    ['of a meeting before the campaign', () => ({ heldOn: '2026-11-22' }), pdf('c'), 'heldBeforeOpening'],
    ['that is a program', () => ({}), Buffer.from([0x4d, 0x5a, 0, 3]), 'wrongType'],
    [
      'that is a page of the web',
      () => ({ name: 'lista.pdf' }),
      Buffer.from('<script>1</script>'),
      'wrongType',
    ],
    ['that is an archive', () => ({}), Buffer.from([0x50, 0x4b, 3, 4, 0]), 'wrongType'],
    ['that is too large', () => ({}), Buffer.concat([pdf('d'), Buffer.alloc(8_000_000)]), 'fileTooLarge'],
    ['without a meeting', () => ({ meeting: ' ' }), pdf('e'), 'invalid'],
    ['without a file', () => ({ content: '' }), pdf('f'), 'invalid'],
  ])('%s is refused, and nothing is kept', async (_what, more, bytes, code) => {
    const before = (await shownTo(world.coordinator)).length;
    expect(await adds(world.head, bytes, more())).toMatchObject({ code });
    expect(await shownTo(world.coordinator)).toHaveLength(before);
  });

  it('of a unit that is not there is refused, and so is one of a campaign that is not', async () => {
    const unitId = '01900000-0000-7000-8000-000000000001';
    expect(await adds(world.coordinator, pdf('g'), { unitId })).toMatchObject({ code: 'unitUnknown' });
    const tried = await actAs(services, world.coordinator, add, { id: unitId, input: input(pdf('h')) });
    expect(tried).toMatchObject({ code: 'notFound' });
  });

  it('is there once, also when it is sent twice at the same moment', async () => {
    const outcomes = await Promise.all([1, 2, 3].map(() => adds(world.coordinator, pdf('en'))));
    expect(outcomes.filter((one) => !isRefusal(one))).toHaveLength(1);
    expect(await adds(world.head, pdf('en'))).toMatchObject({ code: 'listThere' });
  });

  it('that is put aside is handed out no more, and may be added again', async () => {
    const { id } = await done(adds(world.head, pdf('fel enhet')));
    const aside = (actor: Actor) =>
      actAs(services, actor, end, { id, version: 1, input: { reason: 'Fel enhet' } });
    expect(await aside(auditor)).toMatchObject({ code: 'forbidden' });
    expect(await aside(otherHead)).toMatchObject({ code: 'notFound' });
    await done(aside(world.head));
    expect(await opens(world.head, id)).toMatchObject({ code: 'listEnded' });
    expect(await hasList(world.head, id)).toBe(false);
    await done(adds(world.head, pdf('fel enhet')));
  });

  it('with malware in it is kept and handed out to nobody', async () => {
    const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
    const added = await done(adds(world.head, pdf(eicar)));
    expect(added).toMatchObject({ standing: 'quarantined' });
    expect(await opens(world.coordinator, added.id)).toMatchObject({ code: 'quarantined' });
  });

  it('that the scanner could not look at is not kept', async () => {
    scanThrough('false-is-no-scanner');
    try {
      expect(await adds(world.head, pdf('okontrollerad'))).toMatchObject({ code: 'scannerAway' });
    } finally {
      scanThrough(null);
    }
    await done(adds(world.head, pdf('okontrollerad')));
  });

  it('follows its unit into the successor, unless it has been put aside', async () => {
    const { id } = await done(adds(world.head, pdf('flyttar')));
    const aside = await done(adds(world.head, pdf('fel möte')));
    await done(actAs(services, world.head, end, { id: aside.id, version: 1, input: { reason: 'Fel möte' } }));
    const { followers } = signedListRegister;
    await world.database.db.transaction().execute(async (transaction) => {
      const touched = (await followers?.touched(transaction, world.town.school)) ?? [];
      expect(touched).toContain(`signedList:${id}`);
      expect(touched).not.toContain(`signedList:${aside.id}`);
      const event = { kind: 'test.moved', record: null, touched };
      const stamp = await appendEvent(transaction, system, 'unit', event, services.clock());
      await followers?.follow(transaction, world.town.school, world.town.care, stamp);
    });
    expect(await hasList(otherHead, id)).toBe(true);
    await done(opens(otherHead, id));
    expect(await opens(world.head, id)).toMatchObject({ code: 'notFound' });
    expect(await rowFaults(world.database.db)).toEqual([]);
  });

  it('is not listed for who may see no names', async () => {
    const asked = await ask(services, ofCampaign, {
      actor: employee(world.town.manager),
      id: campaign,
      query: {},
    });
    expect(asked).toMatchObject({ code: 'forbidden' });
  });
});
