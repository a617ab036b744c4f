import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import config from '../vite.config.ts';

const root = join(import.meta.dirname, '..');
/** Longest wait for the server to make its database and fill it, in milliseconds. */
const longestStart = 90_000;

/** A browser on the whole product: its own server, its own database, the example municipality in it. */
export interface Journey {
  readonly origin: string;
  readonly browser: Browser;
  /** A page of somebody who holds the office (its Swedish name), signed in with one click as the demonstration lets. */
  visit(office: string, options?: BrowserContextOptions): Promise<Page>;
  end(): Promise<void>;
}

/** Builds the web part, starts a demonstration in a folder of its own, and a browser. */
export async function startJourney(): Promise<Journey> {
  await build({ ...config, configFile: false, root, logLevel: 'error' });
  const data = await mkdtemp(join(tmpdir(), 'varna-e2e-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, [join(root, 'src/main.ts'), '--demo'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      VARNA_DATA: data,
      VARNA_SETUP: 'exempelkommun',
      VARNA_PUBLIC_URL: origin,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const complaints: string[] = [];
  server.stderr.on('data', (piece: Buffer) => complaints.push(piece.toString()));
  await ready(origin, server, complaints);
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  return {
    origin,
    browser,
    visit: (office, options) => signedIn(browser, origin, office, options),
    end: async () => {
      await browser.close();
      await stopped(server);
      await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** Where Chromium is: `CHROMIUM`, or the first of its names found in PATH or a usual place. @throws when there is none */
export function findChromium(): string {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    '/usr/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ];
  const places = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const found = [process.env['CHROMIUM'] ?? '', ...places].find((place) => place !== '' && existsSync(place));
  if (found === undefined)
    throw new Error('no Chromium: install it, or say where it is with CHROMIUM=<file>');
  return found;
}

async function signedIn(
  browser: Browser,
  origin: string,
  office: string,
  options: BrowserContextOptions = {},
) {
  const context = await browser.newContext({ locale: 'sv-SE', reducedMotion: 'reduce', ...options });
  const headers = { 'accept-language': 'sv' };
  const answer = await context.request.get(`${origin}/api/v1/session/entrance`, { headers });
  // The server's own answer; a role that is not there fails on the next line.
  const { demo } = (await answer.json()) as { demo: { personId: string; office: string }[] };
  const role = demo.find((one) => one.office === office);
  if (role === undefined) throw new Error(`the demonstration has nobody who is ${office}`);
  const opened = await context.request.post(`${origin}/api/v1/session/openDemo`, {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: { personId: role.personId },
  });
  if (!opened.ok()) throw new Error(await opened.text());
  return context.newPage();
}

async function ready(origin: string, server: ChildProcess, complaints: readonly string[]): Promise<void> {
  const deadline = Date.now() + longestStart;
  while (Date.now() < deadline && server.exitCode === null) {
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`the server did not start: ${complaints.join('')}`);
}

function stopped(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}
