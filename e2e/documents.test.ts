import { mkdir, readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, addMonths, dayOf } from '../src/kernel/calendar.ts';
import { beginVisit, comeIn, find, listenForErrors, said, type Visit } from './browser.ts';

// A guideline from nothing to force: registered, tied to the policy, written, out on referral, answered, proposed, decided,
// and compared with the next version. At each step the page is looked at by axe, on a phone and on a wide screen.
let visit: Visit;
let signedIn: NonNullable<BrowserContextOptions['storageState']>;
const shots = process.env['VARNA_SHOTS'];

beforeAll(async () => {
  visit = await beginVisit('exempelkommun');
  const context = await visit.open();
  await comeIn(await context.newPage(), visit.setupLink);
  signedIn = await context.storageState();
  await context.close();
});

afterAll(() => visit.close());

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

const today = dayOf(new Date());

test('a guideline goes from draft by referral to force', async () => {
  const page = await (await visit.open({ storageState: signedIn })).newPage();
  const errors = listenForErrors(page);
  await page.goto(`${visit.origin}/styrdokument`);
  await page.getByRole('link', { name: 'Lägg till ett styrdokument' }).first().click();

  await page.getByLabel('Riktlinje').check();
  await page.getByLabel('Titel').fill('Riktlinje för lösenord');
  await page.getByLabel('Hela organisationen').check();
  await page.getByLabel('Dokumentansvarig').selectOption('informationSecurityCoordinator');
  await page.getByLabel('Ses över senast').fill(addMonths(today, 36));
  await sound(page, 'nytt');
  await page.getByRole('button', { name: 'Lägg till styrdokumentet' }).click();
  await page.getByRole('heading', { level: 1, name: 'Riktlinje för lösenord' }).waitFor();

  await page.getByRole('button', { name: 'Koppla till ett krav' }).click();
  const dialog = page.getByRole('dialog', { name: 'Koppla till ett krav' });
  await dialog.getByLabel('Styrdokument som gäller').selectOption({ index: 1 });
  await dialog.getByRole('radio').nth(2).check();
  await dialog.getByRole('button', { name: 'Koppla', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await sound(page, 'dokument');

  await page.getByRole('button', { name: 'Skriv en ny version' }).click();
  await page.getByRole('button', { name: 'Börja skriva' }).click();
  await page.waitForURL(/\/skriv$/);
  const documentVersion = page.url().replace(/\/skriv$/, '');
  // By the keyboard alone: a heading, a paragraph with two demands, an item.
  const first = page.getByRole('textbox', { name: 'Stycke, nummer 1' });
  await first.click();
  await page.keyboard.type('# Lösenord');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Alla ska ha långa lösenord. De bör bytas vid misstanke.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- Minst femton tecken');
  await page.getByText('Krav: 1 ska, 1 bör').waitFor();
  await page.keyboard.press('Alt+ArrowUp');
  await page.getByRole('textbox', { name: 'Punkt, nummer 2' }).waitFor();
  await page.keyboard.press('Alt+ArrowDown');
  await sound(page, 'skriv');
  await page.getByRole('button', { name: 'Spara utkastet' }).click();
  await page.getByText('Utkastet är sparat').waitFor();
  await page.getByRole('link', { name: 'Klar' }).click();

  await page.getByRole('heading', { name: 'Skicka på remiss' }).waitFor();
  await find(page, /Enheter som tillfrågas/, 'Barn- och utbildningsf', /^Barn- och utbildningsförvaltningen/);
  await page.getByRole('list', { name: 'Tillfrågade' }).getByRole('listitem').waitFor();
  // Tomorrow: the walk may pass midnight.
  await page.getByLabel('Svar senast').fill(addDays(today, 1));
  await sound(page, 'utkast');
  await page.getByRole('button', { name: 'Skicka på remiss' }).click();

  await page.getByLabel('Synpunkt', { exact: true }).fill('Lägg till något om passernycklar.');
  await page.getByRole('button', { name: 'Lämna synpunkten' }).click();
  await page.getByRole('button', { name: /^Svara/ }).click();
  await page.getByLabel('Tas med', { exact: true }).check();
  await page.getByLabel('Svar', { exact: true }).fill('Det kommer i nästa version.');
  await page.getByRole('button', { name: 'Spara svaret' }).click();
  await said(page, 'Det kommer i nästa version.');
  await sound(page, 'remiss');
  await page.getByRole('button', { name: 'Lägg fram för beslut' }).click();
  await page
    .getByText(/Svarstiden har inte gått ut/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Avsluta remissen' }).click();
  const closing = page.getByRole('dialog', { name: 'Avsluta remissen' });
  await closing.getByLabel(/Varför avslutas remissen/).fill('Alla har svarat.');
  await closing.getByRole('button', { name: 'Avsluta remissen' }).click();
  await page.getByRole('heading', { name: 'Skicka på remiss' }).waitFor();
  await page.getByRole('button', { name: 'Lägg fram för beslut' }).click();

  await page.getByRole('heading', { name: 'För in beslutet att anta texten' }).waitFor();
  await page.getByLabel('Beslut', { exact: true }).fill(`KS ${today} § 12, dnr KS 2026/7`);
  await page.getByLabel('Beslutad av').selectOption('executive');
  await page.getByLabel('Gäller från').fill(today);
  await sound(page, 'framlagd');
  await page.getByRole('button', { name: 'Anta texten' }).click();
  await page.waitForURL(/\/styrdokument\/dokument\//);
  await page.getByText(/Beslutad KS/).waitFor();

  await page.getByRole('button', { name: 'Skriv en ny version' }).click();
  await page.getByRole('button', { name: 'Börja skriva' }).click();
  await page.waitForURL(/\/skriv$/);
  await page
    .getByRole('textbox', { name: 'Stycke, nummer 2' })
    .fill('Alla ska ha långa och unika lösenord. De bör bytas vid misstanke.');
  await page.getByRole('button', { name: 'Spara utkastet' }).click();
  await page.getByText('Utkastet är sparat').waitFor();
  await page.getByRole('link', { name: 'Klar' }).click();
  await page.getByRole('link', { name: 'Jämför med texten som gäller' }).click();
  await page.getByText('Meningar: 1 ändrad, 2 oförändrade.').waitFor();
  await sound(page, 'jamfor');
  await page.goto(documentVersion);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await sound(page, 'version');
  await page.goto(`${visit.origin}/styrdokument?kind=guideline`);
  await page.getByRole('link', { name: 'Riktlinje för lösenord' }).waitFor();
  await sound(page, 'lista');
  // A demand that Värna cannot measure is given to an office, which then attests it.
  await page.goto(documentVersion);
  await page
    .getByRole('button', { name: 'Koppla', exact: true })
    .or(page.getByRole('button', { name: 'Ändra' }))
    .first()
    .click();
  const tying = page.getByRole('dialog', { name: 'Så följs meningen upp' });
  await tying.getByLabel('En roll intygar varje år').check();
  await tying.getByLabel('Ansvarig roll').selectOption('informationSecurityCoordinator');
  await tying.getByRole('button', { name: 'Spara uppföljningen' }).click();
  await tying.waitFor({ state: 'detached' });
  await page.goto(`${visit.origin}/styrdokument/intyg`);
  await page
    .getByRole('button', { name: /^Intyga:/ })
    .first()
    .click();
  const attesting = page.getByRole('dialog');
  await attesting.getByLabel('Ja').check();
  await attesting.getByRole('button', { name: 'Intyga' }).click();
  await page.getByText(/^Intygat .* av /).waitFor();
  await sound(page, 'intyg');
  await page.goto(`${visit.origin}/styrdokument/beslutsratt`);
  await page.getByRole('heading', { level: 2, name: 'Riktlinje' }).waitFor();
  await sound(page, 'beslutsratt');
  // The one refusal on the way is the server's answer, which browsers write on the console.
  expect(errors.filter((one) => !one.includes('422'))).toEqual([]);
});

test('what is pasted from a hostile page is plain words', async () => {
  const page = await (await visit.open({ storageState: signedIn })).newPage();
  await page.goto(`${visit.origin}/styrdokument`);
  await page.getByRole('link', { name: 'Riktlinje för lösenord' }).click();
  await page.getByRole('link', { name: 'Öppna utkastet' }).click();
  await page.getByRole('link', { name: 'Skriv i utkastet' }).click();
  const field = page.getByRole('textbox', { name: 'Punkt, nummer 3' });
  await field.press('End');
  await field.evaluate((target) => {
    const data = new DataTransfer();
    data.setData(
      'text/html',
      '<h2>Rubrik</h2><script>window.hurt = 1</script><p onclick="hurt()">Text <img src=x onerror="window.hurt=1"></p>',
    );
    target.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await page.getByRole('textbox', { name: 'Rubrik 2, nummer 4' }).waitFor();
  await expect.poll(() => page.getByRole('textbox', { name: 'Stycke, nummer 5' }).inputValue()).toBe('Text');
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
  await page.getByRole('link', { name: 'Klar' }).click();
  await page.getByRole('alertdialog').or(page.getByRole('dialog')).waitFor();
});

test('the text in force is saved as a file, and the file is read in as another document', async () => {
  const page = await (await visit.open({ storageState: signedIn, acceptDownloads: true })).newPage();
  const errors = listenForErrors(page);
  const saved = async (form: RegExp) => {
    await page.getByRole('button', { name: /^Fler/ }).click();
    await page.getByRole('menuitem', { name: 'Spara som …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Spara som fil' });
    await dialog.getByRole('radio', { name: form }).check();
    if (form.test('Pdf för läsning')) await sound(page, 'spara-som');
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Spara filen' }).click();
    await dialog.waitFor({ state: 'detached' });
    return download;
  };
  await page.goto(`${visit.origin}/styrdokument?kind=guideline`);
  await page.getByRole('link', { name: 'Riktlinje för lösenord' }).click();
  // The list has a menu of its own.
  await page.getByRole('heading', { level: 1, name: 'Riktlinje för lösenord' }).waitFor();
  const pdf = await saved(/^Pdf för läsning/);
  expect(pdf.suggestedFilename()).toBe('Riktlinje för lösenord, riktlinje, version 1.pdf');

  await page.goto(`${visit.origin}/styrdokument/nytt`);
  await page.getByLabel('Riktlinje').check();
  await page.getByLabel('Titel').fill('Riktlinje för passernycklar');
  await page.getByLabel('Hela organisationen').check();
  await page.getByLabel('Dokumentansvarig').selectOption('informationSecurityCoordinator');
  await page.getByRole('button', { name: 'Lägg till styrdokumentet' }).click();
  await page.getByRole('button', { name: 'Skriv en ny version' }).click();
  const dialog = page.getByRole('dialog', { name: 'Skriv en ny version' });
  await dialog.getByRole('radio', { name: /^En fil/ }).check();
  const file = { name: pdf.suggestedFilename(), mimeType: 'application/pdf' };
  await page.locator('input[type=file]').setInputFiles({ ...file, buffer: await readFile(await pdf.path()) });
  await dialog.getByRole('button', { name: 'Börja skriva' }).click();
  await page.waitForURL(/\/skriv$/);
  await page.getByRole('textbox', { name: 'Punkt, nummer 4' }).waitFor();
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Stycke, nummer 3' }).inputValue())
    .toBe('Alla ska ha långa lösenord. De bör bytas vid misstanke.');
  expect(errors).toEqual([]);
});
