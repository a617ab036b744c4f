import { mkdir } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayOf } from '../src/kernel/calendar.ts';
import { beginVisit, comeIn, find, listenForErrors, type Visit } from './browser.ts';

// An exception from application by opinion to a decision, which she who applied may not take and the director may; and from one
// that has run out, by its deviation, to a measure that is done and whose effect is judged. What only time does is tried with a
// clock of its own in src/registers/exceptions/exception.actions.test.ts.
let visit: Visit;
let coordinator: NonNullable<BrowserContextOptions['storageState']>;
let director: NonNullable<BrowserContextOptions['storageState']>;
const shots = process.env['VARNA_SHOTS'];
const password = 'spade gräs lampa tunnel';

beforeAll(async () => {
  visit = await beginVisit('exempelkommun');
  const context = await visit.open();
  const page = await context.newPage();
  await comeIn(page, visit.setupLink);
  coordinator = await context.storageState();
  director = await letDirectorIn(page);
  await context.close();
});

afterAll(() => visit.close());

/** Invites whoever is the municipal director, and chooses her password. */
async function letDirectorIn(page: Page): Promise<typeof director> {
  const link = await page.evaluate(async () => {
    const places = (await (await fetch('/api/v1/appointment/offices?office=municipalDirector')).json()) as {
      items: { personId: string }[];
    };
    const body = JSON.stringify({ personId: places.items[0]?.personId, email: 'direktor@kommun.se' });
    const headers = { 'content-type': 'application/json' };
    const invited = await fetch('/api/v1/account/invite', { method: 'POST', headers, body });
    return ((await invited.json()) as { link: string }).link;
  });
  const context = await visit.open();
  const theirs = await context.newPage();
  await theirs.goto(link);
  await theirs.getByLabel('Lösenord', { exact: true }).fill(password);
  await theirs.getByLabel('Lösenordet en gång till').fill(password);
  await theirs.getByRole('button', { name: 'Spara och logga in' }).click();
  await theirs.waitForURL('**/att-gora');
  const state = await context.storageState();
  await context.close();
  return state;
}

