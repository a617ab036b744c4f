import { existsSync, statSync } from 'node:fs';
import { appendFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { queryValue, withClient } from './connect.ts';
import { inspectDatabase } from './inspect.ts';
import { identify } from './postmaster.ts';
import { socketPath } from './socket-directory.ts';
import { clusterOf, serverPid, useSupervisor, value } from './testing/fixture.ts';
import { availableKinds, killServer, startApplication } from './testing/processes.ts';

const kinds = await availableKinds();
const { messages, testFolder, open } = useSupervisor();

describe.each(kinds)('the first start with %s binaries', (binaries) => {
  test('makes a closed, durable cluster with two roles, and a restart keeps what was written', async () => {
    const data = await testFolder();
    const first = await open(data, { binaries });
    expect(first.source).toBe(binaries);
    const settings = [
      'listen_addresses',
      'ssl',
      'fsync',
      'full_page_writes',
      'synchronous_commit',
      'jit',
      'data_checksums',
    ];
    const shown = await Promise.all(settings.map((name) => value(first.owner, `show ${name}`)));
    expect(shown).toEqual(['', 'off', 'on', 'on', 'on', 'off', 'on']);
    expect(await value(first.app, 'show plan_cache_mode')).toBe('force_custom_plan');
    const host = String(first.app.host);
    expect(statSync(host).mode & 0o777).toBe(0o700);
    expect(statSync(socketPath(host)).isSocket()).toBe(true);
    expect(await value(first.owner, `select current_setting('is_superuser')`)).toBe('on');
    expect(await value(first.app, `select current_setting('is_superuser')`)).toBe('off');
    await expect(value(first.app, 'create table public.own (id int)')).rejects.toThrow(/permission denied/);
    await expect(value(first.app, 'create temporary table own (id int)')).rejects.toThrow(
      /permission denied/,
    );
    const sorted = `select string_agg(w, '' order by w collate "sv-x-icu") from unnest(array['ö','a','å','z','ä']) w`;
    expect(await value(first.app, sorted)).toBe('azåäö');
    expect(await value(first.owner, `select datcollate from pg_database where datname = 'varna'`)).toBe('C');
    await value(first.owner, 'create table kept as select 42 as answer');
    await first.stop();
    expect(existsSync(path.join(clusterOf(data), 'postmaster.pid'))).toBe(false);

    const begun = performance.now();
    const second = await open(data, { binaries });
    const milliseconds = performance.now() - begun;
    expect(await value(second.owner, 'select answer from kept')).toBe(42);
    // A quiet machine needs 90 to 170 ms; the margin is for a very busy one.
    expect(milliseconds).toBeLessThan(8_000);
  });
});

describe('a server that lives already', () => {
  test('is adopted after the application was killed, and stopped by its last user', async () => {
    const data = await testFolder();
    const application = startApplication('open', data, 'any');
    const pid = Number((await application.said('open ')).split(' ')[1]);
    application.process.kill('SIGKILL');
    await application.ended;
    const database = await open(data);
    expect(await serverPid(data)).toBe(pid);
    expect(messages.join()).toContain('already running');
    await database.stop();
    expect(['gone', 'other']).toContain(await identify(pid, clusterOf(data)));
  });

  test('two first starts at once end up on one server, and it goes with the second of them', async () => {
    const data = await testFolder();
    const both = [startApplication('open', data, 'any'), startApplication('open', data, 'any')] as const;
    const said = await Promise.all(both.map((application) => application.said('open ')));
    expect(said[0]).toBe(said[1]);
    const pid = Number(said[0]?.split(' ')[1]);
    both[0].process.kill('SIGTERM');
    await both[0].said('stopped');
    await both[0].ended;
    expect(both[0].lines.join()).toContain('annat program');
    expect(await identify(pid, clusterOf(data))).toBe('ours');
    both[1].process.kill('SIGTERM');
    await both[1].ended;
    expect(await serverPid(data)).toBe(0);
  });

  test('is started again when it is killed under the application', async () => {
    const data = await testFolder();
    const database = await open(data);
    const before = await serverPid(data);
    await value(database.owner, 'create table kept as select 7 as answer');
    await killServer(data);
    await expect.poll(() => value(database.owner, 'select answer from kept').catch(() => undefined)).toBe(7);
    expect(await serverPid(data)).not.toBe(before);
    expect(messages.join()).toContain('Starting it again');
  });
});

describe('a server that is lost', () => {
  test('because one of its processes was killed recovers by itself and is watched on', async () => {
    const data = await testFolder();
    const database = await open(data);
    const before = await serverPid(data);
    await withClient(database.owner, async (client) => {
      process.kill(Number(await queryValue(client, 'select pg_backend_pid()')), 'SIGKILL');
      await expect(client.query('select pg_sleep(5)')).rejects.toThrow();
    });
    const adoptions = (): number => messages.filter((message) => message.includes('already running')).length;
    await expect.poll(adoptions).toBe(1);
    expect(await value(database.owner, 'select 1')).toBe(1);
    expect(await serverPid(data)).toBe(before);
    await database.stop();
    expect(await serverPid(data)).toBe(0);
  });

  test('and cannot be started is tried again, and the application can still end', async () => {
    const data = await testFolder();
    const database = await open(data);
    await appendFile(
      path.join(clusterOf(data), 'postgresql.conf'),
      "\nshared_preload_libraries = 'finns_inte'\n",
    );
    await killServer(data);
    const failures = (): number =>
      messages.filter((message) => message.includes('could not be restarted')).length;
    await expect.poll(failures).toBeGreaterThan(1);
    const begun = performance.now();
    await database.stop();
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

describe('where the files are', () => {
  test('a long path has its socket in a short directory', async () => {
    const data = path.join(await testFolder(), 'förvaltning'.repeat(5), 'informationssäkerhet'.repeat(4));
    const database = await open(data);
    expect(String(database.app.host)).toMatch(/^\/(run|tmp)\/varna-/);
    expect(statSync(String(database.app.host)).mode & 0o777).toBe(0o700);
    expect(await value(database.app, 'select 1')).toBe(1);
    await database.stop();
    expect(existsSync(String(database.app.host))).toBe(false);
  });

  test.skipIf(!kinds.includes('system') || !kinds.includes('bundled'))(
    'PG_VERSION chooses the binaries, and another major version is refused with the way out',
    async () => {
      const data = await testFolder();
      await (await open(data, { binaries: 'bundled' })).stop();
      const again = await open(data);
      expect(again.source).toBe('bundled');
      await again.stop();
      const major = (await readFile(path.join(clusterOf(data), 'PG_VERSION'), 'utf8')).trim();
      await expect(open(data, { binaries: 'system' })).rejects.toMatchObject({
        code: 'wrongMajor',
        message: expect.stringMatching(new RegExp(`PostgreSQL ${major}.*varna backup.*varna restore`)),
      });
      expect(
        (await inspectDatabase({ dataDirectory: data, binaries: 'system', now: new Date() })).warnings,
      ).toContainEqual(expect.objectContaining({ code: 'wrongMajor' }));
    },
  );

  test('a server that cannot start says why', async () => {
    const data = await testFolder();
    await (await open(data)).stop();
    await appendFile(
      path.join(clusterOf(data), 'postgresql.conf'),
      "\nshared_preload_libraries = 'finns_inte'\n",
    );
    await expect(open(data)).rejects.toMatchObject({
      code: 'startFailed',
      message: expect.stringContaining('finns_inte'),
    });
  });
});

describe('a server by URL', () => {
  test('is used as owner and as the application role, and nothing of it is started or stopped', async () => {
    const data = await testFolder();
    const server = await open(data);
    const databaseUrl = `postgresql://varna_owner@${encodeURIComponent(String(server.owner.host))}/varna`;
    const database = await open(await testFolder(), { databaseUrl });
    expect(database.source).toBe('url');
    expect(await value(database.owner, 'select current_user')).toBe('varna_owner');
    expect(await value(database.app, 'select current_user')).toBe('varna_app');
    expect(await value(database.app, 'show plan_cache_mode')).toBe('force_custom_plan');
    const appDatabaseUrl = databaseUrl.replace('varna_owner', 'varna_app');
    const apart = await open(await testFolder(), { databaseUrl, appDatabaseUrl });
    expect(await value(apart.app, 'select session_user')).toBe('varna_app');
    await database.stop();
    expect(await value(server.owner, 'select 1')).toBe(1);
    const inspected = await inspectDatabase({ databaseUrl, dataDirectory: data, now: new Date() });
    expect(inspected).toMatchObject({ source: 'url', running: true });
  });
});

describe('inspectDatabase', () => {
  test('tells before the first start, while running and when stopped, and changes nothing', async () => {
    const data = await testFolder();
    const now = new Date('2026-11-23T12:00:00Z');
    const before = await inspectDatabase({ dataDirectory: data, now });
    expect(before).toMatchObject({ running: false, directory: undefined });
    expect(before.warnings.map(({ code }) => code)).toContain('notRunning');
    expect(existsSync(data)).toBe(false);
    const database = await open(data);
    const running = await inspectDatabase({ dataDirectory: data, now });
    expect(running).toMatchObject({ source: database.source, version: database.version, running: true });
    await database.stop();
    await sleep(20);
    expect(await inspectDatabase({ dataDirectory: data, now })).toMatchObject({ running: false });
    expect(await serverPid(data)).toBe(0);
  });
});
