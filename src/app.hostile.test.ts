import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registers } from './app.ts';
import type { Action } from './kernel/action.ts';
import { newId } from './kernel/ids.ts';
import type { AnyRegister } from './kernel/register.ts';
import { isRefusal } from './kernel/refusal.ts';
import { ask } from './kernel/run.ts';
import type { View } from './kernel/view.ts';
import { system } from './testing/actors.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import { testServices } from './testing/services.ts';

// What attackers have found, asked of every declaration there is: a new one is tried the day it is written.
const inherited = Object.getOwnPropertyNames(Object.prototype).filter((name) => /^[a-zA-Z]+$/.test(name));
const all: readonly AnyRegister[] = registers;
const views: readonly View[] = all.flatMap((one): readonly View[] => one.views);
const actions: readonly Action[] = all.flatMap((one): readonly Action[] => one.actions);
const sorting = views.filter((view) => 'sort' in ((view.input as { properties?: object }).properties ?? {})); // an object schema

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

describe('a list that is asked to sort by a name that is no column', () => {
  it('is there to be tried', () => {
    expect(sorting.length).toBeGreaterThan(5);
    expect(inherited).toContain('constructor');
  });

  it.each(sorting.map((view) => [view.name, view] as const))(
    '%s answers as if it had not been asked',
    async (_name, view) => {
      const services = testServices(database.db);
      const query = (sort: string) => ask(services, view, { actor: system, id: newId(), query: { sort } });
      for (const name of [...inherited, 'nowhere']) {
        const results = [await query(name), await query(`-${name}`)];
        for (const result of results) expect(isRefusal(result), name).toBe(false);
      }
    },
  );
});

// The coordinator may enter who is municipal director, herself and her deputy too (docs/deviations.md). That takes
// nothing over as long as the director's office opens no door that the coordinator's does not.
it.each([...actions, ...views].map((one) => [one.name, one] as const))(
  '%s is open to the coordinator where it is to the director',
  (_name, { permission }) => {
    const reachOf = (office: string) =>
      permission.grants.filter((one) => one.to === office).map((one) => one.reach);
    if (reachOf('municipalDirector').length === 0) return;
    expect(reachOf('informationSecurityCoordinator')).toContain('everything');
  },
);
