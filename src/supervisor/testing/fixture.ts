import path from 'node:path';
import { afterEach } from 'vitest';
import { queryValue, withClient } from '../connect.ts';
import { readPostmasterFile } from '../postmaster.ts';
import { supervisorTextsEn } from '../supervisor.texts.en.ts';
import { type OpenDatabaseOptions, openDatabase, type RunningDatabase } from '../supervisor.ts';
import { makeTestFolder } from './processes.ts';

/** What a test of the supervisor works with; everything it opens or makes is gone after the test. */
export type Fixture = {
  /** What the supervisor has said in this test, in English. */
  readonly messages: string[];
  /** Runs after the test, the last one first. */
  readonly cleanups: (() => unknown)[];
  /** A data folder that does not exist yet. */
  readonly testFolder: () => Promise<string>;
  readonly open: (dataDirectory: string, options?: Partial<OpenDatabaseOptions>) => Promise<RunningDatabase>;
};

/** Sets up the fixture for the tests of a file. */
export function useSupervisor(): Fixture {
  const messages: string[] = [];
  const cleanups: (() => unknown)[] = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
    messages.length = 0;
  });
  return {
    messages,
    cleanups,
    async testFolder() {
      const { folder, remove } = await makeTestFolder();
      cleanups.push(remove);
      return path.join(folder, 'data');
    },
    async open(dataDirectory, options = {}) {
      const log = (message: string): void => void messages.push(message);
      const database = await openDatabase({ dataDirectory, texts: supervisorTextsEn, log, ...options });
      cleanups.push(() => database.stop());
      return database;
    },
  };
}

/** The first value a statement gives on a connection of its own. */
export async function value(config: RunningDatabase['owner'], sql: string): Promise<unknown> {
  return withClient(config, (client) => queryValue(client, sql));
}

/** PostgreSQL's directory below a data folder. */
export function clusterOf(data: string): string {
  return path.join(data, 'postgres', 'cluster');
}

/** The number of the server's process; 0 when there is none. */
export async function serverPid(data: string): Promise<number> {
  return (await readPostmasterFile(clusterOf(data)))?.pid ?? 0;
}
