import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { connect, type Database } from '../kernel/db.ts';

export interface TestDatabase extends Database {
  /** How the owner of the tables connects: for arranging what no action can, and for tampering. */
  readonly owner: pg.ClientConfig;
  readonly app: pg.ClientConfig;
}

/**
 * A database of the test file's own, copied from the migrated template that `testing/global-setup.ts` made in a real
 * PostgreSQL. The pool is the app role's: what it may not do, the tests cannot either.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('postgres');
  const name = await newDatabase(`template ${server.template}`);
  const owner = { ...server.owner, database: name };
  // The private cluster lets varna_app into its one database only; here it is entered as the owner and put on as a role.
  const app = { ...owner, options: '-c role=varna_app' };
  return { ...connect(app, 8), owner, app };
}

/**
 * What makes a server process use an empty database on the server that the run was given; nothing when it was given
 * none, and the process is to start its own.
 */
export async function givenDatabase(): Promise<Record<string, string>> {
  const { url } = inject('postgres');
  if (url === '') return {};
  const named = new URL(url);
  named.pathname = `/${await newDatabase('')}`;
  return { DATABASE_URL: named.toString() };
}

async function newDatabase(made: string): Promise<string> {
  const server = inject('postgres');
  const name = `${server.prefix}${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ ...server.owner, database: 'postgres' });
  await admin.connect();
  try {
    await admin.query(`create database ${name} ${made}`);
  } finally {
    await admin.end();
  }
  return name;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** `url` is empty unless the run was given a server; every database it makes has a name with the prefix. */
    postgres: { owner: pg.ClientConfig; template: string; prefix: string; url: string };
  }
}
