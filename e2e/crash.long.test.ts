/**
 * The whole server is killed with SIGKILL while eight clients write over HTTP: the server, its database, or both, at a
 * random moment. Afterwards everything acknowledged is there once, nothing is half there, and a request sent again
 * with its key gets the answer it got, or the one it never got.
 *
 * VARNA_ROUNDS sets the rounds (20); VARNA_TEST_BINARIES which PostgreSQL.
 */
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../src/supervisor/supervisor.ts';
import { killServer } from '../src/supervisor/testing/processes.ts';
import { answers, type ServerProcess, startServer } from '../src/testing/server-process.ts';
import { faultsIn } from './crash-checks.ts';
import { type Attempt, type Door, send, settle, type Targets, write } from './crash-writing.ts';

const rounds = Number(process.env['VARNA_ROUNDS'] ?? '20');
const clients = 8;
const victims = ['server', 'database', 'both'] as const;
const binaries = process.env['VARNA_TEST_BINARIES'];
const kind = binaries === 'system' || binaries === 'bundled' ? binaries : undefined;
const chosen: Record<string, string> = kind === undefined ? {} : { VARNA_BINARIES: kind };

let folder: string;
let data: string;
let server: ServerProcess;
let token: string;
let person: string;
let targets: Targets[];
let place: { unitId: string; area: string };
const acknowledged: Attempt[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'varna-crash-'));
  // A database started by root runs as another user, who must be able to pass through.
  if (process.getuid?.() === 0) await chmod(folder, 0o711);
  data = path.join(folder, 'data');
  server = await startServer(data, { VARNA_SETUP: 'exempelkommun', ...chosen });
  token = await makeToken();
  await inDatabase(prepare);
}, 600_000);

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}, 600_000);

async function makeToken(): Promise<string> {
  const own = Object.entries(process.env).filter(([name]) => !/^(VARNA_|DATABASE_)/.test(name));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['src/cli.ts', 'token', 'create', '--as', 'informationSecurityCoordinator', '--days', '1'],
    { env: { ...Object.fromEntries(own), VARNA_DATA: data, ...chosen } },
  );
  return stdout.trim();
}

async function inDatabase<Answer>(use: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const database = await openDatabase({ dataDirectory: data, binaries: kind, log: () => undefined });
  const client = new pg.Client(database.owner);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
    await database.stop();
  }
}

/** Two records for each client that it can change: a unit, and information that has an owner. */
async function prepare(client: pg.Client): Promise<void> {
  const owner = await client.query<{ person_id: string }>('select person_id from access_token');
  person = owner.rows[0]?.person_id ?? '';
  const units = await client.query<{ id: string; version: number }>(
    `select id, version from unit where kind = 'unit' and upper_inf(valid) order by id limit ${clients}`,
  );
  const response = await fetch(
    `http://127.0.0.1:${server.port}/api/v1/information?personalData=none&state=active`,
    {
      headers: { authorization: `Bearer ${token}` },
    },
  );
  const list = (await response.json()) as {
    items: { id: string; unitId: string; area: string; owner: object | null }[];
  };
  const owned = list.items.filter((one) => one.owner !== null).slice(0, clients);
  const versions = await client.query<{ id: string; version: number }>(
    'select id, version from information where id = any($1::uuid[])',
    [owned.map((one) => one.id)],
  );
  targets = units.rows.flatMap((unit, index) => {
    const row = versions.rows[index];
    return row === undefined ? [] : [{ unit, information: row }];
  });
  place = { unitId: owned[0]?.unitId ?? '', area: owned[0]?.area ?? '' };
  expect(targets).toHaveLength(clients);
}

describe('SIGKILL while eight clients write', () => {
  test.each(Array.from({ length: rounds }, (_, index) => [index + 1, victims[index % 3] ?? 'both'] as const))(
    'round %i: %s',
    async (_round, victim) => {
      const door = (): Door => ({ port: server.port, token });
      const state = { over: false, acknowledged: 0 };
      const writing = targets.map((one) => write(door(), one, place, state));
      // Not before all of them are well on their way.
      await expect.poll(() => state.acknowledged, { timeout: 120_000 }).toBeGreaterThan(2 * clients);
      await sleep(Math.random() * 500);
      if (victim !== 'database') server.child.kill('SIGKILL');
      if (victim !== 'server') await killServer(data);
      await sleep(victim === 'database' ? 300 : 0);
      state.over = true;
      const written = await Promise.all(writing);
      if (victim !== 'database') {
        await server.ended;
        server = await startServer(data, chosen);
      }
      await expect.poll(() => answers(server.port), { timeout: 120_000 }).toBe(true);
      await finish(door(), written);
      expect(await inDatabase((client) => faultsIn(client, person, acknowledged))).toEqual([]);
    },
    600_000,
  );

  test('acknowledged enough for it to mean something', () => {
    process.stdout.write(`${rounds} rounds, ${acknowledged.length} acknowledged, 0 lost\n`);
    expect(acknowledged.length).toBeGreaterThan(rounds * 10);
  });
});

/** Sends again what nobody knows the end of, and the latest that was answered: the answer is the same. */
async function finish(door: Door, written: readonly Attempt[][]): Promise<void> {
  for (const [index, attempts] of written.entries()) {
    const unknown = attempts.filter((one) => one.answer === null);
    for (const attempt of attempts.filter((one) => one.answer !== null).slice(-3)) {
      expect(await send(door, attempt), attempt.path).toEqual(attempt.answer);
    }
    for (const attempt of unknown) {
      attempt.answer = await send(door, attempt);
      expect(attempt.answer, `${attempt.path} after the restart`).not.toBeNull();
      const own = targets[index];
      if (own !== undefined) settle(own, attempt);
      expect(await send(door, attempt)).toEqual(attempt.answer);
    }
    acknowledged.push(...attempts);
  }
}
