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
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ ...server.owner, database: 'postgres' });
  await admin.connect();
  try {
    await admin.query(`create database ${name} template ${server.template}`);
  } finally {
    await admin.end();
  }
  const owner = { ...server.owner, database: name };
  // The private cluster lets varna_app into its one database only; here it is entered as the owner and put on as a role.
  const app = { ...owner, options: '-c role=varna_app' };
  return { ...connect(app, 8), owner, app };
}

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: { owner: pg.ClientConfig; template: string };
  }
}
