import { mkdir } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginDemonstration, find, listenForErrors, said, settled } from './browser.ts';

// A breach from the phone of a nurse to a closed case: assessed, placed, reported to the supervisory authority by one person and
// approved by another, sent, supplemented, answered and learnt from. Each step begins where the one before ended.
let visit: Awaited<ReturnType<typeof beginDemonstration>>;
let coordinator: BrowserContext;
let page: Page;
let errors: string[];
/** The addresses of the case and of its report. */
let record: string;
let report: string;
const shots = process.env['VARNA_SHOTS'];
const title = 'Läkemedelslista i skrivaren';

beforeAll(async () => {
  visit = await beginDemonstration();
  coordinator = await comeInAs('Informationssäkerhetssamordnare');
  page = await coordinator.newPage();
  errors = listenForErrors(page);
});
afterAll(() => visit.close());

/** A browser of her own for whoever holds the office. */
async function comeInAs(office: string): Promise<BrowserContext> {
  const context = await visit.open();
  const entrance = await context.newPage();
  await entrance.goto('/logga-in');
  await entrance.getByRole('button', { name: new RegExp(`^${office}`) }).click();
  await entrance.waitForURL('**/att-gora');
  await entrance.close();
  return context;
}

/**
 * Nothing sideways at 320 and 1440 pixels, and no axe violation in the part of the page that only somebody at work opens: pages as
 * they come are tried in pages.test.ts. With VARNA_SHOTS a picture of each.
 */
