import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../kernel/migrate.ts';
import { openDatabase } from '../supervisor/supervisor.ts';

/**
 * One real PostgreSQL for the whole run, by our own supervisor, with a migrated template that each test file copies.
 * `VARNA_TEST_BINARIES=bundled|system` chooses which PostgreSQL; CI runs both.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'varna-test-'));
  const wanted = process.env['VARNA_TEST_BINARIES'];
  const database = await openDatabase({
    dataDirectory,
    ...(wanted === 'system' || wanted === 'bundled' ? { binaries: wanted } : {}),
    log: () => undefined,
  });
  const template = 'varna_template';
  const admin = new pg.Client({ ...database.owner, database: 'postgres' });
  await admin.connect();
  await admin.query(`create database ${template}`);
  await admin.end();
  await migrate({ ...database.owner, database: template });
  project.provide('postgres', { owner: database.owner, template });
  return async () => {
    await database.stop();
    await rm(dataDirectory, { recursive: true, force: true });
  };
}
