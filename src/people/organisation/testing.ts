import pg from 'pg';
import { registers } from '../../app.ts';
import type { Actor } from '../../kernel/access.ts';
import type { PersonId, UnitId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { type Acted, ask, type Services } from '../../kernel/run.ts';
import { holderOf, system } from '../../testing/actors.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import type { Plan } from './units/plan.ts';

export const today = '2026-11-23';
export const decision = 'KS 2026-11-02 § 47, dnr KS 2026/123';

/** What a preview answers, as far as the tests look at it. */
export interface Preview {
  readonly seen: readonly { readonly unitId: string; readonly version: number }[];
}

/** A municipality of a test's own, in a real database, changed through the same doors as everyone's. */
export class World {
  readonly database: TestDatabase;
  services: Services;
  coordinator: Actor = system;
  entityId = '';
  private made = 0;

  private constructor(database: TestDatabase) {
    this.database = database;
    this.services = testServices(database.db, new Date(`${today}T10:00:00Z`));
  }

  /** An entity, a coordinator, and an area of information that each unit's manager owns by default. */
  static async open(): Promise<World> {
    const world = new World(await testDatabase());
    const entity = {
      kind: 'municipality',
      name: 'Provkommunen',
      organisationNumber: null,
      controller: false,
    };
    world.entityId = (await world.did('entity.register', { ...entity, from: '1971-01-01', until: null })).id;
    world.coordinator = holderOf('informationSecurityCoordinator', await world.newPerson(null));
    const area = {
      area: 'verksamhet',
      name: 'Verksamhetens egen',
      examples: '',
      bodyId: null,
      entityId: null,
    };
    const rule = { holder: 'ownUnitManager', office: null, unitId: null, decision: null, toConfirm: false };
    await world.did('defaultOwner.add', { ...area, ...rule });
    return world;
  }

  close(): Promise<void> {
    return this.database.close();
  }

  /** Performs an action by its name. */
  act(
    name: string,
    attempt: Parameters<typeof actAs>[3] = {},
    actor: Actor = this.coordinator,
  ): Promise<Acted> {
    const found = registers.flatMap((one) => [...one.actions]).find((one) => one.name === name);
    if (found === undefined) throw new Error(`no action ${name}`);
    return actAs(this.services, actor, found, attempt);
  }

  /** The same, by Värna itself, for arranging: it must succeed. */
  did(name: string, input: object, id?: string, version?: number) {
    const on = id === undefined ? {} : { id };
    return done(this.act(name, { input, ...on, ...(version === undefined ? {} : { version }) }, system));
  }

  /** Asks a view by its name. */
  async ask(
    name: string,
    asked: { id?: string; query?: Record<string, string> } = {},
    actor: Actor = this.coordinator,
  ) {
    const found = registers.flatMap((one) => [...one.views]).find((one) => one.name === name);
    if (found === undefined) throw new Error(`no view ${name}`);
    const result = await ask(this.services, found, { actor, id: asked.id ?? null, query: asked.query ?? {} });
    return isRefusal(result) ? result : result.answer;
  }

  /** What the tables hold, as their owner sees them. */
  async rows(query: string, values: unknown[] = []): Promise<Record<string, string>[]> {
    const client = new pg.Client(this.database.owner);
    await client.connect();
    try {
      return (await client.query<Record<string, string>>(query, values)).rows;
    } finally {
      await client.end();
    }
  }

  async newUnit(parentId: string | null = null, change: object = {}): Promise<UnitId> {
    const name = `Enhet ${++this.made}`;
    const placed = { entityId: this.entityId, parentId, bodyId: null };
    const input = { kind: 'unit', name, ...placed, from: '2020-01-01', until: null, ...change };
    return (await this.did('unit.register', input)).id as UnitId; // what was registered is a unit
  }

  async newPerson(unitId: string | null): Promise<PersonId> {
    const name = { kind: 'employee', givenName: 'Anna', familyName: `Nummer ${++this.made}` };
    const rest = { email: null, telephone: null, organisation: null, unitId, sourceId: null };
    const made = await this.did('person.register', { ...name, ...rest, from: '2020-01-01', until: null });
    return made.id as PersonId; // what was registered is a person
  }

  async appointManager(unitId: string): Promise<{ id: string; personId: PersonId }> {
    const personId = await this.newPerson(unitId);
    const held = { personId, office: 'manager', deputy: false, scope: 'unit', scopeId: unitId };
    const made = await this.did('appointment.begin', { ...held, from: '2024-01-01', until: null, decision });
    return { id: made.id, personId };
  }

  async newInformation(
    unitId: string,
    area = 'verksamhet',
    name = `Information ${++this.made}`,
  ): Promise<string> {
    const what = { name, description: '', unitId, area };
    const kinds = { personalData: 'none', personalDataKinds: [], secrecyProvisions: [] };
    return (await this.did('information.register', { ...what, ...kinds, carriers: ['paper'], draft: false }))
      .id;
  }

  preview(plan: Plan) {
    return this.ask('unit.preview', { query: { plan: JSON.stringify(plan) } });
  }

  /** Looks first, as a person does, and decides on what was seen. */
  async reorganise(plan: Plan): Promise<Acted> {
    const looked = await this.preview(plan);
    if (isRefusal(looked)) return looked;
    const { seen } = looked as Preview; // the view's own answer
    return this.act('unit.reorganise', { input: { ...plan, reason: 'Ny organisation', decision, seen } });
  }
}

/** What came of it, in a word. */
export function code(result: unknown): string {
  return isRefusal(result) ? result.code : 'done';
}
