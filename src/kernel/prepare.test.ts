import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { employee } from '../testing/actors.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { actAs, testServices } from '../testing/services.ts';
import { openTransactions } from '../testing/transactions.ts';
import { accessTable, grant } from './access.ts';
import { action } from './action.ts';
import { newId } from './ids.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Services } from './run.ts';
import { Fields } from './schema.ts';

let database: TestDatabase;
let services: Services;
beforeAll(async () => {
  database = await testDatabase();
  services = testServices(database.db);
});
afterAll(() => database.close());

/** What was done, in its order. */
let steps: string[] = [];
let answer: 'made' | Refusal | null = 'made';
let fails = 0;
/** Transactions that stood open when it was loaded. */
let opened = 0;
beforeEach(() => {
  [steps, answer, fails] = [[], 'made', 0];
});

const access = accessTable('test', null, { do: [grant('signedIn', 'everything')] });
const slow = action({
  name: 'test.do',
  on: 'register',
  permission: access.do,
  readable: access.do,
  input: Fields({}),
  refusals: ['notMade'],
  prepare: async () => {
    steps.push(`prepared, ${await openTransactions(database)} open`);
    return answer;
  },
  load: async (_transaction, _request, made) => {
    opened = await openTransactions(database);
    steps.push(`loaded ${made}`);
    return made;
  },
  keys: () => ({}),
  decide: (made) => ({ next: made, event: { kind: 'test.done', record: null, concerns: [] } }),
  save: async (transaction) => {
    // What the database asks to be tried again.
    if (fails-- > 0)
      await sql`do $$ begin raise exception using errcode = '40001'; end $$`.execute(transaction);
    return { done: true };
  },
});
const anna = employee(newId<'Person'>());
const doIt = (key?: string) => actAs(services, anna, slow, key === undefined ? {} : { key });

describe('what is prepared', () => {
  it('is made before there is a transaction, and handed to what loads', async () => {
    expect(await doIt()).toMatchObject({ answer: { done: true } });
    expect(steps).toEqual(['prepared, 0 open', 'loaded made']);
    // What counts them would have seen one.
    expect(opened).toBe(1);
  });

  it('is made once, however often the transaction is tried', async () => {
    fails = 2;
    expect(await doIt()).toMatchObject({ answer: { done: true } });
    expect(steps).toEqual(['prepared, 0 open', 'loaded made', 'loaded made', 'loaded made']);
  });

  it('that is refused, or is not there, ends it', async () => {
    answer = refuse('notMade');
    expect(await doIt()).toMatchObject({ code: 'notMade' });
    answer = null;
    expect(await doIt()).toMatchObject({ code: 'notFound' });
    expect(steps.filter((step) => step.startsWith('loaded'))).toEqual([]);
  });

  it('that is refused the second time does not take back what was answered the first', async () => {
    const first = await doIt('same');
    answer = refuse('notMade');
    expect(await doIt('same')).toEqual(first);
  });

  it('is not made for whoever may not act', async () => {
    const nobody = { ...anna, kind: 'anonymous', personId: null } as const;
    expect(await actAs(services, nobody, slow)).toMatchObject({ code: 'unauthenticated' });
    expect(steps).toEqual([]);
  });
});
