import { spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asUser, chooseServerUser, runsAsRoot } from '../src/supervisor/server-user.ts';
import { freePort } from '../src/testing/server-process.ts';
import { supervisorTextsEn } from '../src/supervisor/supervisor.texts.en.ts';

/** A PostgreSQL server as a municipality has one: reached over TCP with a password, and nothing of ours about it. */
export interface PlainServer {
  /** For the role that owns, who may make databases but is no superuser. */
  readonly url: string;
  stop(): void;
}

const home = '/usr/lib/postgresql';

/** Starts one from the machine's own binaries, with the roles that the handbook (drift.md) tells to make. @throws */
export async function startPlainPostgres(): Promise<PlainServer> {
  const [version] = readdirSync(home).sort((one, other) => Number(other) - Number(one));
  const folder = mkdtempSync(join(tmpdir(), 'varna-plain-'));
  const user = runsAsRoot() ? await chooseServerUser(undefined, supervisorTextsEn) : undefined;
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const run = (program: string, args: readonly string[], extra: SpawnSyncOptions = {}) => {
    const options = { cwd: '/', stdio: 'ignore', ...asUser(user), ...extra } as const;
    const { status } = spawnSync(join(home, version ?? '', 'bin', program), args, options);
    if (status !== 0) throw new Error(`${program} ended with ${status}`);
  };
  const [superuser, password] = [randomBytes(12).toString('hex'), randomBytes(12).toString('hex')];
  const data = join(folder, 'data');
  writeFileSync(join(folder, 'password'), superuser, { mode: 0o644 });
  run('initdb', [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    '--pwfile',
    join(folder, 'password'),
    '-E',
    'UTF8',
    '--no-sync',
  ]);
  const port = await freePort();
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`;
  const log = join(folder, 'log');
  run('pg_ctl', ['start', '-D', data, '-l', log, '-w', '-o', settings]);
  const stop = () => {
    run('pg_ctl', ['stop', '-D', data, '-m', 'immediate']);
    rmSync(folder, { recursive: true, force: true });
  };
  const roles = `create role varna_app nologin; create role varna_owner login createdb password '${password}';
    grant varna_app to varna_owner`;
  const address = ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', '-q', '-c', roles];
  run('psql', address, { env: { ...process.env, PGPASSWORD: superuser } });
  return { url: `postgresql://varna_owner:${password}@127.0.0.1:${port}/postgres`, stop };
}
