import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginDemonstration, listenForErrors, settled } from './browser.ts';

// Errands that are done with no mouse at all: everything is reached by Tab, in the order of the page, and done by the keys.
let visit: Awaited<ReturnType<typeof beginDemonstration>>;
beforeAll(async () => {
  visit = await beginDemonstration();
});
afterAll(() => visit.close());

/** No page has so many stops that one tires before reaching what it is for. */
const mostStops = 400;

/** What has the focus: the name that a screen reader says, and which element it is. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return '';
    const labels =
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement
        ? [...(element.labels ?? [])]
        : [];
    const named = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const words = [
      element.getAttribute('aria-label') ?? '',
      ...labels.map((label) => label.textContent),
      ...named.map((id) => document.querySelector(`#${CSS.escape(id)}`)?.textContent ?? ''),
      element.textContent,
    ];
    return `${element.tagName.toLowerCase()} ${words.join(' ').trim()}`;
  });
}

/** Steps forward by Tab until what is looked for has the focus, and a ring that shows it. */
async function reach(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stops = 0; stops < mostStops; stops += 1) {
    const here = await focused(page);
    if (name.test(here)) {
      const isShown = await page.evaluate(() => document.activeElement?.matches(':focus-visible') ?? false);
      expect(isShown, `the ring on ${here}`).toBe(true);
      return;
    }
    passed.push(here);
    // Once round: the page may not have come yet. Nobody presses Tab eighty times in half a second.
    if (here.startsWith('body')) await page.waitForTimeout(250);
    await page.keyboard.press('Tab');
  }
  throw new Error(
    `${String(name)} was not reached; passed: ${passed.map((one) => one.slice(0, 60)).join(' | ')}`,
  );
}

/** Reaches a button or a link and presses it. */
async function press(page: Page, name: RegExp): Promise<void> {
  await reach(page, name);
  await page.keyboard.press('Enter');
}

/** Reaches a field and writes in it. */
async function write(page: Page, name: RegExp, words: string): Promise<void> {
  await reach(page, name);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(words);
}

/** Chooses one of a group of radio buttons: Tab goes to the group, the arrows within it. */
async function choose(page: Page, group: RegExp, name: RegExp): Promise<void> {
  await reach(page, group);
  await pick(page, name, 'Space');
}

/** Goes down a group or a menu that has the focus, and takes what is looked for by the key. */
async function pick(page: Page, name: RegExp, key: 'Space' | 'Enter'): Promise<void> {
  for (let tries = 0; tries < 12; tries += 1) {
    if (name.test(await focused(page))) return page.keyboard.press(key);
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`${String(name)} is not in the group`);
}

/** Comes in as somebody who holds the office, with the keys alone. */
async function comeInAs(office: RegExp): Promise<{ page: Page; errors: string[] }> {
  const page = await (await visit.open()).newPage();
  const errors = listenForErrors(page);
  await page.goto(visit.origin);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await press(page, office);
  await page.waitForURL('**/att-gora');
  await settled(page);
  return { page, errors };
}

test('whoever goes on while a page is coming keeps the place she has reached', async () => {
  const { page, errors } = await comeInAs(/^button Informationssäkerhetssamordnare/u);
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/api\/v1\/(?:document|clauses)/u, async (route) => {
    await held;
    await route.continue();
  });
  await press(page, /^a Policyn/u);
  // The page before has gone, and nothing of this one is there but that it is coming.
  const headings = page.getByRole('heading', { level: 1 });
  await expect.poll(() => headings.count()).toBe(0);
  await page.keyboard.press('Tab');
  const reached = await focused(page);
  expect(reached).not.toMatch(/^(?:a Policyn|body)/u);
  release();
  await headings.waitFor();
  await settled(page);
  expect(await focused(page)).toBe(reached);

  // Whoever stays where she pressed is led to the heading, also when what she pressed has gone.
  await press(page, /^button Register/u);
  await press(page, /^a System/u);
  await page.getByRole('heading', { level: 1, name: 'System' }).waitFor();
  await expect.poll(() => focused(page)).toBe('h1 System');
  expect(errors).toEqual([]);
}, 120_000);

