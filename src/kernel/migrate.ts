import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { locks } from './locks.ts';
import { systemActor } from './access.ts';
import { appendEvent } from './audit/append.ts';
import { connect } from './db.ts';

const folder = new URL('../../db/migrations/', import.meta.url);

/** A migration that was applied earlier has another content now, or has gone: the history must not be rewritten. */
export class MigrationMismatch extends Error {}

/**
 * Brings the database to this version's form: plain SQL files, in the order of their names, forward only, each in a
 * transaction of its own, under a lock. Returns the names that were applied now.
 * @throws MigrationMismatch when an applied file has changed.
 */
export async function migrate(owner: pg.ClientConfig): Promise<string[]> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [locks.migration]);
    await prepare(client);
    const { rows } = await client.query<{ name: string; content_hash: string }>(
      'select name, content_hash from migration order by name',
    );
    const applied = new Map(rows.map((row) => [row.name, row.content_hash]));
    const names = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
    // A database that a newer version has moved on must not be served by this one.
    const unknown = [...applied.keys()].find((name) => !names.includes(name));
    if (unknown !== undefined) throw new MigrationMismatch(unknown);
    const done: string[] = [];
    for (const name of names) {
      const content = await readFile(new URL(name, folder), 'utf8');
      const hash = createHash('sha256').update(content).digest('hex');
      const earlier = applied.get(name);
      if (earlier === hash) continue;
      if (earlier !== undefined) throw new MigrationMismatch(name);
      // Its views look at every register, and would stand in the way of one that is changed.
      if (done.length === 0) await client.query('drop schema if exists past cascade');
      await applyOne(client, name, content, hash);
      done.push(name);
    }
    await makePast(client);
    return done;
  } finally {
    await client.end();
  }
}

/**
 * Tells the log of every step that the database has taken and that it has not been told of: the first start's too, and
 * those of a start that was interrupted. An event and its mark are written in one transaction.
 */
export async function tellMigrations(owner: pg.ClientConfig, version: string, at: Date): Promise<void> {
  const database = connect(owner, 1);
  try {
    await database.db.transaction().execute(async (transaction) => {
      const untold = await sql<{ name: string; content_hash: string }>`
        select name, content_hash from migration where told_by is null order by name for update`.execute(
        transaction,
      );
      for (const { name, content_hash: hash } of untold.rows) {
        const draft = { kind: 'installation.migrated', record: null, data: { name, hash, version } };
        const { eventId } = await appendEvent(transaction, systemActor, 'installation', draft, at);
        await sql`update migration set told_by = ${eventId} where name = ${name}`.execute(transaction);
      }
    });
  } finally {
    await database.close();
  }
}

/** The app role may exist already (another database in the same cluster, or made by the supervisor). */
async function prepare(client: pg.Client): Promise<void> {
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = 'varna_app') then create role varna_app nologin; end if;
  exception when duplicate_object or unique_violation then null; end $$`);
  await client.query(`create table if not exists migration (
    name text primary key, content_hash text not null, applied_at timestamptz not null default now())`);
}

/** The schema of the past follows the registers, and is made anew also when somebody was stopped before it. */
async function makePast(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ stands: boolean }>(
    `select to_regnamespace('past') is not null as stands`,
  );
  if (rows[0]?.stands !== true) await client.query('select varna.make_past()');
}

async function applyOne(client: pg.Client, name: string, content: string, hash: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(content);
    await client.query('insert into migration (name, content_hash) values ($1, $2)', [name, hash]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${name} failed`, { cause: error });
  }
}
