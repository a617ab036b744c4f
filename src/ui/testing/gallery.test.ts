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
type Look = { readonly width: number; readonly colorScheme: 'light' | 'dark' };

const looks: readonly Look[] = [
  { width: 320, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
  // The long rounds look at everything both ways, as in `e2e/pages`.
  ...(process.env['VARNA_TEST_LOOKS'] === 'all'
    ? ([
        { width: 768, colorScheme: 'dark' },
        { width: 1440, colorScheme: 'light' },
      ] as const)
    : []),
];

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
});

afterAll(async () => {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true });
});

async function open(path: string, { width, colorScheme }: Look, visit: (page: Page) => Promise<void>) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    reducedMotion: 'reduce',
  });
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
  test.each(looks)('at $width px, $colorScheme: no axe violation, nothing sideways', async (look) => {
    await open(path, look, async (page) => {
      const pictures = process.env['VARNA_PICTURES'];
      if (pictures !== undefined) {
        await mkdir(pictures, { recursive: true });
        const name = `${path.slice(1).replaceAll('/', '-')}-${look.width}-${look.colorScheme}.png`;
        await page.screenshot({ path: join(pictures, name), fullPage: true });
      }
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });
});

describe('what is done by hand', () => {
  const laptop: Look = { width: 1440, colorScheme: 'light' };
  const form = '/register/system/ny';
  const save = (page: Page) => page.getByRole('button', { name: 'Spara systemet' }).click();

  test('a fault is told on top, and its link leads to the field', async () => {
    await open(form, laptop, async (page) => {
      await save(page);
      await page.getByRole('alert').getByRole('link', { name: 'Skriv systemets namn.' }).click();
      const name = page.getByLabel('Namn', { exact: true });
      expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
      expect(await name.getAttribute('aria-invalid')).toBe('true');
      await name.fill('Lifecare');
      expect(await name.getAttribute('aria-invalid')).toBeNull();
    });
  });

  test('a number like a personnummer is asked about, and saved when answered', async () => {
    await open(form, laptop, async (page) => {
      await page.getByLabel('Namn', { exact: true }).fill('640823-3234');
      await save(page);
      await page.getByRole('button', { name: 'Spara ändå' }).click();
      await page.getByText('Systemet är sparat').waitFor();
    });
  });

  test('of two versions the person chooses per field, and what is chosen is saved', async () => {
    await open(form, laptop, async (page) => {
      await page.getByLabel('Namn', { exact: true }).fill('krock');
      await save(page);
      const dialog = page.getByRole('dialog', { name: 'Någon annan hann före' });
      await dialog.getByRole('radio', { name: /Lifecare/ }).check();
      await dialog.getByRole('button', { name: 'Spara det valda' }).click();
      await page.getByText('Systemet är sparat').waitFor();
      expect(await page.getByLabel('Namn', { exact: true }).inputValue()).toBe('Lifecare');
    });
  });

  test('leaving with unsaved changes asks first', async () => {
    await open(form, laptop, async (page) => {
      await page.getByLabel('Namn', { exact: true }).fill('x');
      await page.getByRole('link', { name: 'Avbryt' }).click();
      await page.getByRole('button', { name: 'Stanna kvar' }).click();
      expect(new URL(page.url()).pathname).toBe(form);
      await page.getByRole('link', { name: 'Avbryt' }).click();
      await page.getByRole('button', { name: 'Lämna sidan' }).click();
      await page.getByRole('heading', { level: 1, name: 'System' }).waitFor();
    });
  });

  test('a change of page gives its heading focus; order and search stand in the address', async () => {
    await open('/register/system', laptop, async (page) => {
      await page.getByRole('link', { name: 'Namn' }).click();
      await page.waitForURL(/sort=-name/);
      await page.getByRole('searchbox').fill('platina');
      await page.waitForURL(/search=platina/);
      await page.getByRole('link', { name: 'Platina', exact: true }).click();
      const heading = page.getByRole('heading', { level: 1, name: 'Platina' });
      await heading.waitFor();
      expect(await heading.evaluate((one) => one === document.activeElement)).toBe(true);
      expect(await page.title()).toBe('Platina – Värna');
    });
  });

  test('the menu opens on a phone, and the language can be changed', async () => {
    await open('/policyn', { width: 320, colorScheme: 'light' }, async (page) => {
      await page.getByRole('button', { name: 'Meny' }).click();
      await page.getByRole('button', { name: 'Register' }).click();
      expect(await page.getByRole('link', { name: 'Information', exact: true }).isVisible()).toBe(true);
      await page.getByRole('button', { name: 'English' }).click();
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
      expect(await page.evaluate(() => document.cookie)).toContain('varna_language=en');
      expect(await page.getByRole('button', { name: 'Registers' }).isVisible()).toBe(true);
    });
  });

  test('a level is chosen by its number', async () => {
    await open(form, laptop, async (page) => {
      await page.getByRole('radio', { name: '0 Ingen skada' }).focus();
      await page.keyboard.press('3');
      expect(await page.getByRole('radio', { name: '3 Allvarlig' }).isChecked()).toBe(true);
    });
  });
});
