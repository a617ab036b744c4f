import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginVisit, comeIn, listenForErrors, settled, type Visit } from './browser.ts';

// The coordinator and the policy: reads it, looks behind a mark, reads a new text in, and records its adoption.
let visit: Visit;
let signedIn: NonNullable<BrowserContextOptions['storageState']>;

beforeAll(async () => {
  visit = await beginVisit('exempelkommun');
  const context = await visit.open();
  await comeIn(await context.newPage(), visit.setupLink);
  signedIn = await context.storageState();
  await context.close();
});

afterAll(() => visit.close());

/** A page of the coordinator's, in a window of its own. */
async function coordinatorsPage(options: BrowserContextOptions = {}): Promise<Page> {
  return (await visit.open({ ...options, storageState: signedIn })).newPage();
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(visit.origin + path);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`);
}

const paths = [
  '/policyn',
  '/krav',
  '/krav/P28',
  '/att-gora',
  '/styrdokument',
  '/styrdokument/las-in',
  '/installningar',
];
const looks = [
  { width: 320, colorScheme: 'light' as const },
  { width: 1440, colorScheme: 'dark' as const },
];

test.each(paths.flatMap((path) => looks.map((look) => ({ path, ...look }))))(
  '$path at $width px, $colorScheme: no axe violation, nothing sideways, no fault',
  async ({ path, width, colorScheme }) => {
    const page = await coordinatorsPage({ viewport: { width, height: 900 }, colorScheme });
    const errors = listenForErrors(page);
    await open(page, path);
    await page.waitForLoadState('networkidle');
    expect(await faults(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(errors).toEqual([]);
    await page.context().close();
  },
);

test('a mark opens what lies behind it by keyboard, and gives focus back', async () => {
  const page = await coordinatorsPage();
  await open(page, '/policyn');
  const mark = page.getByRole('button', { name: /All information har en informationsägare/ });
  await mark.focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: 'All information har en informationsägare' });
  await sheet.getByRole('heading', { name: 'Så mäts det' }).waitFor();
  // The first of those who lack an owner has the way to mend it.
  const mend = sheet.getByRole('link', { name: /^Utse/ }).first();
  await expect
    .poll(() => mend.getAttribute('href'))
    .toMatch(/^\/uppdrag\/nytt\?uppdrag=informationOwner&galler=/);
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await expect.poll(() => mark.evaluate((button) => button === document.activeElement)).toBe(true);
});

test('the selection marks only what fails, and the figure leads to its rows', async () => {
  const page = await coordinatorsPage();
  await open(page, '/policyn');
  const marks = page.locator('.policy-document .clause-note[data-verdict]');
  await settled(page);
  const all = await marks.count();
  await page.getByRole('link', { name: 'Brister', exact: true }).click();
  await page.waitForURL(/visa=brister/);
  const failing = page.locator('.clause-note[data-verdict=not_met], .clause-note[data-verdict=partly]');
  await expect.poll(() => marks.count()).toBeLessThan(all);
  await expect.poll(() => marks.count()).toBe(await failing.count());
  const figure = page.getByRole('link', { name: /All information har en informationsägare/ }).first();
  await expect.poll(() => figure.getAttribute('href')).toBe('/register/information?clause=P28');
});

test('an earlier day shows the page as it was', async () => {
  const page = await coordinatorsPage();
  await open(page, '/policyn?asOf=2020-01-01');
  await page.getByText('gällde ingen policy').waitFor();
  await expect.poll(() => page.locator('.policy-document').count()).toBe(0);
});

test('a text without demands is refused in words; one with is read in, tied, adopted and shown', async () => {
  const page = await coordinatorsPage();
  await open(page, '/styrdokument/las-in');
  await page.getByLabel('Klistra in').check();
  const box = page.getByLabel('Policyns text');
  await box.fill('Det regnar i dag. Solen skiner i morgon.');
  await page.getByRole('button', { name: 'Läs in texten' }).click();
  await page
    .getByText(/Ingen mening i texten ställer ett krav/)
    .first()
    .waitFor();

  const text = [
    'Policy för informationssäkerhet i Provbyn',
    '',
    'Ansvar',
    '',
    'All information ska ha en utsedd informationsägare. Alla ska vara rädda om vattnet i ån.',
  ].join('\n');
  await box.fill(text);
  await page.getByRole('button', { name: 'Läs in texten' }).click();
  await page.getByText('Texten är inläst').waitFor();
  await page.getByRole('link', { name: /^Nästa steg/ }).click();

  await page.getByRole('heading', { level: 1, name: /version 2/ }).waitFor();
  await page.getByLabel('Beslut', { exact: true }).fill('KF 2026-06-15');
  await page.getByLabel('Gäller från').fill('2026-07-01');
  await page.getByRole('button', { name: 'Anta texten' }).click();
  await page
    .getByText(/Skriv beslutet så här/)
    .first()
    .waitFor();
  await page.getByLabel('Beslut', { exact: true }).fill('KF 2026-06-15 § 47, dnr KS 2026/123');
  await page.getByRole('button', { name: 'Anta texten' }).click();

  await page.waitForURL(/\/policyn$/);
  await page.getByText('Antagen KF 2026-06-15 § 47, dnr KS 2026/123').waitFor();
  await page.getByText('All information ska ha en utsedd informationsägare.').waitFor();
  // What the text does not mention is followed up all the same, at the end.
  await page.getByRole('heading', { name: 'Krav som texten inte nämner' }).waitFor();
});
