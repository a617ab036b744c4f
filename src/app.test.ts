import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registers } from './app.ts';
import type { Actor, Permission } from './kernel/access.ts';
import type { Action } from './kernel/action.ts';
import { pathOf } from './kernel/http.ts';
import { newId } from './kernel/ids.ts';
import { offices, officeScopes } from './kernel/offices.ts';
import type { AnyRegister } from './kernel/register.ts';
import { openApi } from './kernel/openapi.ts';
import { kernelCodes } from './kernel/refusal.ts';
import { act, ask, type Services } from './kernel/run.ts';
import type { View } from './kernel/view.ts';
import { anonymous, employee, holderOf, refusedOffices } from './testing/actors.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import { testServices } from './testing/services.ts';

// Everything here is generated from the declarations: a new action is tested the day it is written, and a new office
// against every action there is.
const all: readonly AnyRegister[] = registers;
const actions: readonly Action[] = all.flatMap((one) => one.actions);
const views: readonly View[] = all.flatMap((one) => one.views);
const person = newId<'Person'>();
const anyRecord = newId();

let database: TestDatabase;
let services: Services;
beforeAll(async () => {
  database = await testDatabase();
  services = testServices(database.db);
});
afterAll(() => database.close());

const attempt = (action: Action, actor: Actor) =>
  act(services, action, {
    actor,
    id: anyRecord,
    input: {},
    version: 1,
    idempotencyKey: null,
    confirmed: new Set(),
  });
const question = (view: View, actor: Actor) => ask(services, view, { actor, id: anyRecord, query: {} });

function holders(permission: Permission): Actor[] {
  return refusedOffices(permission).map((office) =>
    holderOf(office, person, { scope: officeScopes[office][0] ?? 'municipality', scopeId: anyRecord }),
  );
}
const isOpen = (permission: Permission) => permission.grants.some((one) => one.to === 'anyone');
const isForSignedIn = (permission: Permission) => permission.grants.some((one) => one.to === 'signedIn');

describe.each(actions.map((action) => [action.name, action] as const))('%s refuses', (name, action) => {
  it.runIf(!isOpen(action.permission))('whoever has not signed in', async () => {
    expect(await attempt(action, anonymous)).toMatchObject({ code: 'unauthenticated' });
  });

  it.runIf(!isOpen(action.permission) && !isForSignedIn(action.permission))(
    'somebody without an office',
    async () => {
      expect(await attempt(action, employee(person))).toMatchObject({ code: 'forbidden' });
    },
  );

  it.runIf(refusedOffices(action.permission).length > 0)(
    'every office that its table does not name, and says so in the log',
    async () => {
      const counted = () =>
        sql<{ n: number }>`select count(*) as n from audit_event where kind = 'access.refused'
        and leaf::jsonb->'data'->>'action' = ${name}`.execute(database.db);
      const before = (await counted()).rows[0]?.n ?? 0;
      for (const actor of holders(action.permission)) {
        expect(await attempt(action, actor), actor.held[0]?.office).toMatchObject({ code: 'forbidden' });
      }
      expect((await counted()).rows[0]?.n).toBe(before + holders(action.permission).length);
    },
  );

  it('nobody at the door whose office its table names', async () => {
    const admitted = offices.filter((office) =>
      action.permission.grants.some((one) => one.to === office && one.reach !== 'area'),
    );
    for (const office of admitted) {
      const result = await attempt(action, holderOf(office, person, { scopeId: anyRecord }));
      expect('code' in result && ['forbidden', 'unauthenticated'].includes(result.code), office).toBe(false);
    }
  });
});

describe.each(views.map((view) => [view.name, view] as const))('%s is not shown to', (_name, view) => {
  it.runIf(!isOpen(view.permission))('whoever has not signed in', async () => {
    expect(await question(view, anonymous)).toMatchObject({ code: 'unauthenticated' });
  });

  it.runIf(refusedOffices(view.permission).length > 0)(
    'any office that its table does not name',
    async () => {
      for (const actor of holders(view.permission)) {
        expect(await question(view, actor), actor.held[0]?.office).toMatchObject({ code: 'forbidden' });
      }
    },
  );
});

describe('the declarations', () => {
  it('have names of their own', () => {
    const names = [...actions, ...views].map((one) => one.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('have routes of their own', () => {
    const routes = [
      ...actions.map((one) => `POST ${pathOf(one)}`),
      ...views.map((one) => `GET ${pathOf(one)}`),
    ];
    expect(new Set(routes).size).toBe(routes.length);
  });

  it.each(all.map((one) => [one.name, one] as const))(
    '%s has words in both languages for every refusal and field',
    (_name, one) => {
      for (const texts of [one.texts.sv, one.texts.en]) {
        for (const action of one.actions) {
          for (const code of action.refusals) {
            expect(
              texts.refusals[code] ?? (kernelCodes.includes(code) ? code : undefined),
              `${action.name}: ${code}`,
            ).toBeTypeOf('string');
          }
          const fields = Object.keys('properties' in action.input ? (action.input.properties as object) : {}); // an object schema
          for (const field of fields)
            expect(texts.fields[field], `${action.name}: field ${field}`).toBeTypeOf('string');
        }
      }
    },
  );

  it('become one OpenAPI document with every operation in it', () => {
    const text = JSON.stringify(openApi(all, '0.1.0'));
    const document = JSON.parse(text) as {
      openapi: string;
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    const ids = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map((operation) => operation.operationId),
    );
    expect(document.openapi).toBe('3.1.0');
    expect(ids.sort()).toEqual([...actions, ...views].map((one) => one.name).sort());
  });
});