async function sound(name: string, part: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect.soft(violations.map((one) => `${name}: ${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
  for (const width of [320, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(wide, `${name} at ${width}`).toBeLessThanOrEqual(0);
    if (shots === undefined) continue;
    await mkdir(shots, { recursive: true });
    await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
  }
}

test('a nurse tells of it on her phone, without signing in', async () => {
  const phone = await visit.open({ viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true });
  const hers = await phone.newPage();
  await hers.goto('/rapportera');
  const next = () => hers.getByRole('button', { name: 'Gå vidare' }).click();
  await hers.getByLabel('Vad har hänt?').fill('En lista med läkemedel låg kvar i skrivaren i korridoren.');
  await next();
  await hers.getByLabel('Nyss').check();
  await next();
  await hers.getByLabel('Var hände det?').fill('Solgården');
  await next();
  await hers.getByLabel('Nej, det är över').check();
  await next();
  await hers.getByRole('button', { name: 'Skicka rapporten' }).click();
  await hers.locator('.report-code').first().waitFor();
  await phone.close();
});

test('the coordinator assesses it, and answers what decides', async () => {
  await page.goto('/att-gora');
  await page
    .getByRole('link', { name: /Bedöm .*En lista med läkemedel låg kvar i skrivaren i korridoren/ })
    .click();
  await page.getByLabel('Personuppgiftsincident').check();
  await page.getByLabel('Rubrik').fill(title);
  await page.getByLabel('Konfidentialitet').selectOption('2');
  await page.getByRole('button', { name: 'Spara bedömningen' }).click();
  await page.getByRole('heading', { level: 1, name: new RegExp(`^H \\d{4}-\\d{4} ${title}$`) }).waitFor();
  record = new URL(page.url()).pathname;
  for (const question of [/nätverk|it-system/i, /Har personuppgifter/, /risk för människor – /]) {
    await page.getByRole('group', { name: question }).first().getByLabel('Ja').check();
  }
  await page.getByRole('button', { name: 'Spara svaren' }).click();
  await page.getByRole('definition').filter({ hasText: /^Ja/ }).first().waitFor();
});

test('says whom it concerns and since when, how much, and what differs', async () => {
  await add('Nämnd eller styrelse', 'Socialn', /Socialnämnden/);
  await page.getByRole('button', { name: 'Ändra Socialnämnden' }).waitFor();
  await add('Juridisk person', 'Exempelk', /Exempelkommun/);
  await page.getByRole('button', { name: 'Ändra Exempelkommun' }).waitFor();
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Ändra Exempelkommun' }).click();
  await dialog.getByLabel('Offentlig förvaltning').check();
  await dialog.getByRole('button', { name: 'Spara' }).click();
  await dialog.waitFor({ state: 'detached' });

  await page.locator('summary', { hasText: 'Ange siffror' }).click();
  await page.getByLabel('Människor vars uppgifter är drabbade').first().fill('40');
  await page.getByLabel(/^Ungefär Människor vars/).check();
  await page.getByText('Inget gränsvärde är nått.', { exact: false }).first().waitFor();
  await page.getByLabel('Tid med reservrutiner').first().fill('12,5');
  await page.getByText(/Gränsvärdet är nått för Exempelkommun: reservrutiner i mer än 12 timmar/).waitFor();
  await page.getByLabel('Tid med reservrutiner').first().fill('');
  await page.getByRole('button', { name: 'Spara siffrorna' }).click();
  await page.getByText('ungefär 40 människor').waitFor();

  await page.getByRole('button', { name: 'Svara för sig Exempelkommun' }).click();
  await dialog
    .getByRole('group', { name: /Kan det vara ett brott/ })
    .getByLabel('Nej')
    .check();
  await dialog.getByLabel('Varför det är annorlunda här').fill('Ingen har tagit listan.');
  await dialog.getByRole('button', { name: 'Spara svaren' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Ingen har tagit listan.', { exact: false }).waitFor();
  await sound('case', 'details[open]');
});

/** Adds one whom the case concerns. */
async function add(kind: string, text: string, option: RegExp): Promise<void> {
  const radio = page.getByRole('radio', { name: kind });
  // It stays open for the next one.
  if (!(await radio.isVisible()))
    await page.locator('summary', { hasText: 'Lägg till vem det gäller' }).click();
  await radio.check();
  await find(page, kind, text, option);
  await page.getByRole('button', { name: 'Lägg till vem det gäller' }).click();
}

test('the board shows the clock of 72 hours, and leads to the report', async () => {
  await page.goto('/klockor');
  const clock = page.getByRole('listitem').filter({ hasText: title }).filter({ hasText: 'G1' });
  await clock.getByText(/^2 dagar 23 timmar kvar$/).waitFor();
  await clock.getByRole('link', { name: /Skriv rapporten/ }).click();
  await page.getByRole('button', { name: /^Börja på rapporten G1/ }).click();
  await page.getByRole('heading', { level: 1, name: /^G1 .*Socialnämnden$/ }).waitFor();
  report = new URL(page.url()).pathname;
});

test('it is prefilled, written by the keys, and cannot be approved by its writer', async () => {
  const field = (name: RegExp) => page.getByLabel(name).first();
  await expect.poll(() => field(/^Vad som har hänt/).inputValue()).toContain('lista med läkemedel');
  await expect.poll(() => field(/^Ungefär hur många som berörs/).inputValue()).toBe('ungefär 40');
  await page.getByText(/^\d+ obligatoriska fält är tomma/).waitFor();
  const first = page.getByRole('main').locator('textarea').first();
  await first.focus();
  // From field to field by Tab: what is empty is written where one stands.
  for (let stops = 0; stops < 20; stops += 1) {
    const isEmpty = await page.evaluate(
      () => document.activeElement instanceof HTMLTextAreaElement && document.activeElement.value === '',
    );
    if (isEmpty) await page.keyboard.type('Inte känt ännu');
    const isButton = await page.evaluate(() => document.activeElement instanceof HTMLButtonElement);
    if (isButton) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.getByText(/^\d+ obligatoriska fält är tomma/).waitFor({ state: 'detached' });
  await page
    .getByText('Du har skrivit i rapporten. Någon som inte har gjort det behöver godkänna den.')
    .waitFor();
  await sound('report-draft', 'main form');
});

test('another person approves it in a browser of her own, and it is sent with a receipt', async () => {
  const security = await comeInAs('Säkerhetssamordnare');
  const hers = await security.newPage();
  await hers.goto(report);
  await hers.getByRole('button', { name: 'Godkänn' }).click();
  await hers.getByRole('dialog').getByRole('button', { name: 'Godkänn' }).click();
  await hers.getByText('Godkänd, inte skickad').waitFor();
  await security.close();

  await page.goto(record);
  await page.getByLabel(/^Lägg till en fil/).setInputFiles({
    name: 'kvitto.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Mottaget'),
  });
  await page.getByText('kvitto.txt').first().waitFor();
  await page.goto(report);
  await page.getByRole('button', { name: 'Anteckna att den är skickad' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Hur det skickades').fill('IMY:s e-tjänst');
  await dialog.getByLabel('Mottagarens ärendenummer').fill('IMY-2026-815');
  await dialog.getByLabel('Kvitto').selectOption({ label: 'kvitto.txt' });
  await sound('report-send', '[role=dialog]');
  await dialog.getByRole('button', { name: 'Anteckna att den är skickad' }).click();
  await page.getByText('Skickad', { exact: true }).first().waitFor();

  await page.goto('/klockor');
  await page.getByRole('heading', { level: 1, name: 'Klockor' }).waitFor();
  await page.getByRole('listitem').filter({ hasText: title }).filter({ hasText: 'G4' }).waitFor();
  await expect
    .poll(() => page.getByRole('listitem').filter({ hasText: title }).filter({ hasText: 'G1' }).count())
    .toBe(0);
});

test('what comes after is a supplement, an answer, and a request for more', async () => {
  await page.goto(report);
  await page.getByRole('button', { name: 'Anteckna ett svar' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Text').fill('IMY avslutar ärendet när kompletteringen har kommit.');
  await dialog.getByRole('button', { name: 'Anteckna ett svar' }).click();
  await said(page, 'IMY avslutar ärendet');
  await page.goto(record);
  await page.getByRole('button', { name: /^Komplettera G1/ }).click();
  await page.getByRole('heading', { level: 1, name: /komplettering 1/ }).waitFor();

  await page.goto(record);
  await page.getByRole('button', { name: 'Anteckna en begäran från en myndighet' }).click();
  await dialog.getByLabel('Vem som frågade').fill('CSIRT-enheten, jourhavande');
  await dialog.getByRole('button', { name: 'Anteckna begäran' }).click();
  await said(page, 'CSIRT-enheten, jourhavande');
  await page.getByRole('link', { name: /^C3 / }).waitFor();
});

test('without a network the case and the plans open, and say that they are kept ones', async () => {
  await page.goto('/krisparm');
  await page.getByText(/är sparad i den här webbläsaren/).waitFor();
  await page.goto(record);
  const isKept = (path: string) =>
    page.evaluate(async (facts) => {
      const cache = await caches.open('varna-handelser');
      const said = (await (await cache.match('/handelser/sparat'))?.json()) as
        | { cases: { id: string }[] }
        | undefined;
      return said?.cases.some(({ id }) => facts.endsWith(id)) === true;
    }, path);
  await expect.poll(() => isKept(record)).toBe(true);
  await coordinator.setOffline(true);
  const before = errors.length;
  await page.goto(record);
  await page.getByRole('heading', { level: 1, name: new RegExp(title) }).waitFor();
  await page.getByText('Du är utan nät').waitFor();
  await page.getByRole('link', { name: /^G1 / }).waitFor();
  await page.goto('/krisparm');
  await page.getByText('Du är utan nät').first().waitFor();
  await coordinator.setOffline(false);
  // What failed while there was no network is told of a moment afterwards, also on the page that comes next.
  await page.goto(record);
  await page.getByRole('heading', { level: 1, name: new RegExp(title) }).waitFor();
  await settled(page);
  errors.splice(before);
});

test('the case is closed with its cause and what was learnt', async () => {
  await page.goto(record);
  await page.getByRole('button', { name: 'Skriv grundorsak och lärdomar' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Grundorsak').fill('Skrivaren står i korridoren.');
  await dialog.getByLabel('Lärdomar').fill('Utskrift med kort.');
  await dialog.getByRole('button', { name: 'Skriv grundorsak och lärdomar' }).click();
  await page.getByRole('button', { name: 'Avsluta ärendet' }).click();
  // Closing stops no clock: the window says which ones are left, and asks why.
  await dialog.getByText(/^G4 .*\(Socialnämnden\)$/).waitFor();
  await dialog.getByLabel('Varför ärendet avslutas ändå').fill('Anteckningen görs i morgon.');
  await dialog.getByLabel('Beslut').fill('Orsaken är åtgärdad.');
  await dialog.getByRole('button', { name: 'Avsluta ärendet' }).click();
  await said(page, 'Orsaken är åtgärdad.');
  expect(errors).toEqual([]);
});
