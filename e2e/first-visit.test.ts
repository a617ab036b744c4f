import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginVisit, comeIn, first, listenForErrors, type Visit } from './browser.ts';

// One person, from the link on the console to her second day. Each step begins where the one before ended.
let visit: Visit;
let context: BrowserContext;
let page: Page;
let errors: string[];

beforeAll(async () => {
  visit = await beginVisit('tom');
  context = await visit.open();
  page = await context.newPage();
  errors = listenForErrors(page);
});
afterAll(() => visit.close());

const heading = () => page.getByRole('heading', { level: 1 });
const account = () => page.getByRole('banner').getByRole('button', { name: /Anna Berg/ });

async function signIn(password: string): Promise<void> {
  await page.getByLabel('E-post').fill(first.email);
  await page.getByLabel('Lösenord').fill(password);
  await page.getByRole('button', { name: 'Logga in', exact: true }).click();
}

test('nobody comes past the first visit before it is done', async () => {
  await page.goto(`${visit.origin}/register/information`);
  await page.waitForURL('**/kom-igang');
  await page.getByText('Öppna länken som visas där Värna startades.').waitFor();
});

test('the link of the console asks who one is, and opens the start page', async () => {
  // Another hash alone would not load the page anew.
  await page.goto('about:blank');
  await comeIn(page, visit.setupLink);
  await heading().getByText('Att göra').waitFor();
  await expect.poll(() => page.title()).toBe('Att göra – Värna');
});

test('the account shows which offices one holds, in words', async () => {
  await account().click();
  await page.getByText('Informationssäkerhetssamordnare').first().waitFor();
  await page.getByText('Administratör').first().waitFor();
  await expect.poll(() => page.getByText('informationSecurityCoordinator').count()).toBe(0);
});

test('signing out leads to the sign-in page, which stands still', async () => {
  await page.getByRole('button', { name: 'Logga ut' }).click();
  await heading().getByText('Logga in').waitFor();
  await page.waitForLoadState('networkidle');
  // Were the redirect to nest within itself, the page would not answer, and the address would grow.
  expect(await page.evaluate(() => window.location.pathname + window.location.search)).toBe('/logga-in');
});

test('a page that is shut sends to sign in, and back to itself', async () => {
  await page.goto(`${visit.origin}/personer?ended=true`);
  await page.waitForURL('**/logga-in?till=%2Fpersoner%3Fended%3Dtrue');
  await signIn('kratta moln bil fönster');
  const alert = page.getByRole('alert');
  await alert.getByText('E-postadressen eller lösenordet stämmer inte.').first().waitFor();
  await signIn(first.password);
  await page.waitForURL('**/personer?ended=true');
  await heading().getByText('Personer').waitFor();
});

test('English and back', async () => {
  await page.goto(`${visit.origin}/att-gora`);
  await heading().getByText('Att göra').waitFor();
  await page.getByRole('banner').getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'To do' }).waitFor();
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('en');
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'To do' }).waitFor();
  await page.getByRole('banner').getByRole('button', { name: 'Svenska' }).click();
  await page.getByRole('heading', { level: 1, name: 'Att göra' }).waitFor();
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('sv');
});

test('whoever lets people in does it on the person’s page', async () => {
  await page.goto(`${visit.origin}/personer`);
  await page.getByRole('link', { name: 'För in en person' }).first().click();
  await page.getByRole('radio', { name: 'Anställd' }).check();
  await page.getByLabel('Förnamn').fill('Bo');
  await page.getByLabel('Efternamn').fill('Ek');
  await page.getByLabel(/^E-post/).fill('bo.ek@kommun.se');
  await page.getByRole('button', { name: 'För in personen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Bo Ek' }).waitFor();
  await page.getByText('Personen har inget konto.').waitFor();
  await page.getByRole('button', { name: 'Bjud in till Värna' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Skapa länken' }).click();
  const shown = page.getByText(/^http\S+\/inbjudan#\S+$/);
  const link = (await shown.textContent()) ?? '';
  await page.getByText('Personen är inbjuden men har inte valt lösenord.').waitFor();

  const bos = await (await visit.open()).newPage();
  await bos.goto(link);
  await bos.getByLabel('Lösenord', { exact: true }).fill('spade gräs lampa tunnel');
  await bos.getByLabel('Lösenordet en gång till').fill('spade gräs lampa tunnel');
  await bos.getByRole('button', { name: 'Spara och logga in' }).click();
  await bos.waitForURL('**/att-gora');

  await page.reload();
  await page.getByText('Kontot är öppet.').waitFor();
  await expect.poll(() => shown.count()).toBe(0);
  await page.getByRole('button', { name: 'Stäng kontot' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stäng kontot' }).click();
  await page.getByText('Kontot är stängt.').waitFor();
  await bos.reload();
  await bos.waitForURL('**/logga-in**');
  await page.getByRole('button', { name: 'Öppna kontot igen' }).click();
  await page.getByText('Kontot är öppet.').waitFor();
});

test('nothing went wrong behind the pages', () => {
  // The browser itself tells of an answer that refuses.
  expect(errors.filter((text) => !/status of 4(01|03|22|29)/.test(text))).toEqual([]);
});