test('a guideline is written and put forward for a decision', async () => {
  const { page, errors } = await comeInAs(/^button Informationssäkerhetssamordnare/u);
  await press(page, /^a Styrdokument/u);
  await page.getByRole('heading', { level: 1, name: 'Styrdokument' }).waitFor();
  await press(page, /^a Lägg till ett styrdokument/u);
  await page.getByRole('heading', { level: 1, name: 'Lägg till ett styrdokument' }).waitFor();
  await choose(page, /^input Policy/u, /^input Riktlinje/u);
  await write(page, /^input Titel/u, 'Riktlinje för besök');
  await choose(page, /^input Hela organisationen/u, /^input Hela organisationen/u);
  await reach(page, /^select Dokumentansvarig/u);
  await page.keyboard.type('Informationssäkerhets');
  await press(page, /^button Lägg till styrdokumentet/u);
  await page.getByRole('heading', { level: 1, name: 'Riktlinje för besök' }).waitFor();

  await press(page, /^button Koppla till ett krav/u);
  const tying = page.getByRole('dialog', { name: 'Koppla till ett krav' });
  await tying.waitFor();
  await choose(page, /^input (?:Ett annat styrdokument|Ett av kraven)/u, /^input Ett av kraven/u);
  await reach(page, /^select Krav/u);
  await page.keyboard.type('P20');
  await press(page, /^button Koppla$/u);
  await tying.waitFor({ state: 'detached' });

  await press(page, /^button Skriv en ny version/u);
  await page.getByRole('dialog').waitFor();
  await press(page, /^button Börja skriva/u);
  await page.waitForURL(/\/skriv$/);
  await page.getByRole('textbox', { name: 'Stycke, nummer 1' }).waitFor();
  await reach(page, /^textarea .*Stycke, nummer 1/u);
  await page.keyboard.type('# Besök');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Alla besök ska anmälas i receptionen.');
  await page.getByText('Krav: 1 ska, 0 bör').waitFor();
  await press(page, /^button Spara utkastet/u);
  await page.getByText('Utkastet är sparat').waitFor();
  await press(page, /^a Klar/u);
  await page.getByRole('heading', { name: 'Lägg fram för beslut' }).waitFor();
  await press(page, /^button Lägg fram för beslut/u);
  await page.getByRole('heading', { name: 'För in beslutet att anta texten' }).waitFor();
  await page.getByText('Framlagt för beslut').first().waitFor();
  await press(page, /^button .*Bekräfta/u);
  await page.getByText('hur 1 av 1 krav').waitFor();
  expect(errors).toEqual([]);
});

test('a question is asked, answered and published to everybody', async () => {
  const asker = await comeInAs(/^button Personalchef/u);
  await press(asker.page, /^a Råd och stöd/u);
  await asker.page.getByRole('heading', { level: 1, name: 'Råd och stöd' }).waitFor();
  await press(asker.page, /^a Ställ en fråga/u);
  await choose(asker.page, /^input (?:Säkerhetssamordnaren|It)/u, /^input It/u);
  await press(asker.page, /^button Gå vidare/u);
  await write(asker.page, /^(?:input|textarea) .*(?:Ämne|Rubrik|Vad)/u, 'Får jag låna ut min dator?');
  await press(asker.page, /^button Gå vidare/u);
  await write(asker.page, /^textarea/u, 'Min son vill göra läxorna på den.');
  await press(asker.page, /^button Gå vidare/u);
  await press(asker.page, /^button (?:Gå vidare|Skicka frågan)/u);
  await asker.page.getByText('Min son vill göra läxorna på den.').first().waitFor();

  const answerer = await comeInAs(/^button It-chef/u);
  await press(answerer.page, /^a .*Får jag låna ut min dator/u);
  await answerer.page.getByRole('heading', { level: 1, name: /låna ut min dator/u }).waitFor();
  await write(answerer.page, /^textarea .*Skriv ett svar/u, 'Nej. Datorn är bara för dig och ditt arbete.');
  await press(answerer.page, /^button Skicka svaret/u);
  await answerer.page.getByText('Datorn är bara för dig och ditt arbete.').first().waitFor();
  await press(answerer.page, /^button .*Fler/u);
  await answerer.page.getByRole('menu').waitFor();
  await pick(answerer.page, /Publicera som svar till alla/u, 'Enter');
  await write(answerer.page, /^textarea .*Fråga/u, 'Får jag låna ut min dator till någon i familjen?');
  await write(answerer.page, /^textarea .*Svar/u, 'Nej. Den är bara för dig och ditt arbete.');
  await press(answerer.page, /^button Publicera svaret/u);
  await answerer.page.getByRole('heading', { level: 1, name: /någon i familjen/u }).waitFor();

  await asker.page.goto(`${visit.origin}/rad-och-stod`);
  await press(asker.page, /^a .*någon i familjen/u);
  await asker.page.getByText('Den är bara för dig och ditt arbete.').first().waitFor();
  await expect.poll(() => asker.page.locator('main').innerText()).not.toContain('Min son');
  expect([...asker.errors, ...answerer.errors]).toEqual([]);
});
