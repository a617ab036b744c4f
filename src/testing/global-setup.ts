import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../kernel/migrate.ts';
import { openDatabase } from '../supervisor/supervisor.ts';

/**
 * One real PostgreSQL for the whole run, with a migrated template that each test file copies. By our own supervisor, where
 * `VARNA_TEST_BINARIES=bundled|system` chooses which PostgreSQL; or the server that `VARNA_TEST_DATABASE_URL` names, whose
 * role must be allowed to make databases and be a member of `varna_app`. What the run made there, it removes. CI runs all.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env['VARNA_TEST_DATABASE_URL'];
  const server = url === undefined || url === '' ? await ownServer() : { owner: fieldsOf(url), stop: null };
  // Two runs on one server keep out of each other's way.
  const prefix = `test_${randomBytes(4).toString('hex')}_`;
  const template = `${prefix}template`;
  await asAdmin(server.owner, (admin) => admin.query(`create database ${template}`));
  await migrate({ ...server.owner, database: template });
  project.provide('postgres', { owner: server.owner, template, prefix, url: url ?? '' });
  return async () => {
    await (server.stop ?? (() => removeDatabases(server.owner, prefix)))();
  };
}

async function ownServer(): Promise<{ owner: pg.ClientConfig; stop: () => Promise<void> }> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'varna-test-'));
  const wanted = process.env['VARNA_TEST_BINARIES'];
  const database = await openDatabase({
    dataDirectory,
    ...(wanted === 'system' || wanted === 'bundled' ? { binaries: wanted } : {}),
    log: () => undefined,
  });
  const stop = async () => {
    await database.stop();
    await rm(dataDirectory, { recursive: true, force: true });
  };
  return { owner: database.owner, stop };
}

/** The parts of a URL: `pg` lets a URL's database win over the one that is named beside it. */
function fieldsOf(connectionString: string): pg.ClientConfig {
  const { host, port, user, password, ssl } = new pg.Client({ connectionString });
  return { host, port, ssl, ...(user === undefined ? {} : { user }), ...(password ? { password } : {}) };
}

async function removeDatabases(owner: pg.ClientConfig, prefix: string): Promise<void> {
  await asAdmin(owner, async (admin) => {
    const made = 'select datname as name from pg_database where starts_with(datname, $1)';
    for (const { name } of (await admin.query<{ name: string }>(made, [prefix])).rows)
      await dropDatabase(admin, name);
  });
}

/** Whoever owns a database may not end the server's own work in it (autovacuum), and waits until that is done: ten seconds at most. */
async function dropDatabase(admin: pg.Client, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await admin.query(`drop database ${name} with (force)`);
      return;
    } catch (error) {
      const isHeld = error instanceof pg.DatabaseError && ['42501', '55006'].includes(error.code ?? '');
      if (!isHeld || tries === 40) throw error;
      await sleep(250);
    }
  }
}

async function asAdmin<Answer>(
  owner: pg.ClientConfig,
  use: (admin: pg.Client) => Promise<Answer>,
): Promise<Answer> {
  const admin = new pg.Client({ ...owner, database: 'postgres' });
  await admin.connect();
  try {
    return await use(admin);
  } finally {
    await admin.end();
  }
}
