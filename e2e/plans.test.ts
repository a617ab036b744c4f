import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginVisit, comeIn, listenForErrors, type Visit } from './browser.ts';

// A plan from nothing to at hand without a network, in the made-up municipality. Each step begins where the one before ended.
let visit: Visit;
let context: BrowserContext;
let page: Page;
let errors: string[];
/** The address of the plan's page. */
let plan: string;
let metBefore: number;

beforeAll(async () => {
  visit = await beginVisit('exempelkommun');
  context = await visit.open();
  page = await context.newPage();
  errors = listenForErrors(page);
  await comeIn(page, visit.setupLink);
});
afterAll(() => visit.close());

/** How many systems and activities P44 finds in order, as its own page says it. */
async function met(): Promise<number> {
  await page.goto('/krav/P44');
  const text = await page
    .getByText(/\d+ av \d+/)
    .first()
    .textContent();
  return Number(/(\d+) av/.exec(text ?? '')?.[1]);
}

test('a plan is begun from the clause that lacks it', async () => {
  metBefore = await met();
  await page.getByRole('link', { name: /Skriv en plan.*Säkerhetskopiering/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Skriv en plan' }).waitFor();
  await page.getByRole('button', { name: 'Börja skriva planen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Skriv planen' }).waitFor();
  plan = page.url().replace(/\/skriv$/, '');
});

test('it is written, row by row, and what is left out is said where it is missing', async () => {
  await page.getByLabel('Ska fungera igen inom (RTO)').fill('4');
  await page.getByLabel('Uppgifter som får gå förlorade (RPO)').fill('1');
  await page.getByLabel('Längsta avbrott som går att tåla').fill('24');
  await page.getByRole('button', { name: 'Lägg till ett steg' }).click();
  await page.getByLabel('Vad som görs').fill('Ring it-jouren');
  await page.getByRole('button', { name: 'Spara utkastet' }).click();
  await page.getByRole('alert').waitFor();
  await page.getByLabel('Vem som gör det').fill('Den som märker det');
  await page.getByLabel('Reservrutin, utan it').fill('Hämta banden ur kassaskåpet.');
  await page.getByRole('button', { name: 'Lägg till en kontakt' }).click();
  await page.getByLabel('Roll eller namn').fill('It-jouren');
  await page.getByLabel('Telefon', { exact: true }).fill('0980-319 210');
  await page.getByRole('button', { name: 'Spara utkastet' }).click();
  await page.getByRole('heading', { level: 1, name: 'Säkerhetskopiering' }).waitFor();
});

test('it is decided, and is in force', async () => {
  await page.goto(`${plan}/besluta`);
  await page.getByLabel('Beslutad av').fill('It-chefen');
  await page.getByRole('button', { name: 'För in beslutet' }).click();
  await page.getByRole('heading', { level: 2, name: 'Version 1, som gäller' }).waitFor();
});

test('it is exercised', async () => {
  await page.goto(`/ovningar/ny?plan=${plan.split('/').at(-1)}`);
  await page.getByLabel('Scenario').fill('Ett band går inte att läsa');
  await page.getByLabel('Antal deltagare').fill('4');
  await page.getByRole('button', { name: 'För in övningen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ett band går inte att läsa' }).waitFor();
});

test('the binder is kept on the device, says so, and the clause turns', async () => {
  await page.goto('/krisparm');
  await page.getByText(/är sparad i den här webbläsaren/).waitFor();
  await expect.poll(met, { interval: 1000 }).toBeGreaterThan(metBefore);
});

test('the binder is a file in one press', async () => {
  await page.goto('/krisparm');
  await page.getByRole('button', { name: 'Fler' }).click();
  const file = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Ladda ner som pdf' }).click();
  expect((await file).suggestedFilename()).toMatch(/^Krispärmen \d{4}-\d\d-\d\d\.pdf$/);
});

test('without a network the binder and a plan open, and say that they are kept ones', async () => {
  await context.setOffline(true);
  errors.length = 0;
  await page.goto('/krisparm');
  await page.getByText('Du är utan nät').first().waitFor();
  await expect.poll(() => page.getByRole('link', { name: '0980-319 210' }).count()).toBeGreaterThan(0);
  await page.goto(plan);
  await page.getByRole('heading', { level: 2, name: 'Version 1, som gäller' }).waitFor();
  await page.getByText('Du är utan nät').first().waitFor();
  await expect.poll(() => page.getByText('Hämta banden ur kassaskåpet.').count()).toBe(1);
  expect(errors.filter((one) => !/net::ERR_(INTERNET_DISCONNECTED|FAILED)/.test(one))).toEqual([]);
  await context.setOffline(false);
});

test('what is kept is erased by its button, and at sign-out', async () => {
  const kept = () => page.evaluate(() => caches.has('varna-krisparm'));
  await page.goto('/krisparm');
  await page.getByRole('button', { name: 'Radera från enheten' }).click();
  await page.getByText('Inget är sparat på den här enheten.').waitFor();
  await expect.poll(kept).toBe(false);
  await page.reload();
  await page.getByText('Inget är sparat på den här enheten.').waitFor();
  await page.getByRole('button', { name: 'Spara på enheten' }).click();
  await page.getByText(/är sparad i den här webbläsaren/).waitFor();
  await page.getByRole('banner').getByRole('button', { name: /Konto/ }).click();
  await page.getByRole('button', { name: 'Logga ut' }).click();
  await page.getByRole('heading', { level: 1, name: 'Logga in' }).waitFor();
  await expect.poll(kept).toBe(false);
});
