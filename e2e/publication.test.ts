import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginVisit, comeIn, listenForErrors, type Visit } from './browser.ts';

// The public pages as somebody without an account meets them, and the coordinator who opens one, and has a place checked.
let visit: Visit;
let signedIn: NonNullable<BrowserContextOptions['storageState']>;
const shots = process.env['VARNA_SHOTS'];

beforeAll(async () => {
  visit = await beginVisit('exempelkommun');
  const context = await visit.open();
  await comeIn(await context.newPage(), visit.setupLink);
  signedIn = await context.storageState();
  await context.close();
});

afterAll(() => visit.close());

async function shot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return;
  await mkdir(shots, { recursive: true });
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
}

/** No axe violation and nothing sideways: narrow in the dark, wide in the light, and one h1 that is the title. */
async function sound(page: Page, name: string): Promise<void> {
  for (const [width, colorScheme] of [
    [320, 'dark'],
    [1440, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map((one) => `${name} ${width}: ${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${name} at ${width}`).toBeLessThanOrEqual(0);
    await shot(page, `${name}-${width}`);
  }
  await expect.poll(() => page.locator('h1').count()).toBe(1);
  await expect.poll(() => page.title()).toContain((await page.locator('h1').textContent()) ?? '?');
}

test('somebody without an account finds the documents, reads one, an older version, and comes back', async () => {
  const context = await visit.open({ javaScriptEnabled: true });
  const page = await context.newPage();
  const errors = listenForErrors(page);
  await page.goto(`${visit.origin}/policy`);
  await page.getByText('Kommunfullmäktige').first().waitFor();
  await sound(page, 'policy');
  await page.getByRole('link', { name: 'Styrdokument', exact: true }).click();
  await page.getByRole('heading', { level: 2, name: 'Riktlinjer' }).waitFor();
  await expect.poll(() => page.getByText('överfallslarm').count()).toBe(0);
  await sound(page, 'forteckning');

  await page.getByRole('link', { name: 'Riktlinje för behörigheter' }).click();
  await page.getByRole('heading', { level: 2, name: 'Behörigheter' }).waitFor();
  const current = page.url();
  expect(new URL(current).pathname).toMatch(/^\/dokument\/riktlinje-for-behorigheter-[0-9a-f]{10}$/);
  await expect.poll(() => page.getByRole('columnheader', { name: 'Genomgång' }).count()).toBe(1);
  await sound(page, 'riktlinje');

  await page.getByRole('link', { name: 'Version 1', exact: true }).click();
  await page.getByText('Den här versionen gäller inte längre.').waitFor();
  expect(page.url()).toBe(`${current}/version/1`);
  await sound(page, 'aldre-version');
  await page.getByRole('link', { name: 'Läs den version som gäller' }).click();
  await page.waitForURL(current);

  await page.getByRole('link', { name: 'English' }).click();
  await page.getByText('Municipal executive board').waitFor();
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await expect.poll(() => page.getByRole('link', { name: 'Sign in' }).isVisible()).toBe(false);
  await shot(page, 'riktlinje-utskrift');
  expect(errors).toEqual([]);
  await page.goto(`${visit.origin}/dokument/finns-inte-0123456789`);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('heading', { level: 1, name: 'Sidan finns inte' }).waitFor();
  await sound(page, 'finns-inte');
  await context.close();
});

test('what its keeper opens is read by everyone, and what is closed is gone', async () => {
  const page = await (await visit.open({ storageState: signedIn })).newPage();
  await page.goto(`${visit.origin}/styrdokument`);
  await page.getByRole('link', { name: 'Instruktion för överfallslarm' }).click();
  await page.getByText('Bara den som är inloggad kan läsa dokumentet.').waitFor();
  await page.getByRole('button', { name: 'Öppna för alla' }).click();
  const link = page.getByRole('link', { name: /^\/dokument\/instruktion-for-overfallslarm/ });
  const path = (await link.getAttribute('href')) ?? '';
  const outside = await (await visit.open()).newPage();
  await outside.goto(visit.origin + path);
  await outside.getByText('Den som arbetar ska gå till receptionen').waitFor();
  await page.getByRole('button', { name: 'Stäng för utomstående' }).click();
  await page.getByText('Bara den som är inloggad kan läsa dokumentet.').waitFor();
  expect((await outside.request.get(visit.origin + path)).status()).toBe(404);
  await outside.context().close();
  await page.context().close();
});

test('a place is added, checked while one waits, and told what to do about', async () => {
  const page = await (await visit.open({ storageState: signedIn })).newPage();
  const errors = listenForErrors(page);
  await page.goto(`${visit.origin}/styrdokument`);
  await page.getByRole('button', { name: 'Fler' }).click();
  await page.getByRole('menuitem', { name: 'Publicering' }).click();
  await page.getByText('Visar den version som gäller.').waitFor();
  await page.getByRole('button', { name: 'Lägg till en plats' }).click();
  await page.getByLabel('Namn').fill('Kommunens webbplats');
  // This very server is within the house.
  await page.getByLabel('Adress').fill(`${visit.origin}/policy`);
  await page.getByRole('button', { name: 'Lägg till platsen' }).click();
  await page.getByRole('button', { name: 'Kontrollera nu Kommunens webbplats' }).click();
  await page.getByText('Adressen får inte läsas.').waitFor();

  await page.getByRole('button', { name: 'Tillåt en webbplats' }).click();
  await page.getByLabel(/^Får läsas inom huset/).check();
  await page.getByLabel('Webbplats', { exact: true }).last().fill(visit.origin);
  await page.getByLabel('Skäl').fill('Provar kontrollen på den egna sidan');
  await page.getByRole('button', { name: 'Tillåt webbplatsen' }).click();
  await page.getByRole('button', { name: /^Sluta tillåta/ }).waitFor();
  await page.getByRole('button', { name: 'Kontrollera nu Kommunens webbplats' }).click();
  await expect.poll(() => page.getByText('Visar den version som gäller.').count()).toBe(2);
  await sound(page, 'publicering');
  expect(errors).toEqual([]);
  await page.context().close();
});

test('the policy is shown within another page, once that page’s site is allowed', async () => {
  const page = await (await visit.open({ storageState: signedIn })).newPage();
  await page.goto(`${visit.origin}/styrdokument/publicering`);
  const code = (await page.locator('.embedding-code').textContent()) ?? '';
  expect(code).toMatch(/^<iframe src="http[^"]+\/inbaddad"/);
  const theirs = createServer((_request, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><title>Kommunen</title><h1>Vår policy</h1>${code}`),
  );
  await new Promise<void>((resolve) => theirs.listen(0, '127.0.0.1', resolve));
  const site = `http://localhost:${(theirs.address() as AddressInfo).port}`;
  // The browser keeps a page for a minute: each visitor is a new one.
  const visited = async (): Promise<Page> => {
    const outside = await (await visit.open()).newPage();
    await outside.goto(site, { waitUntil: 'networkidle' });
    return outside;
  };
  const words = (outside: Page) => outside.frameLocator('iframe').getByText('Kommunfullmäktige').first();
  const before = await visited();
  await expect.poll(() => words(before).count()).toBe(0);
  await before.context().close();

  await page.getByRole('button', { name: 'Tillåt en webbplats' }).click();
  await page.getByLabel('Webbplats', { exact: true }).last().fill(site);
  await page.getByLabel('Skäl').fill('Kommunens webbplats');
  await page.getByRole('button', { name: 'Tillåt webbplatsen' }).click();
  await page.getByRole('button', { name: `Sluta tillåta ${site}` }).waitFor();
  const after = await visited();
  await words(after).waitFor();
  await shot(after, 'inbaddad');
  await after.context().close();
  await page.context().close();
  theirs.closeAllConnections();
  theirs.close();
});
