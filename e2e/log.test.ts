import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rootOfInclusion } from '../src/audit/tree/merkle.ts';
import { beginVisit, comeIn, listenForErrors, type Visit } from './browser.ts';

// From a change to its proof, as somebody who examines would go. Each step begins where the one before ended.
let visit: Visit;
let page: Page;
let errors: string[];

beforeAll(async () => {
  visit = await beginVisit('tom');
  const context = await visit.open();
  page = await context.newPage();
  errors = listenForErrors(page);
  await comeIn(page, visit.setupLink);
});
afterAll(() => visit.close());

test('a change is in the history of what it changed, in both languages', async () => {
  await page.goto(`${visit.origin}/installningar`);
  await page.getByLabel('Kommunens namn').fill('Provkommun');
  await page.getByRole('button', { name: 'Spara' }).click();
  const history = page.getByRole('region', { name: 'Historik för inställningarna' });
  await history.getByText('ändrade inställningarna').waitFor();
  await expect.poll(() => history.textContent()).toMatch(/Anna Berg.*Kommunens namn.*Provkommun/s);
  await page.getByRole('banner').getByRole('button', { name: 'English' }).click();
  await page
    .getByRole('region', { name: 'History of the settings' })
    .getByText('changed the settings')
    .waitFor();
  await page.getByRole('banner').getByRole('button', { name: 'Svenska' }).click();
});

test('the log is narrowed by keyboard, and its address says how', async () => {
  await page.goto(`${visit.origin}/loggen`);
  await page.getByLabel('Slag:').focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForURL('**/loggen?family=reads');
  await page.getByLabel('Slag:').selectOption('Ändringar');
  await page.waitForURL('**/loggen?family=changes');
  await page.getByText('ändrade inställningarna').waitFor();
  await expect.poll(() => page.getByText('loggade in').count()).toBe(0);
});

test('an event gives a proof that leads to a signed head', async () => {
  const line = page.getByRole('listitem').filter({ hasText: 'ändrade inställningarna' });
  await line.getByRole('link', { name: /^Visa händelsen/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Händelse \d/ }).waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Ladda ner bevis' }).click(),
  ]);
  const proof = JSON.parse(await readFile(await file.path(), 'utf8')) as {
    number: number;
    leaf: string;
    size: number;
    root: string;
    inclusionProof: string[];
    checkpoint: string;
  };
  const hash = createHash('sha256').update(`\u0000${proof.leaf}`).digest();
  const way = proof.inclusionProof.map((one) => Buffer.from(one, 'base64'));
  expect(rootOfInclusion(proof.number, proof.size, hash, way)?.toString('base64')).toBe(proof.root);
  expect(proof.checkpoint.split('\n').slice(1, 3)).toEqual([String(proof.size), proof.root]);
  expect(JSON.parse(proof.leaf)).toMatchObject({ kind: 'setting.described' });
});

test('whoever follows a person says what for, and it is in the log', async () => {
  await page.goto(`${visit.origin}/loggen`);
  await page.getByText('Dagar och person').click();
  await page.getByRole('button', { name: 'Sök på en person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Person' }).fill('Berg');
  await page.getByRole('option', { name: /Anna Berg/ }).click();
  await dialog.getByRole('button', { name: 'Visa händelserna' }).click();
  await dialog
    .getByText(/10–300 tecken/)
    .first()
    .waitFor();
  await dialog.getByLabel('Ändamål').fill('Prövar att ändamålet skrivs');
  await dialog.getByRole('button', { name: 'Visa händelserna' }).click();
  await page.waitForURL('**/loggen?person=*');
  await page.getByText('ändrade inställningarna').waitFor();
  await page.goto(`${visit.origin}/loggen?family=reads`);
  await page.getByText('Ändamål: Prövar att ändamålet skrivs').waitFor();
});

test('the state of the log is whole, and nobody has read about her', async () => {
  await page.getByRole('button', { name: 'Fler' }).click();
  await page.getByRole('menuitem', { name: 'Loggens tillstånd' }).click();
  await page.getByText('Pågår', { exact: true }).waitFor();
  await page.getByText('varna-log/').first().waitFor();
  await page.goto(`${visit.origin}/konto/last-om-mig`);
  await page.getByText('Ingen läsning av uppgifter om dig finns i loggen').waitFor();
  expect(errors).toEqual([]);
});
