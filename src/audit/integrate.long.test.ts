import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestLog, testLog, until } from './testing.ts';

const program = path.join(import.meta.dirname, 'testing/integrating-process.ts');
const rounds = Number(process.env['VARNA_ROUNDS'] ?? '20');
const processes = 3;
/** Seconds that a process may need to be at work, on a machine that does other things too. */
const patience = 60;

let log: TestLog;
beforeAll(async () => {
  log = await testLog();
});
afterAll(() => log.close());

const acknowledged = new Set<string>();
/** At which step each killed process was last. */
const killedAt = new Map<string, number>();

/** Starts a process that writes and integrates; what it says is counted. */
function begin(): { child: ChildProcess; isAtWork: () => boolean; step: () => string } {
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, VARNA_TEST_APP: JSON.stringify(log.database.app) },
  });
  let rest = '';
  let step = 'none';
  let isAtWork = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    isAtWork ||= lines.length > 0;
    for (const line of lines) {
      const [what, value = ''] = line.split(' ');
      if (what === 'event') acknowledged.add(value);
      else step = value;
    }
  });
  return { child, isAtWork: () => isAtWork, step: () => step };
}

it('is whole after every SIGKILL, whoever of several processes is at it', async () => {
  const running = Array.from({ length: processes }, begin);
  await until(() => acknowledged.size > 20, patience);
  for (let round = 0; round < rounds * processes; round++) {
    const victim = running.shift();
    if (victim === undefined) throw new Error('nobody to kill');
    await until(victim.isAtWork, patience);
    await sleep(Math.random() * 100);
    victim.child.kill('SIGKILL');
    const step = victim.step();
    killedAt.set(step, (killedAt.get(step) ?? 0) + 1);
    running.push(begin());
  }
  const before = acknowledged.size;
  await until(() => acknowledged.size > before, patience);
  for (const { child } of running) child.kill('SIGKILL');
  // The server ends the transactions of those that are gone; then one more integration takes what is left.
  await until(async () => {
    const { rowCount } = await log.owner.query(
      "select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'",
    );
    return rowCount === 0;
  });
  const { rows } = await log.owner.query<{ at: Date }>('select max(made_at) as at from audit_checkpoint');
  log.state.now = new Date((rows[0]?.at ?? new Date()).getTime() + 2000);
  await log.integrate();
  const numbered = new Set((await log.numbered()).map((leaf) => leaf.id));
  expect([...acknowledged].filter((id) => !numbered.has(id))).toEqual([]);
  await log.expectWhole();
  const steps = [...killedAt].map(([step, times]) => `${step} ${times}`).join(', ');
  process.stdout.write(`${acknowledged.size} events, 0 lost; killed at: ${steps}\n`);
}, 900_000);
