/**
 * Every door is sent what its schema asks for, nearly that, and what nobody would send. It answers with a refusal or
 * does what was asked: never with a fault, never slowly, and the log tells of what was acknowledged and of nothing else.
 *
 * VARNA_FUZZ_SECONDS sets how long (120), VARNA_FUZZ_SEED what is sent (the time).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registers } from './app.ts';
import type { Action } from './kernel/action.ts';
import { dayOf } from './kernel/calendar.ts';
import { apiRoot, pathOf } from './kernel/http.ts';
import { newId } from './kernel/ids.ts';
import type { AnyRegister } from './kernel/register.ts';
import type { View } from './kernel/view.ts';
import { hashSecret, newSecret } from './people/signin/secrets.ts';
import { enterBatch } from './profiles/bulk.store.ts';
import { generate } from './profiles/exempelkommun/generate.ts';
import { anyJunk, broken, fromSchema, pick, randomFrom } from './testing/random-input.ts';
import { testServer } from './testing/server.ts';

const seconds = Number(process.env['VARNA_FUZZ_SECONDS'] ?? '120');
const seed = Number(process.env['VARNA_FUZZ_SEED'] ?? Date.now() % 1_000_000);
const random = randomFrom(seed);
/** How long (ms) an answer may take on a machine that others use too. */
const slowest = 60_000;

const all: readonly AnyRegister[] = registers;
const actions: readonly Action[] = all.flatMap((one) => one.actions);
const views: readonly View[] = all.flatMap((one) => one.views);

let server: Awaited<ReturnType<typeof testServer>>;
let token: string;
/** Records that exist, with the version each has as far as we know. */
const known = new Map<string, number>();
const byRegister = new Map<string, string[]>();
/** What went wrong, once of each kind, with the request that did it. */
const problems = new Map<string, string>();
/** Events that an answer told of. */
const told = new Set<string>();

beforeAll(async () => {
  server = await testServer();
  const { db, clock } = server.services;
  for (const batch of generate(1, dayOf(clock()))) await enterBatch(db, batch, clock());
  await renewToken();
  for (const view of views.filter((one) => one.name.endsWith('.list'))) await look(view, {});
});
afterAll(() => server.close());

/** As the coordinator: also after she happened to end all her tokens, or her own account. */
async function renewToken(): Promise<void> {
  token = newSecret('varna_');
  await server.owner.query(`update account set state = 'active'`);
  await server.owner.query(
    `insert into access_token (id, secret_hash, person_id, name, scopes, created_at, expires_at)
     select $1, $2, person_id, 'fuzz', '{read,write}', $3::timestamptz, $3::timestamptz + interval '1 year' from appointment_face
     where office = 'informationSecurityCoordinator' and not deputy and valid_before is null limit 1`,
    [newId(), hashSecret(token), server.state.now],
  );
}

interface Sent {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly payload?: string;
}

async function send(what: Sent): Promise<{ status: number; body: unknown }> {
  const begun = performance.now();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...what.headers };
  const response = await server.app.inject({ ...what, headers });
  const shown = `seed ${seed}: ${what.method} ${what.url.slice(0, 300)} ${what.payload?.slice(0, 1500) ?? ''}`;
  if (response.statusCode >= 500) problems.set(server.faults.at(-1)?.slice(11) ?? response.body, shown);
  if (performance.now() - begun > slowest) problems.set(`slow: ${what.url.slice(0, 60)}`, shown);
  if (response.statusCode === 401) await renewToken();
  const isJson = String(response.headers['content-type']).includes('json');
  return { status: response.statusCode, body: isJson ? response.json() : null };
}

/** A value as an address carries it: as text. */
function inAddress(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 2000);
}

/** Records that a field may mean: units for `unitId`, of every register for `scopeId`. */
function idsFor(field: string): readonly string[] {
  const register = field === 'parentId' || field === 'successorId' ? 'unit' : field.replace(/Ids?$/, '');
  return byRegister.get(register) ?? [...known.keys()].slice(-300);
}

