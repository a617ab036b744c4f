import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import config from '../../../vite.config.ts';

// Looks at the building blocks in a real browser under the very content security policy of the product. With
// VARNA_PICTURES=<folder> it also leaves a picture of every page at every width, for people to look at.
const policy = (nonce: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; ` +
  `connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};
const paths = ['/register/system', '/register/system/1', '/register/system/ny', '/policyn', '/finns-inte'];
const widths = [320, 768, 1440];

let folder = '';
let server: Server;
let origin = '';
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'varna-gallery-'));
  await build({
    ...config,
    configFile: false,
    root: import.meta.dirname,
    publicDir: false,
    logLevel: 'error',
    build: { ...config.build, outDir: folder },
  });
  server = createServer((request, response) => {
    void (async () => {
      const path = new URL(request.url ?? '/', 'http://x').pathname;
      const type = types[extname(path)];
      const nonce = randomBytes(16).toString('base64');
      const file = await readFile(join(folder, type === undefined ? 'index.html' : path));
      response.setHeader('content-type', type ?? 'text/html; charset=utf-8');
      response.setHeader('content-security-policy', policy(nonce));
      response.end(type === undefined ? file.toString().replaceAll('__VARNA_NONCE__', nonce) : file);
    })();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
}, 120_000);

afterAll(async () => {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true });
});

type Look = { readonly width: number; readonly colorScheme?: 'light' | 'dark' };

async function open(path: string, { width, colorScheme = 'light' }: Look, visit: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => (message.type() === 'error' ? faults.push(message.text()) : undefined));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(origin + path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  await visit(page);
  await context.close();
  // Violations of the policy are console errors too.
  expect(faults).toEqual([]);
}

describe.each(paths)('%s', (path) => {
  test.each(
    widths.flatMap((width) => (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme }))),
  )('at $width px, $colorScheme: no axe violation, nothing sideways', async (look) => {
    await open(path, look, async (page) => {
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
      expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      const pictures = process.env['VARNA_PICTURES'];
      if (pictures !== undefined) {
        await mkdir(pictures, { recursive: true });
        const name = `${path.slice(1).replaceAll('/', '-')}-${look.width}-${look.colorScheme}.png`;
        await page.screenshot({ path: join(pictures, name), fullPage: true });
      }
    });
  }, 60_000);
});
