import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/access.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { ask, type Services } from '../kernel/run.ts';
import type { View } from '../kernel/view.ts';
import { employee, holderOf } from '../testing/actors.ts';
import { type Arranged, arrange } from '../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { actAs, done, testServices } from '../testing/services.ts';
import { dryRun } from './dry-run.view.ts';
import {
  changeDutyTerm,
  enterDutyRecipient,
  enterDutyTerm,
  withdrawDutyRecipient,
  withdrawDutyTerm,
} from './duty-data.actions.ts';
import { readDutyData } from './duty-data.store.ts';
import { termOn } from './dated.ts';
import { defaultTerms } from './default-terms.ts';
import { list, record, recipientList, termList } from './duty.views.ts';
import { duties } from './index.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let coordinator: Actor;
beforeAll(async () => {
  database = await testDatabase();
  services = testServices(database.db);
  town = await arrange(database.db);
  coordinator = holderOf('informationSecurityCoordinator', town.other);
});
afterAll(() => database.close());

const term = {
  key: 'breachNotification',
  unit: 'hours',
  amount: 96,
  restDays: 'counts',
  from: '2027-01-01',
  until: '2027-12-31',
  state: 'verifiedAgainstOfficialText',
  source: 'EUT L 2026/1',
  readOn: '2026-11-20',
  reason: 'Ny förordning',
};

async function asked<Answer>(
  view: View,
  query: object = {},
  actor = employee(town.manager),
): Promise<Answer> {
  const result = await ask(services, view, { actor, id: null, query: { ...query } });
  if (isRefusal(result)) throw new Error(result.code);
  return result.answer as Answer;
}

interface Rows {
  readonly items: readonly { id: string | null; key: string; amount?: number | null; name?: string }[];
  readonly may: { readonly edit: boolean };
}

describe('the municipality’s own rows', () => {
  it('are entered, changed and taken back; the engine’s data follow', async () => {
    const entered = await done(actAs(services, coordinator, enterDutyTerm, { input: term }));
    const amountOn = async (day: string) =>
      termOn(await readDutyData(database.db), 'breachNotification', day)?.amount;
    expect([await amountOn('2027-06-01'), await amountOn('2028-01-01')]).toEqual([96, 72]);
    const { key: _key, ...change } = { ...term, amount: 48 };
    const changed = await done(
      actAs(services, coordinator, changeDutyTerm, { id: entered.id, version: 1, input: change }),
    );
    expect(await amountOn('2027-06-01')).toBe(48);
    const rows = await asked<Rows>(termList, {}, coordinator);
    expect(rows.items).toHaveLength(defaultTerms.length + 1);
    expect(rows.items[0]).toMatchObject({ id: entered.id, amount: 48 });
    expect([rows.may.edit, (await asked<Rows>(termList)).may.edit]).toEqual([true, false]);
    await done(
      actAs(services, coordinator, withdrawDutyTerm, {
        id: entered.id,
        version: changed.version,
        input: { reason: 'Antogs inte' },
      }),
    );
    expect(await amountOn('2027-06-01')).toBe(72);
    expect((await asked<Rows>(termList)).items).toHaveLength(defaultTerms.length);
  });

  it('never overlap: two terms on a day would be two deadlines', async () => {
    const first = await done(
      actAs(services, coordinator, enterDutyTerm, { input: { ...term, key: 'cyberFinal' } }),
    );
    const again = { ...term, key: 'cyberFinal', from: '2027-12-31', until: null };
    expect(await actAs(services, coordinator, enterDutyTerm, { input: again })).toMatchObject({
      code: 'periodTaken',
    });
    const after = { ...again, from: '2028-01-01' };
    const second = await done(actAs(services, coordinator, enterDutyTerm, { input: after }));
    const { key: _key, ...earlier } = { ...after, from: '2027-12-01' };
    expect(
      await actAs(services, coordinator, changeDutyTerm, { id: second.id, version: 1, input: earlier }),
    ).toMatchObject({ code: 'periodTaken' });
    // What is taken back leaves its days to others.
    const back = { id: first.id, version: 1, input: { reason: 'Fel rad' } };
    await done(actAs(services, coordinator, withdrawDutyTerm, back));
    await done(actAs(services, coordinator, changeDutyTerm, { id: second.id, version: 1, input: earlier }));
  });

  it('two at once give one row', async () => {
    const input = { ...term, key: 'communications' };
    const both = await Promise.all([1, 2].map(() => actAs(services, coordinator, enterDutyTerm, { input })));
    expect(both.filter(isRefusal).map((one) => one.code)).toEqual(['periodTaken']);
  });

  it('a recipient is shown with the duties it concerns, and only for its days', async () => {
    const input = {
      key: 'csirt',
      name: 'NCSC, jourtelefonen',
      channel: 'Telefon',
      from: '2026-11-20',
      until: '2026-11-23',
      state: 'unsettled',
      source: 'Samtal med NCSC',
      readOn: '2026-11-20',
      reason: 'Portalen är nere',
    };
    const entered = await done(actAs(services, coordinator, enterDutyRecipient, { input }));
    interface Listed {
      readonly items: readonly {
        number: string;
        stages: readonly { recipient: { name: string } | null }[];
      }[];
    }
    const shownFor = async (number: string) => {
      const { items } = await asked<Listed>(list);
      return items.find((one) => one.number === number)?.stages[0]?.recipient?.name;
    };
    expect(await shownFor('C1')).toBe('NCSC, jourtelefonen');
    expect((await asked<Rows>(recipientList)).items[0]?.name).toBe('NCSC, jourtelefonen');
    const back = { id: entered.id, version: 1, input: { reason: 'Portalen är uppe' } };
    await done(actAs(services, coordinator, withdrawDutyRecipient, back));
    expect(await shownFor('C1')).toMatch(/^Nationellt cybersäkerhetscenter/);
  });
});

