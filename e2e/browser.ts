import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, rmdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { ProfileName } from '../src/configuration.ts';
import { givenDatabase } from '../src/testing/database.ts';
import { startServer } from '../src/testing/server-process.ts';

const root = path.resolve(import.meta.dirname, '..');
const builtPage = path.join(root, 'dist', 'web', 'index.html');
/** How long a build on a busy machine may take before its lock is somebody's who died, in milliseconds. */
const buildPatience = 180_000;

/** How long (ms) a page is waited for. It costs nothing but where something is wrong, and a busy machine may need it. */
const patience = 60_000;

/** The first person of an installation: administrator and coordinator. */
export const first = {
  givenName: 'Anna',
  familyName: 'Berg',
  email: 'anna.berg@kommun.se',
  password: 'kratta moln bil tröskel',
} as const;

/** The real server with a profile, and a browser beside it. */
export interface Visit extends Served {
  /** The link that the console shows at the first start. */
  readonly setupLink: string;
}

interface Served {
  readonly origin: string;
  /** A window of its own, with cookies of its own; Swedish, light, 1440 wide where nothing else is said. */
  open(options?: BrowserContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** Starts the server on an empty data folder with a profile, and a browser. */
export async function beginVisit(profile: ProfileName): Promise<Visit> {
  const { said, ...served } = await serve({ VARNA_SETUP: profile, ...(await givenDatabase()) });
  const setupLink = await waitFor(() => /http\S+\/kom-igang#\S+/.exec(said())?.[0]);
  return { ...served, setupLink };
}

/** Starts the demonstration, where anybody comes in as whom she likes: for what takes two persons. */
export async function beginDemonstration(): Promise<Served> {
  const { said: _said, ...served } = await serve({}, ['--demo']);
  return served;
}

async function serve(
  environment: Readonly<Record<string, string>>,
  options: readonly string[] = [],
): Promise<Served & { readonly said: () => string }> {
  await buildPages();
  const folder = await mkdtemp(path.join(tmpdir(), 'varna-e2e-'));
  const binaries = process.env['VARNA_TEST_BINARIES'];
  const own = binaries === undefined ? environment : { ...environment, VARNA_BINARIES: binaries };
  const server = await startServer(folder, own, options);
  // A test that fails before it has a visit to close leaves no server behind.
  const abandon = () => server.child.kill('SIGTERM');
  process.once('exit', abandon);
  const origin = `http://127.0.0.1:${server.port}`;
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  return {
    origin,
    said: server.said,
    open: async (options = {}) => {
      const context = await browser.newContext({
        baseURL: origin,
        locale: 'sv-SE',
        viewport: { width: 1440, height: 900 },
        colorScheme: 'light',
        reducedMotion: 'reduce',
        ...options,
      });
      context.setDefaultTimeout(patience);
      return context;
    },
    close: async () => {
      await browser.close();
      await server.stop();
      process.off('exit', abandon);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The first visit, in the person's own hands: afterwards she is signed in on the start page. */
export async function comeIn(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Förnamn').fill(first.givenName);
  await page.getByLabel('Efternamn').fill(first.familyName);
  await page.getByLabel('E-post').fill(first.email);
  await page.getByLabel('Lösenord', { exact: true }).fill(first.password);
  await page.getByLabel('Lösenordet en gång till').fill(first.password);
  await page.getByRole('button', { name: 'Ta Värna i bruk' }).click();
  await page.waitForURL('**/att-gora');
}

/** Waits until there is a heading and nothing is being fetched: a list shows the rows it had until its next ones have come. */
export async function settled(page: Page): Promise<void> {
  // Asked at every frame: a locator that has found nothing yet asks again after half a second.
  await page.waitForFunction(
    () =>
      document.querySelector('h1') !== null &&
      document.querySelector('.loading, [aria-busy="true"]') === null,
  );
}

/**
 * Chooses in a box what is found by a part of its name. A list closes when the page scrolls under it, as it does where the box stands at
 * the edge: the box is brought to the middle before the list opens, and a scroll is told of a frame later.
 */
export async function find(page: Page, label: string | RegExp, text: string, option: RegExp): Promise<void> {
  const box = page.getByRole('combobox', { name: label });
  await box.evaluate(async (element) => {
    element.scrollIntoView({ block: 'center' });
    await new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())));
  });
  await box.fill(text);
  await page.getByRole('option', { name: option }).first().click();
}

/** Waits until the page itself says what somebody has written: a field says it while she still writes. */
export async function said(page: Page, text: string): Promise<void> {
  await page.getByText(text).and(page.locator(':not(textarea)')).first().waitFor();
}

/** What goes wrong behind a page: errors on the console, and errors that nothing caught. */
export function listenForErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  return errors;
}

async function waitFor(find: () => string | undefined): Promise<string> {
  for (let tries = 0; tries < 400; tries++) {
    const found = find();
    if (found !== undefined) return found;
    await sleep(25);
  }
  throw new Error('the console never showed the link of the first visit');
}

/**
 * Builds the pages when they are older than their sources. Two test files at once build once: the folder that makes
 * the lock can be made by one of them only.
 */
export async function buildPages(): Promise<void> {
  const lock = path.join(root, 'dist', 'building');
  await mkdir(path.dirname(lock), { recursive: true });
  const begun = Date.now();
  while (!(await isBuilt())) {
    const isMine = await mkdir(lock).then(
      () => true,
      () => false,
    );
    if (!isMine) {
      if (Date.now() - begun > buildPatience) throw new Error(`remove ${lock} if nothing builds`);
      await sleep(200);
      continue;
    }
    try {
      const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
      // Under a test NODE_ENV says test, and the pages would be made of React's slow half, for whoever starts next too.
      const env = { ...process.env, NODE_ENV: 'production' };
      const done = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: root, env });
      if (done.status !== 0) throw new Error(`the pages could not be built: ${String(done.stderr)}`);
      return;
    } finally {
      await rmdir(lock);
    }
  }
}

async function isBuilt(): Promise<boolean> {
  const built = await stat(builtPage).catch(() => undefined);
  if (built === undefined) return false;
  const entries = await readdir(path.join(root, 'src'), { recursive: true, withFileTypes: true });
  const sources = entries.filter(
    (entry) =>
      entry.isFile() && /\.(tsx|css)$|texts\.\w+\.ts$/.test(entry.name) && !entry.name.includes('.test.'),
  );
  const times = sources.map(async (file) => (await stat(path.join(file.parentPath, file.name))).mtimeMs);
  return built.mtimeMs >= Math.max(...(await Promise.all(times)));
}
