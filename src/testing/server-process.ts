import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { consoleTextsSv } from '../console.texts.sv.ts';

const main = path.resolve(import.meta.dirname, '../main.ts');
/** As `npm start` runs it. */
const nodeFlags = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../tools/node-flags.json'), 'utf8'),
) as string[];

/** The whole server as a process of its own, as a municipality runs it. */
export interface ServerProcess {
  readonly port: number;
  readonly child: ChildProcess;
  /** From the start of the process to the first request that was served, in milliseconds. */
  readonly startedIn: number;
  /** The last of what it has said on the console. */
  readonly said: () => string;
  stop(): Promise<void>;
  /** Resolves when the process has ended, however. */
  readonly ended: Promise<void>;
}

/** A port that nothing listens on at the moment. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** Starts the server on a data folder and waits until it serves. @throws with what it said, when it ends before that */
export async function startServer(
  dataDirectory: string,
  extra: Readonly<Record<string, string>> = {},
  options: readonly string[] = [],
): Promise<ServerProcess> {
  for (let tries = 1; ; tries++) {
    const port = await freePort();
    const server = await startOn(port, dataDirectory, extra, options);
    if (!('failed' in server)) return server;
    // Between the look and the start somebody else may have taken the port.
    const isTaken = server.failed.includes(consoleTextsSv.portTaken('127.0.0.1', String(port)));
    if (!isTaken || tries === 3) throw new Error(`the server ended: ${server.failed}`);
  }
}

async function startOn(
  port: number,
  dataDirectory: string,
  extra: Readonly<Record<string, string>>,
  options: readonly string[],
): Promise<ServerProcess | { readonly failed: string }> {
  const own = Object.entries(process.env).filter(([name]) => !/^(VARNA_|DATABASE_|NODE_OPTIONS)/.test(name));
  const environment = {
    PORT: String(port),
    HOST: '127.0.0.1',
    VARNA_DATA: dataDirectory,
    NODE_ENV: 'production',
  };
  const begun = performance.now();
  const child = spawn(process.execPath, [...nodeFlags, main, ...options], {
    env: { ...Object.fromEntries(own), ...environment, ...extra },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000);
    });
  }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) return { failed: said };
    if (await answers(port)) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const startedIn = performance.now() - begun;
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { port, child, startedIn, said: () => said, stop, ended };
}

/** Does the server on this port serve requests now? */
export async function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    (response) => response.ok,
    () => false,
  );
}