describe('what the law asks', () => {
  it('is listed whole, with terms and recipients of today', async () => {
    const { items } = await asked<{ items: readonly { number: string; stages: readonly object[] }[] }>(list);
    expect(items.map((one) => one.number)).toEqual(duties.map((one) => one.number));
    for (const stage of items.flatMap((one) => one.stages))
      expect(stage).toMatchObject({
        term: { key: expect.any(String) },
        recipient: { name: expect.any(String) },
      });
  });

  it('one duty is shown with its versions, questions and open points; another number is none', async () => {
    expect(await asked(record, { number: 'C1' })).toMatchObject({
      number: 'C1',
      versions: [{ from: '2026-07-01' }, { from: '2026-01-15', until: '2026-06-30' }],
      thresholds: { verification: { state: 'reportedBySecondarySource' }, rows: expect.any(Array) },
      openPoints: [{ key: 'hourOfEvent' }, { key: 'awareness' }],
    });
    expect(await asked(record, { number: 'G1' })).toMatchObject({ thresholds: null });
    const query = { number: 'Q9' };
    expect(await ask(services, record, { actor: employee(town.manager), id: null, query })).toMatchObject({
      code: 'notFound',
    });
  });
});

describe('a dry run', () => {
  interface Run {
    readonly stops: boolean;
    readonly next: string | null;
    readonly duties: readonly {
      number: string;
      verdict: string;
      stages: readonly { dueAt: string | null }[];
    }[];
  }
  const roles = 'coveredEntity,controller';
  const found = (run: Run, number: string) => run.duties.find((one) => one.number === number);

  it('asks the shortest path, and counts from now', async () => {
    const first = await asked<Run>(dryRun, { roles });
    expect([first.stops, first.next]).toEqual([false, 'protectiveSecurity']);
    const run = await asked<Run>(dryRun, {
      roles,
      no: 'protectiveSecurity',
      yes: 'networkOrSystem,significant',
    });
    expect(run.next).toBe('personalData');
    expect(found(run, 'C1')).toMatchObject({
      verdict: 'thresholdMet',
      stages: [{ dueAt: '2026-11-24T10:00:00.000Z' }],
    });
    expect(found(run, 'G1')).toMatchObject({ verdict: 'decisionNeeded' });
  });

  it('stops at säkerhetsskydd', async () => {
    const run = await asked<Run>(dryRun, { roles, yes: 'protectiveSecurity,personalData' });
    expect([run.stops, run.next]).toEqual([true, null]);
    expect(run.duties.map((one) => one.number)).toEqual(['S1', 'S2']);
  });

  it('stores nothing', async () => {
    const before = await asked<Rows>(termList);
    await asked<Run>(dryRun, { roles });
    expect(await asked<Rows>(termList)).toEqual(before);
  });
});
