import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../src/supervisor/supervisor.ts';
import { median, milliseconds, type Row } from './measure.ts';
import { startServer } from '../src/testing/server-process.ts';

const mostMegabytes = 300;
const longestStart = 3000;
/** How long a server is left alone before it counts as at rest. */
const rest = 8_000;

/** Starts the server on an existing database a few times, and weighs app and database together when it rests. */
export async function measureServer(
  name: string,
  dataDirectory: string,
  starts: number,
  token: string,
): Promise<Row[]> {
  const times: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < starts; round++) {
    const server = await startServer(dataDirectory);
    times.push(server.startedIn);
    await server.stop();
    const begun = performance.now();
    const database = await openDatabase({ dataDirectory, log: () => undefined });
    bare.push(performance.now() - begun);
    await database.stop();
  }
  const value = median(times);
  const start: Row = {
    name: `server start to first answer, ${name}`,
    measured: milliseconds(value),
    reference: `${milliseconds(median(bare))} (the database alone)`,
    ratio: value / median(bare),
    budget: `< ${longestStart / 1000} s`,
    met: value < longestStart,
  };
  return [start, ...(await weighServer(name, dataDirectory, token))];
}

async function weighServer(name: string, dataDirectory: string, token: string): Promise<Row[]> {
  const server = await startServer(dataDirectory);
  try {
    const database = postmasterOf(dataDirectory);
    const weigh = () => weightOf([server.child.pid ?? 0, database]);
    await sleep(rest);
    const atRest = weigh();
    // Once somebody has looked at the policy, all facts are held in memory.
    const headers = { authorization: `Bearer ${token}` };
    await fetch(`http://127.0.0.1:${server.port}/api/v1/clauses`, { headers });
    await sleep(rest);
    const ofDatabase = `of it the database ${weightOf([database]).toFixed(0)} MB`;
    return [weightRow(name, atRest, ''), weightRow(`${name}, facts held`, weigh(), ofDatabase)];
  } finally {
    await server.stop();
  }
}

function weightRow(name: string, megabytes: number, reference: string): Row {
  return {
    name: `memory at rest, ${name}`,
    measured: `${megabytes.toFixed(0)} MB`,
    reference,
    ratio: null,
    budget: `< ${mostMegabytes} MB`,
    met: megabytes < mostMegabytes,
  };
}

function postmasterOf(dataDirectory: string): number {
  const file = path.join(dataDirectory, 'postgres', 'cluster', 'postmaster.pid');
  return Number(readFileSync(file, 'utf8').split('\n', 1)[0]);
}

/** The proportional set size (PSS) of these processes and all below them, in megabytes: memory they share counts once. */
export function weightOf(roots: readonly number[]): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const line = read(`/proc/${name}/stat`);
    parents.set(Number(name), Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const isBelow = (pid: number): boolean =>
    roots.includes(pid) || (parents.has(pid) && pid > 1 && isBelow(parents.get(pid) ?? 0));
  const kilobytes = [...parents.keys()]
    .filter(isBelow)
    .map((pid) => Number(/^Pss: *(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0));
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}

/** A process may end between being listed and being read. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