/** No axe violation and nothing sideways, at 320 and 1440 pixels. */
async function sound(page: Page, name: string): Promise<void> {
  for (const width of [320, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.waitForLoadState('networkidle');
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map((one) => `${name} ${width}: ${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${name} at ${width}`).toBeLessThanOrEqual(0);
    if (shots !== undefined) {
      await mkdir(shots, { recursive: true });
      await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
    }
  }
}

const title = 'Projektorn i fullmäktigesalen kör ett gammalt program';

test('who applied may not decide, nor whoever lacks the office; the director may', async () => {
  const page = await (await visit.open({ storageState: coordinator })).newPage();
  const errors = listenForErrors(page);
  await page.goto(`${visit.origin}/undantag`);
  await page.getByRole('link', { name: 'Ansök om undantag' }).first().click();
  await page.getByRole('button', { name: 'Spara utkastet' }).click();
  // Nothing is filled in: each field says so, and nothing is stored.
  await page.getByRole('alert').first().waitFor();
  await page.getByLabel('Undantaget i korthet').fill(title);
  await find(page, /Vad undantaget gäller/, 'Kansliet', /^Kansliet/);
  await find(page, /Krav som inte följs/, 'P13', /^P13/);
  await find(page, /^Enhet/, 'Kansliet', /^Kansliet/);
  await page.getByLabel('Skäl').fill('Projektorn byts i vår.');
  for (const [index, value] of ['3', '3', '3', '3'].entries())
    await page
      .getByLabel(index % 2 === 0 ? 'Konsekvens' : 'Sannolikhet')
      .nth(index < 2 ? 0 : 1)
      .selectOption(value);
  await page
    .getByLabel(/Skydd som väger upp/)
    .first()
    .fill('Den är inte kopplad till nätet.');
  await sound(page, 'undantag-nytt');
  await page.getByRole('button', { name: 'Spara utkastet' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByRole('button', { name: 'Lämna in ansökan' }).click();
  await page.getByRole('button', { name: 'Yttra dig' }).click();
  const opinion = page.getByRole('dialog', { name: 'Yttra dig' });
  await opinion.getByLabel('Tillstyrker', { exact: true }).check();
  await opinion.getByLabel('Yttrande').fill('Rimligt till i vår.');
  await sound(page, 'undantag-yttrande');
  await opinion.getByRole('button', { name: 'Spara' }).click();
  await page.getByText('Informationssäkerhetssamordnare: Tillstyrker').waitFor();
  await page.getByText(/Beslutsfattare vid den här risken: kommundirektör/).waitFor();
  // The step is there, closed, and says why.
  await page.getByRole('button', { name: 'Fler' }).click();
  await page
    .getByText(/Risken avgör vem som beslutar, och du har inte den rollen/)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await sound(page, 'undantag');

  const theirs = await (await visit.open({ storageState: director })).newPage();
  await theirs.goto(`${visit.origin}/att-gora`);
  await theirs.getByRole('link', { name: new RegExp(`Besluta.*${title}`) }).click();
  await theirs.getByRole('heading', { level: 1, name: title }).waitFor();
  await theirs.getByRole('button', { name: 'Besluta' }).click();
  const deciding = theirs.getByRole('dialog', { name: 'Besluta' });
  await deciding.getByLabel('Beslut och motivering').fill('Beviljas till dess projektorn är bytt.');
  await deciding.getByLabel('Gäller till och med').fill('2199-01-01');
  await deciding.getByRole('button', { name: 'Fatta beslutet' }).click();
  await deciding
    .getByText(/får ett undantag gälla högst 24 månader/)
    .first()
    .waitFor();
  const nextYear = addDays(dayOf(new Date()), 300);
  await deciding.getByLabel('Gäller till och med').fill(nextYear);
  await deciding.getByRole('button', { name: 'Fatta beslutet' }).click();
  await deciding.waitFor({ state: 'detached' });
  await theirs.getByText('Beslutad som').first().waitFor();
  await sound(theirs, 'undantag-beslutat');
  // What browsers write of answers that refuse.
  expect(errors.filter((one) => !/status of 4(00|22)/.test(one))).toEqual([]);
});

test('what has run out is a deviation, from which comes a measure that is done and judged', async () => {
  const page = await (await visit.open({ storageState: coordinator })).newPage();
  const errors = listenForErrors(page);
  await page.goto(`${visit.origin}/undantag?standing=expired`);
  await page.getByRole('link', { name: 'Gamla plattor utan inloggning på förskolan' }).click();
  await page.getByText('Undantaget har gått ut och är en avvikelse.').waitFor();
  await page.getByRole('link', { name: /^Undantag som har gått ut:/ }).click();
  await page.getByRole('link', { name: 'Utred' }).click();
  await page.getByRole('textbox', { name: /^Orsak/ }).fill('Ingen förnyade i tid.');
  await sound(page, 'avvikelse-utred');
  await page.getByRole('button', { name: 'Spara avvikelsen' }).click();
  await page.getByRole('button', { name: 'Besluta' }).click();
  const deciding = page.getByRole('dialog', { name: 'Besluta' });
  await deciding.getByLabel('Beslut').fill('Byt plattorna.');
  await deciding.getByRole('button', { name: 'Spara' }).click();
  await deciding.waitFor({ state: 'detached' });

  await page.getByRole('link', { name: 'Skapa en åtgärd' }).click();
  await page.getByText(/Åtgärden kommer från Undantag som har gått ut/).waitFor();
  await page.getByLabel('Vad som ska göras').fill('Byt plattorna');
  await page.getByLabel('Ansvarig roll').selectOption('informationSecurityCoordinator');
  const soon = addDays(dayOf(new Date()), 30);
  await page.getByLabel('Klart senast').fill(soon);
  await page.getByLabel(/Beräknad kostnad/).fill('40 000');
  await sound(page, 'atgard-ny');
  await page.getByRole('button', { name: 'Lägg till åtgärden' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Byt plattorna' }).waitFor();
  const measure = page.url();

  // The deviation is closed; the measure is still there, and waits for whoever owns it.
  await page.getByRole('link', { name: /^Undantag som har gått ut:/ }).click();
  await page.getByRole('button', { name: 'Följ upp och avsluta' }).click();
  const closing = page.getByRole('dialog', { name: 'Följ upp och avsluta' });
  await closing.getByLabel('Vad uppföljningen visade').fill('Plattorna är beställda.');
  await closing.getByRole('button', { name: 'Följ upp och avsluta' }).click();
  await closing.waitFor({ state: 'detached' });
  await sound(page, 'avvikelse-avslutad');
  await page.goto(`${visit.origin}/att-gora`);
  await page.getByText('Gör klart åtgärden: Byt plattorna').first().waitFor();

  await page.goto(measure);
  await page.getByRole('button', { name: 'Markera som klar' }).click();
  const finishing = page.getByRole('dialog', { name: 'Markera som klar' });
  await finishing.getByRole('button', { name: 'Markera som klar' }).click();
  await finishing.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Bedöm effekten' }).click();
  const judging = page.getByRole('dialog', { name: 'Bedöm effekten' });
  await judging.getByLabel('Åtgärden hjälpte', { exact: true }).check();
  await judging.getByLabel('Vad som har setts').fill('Alla loggar in.');
  await judging.getByRole('button', { name: 'Spara' }).click();
  await page.getByText('Klar, effekten bedömd').first().waitFor();
  await sound(page, 'atgard-klar');
  expect(errors).toEqual([]);
});
