import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf, addDays } from '../src/kernel/calendar.ts';
import { beginVisit, comeIn, listenForErrors, settled, type Visit } from './browser.ts';

// Somebody asks how the registers stood on an earlier day, and finds her way back to now.
const day = addDays(dayOf(new Date()), -30);
const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

let visit: Visit;
let page: Page;
let errors: string[];

beforeAll(async () => {
  visit = await beginVisit('exempelkommun');
  const context = await visit.open();
  page = await context.newPage();
  errors = listenForErrors(page);
  await comeIn(page, visit.setupLink);
});
afterAll(() => visit.close());

const settle = () => settled(page);

async function faults(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] })
    .analyze();
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`);
}

const banner = () => page.getByRole('status').filter({ hasText: 'Så här såg det ut' });

test('a list and its records show an earlier day, and let nothing be changed', async () => {
  await page.goto('/register/information');
  await settle();
  await page.getByRole('button', { name: 'Fler åtgärder' }).click();
  await page.getByRole('menuitem', { name: 'Visa som det var …' }).click();
  await page.getByRole('textbox', { name: 'Dag' }).fill(day);
  await page.getByRole('button', { name: 'Visa dagen' }).click();
  await page.waitForURL(`**/register/information?asOf=${day}`);
  await banner().waitFor();
  await settle();
  // What leads to a change is there, and says why it cannot be done.
  const add = page.getByRole('button', { name: 'För in information' });
  await expect.poll(() => add.getAttribute('aria-disabled')).toBe('true');

  await page.locator('.list-link').first().click();
  await page.waitForURL(`**/register/information/*?asOf=${day}`);
  await banner().waitFor();
  await settle();
  await expect.poll(() => page.locator('.page-actions a.button').count()).toBe(0);
  await page.getByRole('button', { name: 'Fler åtgärder' }).click();
  const lines = page.getByRole('menuitem');
  const open = page.locator('[role="menuitem"]:not([data-off])');
  await expect.poll(() => lines.count()).toBeGreaterThan(2);
  await expect.poll(() => open.allInnerTexts()).toEqual(['Visa som det var …']);
  await page.keyboard.press('Escape');

  // The way on keeps the day; the way back to now is one link.
  await page.getByRole('navigation', { name: 'Du är här' }).getByRole('link').last().click();
  await page.waitForURL(`**/register/information?asOf=${day}`);
  await page.getByRole('link', { name: 'Visa som det är nu' }).click();
  await page.waitForURL('**/register/information');
  await settle();
  await expect.poll(() => banner().count()).toBe(0);
  expect(errors).toEqual([]);
});

test.each([
  '/register/information',
  '/register/system',
  '/personer',
  '/uppdrag',
  '/organisation',
  '/informationsagare',
  '/hanteringsregler',
  '/styrdokument',
  '/policyn',
  '/krav',
])('%s is whole on an earlier day, wide and narrow, light and dark, Swedish and English', async (path) => {
  errors.length = 0;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(`${path}?asOf=${day}`);
  await settle();
  expect.soft(await page.locator('h1').count()).toBe(1);
  expect.soft(await faults()).toEqual([]);
  await page.getByRole('banner').getByRole('button', { name: 'English' }).click();
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  await settle();
  const isOwn = path === '/policyn' || path === '/krav';
  expect.soft(await page.getByText('This is how it stood').count()).toBe(isOwn ? 0 : 1);
  await page.getByRole('banner').getByRole('button', { name: 'Svenska' }).click();
  await page.setViewportSize({ width: 320, height: 700 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await settle();
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  expect.soft(await faults()).toEqual([]);
  expect.soft(errors).toEqual([]);
});

test('a day that cannot be shown says so', async () => {
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const asOf of ['1950-01-01', '2199-01-01', 'igår']) {
    await page.goto(`/register/system?asOf=${asOf}`);
    await page.getByText('Det går inte att visa').first().waitFor();
    await expect
      .poll(() => page.getByRole('link', { name: 'Visa som det är nu' }).count())
      .toBeGreaterThan(0);
  }
});
