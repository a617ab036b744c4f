import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { clusterOf, serverPid, useSupervisor, value } from './testing/fixture.ts';
import { childrenOf, startApplication } from './testing/processes.ts';

const { messages, cleanups, testFolder, open } = useSupervisor();

describe('leftovers of a crash', () => {
  test('a lock file whose number now belongs to another process does not bar the way', async () => {
    const data = await testFolder();
    await (await open(data)).stop();
    const stranger = startApplication('open', await testFolder(), 'any');
    cleanups.push(
      () => stranger.ended,
      () => stranger.process.kill('SIGTERM'),
    );
    // A server of the same user, on another folder: PostgreSQL itself would take it for a rival.
    const pid = (await stranger.said('open ')).split(' ')[1];
    const file = path.join(clusterOf(data), 'postmaster.pid');
    const host = path.join(data, 'postgres', 'socket');
    await writeFile(
      file,
      `${pid}\n${clusterOf(data)}\n1700000000\n5432\n${host}\n\n        0         0\nready   \n`,
    );
    const database = await open(data);
    expect(await value(database.owner, 'select 1')).toBe(1);
    expect(String(await serverPid(data))).not.toBe(pid);
  });

  test('an interrupted creation leaves nothing that looks like a cluster', async () => {
    const data = await testFolder();
    await mkdir(path.join(data, 'postgres', 'making-0badcafe'), { recursive: true });
    await writeFile(path.join(data, 'postgres', 'making-0badcafe', 'PG_VERSION'), '15\n');
    const database = await open(data);
    expect(await value(database.owner, 'select 1')).toBe(1);
    expect(existsSync(path.join(data, 'postgres', 'making-0badcafe'))).toBe(false);
  });

  test('an index in the order of another ICU version is rebuilt', async () => {
    const data = await testFolder();
    const first = await open(data);
    await value(first.owner, 'create table word (name text collate "sv-x-icu")');
    await value(first.owner, 'create index on word (name)');
    await value(first.owner, `update pg_collation set collversion = '1' where collname = 'sv-x-icu'`);
    await first.stop();
    const second = await open(data);
    expect(messages.join()).toContain('Rebuilding indexes');
    const stale = `select collversion from pg_collation where collname = 'sv-x-icu'`;
    expect(await value(second.owner, stale)).not.toBe('1');
  });

  test('a process that outlives its killed server is waited for', async () => {
    const data = await testFolder();
    const application = startApplication('open', data, 'any');
    const pid = Number((await application.said('open ')).split(' ')[1]);
    const survivor = childrenOf(pid)[0] ?? 0;
    // Stopped, it cannot notice that its server has died, and keeps the shared memory in use.
    process.kill(survivor, 'SIGSTOP');
    cleanups.push(() => letGo(survivor));
    application.process.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    await application.ended;
    const opening = open(data);
    await expect.poll(() => messages.join()).toContain('still ending');
    letGo(survivor);
    const database = await opening;
    expect(await value(database.owner, 'select 1')).toBe(1);
  });
});

function letGo(pid: number): void {
  try {
    process.kill(pid, 'SIGCONT');
  } catch {
    // It has ended since.
  }
}
