import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../kernel/access.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { ask, type Services } from '../../../kernel/run.ts';
import { employee, holderOf } from '../../../testing/actors.ts';
import { type Arranged, arrange } from '../../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../../testing/database.ts';
import { actAs, done, testServices } from '../../../testing/services.ts';
import { register as registerAgreement } from '../../agreement-reviews/agreement-review.actions.ts';
import { attest } from '../attests/unit-attest.actions.ts';
import { list as attests } from '../attests/unit-attest.views.ts';
import { describe as describeAction, end, register } from './external-party.actions.ts';
import { list, record } from './external-party.views.ts';
import { externalPartyRegister } from './register.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let head: Actor;
let coordinator: Actor;
let agreement: string;
beforeAll(async () => {
  database = await testDatabase();
  services = testServices(database.db);
  town = await arrange(database.db);
  head = holderOf('manager', town.manager, { scope: 'unit', scopeId: town.school, units: [town.school] });
  coordinator = holderOf('informationSecurityCoordinator', town.other);
  const input = { counterparty: 'Bolaget AB', subject: 'Drift', reference: 'KS 1', unitId: town.care };
  agreement = (await done(actAs(services, coordinator, registerAgreement, { input }))).id;
});
afterAll(() => database.close());

const input = (more: object = {}) => ({
  name: ' Bolaget   AB ',
  organisationNumber: '5561234567',
  contactName: 'Eva Ek',
  email: 'eva@bolaget.example',
  language: 'sv',
  relevant: true,
  relevanceReason: 'Driver växeln',
  unitId: town.school,
  contractor: false,
  agreementReviewId: null,
  obligation: false,
  ...more,
});

describe('an external party', () => {
  it('is entered, changed, and ended once', async () => {
    const made = await done(actAs(services, head, register, { input: input() }));
    const seen = await ask(services, record, { actor: head, id: made.id, query: {} });
    expect(isRefusal(seen) ? seen : seen.answer).toMatchObject({
      name: 'Bolaget AB',
      organisationNumber: '556123-4567',
      may: { describe: { allowed: true }, end: { allowed: true } },
    });
    const changed = { id: made.id, version: 1, input: input({ name: 'Bolaget Nya AB' }) };
    await done(actAs(services, head, describeAction, changed));
    expect(await actAs(services, head, describeAction, { ...changed, version: 2 })).toMatchObject({
      code: 'nothingChanged',
    });
    await done(actAs(services, head, end, { id: made.id, version: 2, input: { reason: 'Avtalet är slut' } }));
    expect(
      await actAs(services, head, end, { id: made.id, version: 3, input: { reason: 'Igen' } }),
    ).toMatchObject({ code: 'ended' });
    expect(await actAs(services, head, describeAction, { ...changed, version: 3 })).toMatchObject({
      code: 'ended',
    });
  });

  it.each([
    [{ unitId: '01900000-0000-7000-8000-000000000001' }, 'unitUnknown'],
    [{ agreementReviewId: '01900000-0000-7000-8000-000000000001' }, 'agreementUnknown'],
    [{ obligation: true }, 'obligationWithoutAgreement'],
    [{ organisationNumber: '123' }, 'invalid'],
    [{ email: 'ingen adress' }, 'emailUnreadable'],
    [{ email: 'eva;anna@bolaget.example' }, 'emailUnreadable'],
    [{ relevanceReason: '' }, 'invalid'],
  ])('is refused: %j', async (more, code) => {
    expect(await actAs(services, coordinator, register, { input: input(more) })).toMatchObject({ code });
  });

  it('is of one name in a unit, and may have it again when the first has ended', async () => {
    const named = { input: input({ name: 'Dubbel AB' }) };
    const first = await done(actAs(services, head, register, named));
    expect(await actAs(services, head, register, named)).toMatchObject({ code: 'alreadyThere' });
    await done(actAs(services, head, end, { id: first.id, version: 1, input: { reason: 'Slut' } }));
    await done(actAs(services, head, register, named));
  });

  it('cannot be tied to an agreement that its head may not see, nor moved to a unit that is not hers', async () => {
    expect(
      await actAs(services, head, register, { input: input({ agreementReviewId: agreement }) }),
    ).toMatchObject({ code: 'agreementUnknown' });
    const tied = { name: 'Bunden AB', agreementReviewId: agreement, obligation: true };
    const bound = await done(actAs(services, coordinator, register, { input: input(tied) }));
    const shownTo = async (actor: Actor) => {
      const seen = await ask(services, record, { actor, id: bound.id, query: {} });
      return isRefusal(seen) ? seen : seen.answer;
    };
    expect(await shownTo(coordinator)).toMatchObject({ agreement: expect.stringContaining(': ') as string });
    expect(await shownTo(head)).toMatchObject({ agreementReviewId: agreement, agreement: null });
    // What she may not see she may leave as it is.
    const renamed = { id: bound.id, version: 1, input: input({ ...tied, name: 'Bundna AB' }) };
    await done(actAs(services, head, describeAction, renamed));
    const made = await done(actAs(services, head, register, { input: input({ name: 'Flytt AB' }) }));
    const moved = { id: made.id, version: 1, input: input({ name: 'Flytt AB', unitId: town.care }) };
    expect(await actAs(services, head, describeAction, moved)).toMatchObject({ code: 'forbidden' });
  });

  it('is not there for whoever has nothing to do with its unit', async () => {
    const made = await done(
      actAs(services, coordinator, register, { input: input({ name: 'Omsorgens AB', unitId: town.care }) }),
    );
    expect(await ask(services, record, { actor: head, id: made.id, query: {} })).toMatchObject({
      code: 'notFound',
    });
    const seen = await ask(services, list, {
      actor: employee(town.manager, town.school),
      id: null,
      query: { search: 'omsorgens' },
    });
    expect(isRefusal(seen) ? seen : seen.answer).toMatchObject({ total: 0 });
  });

  it('follows its unit into the next', async () => {
    const touched = await database.db
      .transaction()
      .execute(
        (transaction) =>
          externalPartyRegister.followers?.touched(transaction, town.care) ?? Promise.resolve([]),
      );
    expect(touched).toHaveLength(1);
    expect(touched[0]).toMatch(/^externalParty:/);
  });
});

describe('the head’s attest', () => {
  it('is of her own units only, and says why when something is not followed', async () => {
    const of = (more: object) => ({ input: { unitId: town.school, isFollowed: true, note: '', ...more } });
    expect(await actAs(services, head, attest, of({ unitId: town.care }))).toMatchObject({
      code: 'forbidden',
    });
    expect(await actAs(services, head, attest, of({ isFollowed: false }))).toMatchObject({
      code: 'noteMissing',
    });
    expect(await actAs(services, coordinator, attest, of({}))).toMatchObject({ code: 'forbidden' });
    await done(actAs(services, head, attest, of({})));
    const seen = await ask(services, attests, { actor: head, id: null, query: {} });
    expect(isRefusal(seen) ? seen : seen.answer).toMatchObject({
      total: 1,
      items: [
        {
          unitName: 'Skolan',
          isFollowed: true,
          attestedOn: '2026-11-23',
          attestedBy: 'Maria Lind',
          may: true,
        },
      ],
    });
    const others = await ask(services, attests, { actor: employee(town.other), id: null, query: {} });
    expect(isRefusal(others) ? others : others.answer).toMatchObject({
      total: 2,
      items: [{ may: false }, { may: false }],
    });
  });
});
