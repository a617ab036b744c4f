/**
 * Crashes in rounds: an application writes transactions from eight connections and says each number once its
 * commit has returned; then the application, the server, both, or both and again during recovery are killed with
 * SIGKILL at a random moment. Whatever was said must be stored, without a gap, under a sound index.
 *
 * VARNA_ROUNDS sets the rounds per case (20). Killing processes proves nothing about power cuts: the kernel keeps
 * what was written. That fsync is on is asserted in supervisor.test.ts.
 */
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { runsAsRoot, type ServerUser } from './server-user.ts';
import {
  availableKinds,
  killServer,
  makeTestFolder,
  ordinaryUser,
  startApplication,
} from './testing/processes.ts';

const rounds = Number(process.env['VARNA_ROUNDS'] ?? '20');
const perRoundMilliseconds = 120_000;
const kinds = await availableKinds();
const users = await usersToTest();
const totals: string[] = [];

afterAll(() => {
  process.stdout.write(`${totals.join('\n')}\n`);
});

/** Root can also act as an ordinary user, by a child process that is one; an ordinary user cannot act as root. */
async function usersToTest(): Promise<{ name: string; user: ServerUser | undefined }[]> {
  const user = await ordinaryUser();
  return [
    { name: runsAsRoot() ? 'root' : 'an ordinary user', user: undefined },
    ...(user ? [{ name: `an ordinary user (${user.name})`, user }] : []),
  ];
}

type Victim = 'application' | 'server' | 'both' | 'both, and again during recovery';
const victims: readonly Victim[] = ['application', 'server', 'both', 'both, and again during recovery'];
type Case = {
  readonly kind: string;
  readonly name: string;
  readonly user: ServerUser | undefined;
  readonly victim: Victim;
};
const cases: Case[] = kinds.flatMap((kind) =>
  users.flatMap(({ name, user }) => victims.map((victim) => ({ kind, name, user, victim }))),
);

describe('SIGKILL at a random moment', () => {
  test.each(cases)(
    '$kind binaries, started by $name: $victim',
    async ({ kind, name, user, victim }) => {
      const { folder, remove } = await makeTestFolder(user);
      const data = path.join(folder, 'data');
      const acknowledged = new Map<string, number>();
      let count = 0;
      try {
        for (let round = 1; round <= rounds; round += 1) {
          count += await crash(victim, data, kind, user, acknowledged);
          await expectNothingLost(data, kind, user, acknowledged, round);
        }
      } finally {
        await killServer(data);
        remove();
      }
      totals.push(`${kind}, ${name}, ${victim}: ${rounds} rounds, ${count} acknowledged, 0 lost`);
      expect(count).toBeGreaterThan(rounds * 10);
    },
    rounds * perRoundMilliseconds,
  );
});

/** One crash. Adds what was acknowledged, and returns how many. */
async function crash(
  victim: Victim,
  data: string,
  kind: string,
  user: ServerUser | undefined,
  acknowledged: Map<string, number>,
): Promise<number> {
  const application = startApplication('write', data, kind, user);
  await application.said('ack ');
  await sleep(Math.random() * 250);
  if (victim === 'server') {
    await killServer(data);
    // The application lives, starts the server again and writes on.
    const from = application.lines.length;
    await application.said('log Databasen är igång', from);
    await application.said('ack ', application.lines.length);
    await sleep(Math.random() * 100);
    application.process.kill('SIGTERM');
  } else {
    application.process.kill('SIGKILL');
    if (victim !== 'application') await killServer(data);
  }
  await application.ended;
  if (victim === 'both, and again during recovery') {
    const second = startApplication('open', data, kind, user);
    await sleep(80 + Math.random() * 250);
    second.process.kill('SIGKILL');
    await killServer(data);
    await second.ended;
  }
  return collect(application.lines, acknowledged);
}

function collect(lines: readonly string[], acknowledged: Map<string, number>): number {
  const acks = lines.flatMap((line) => /^ack (\d+) (\d+)$/.exec(line)?.slice(1, 3) ?? []);
  for (let index = 0; index < acks.length; index += 2) {
    acknowledged.set(
      String(acks[index]),
      Math.max(Number(acks[index + 1]), acknowledged.get(String(acks[index])) ?? 0),
    );
  }
  return acks.length / 2;
}

/** Each writer counts upwards by one, so "no gap up to the last said" means that every acknowledged entry is there. */
async function expectNothingLost(
  data: string,
  kind: string,
  user: ServerUser | undefined,
  acknowledged: ReadonlyMap<string, number>,
  round: number,
): Promise<void> {
  const checker = startApplication('check', data, kind, user);
  const line = await checker.said('stored ');
  await checker.ended;
  const stored = JSON.parse(line.slice('stored '.length)) as Record<string, { count: number; last: number }>;
  for (const [writer, last] of acknowledged) {
    const entry = stored[writer] ?? { count: 0, last: 0 };
    expect(entry.last, `round ${round}: writer ${writer} was told ${last}`).toBeGreaterThanOrEqual(last);
    expect(entry.count, `round ${round}: writer ${writer} has a gap`).toBe(entry.last);
  }
}
