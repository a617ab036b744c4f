/**
 * A small application for the supervisor's tests: opens the database of a folder and does as its first argument
 * says. It is started, watched and killed by the tests.
 *
 *   open  <folder> <system|bundled|any>   opens, prints `open <postmaster pid>`, stops at SIGTERM
 *   write <folder> <kind>                 eight writers; prints `ack <writer> <sequence>` after each commit
 *   check <folder> <kind>                 prints what is stored as JSON and stops the database
 */
import { writeSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { withClient } from '../connect.ts';
import { SupervisorError } from '../errors.ts';
import { readPostmasterFile } from '../postmaster.ts';
import { openDatabase, type RunningDatabase } from '../supervisor.ts';

const writers = 8;
const [mode, dataDirectory = '', kind] = process.argv.slice(2);
let ending = false;

function say(line: string): void {
  // Synchronous: what has been said must have left this process before it can be killed.
  writeSync(1, `${line}\n`);
}

async function main(): Promise<void> {
  const database = await openDatabase({
    dataDirectory,
    binaries: kind === 'system' || kind === 'bundled' ? kind : undefined,
    log: (message) => say(`log ${message.replaceAll('\n', ' ')}`),
  });
  const ended = new Promise<void>((resolve) => {
    process.once('SIGTERM', () => {
      ending = true;
      resolve();
    });
  });
  const file = await readPostmasterFile(path.join(dataDirectory, 'postgres', 'cluster'));
  say(`open ${file?.pid ?? 0}`);
  if (mode === 'write') await write(database);
  else if (mode === 'check') say(`stored ${JSON.stringify(await check(database))}`);
  else {
    const alive = setInterval(() => undefined, 1_000);
    await ended;
    clearInterval(alive);
  }
  await database.stop();
  say('stopped');
}

async function write(database: RunningDatabase): Promise<void> {
  await withClient(database.owner, async (client) => {
    // Two at once would both create the type behind the table; the lock lets one wait.
    await client.query('select pg_advisory_lock(1)');
    await client.query(`create table if not exists entry (
      writer int, sequence int, content text not null, primary key (writer, sequence))`);
    await client.query('grant select, insert on entry to varna_app');
  });
  await Promise.all(Array.from({ length: writers }, (_, writer) => writeForever(database, writer)));
}

/** Writes until told to end; a lost connection is opened again, as the application's pool would. */
async function writeForever(database: RunningDatabase, writer: number): Promise<void> {
  while (!ending) {
    try {
      await withClient(database.app, (client) => writeOn(client, writer));
    } catch {
      await sleep(20);
    }
  }
}

async function writeOn(client: pg.Client, writer: number): Promise<void> {
  const { rows } = await client.query<{ last: number }>(
    'select coalesce(max(sequence), 0) as last from entry where writer = $1',
    [writer],
  );
  let sequence = rows[0]?.last ?? 0;
  while (!ending) {
    sequence += 1;
    await client.query('begin');
    await client.query('insert into entry values ($1, $2, $3)', [writer, sequence, `å ä ö ${sequence}`]);
    await client.query('commit');
    say(`ack ${writer} ${sequence}`);
  }
}

/** Per writer the number of entries and the last sequence number, after the index has been held against the table. */
async function check(database: RunningDatabase): Promise<Record<string, { count: number; last: number }>> {
  return withClient(database.owner, async (client) => {
    await client.query('create extension if not exists amcheck');
    await client.query(`select bt_index_check('entry_pkey', true)`);
    const { rows } = await client.query<{ writer: number; count: number; last: number }>(
      'select writer, count(*)::int as count, max(sequence) as last from entry group by writer',
    );
    return Object.fromEntries(rows.map(({ writer, count, last }) => [String(writer), { count, last }]));
  });
}

try {
  await main();
} catch (error) {
  say(`refused ${error instanceof SupervisorError ? error.code : 'unexpected'} ${String(error)}`);
  process.exitCode = 1;
}