const anyId = (name: string): string => {
  const ids = idsFor(name.split('.')[0] ?? '');
  return ids.length > 0 && random() < 0.9 ? pick(random, ids) : newId();
};

async function attempt(action: Action): Promise<void> {
  const id = anyId(action.name);
  const right = fromSchema(action.input, random, idsFor);
  const input = random() < 0.5 ? right : broken(right, random);
  const headers: Record<string, string> = {};
  if (random() < 0.9) headers['if-match'] = `"${known.get(id) ?? 1}"`;
  if (random() < 0.5) headers['idempotency-key'] = crypto.randomUUID();
  if (random() < 0.5) headers['varna-confirm'] = 'personnummer';
  const place =
    random() < 0.95 ? id : encodeURIComponent(inAddress(anyJunk(random)).toWellFormed()).slice(0, 150);
  const url = `${apiRoot}${pathOf(action).replace(':id', place)}`;
  const { status, body } = await send({ method: 'POST', url, headers, payload: JSON.stringify(input) });
  if (status === 200) learn(body, action.name);
}

async function look(view: View, query: object | null): Promise<void> {
  const named = pathOf(view).replace(/:(\w+)/g, (_whole, name: string) =>
    name === 'id' ? anyId(view.name) : pick(random, ['P28', 'P40', 'x']),
  );
  const search = new URLSearchParams(
    Object.entries(query ?? {}).map(([name, value]): [string, string] => [name, inAddress(value)]),
  );
  const { status, body } = await send({ method: 'GET', url: `${apiRoot}${named}?${search}`, headers: {} });
  if (status === 200) learn(body, view.name);
}

/** Keeps the identifiers that an answer shows, and the event it tells of. */
function learn(body: unknown, name: string): void {
  if (typeof body !== 'object' || body === null) return;
  const { id, version, event, items } = body as {
    id?: unknown;
    version?: unknown;
    event?: unknown;
    items?: unknown;
  };
  if (typeof id === 'string') {
    const register = name.split('.')[0] ?? '';
    if (!known.has(id)) byRegister.set(register, [...(byRegister.get(register) ?? []).slice(-200), id]);
    if (typeof version === 'number' || !known.has(id))
      known.set(id, typeof version === 'number' ? version : 1);
  }
  if (typeof event === 'string') told.add(event);
  if (Array.isArray(items)) for (const item of items.slice(0, 50)) learn(item, name);
}

/** Events since the beginning that no answer told of, besides those that tell of what was refused, read or searched for. */
async function untold(): Promise<string[]> {
  const { rows } = await server.owner.query<{ id: string; kind: string }>(
    `select id, kind from audit_event where occurred_at >= $1 and kind !~* '(refused|failed|read|searched)$'`,
    [server.state.now],
  );
  return rows.filter((row) => !told.has(row.id)).map((row) => row.kind);
}

describe(`whatever is sent (seed ${seed})`, () => {
  it(
    'is refused or done, never a fault',
    async () => {
      server.wait(3600);
      const until = performance.now() + seconds * 1000;
      let sent = 0;
      while (performance.now() < until) {
        for (const action of actions) {
          await attempt(action);
          const view = pick(random, views);
          const right = fromSchema(view.input, random, idsFor) as object;
          await look(view, random() < 0.6 ? right : (broken(right, random) as object));
          sent += 2;
        }
      }
      process.stdout.write(`fuzz: seed ${seed}, ${sent} requests, ${told.size} done\n`);
      expect(sent).toBeGreaterThan(seconds);
      expect(told.size).toBeGreaterThan(0);
      expect(Object.fromEntries(problems)).toEqual({});
      expect(await untold()).toEqual([]);
    },
    // The last round is done to its end, however slowly.
    (seconds + 600) * 1000,
  );
});
