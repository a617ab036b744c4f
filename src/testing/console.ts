import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type pg from 'pg';

/** How a command at the console ended, what it answered (stdout) and what it told besides (stderr). */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly told: string;
}

/** Runs the command line in a process of its own, in the environment given and no other. */
export async function varna(
  environment: Readonly<Record<string, string>>,
  ...words: readonly string[]
): Promise<Ended> {
  const env = { PATH: process.env['PATH'], ...environment };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['src/cli.ts', ...words], { env });
    return { code: 0, out: stdout, told: stderr };
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string }; // what execFile throws of a program that ends so
    return { code: failed.code, out: failed.stdout, told: failed.stderr };
  }
}

/** The address of a test's database, for a process of its own. */
export function urlOf({ host = '', port = 0, user = '', database = '' }: pg.ClientConfig): string {
  return `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`;
}
