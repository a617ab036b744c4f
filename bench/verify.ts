import { spawn } from 'node:child_process';
import { createHash, hash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { makeLog } from '../tools/verify-audit/made-log.ts';
import { median, milliseconds, type Row, timed } from './measure.ts';

const program = new URL('../tools/verify-audit/verify-audit.ts', import.meta.url).pathname;
const events = 1_000_000;
/** Events in an integration: a busy hour's. Each has a signature to verify. */
const perIntegration = 1000;
const rounds = 3;
const least = 0.3;
/** The peak of a log four times as long, over that of the shorter. */
const mostGrowth = 1.25;

/**
 * The verifier of an export against bare SHA-256 over the same bytes on one core: one hash for each leaf, which is the least
 * that any verifier must do. As one stream it is told beside, unjudged (decision 0017). All of them read the file.
 */
export async function measureVerify(folder: string): Promise<Row[]> {
  const [long, short] = [path.join(folder, 'log'), path.join(folder, 'log-quarter')];
  await makeLog(long, { integrations: events / perIntegration, events: perIntegration - 1 });
  await makeLog(short, { integrations: events / perIntegration / 4, events: perIntegration - 1 });
  const file = path.join(long, 'events.ndjson');
  const times = { stream: [] as number[], leaves: [] as number[], verified: [] as number[] };
  let peak = 0;
  for (let round = 0; round < rounds; round++) {
    times.stream.push(await timed(() => hashStream(file)));
    times.leaves.push(await timed(() => hashLeaves(file)));
    times.verified.push(await timed(async () => (peak = Math.max(peak, await verified(long)))));
  }
  const shorter = await verified(short);
  await rm(long, { recursive: true });
  await rm(short, { recursive: true });
  const value = median(times.verified);
  const [leaves, stream] = [median(times.leaves), median(times.stream)];
  return [
    {
      name: `verifying an export of ${events} events, against SHA-256 leaf by leaf`,
      measured: milliseconds(value),
      reference: `${milliseconds(leaves)} (as one stream ${milliseconds(stream)}: ${(stream / value).toFixed(2)})`,
      ratio: leaves / value,
      budget: `≥ ${least}`,
      met: leaves / value >= least,
    },
    {
      name: 'memory of verifying, four times the events',
      measured: `${(peak / 1024).toFixed(0)} MB`,
      reference: `${(shorter / 1024).toFixed(0)} MB (a quarter of them)`,
      ratio: peak / shorter,
      budget: `< ${mostGrowth}`,
      met: peak / shorter < mostGrowth,
    },
  ];
}

async function hashStream(file: string): Promise<void> {
  const whole = createHash('sha256');
  for await (const piece of createReadStream(file, { highWaterMark: 1 << 20 })) whole.update(piece as Buffer);
  whole.digest();
}

async function hashLeaves(file: string): Promise<void> {
  for await (const read of createReadStream(file, { highWaterMark: 1 << 20 })) {
    const piece = read as Buffer; // without an encoding
    let begin = 0;
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, end + 1)) {
      hash('sha256', piece.subarray(begin, end), 'binary');
      begin = end;
    }
  }
}

/** Runs the program as an auditor does. Answers with the most memory it had at a time, in kB. */
function verified(folder: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, folder], { stdio: 'ignore' });
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, peakOf(child.pid ?? 0));
    }, 20);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(watch);
      if (code === 0) resolve(peak);
      else reject(new Error(`the verifier ended with ${code ?? 'a signal'}`));
    });
  });
}

function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0; // it has ended
  }
}
