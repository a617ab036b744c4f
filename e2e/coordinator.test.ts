import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginVisit, comeIn, listenForErrors, settled, type Visit } from './browser.ts';

// A coordinator's day in the made-up municipality. Each step begins where the one before ended.
let visit: Visit;
let context: BrowserContext;
let page: Page;
let errors: string[];
/** The information that is classified, as the address of its page. */
let record: string;
let figureBefore: { classified: number; all: number };

beforeAll(async () => {
  visit = await beginVisit('exempelkommun');
  context = await visit.open();
  page = await context.newPage();
  errors = listenForErrors(page);
  await comeIn(page, visit.setupLink);
});
afterAll(() => visit.close());

/** What is classified of what should be, as the clause's own page says it. */
async function figure(): Promise<{ classified: number; all: number }> {
  await page.goto(`${visit.origin}/krav/P40`);
  const text = await page
    .getByText(/\d+ av \d+/)
    .first()
    .textContent();
  const [, classified = '', all = ''] = /(\d+) av (\d+)/.exec(text ?? '') ?? [];
  return { classified: Number(classified), all: Number(all) };
}

/** Goes to a thing and presses a key there: no mouse. */
async function press(place: Locator, key: string): Promise<void> {
  await place.focus();
  await page.keyboard.press(key);
}

test('the list is narrowed and sorted by keyboard, and its address says how', async () => {
  figureBefore = await figure();
  expect(figureBefore.classified).toBeLessThan(figureBefore.all);
  await page.goto(`${visit.origin}/register/information`);
  const filter = page.getByLabel('Klassning:');
  await press(filter, 'ArrowDown');
  await page.waitForURL('**/register/information?classified=true');
  await press(filter, 'ArrowDown');
  await page.waitForURL('**/register/information?classified=false');
  await press(page.getByRole('columnheader', { name: 'Namn' }).getByRole('link'), 'Enter');
  await page.waitForURL('**sort=-name**');
  await page.locator('th[aria-sort="descending"]', { hasText: 'Namn' }).waitFor();
});

test('a record without a class is opened, and asks for one', async () => {
  // The row that is opened is one of the narrowed list, not of the one that stood there before.
  await settled(page);
  const owned = page.getByRole('row').filter({ has: page.getByRole('cell'), hasNotText: 'Saknar ägare' });
  await press(owned.first().getByRole('link'), 'Enter');
  await page.getByText('Informationen är inte klassad ännu.').first().waitFor();
  record = page.url();
  await press(page.getByRole('link', { name: 'Klassa informationen' }).first(), 'Enter');
  await page.getByRole('heading', { level: 1, name: /^Klassa / }).waitFor();
});

async function begin(): Promise<void> {
  const participants = page.getByLabel('Deltagare');
  await expect.poll(() => participants.inputValue()).toBe('');
  await participants.fill('Rektor, Näsets skola');
  await press(page.getByRole('button', { name: 'Börja klassa' }), 'Enter');
  await page.getByRole('heading', { level: 2, name: 'Konfidentialitet' }).waitFor();
}

test('level 4 stops, and takes with it all that was written', async () => {
  await begin();
  await page.getByLabel('Värsta rimliga följd').fill('Något som rör Sveriges säkerhet.');
  await page.getByRole('heading', { level: 2 }).focus();
  await page.keyboard.press('4');
  await page.getByRole('heading', { level: 1, name: 'Stopp. Det här hör inte hemma i Värna.' }).waitFor();
  await expect.poll(() => page.getByText('Något som rör').count()).toBe(0);
  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)]),
  );
  expect(kept).not.toContain('säkerhet.');
  await press(page.getByRole('button', { name: 'Börja om' }), 'Enter');
});

