import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginVisit, comeIn, listenForErrors, type Visit } from './browser.ts';

let visit: Visit;
let page: Page;
let errors: string[];

beforeAll(async () => {
  visit = await beginVisit('exempelkommun');
  const context = await visit.open({ acceptDownloads: true });
  page = await context.newPage();
  errors = listenForErrors(page);
  await comeIn(page, visit.setupLink);
});
afterAll(() => visit.close());

test('a list is taken out as a file, for a purpose and to somebody', async () => {
  await page.goto(`${visit.origin}/register/system?sort=-name`);
  const button = page.getByRole('button', { name: /^Exportera \d+ rader$/ });
  const rows = Number(/\d+/.exec((await button.textContent()) ?? '')?.[0]);
  await button.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Hämta filen' }).click();
  await dialog.getByText('Skriv med 10–300 tecken vad du behöver uppgifterna till.').waitFor();
  const axe = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(axe.violations.map((one) => one.id)).toEqual([]);

  await dialog.getByLabel('Text med semikolon (csv)').check();
  await dialog.getByLabel('Filen ska lämnas ut till någon utanför kommunen').check();
  await dialog.getByLabel('Vem får filen?').fill('Norrbottens Tidning');
  await dialog.getByLabel('Ändamål').fill('Begäran om allmän handling från i går');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Hämta filen' }).click(),
  ]);
  await dialog.waitFor({ state: 'detached' });
  expect(file.suggestedFilename()).toMatch(/^System \d{4}-\d{2}-\d{2}\.csv$/);
  const text = await readFile(await file.path(), 'utf8');
  expect(text.startsWith('\uFEFFNamn;Livsskede;Enhet;Ägare;')).toBe(true);
  expect(text.trimEnd().split('\r\n')).toHaveLength(rows + 1);
  expect(errors).toEqual([]);
});

test('a page that is printed tells the log of what is sensitive on it', async () => {
  await page.goto(`${visit.origin}/personer`);
  await page.getByRole('table').waitFor();
  const [told] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/person/printList')),
    page.evaluate(() => window.dispatchEvent(new Event('beforeprint'))),
  ]);
  expect(told.status()).toBe(200);
});