test('the keys 0–4 choose the levels, and the sheet at the end is decided on', async () => {
  await begin();
  const summary = page.getByRole('heading', { level: 2, name: 'Sammanfattning' });
  for (const key of ['2', '1', '3', '2']) {
    if ((await summary.count()) > 0) break; // traceability is asked for only where there is personal data
    const asked = await page.getByRole('heading', { level: 2 }).textContent();
    await page.keyboard.press(key);
    await expect
      .poll(() => page.getByRole('radio', { checked: true }).getAttribute('id'))
      .toMatch(new RegExp(`${key}$`));
    await page.getByLabel('Värsta rimliga följd').fill('Uppgifterna sprids och någon tar skada.');
    await press(page.getByRole('button', { name: /^(Nästa fråga|Se sammanfattningen)$/ }), 'Enter');
    await page.waitForFunction((before) => document.querySelector('h2')?.textContent !== before, asked);
  }
  await summary.waitFor();
  await press(page.getByRole('button', { name: 'Fatta beslutet' }), 'Enter');
  await page.waitForURL(record);
  const main = page.getByRole('main');
  await main
    .getByText(/^Konfidentialitet: /)
    .first()
    .waitFor();
  await page.getByRole('link', { name: 'Klassa om informationen' }).first().waitFor();
});

test('the figure of the clause follows', async () => {
  await expect
    .poll(figure, { interval: 1_000 })
    .toEqual({ classified: figureBefore.classified + 1, all: figureBefore.all });
});

test('somebody is appointed to own what nobody owns', async () => {
  await page.goto(`${visit.origin}/krav/P28`);
  await page.getByRole('link', { name: /^Utse/ }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Utse till uppdrag' }).waitFor();
  const person = page.getByRole('combobox', { name: /^Person/ });
  await person.fill('Anna');
  // The list of everybody is there already, and is renewed when the search is answered.
  await page.waitForFunction(() => {
    const options = [...document.querySelectorAll('[role="option"]')];
    return options.length > 0 && options.every((one) => /anna/i.test(one.textContent));
  });
  await person.press('ArrowDown');
  await person.press('Enter');
  await expect.poll(() => person.inputValue()).toMatch(/^Anna \S+/);
  await page.getByRole('button', { name: 'Utse personen' }).click();
  await page.getByText('Uppdraget är sparat').first().waitFor();
  await page.getByRole('heading', { level: 1, name: /^Informationsägare: / }).waitFor();
});

test('of two who change one record, the second sees both versions and chooses', async () => {
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await tab.goto(`${record}/andra`);
    await tab.getByLabel(/^Beskrivning/).waitFor();
  }
  const save = (tab: Page) => tab.getByRole('button', { name: 'Spara informationen' }).click();
  await page.getByLabel(/^Beskrivning/).fill('Hann före.');
  await save(page);
  await page.waitForURL(record);
  await other.getByLabel(/^Beskrivning/).fill('Kom efter.');
  await save(other);
  const dialog = other.getByRole('dialog', { name: 'Någon annan hann före' });
  await dialog.getByText('Hann före.').waitFor();
  await dialog.getByRole('radio', { name: /Kom efter\./ }).check();
  await dialog.getByRole('button', { name: 'Spara det valda' }).click();
  await other.waitForURL(record);
  await other.getByText('Kom efter.', { exact: true }).waitFor();
  await other.close();
});

test('what looks like a personnummer is asked about before it is saved', async () => {
  await page.goto(`${record}/andra`);
  const description = page.getByLabel(/^Beskrivning/);
  // The test number that the tax agency gives for such use (19640823-3234).
  await description.fill('Gäller 640823-3234.');
  const save = page.getByRole('button', { name: 'Spara informationen' });
  await save.click();
  await page.getByText('Det ser ut som ett personnummer').first().waitFor();
  await page.getByRole('button', { name: 'Spara ändå' }).waitFor();
  expect(page.url()).toBe(`${record}/andra`);
  await description.fill('Gäller alla elever.');
  await save.click();
  await page.waitForURL(record);
  await page.getByText('Gäller alla elever.').first().waitFor();
});

test('nothing went wrong behind the pages', () => {
  // The browser itself tells of an answer that refuses: somebody was first, or a question is asked first.
  expect(errors.filter((text) => !/status of 4(09|22)/.test(text))).toEqual([]);
});
