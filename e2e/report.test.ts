import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unitCode } from '../src/registers/incidents/poster/unit-code.ts';
import { beginVisit, comeIn, find, listenForErrors, said, type Visit } from './browser.ts';
import { answerUpToTheLast, codeOn, isSound, keptOnDevice, next, phone } from './reporting.ts';

// Somebody on a telephone tells of something that has happened: with a network, without one, and with one that comes back.
let visit: Visit;
let signedIn: NonNullable<BrowserContextOptions['storageState']>;
beforeAll(async () => {
  visit = await beginVisit('exempelkommun');
  const context = await visit.open();
  await comeIn(await context.newPage(), visit.setupLink);
  signedIn = await context.storageState();
  await context.close();
});
afterAll(() => visit.close());

describe('on a telephone, not signed in', () => {
  test('a poster says where, and a code that is of no unit says nothing', async () => {
    const known = await visit.open({ storageState: signedIn });
    const answer = await known.request.get(`${visit.origin}/api/v1/unit/tree`);
    const { items } = (await answer.json()) as { items: { id: string; name: string }[] };
    const [unit = { id: '', name: '' }] = items;
    for (const [code, said] of [
      [unitCode(unit.id), unit.name],
      ['00000000', ''],
    ] as const) {
      const page = await (await visit.open(phone)).newPage();
      const errors = listenForErrors(page);
      await page.goto(`${visit.origin}/rapportera?enhet=${code}`);
      await page.getByLabel('Vad har hänt?').fill('Ett brev gick fel.');
      await next(page);
      await page.getByLabel('Nyss').check();
      await next(page);
      await expect.poll(() => page.getByLabel('Var hände det?').inputValue()).toBe(said);
      expect(errors).toEqual([]);
      await page.context().close();
    }
    await known.close();
  });

  test('a report takes five answers, and its code shows how it goes', async () => {
    const page = await (await visit.open(phone)).newPage();
    await page.goto(`${visit.origin}/policy`);
    await page.getByRole('link', { name: 'Rapportera händelse' }).click();
    const errors = listenForErrors(page);
    await page.getByText('1 av 5').waitFor();
    await next(page);
    await page.getByText('Skriv några ord om vad som har hänt.').waitFor();
    await answerUpToTheLast(page, 'En lista med läkemedel låg kvar i skrivaren.');
    await page.getByText('5 av 5').waitFor();
    await isSound(page, 'contact');
    // One step back, and what was chosen is still there.
    await page.getByRole('button', { name: 'Tillbaka' }).click();
    await expect.poll(() => page.getByLabel('Nej, det är över').isChecked()).toBe(true);
    await next(page);
    const chooser = page.getByLabel('Bild eller fil');
    await chooser.setInputFiles({
      name: 'lista.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Alvedon'),
    });
    await page.getByText('lista.txt', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Skicka rapporten' }).click();
    const code = await codeOn(page);
    expect(code).toMatch(/^(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
    await isSound(page, 'sent');
    // The thanks alone: nothing that looks as if it all began again.
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await expect.poll(focused).toBe('Tack för att du berättade');
    await expect.poll(() => page.getByText('1 av 5').count()).toBe(0);
    await page.getByRole('button', { name: 'Rapportera något mer' }).click();
    await page.getByText('1 av 5').waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('name')))
      .toBe('happened');
    await page.getByRole('link', { name: 'Följ ärendet' }).click();
    await page.getByRole('button', { name: 'Visa hur det går' }).click();
    await page.getByText('Rapporten är mottagen.').waitFor();
    await page.getByRole('textbox', { name: 'Lägg till något' }).fill('Listan är borttagen nu.');
    await page.getByRole('button', { name: 'Skicka' }).click();
    await said(page, 'Listan är borttagen nu.');
    await isSound(page, 'follow');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('without a network it opens, keeps what is written, and is sent once when the network returns', async () => {
    const context = await visit.open(phone);
    let page = await context.newPage();
    await page.goto(`${visit.origin}/rapportera`);
    // One visit is enough: the page has put itself on the device.
    const isKept = () =>
      page.evaluate(async () => {
        const cache = await caches.open('varna-rapportera');
        return (
          (await cache.match('/rapportera')) !== undefined && navigator.serviceWorker.controller !== null
        );
      });
    await expect.poll(isKept).toBe(true);
    await context.setOffline(true);
    await page.reload();
    await answerUpToTheLast(page, 'Journalsystemet svarar inte på någon av våra datorer.');
    // Closed midway: what was written is there when the page is opened again.
    await expect.poll(() => keptOnDevice(page)).toContain('"step":4');
    await page.close();
    page = await context.newPage();
    await page.goto(`${visit.origin}/rapportera`);
    await page.getByText('5 av 5').waitFor();
    await page.getByRole('button', { name: 'Skicka rapporten' }).click();
    const waiting = page.getByText('Rapporten är sparad på den här enheten');
    await waiting.waitFor();
    // The button that she pressed is gone: the message has the focus, and is read.
    const isFocused = () => waiting.evaluate((message) => document.activeElement?.contains(message));
    await expect.poll(isFocused).toBe(true);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
    await isSound(page, 'waiting');
    await context.setOffline(false);
    // By itself, as soon as the telephone says that there is a network.
    const code = await codeOn(page);
    await page.reload();
    await expect.poll(() => codeOn(page)).toBe(code);
    await context.close();
  });

  test('an answer that is lost on the way gives no second report', async () => {
    const context = await visit.open(phone);
    const page = await context.newPage();
    let sent = 0;
    await page.route('**/api/v1/incident/report', async (route) => {
      sent++;
      if (sent > 2) return route.continue();
      // The server takes it, and the telephone never hears.
      await route.fetch();
      return route.abort();
    });
    await page.goto(`${visit.origin}/rapportera`);
    await answerUpToTheLast(page, 'Ett usb-minne är borta sedan i morse.');
    await page.getByRole('button', { name: 'Skicka rapporten' }).click();
    await page.getByRole('button', { name: 'Försök igen nu' }).click();
    await page.getByText('Rapporten är sparad på den här enheten').waitFor();
    await page.getByRole('button', { name: 'Försök igen nu' }).click();
    await codeOn(page);
    expect(sent).toBeGreaterThan(2);
    await context.close();
  });

  test('the button forgets what is on the device, with a question where something is not sent', async () => {
    const context = await visit.open(phone);
    const page = await context.newPage();
    await page.route('**/api/v1/incident/report', (route) => route.abort());
    await page.goto(`${visit.origin}/rapportera`);
    await answerUpToTheLast(page, 'En dörr stod öppen i natt.');
    await page.getByRole('button', { name: 'Skicka rapporten' }).click();
    await page.getByText('Rapporten är sparad på den här enheten').waitFor();
    await page.getByRole('button', { name: 'Glöm det som finns på den här enheten' }).click();
    await page.getByText('En rapport är inte skickad ännu. Den går förlorad.').waitFor();
    await isSound(page, 'forgetting');
    await page.getByRole('button', { name: 'Glöm det ändå' }).click();
    await page.getByText('Det är borta från den här enheten.').waitFor();
    await page.reload();
    await page.getByText('1 av 5').waitFor();
    await expect.poll(() => page.getByText('Rapporten är sparad på den här enheten').count()).toBe(0);
    await context.close();
  });

  test('what concerns protective security is stopped before it is sent', async () => {
    const page = await (await visit.open(phone)).newPage();
    const posts: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') posts.push(request.url());
    });
    await page.goto(`${visit.origin}/rapportera`);
    await page.getByLabel('Vad har hänt?').fill('Något som inte ska stå här');
    await page.getByRole('button', { name: 'Ja, eller jag är osäker' }).click();
    await page.getByText('Skriv ingenting om det här').waitFor();
    await isSound(page, 'stop');
    await page.getByRole('button', { name: 'Släng det jag har skrivit' }).click();
    await expect.poll(() => page.getByLabel('Vad har hänt?').inputValue()).toBe('');
    expect(posts).toEqual([]);
    await page.context().close();
  });

  test('in plain Swedish and in English the same questions are asked', async () => {
    const page = await (await visit.open(phone)).newPage();
    await page.goto(`${visit.origin}/rapportera`);
    await page.getByRole('button', { name: 'Lätt svenska' }).click();
    await page.getByRole('heading', { level: 1, name: 'Berätta vad som har hänt' }).waitFor();
    await isSound(page, 'plain');
    await page.getByRole('banner').getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Report an event' }).waitFor();
    await page.context().close();
  });
});

describe('whoever coordinates', () => {
  test('assesses the report, answers the questions, sees the clocks, and closes the case', async () => {
    const page = await (await visit.open({ storageState: signedIn })).newPage();
    const errors = listenForErrors(page);
    await page.goto(`${visit.origin}/att-gora`);
    await page.getByRole('link', { name: /Bedöm .*En lista med läkemedel/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Bedöm händelsen' }).waitFor();
    await page.getByLabel('Personuppgiftsincident').check();
    await page.getByLabel('Rubrik').fill('Läkemedelslista i skrivaren');
    await page.getByLabel('Konfidentialitet').selectOption('2');
    await isSound(page, 'triage');
    await page.getByRole('button', { name: 'Spara bedömningen' }).click();
    await page
      .getByRole('heading', { level: 1, name: /^H \d{4}-\d{4} Läkemedelslista i skrivaren$/ })
      .waitFor();

    await page
      .getByRole('group', { name: /Har personuppgifter/ })
      .getByLabel('Ja')
      .check();
    await page.getByRole('button', { name: 'Spara svaren' }).click();
    await page.getByRole('definition').filter({ hasText: 'Anna Berg' }).first().waitFor();
    await page.locator('summary', { hasText: 'Lägg till vem det gäller' }).click();
    await find(page, 'Nämnd eller styrelse', 'Socialn', /Socialnämnden/);
    await page.getByRole('button', { name: 'Lägg till vem det gäller' }).click();
    await page.getByRole('link', { name: /^G4 / }).waitFor();
    await isSound(page, 'case');

    await page.getByRole('textbox', { name: 'Text' }).fill('Listan är hämtad och strimlad.');
    await page.getByRole('button', { name: 'Skriv i tidslinjen' }).click();
    await said(page, 'Listan är hämtad och strimlad.');
    await page.getByRole('button', { name: 'Skriv grundorsak och lärdomar' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Grundorsak').fill('Skrivaren står i korridoren.');
    await dialog.getByLabel('Lärdomar').fill('Utskrift med kort.');
    await dialog.getByRole('button', { name: 'Skriv grundorsak och lärdomar' }).click();
    await page.getByRole('button', { name: 'Avsluta ärendet' }).click();
    await dialog.getByLabel('Varför ärendet avslutas ändå').fill('Anteckningen görs i morgon.');
    await dialog.getByLabel('Beslut').fill('Orsaken är åtgärdad.');
    await dialog.getByRole('button', { name: 'Avsluta ärendet' }).click();
    await said(page, 'Orsaken är åtgärdad.');
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

// Last: it ends the session of the others.
describe('whoever signs out', () => {
  test('on a shared device what she wrote is gone when she has signed out, and nothing is lost without her word', async () => {
    const context = await visit.open({ storageState: signedIn });
    const page = await context.newPage();
    // Nothing comes through, until the way is opened: a route taken away lets through what was about to be stopped.
    let isOpen = false;
    await page.route('**/api/v1/incident/report', (route) => (isOpen ? route.continue() : route.abort()));
    await page.goto(`${visit.origin}/rapportera`);
    await answerUpToTheLast(page, 'Ett brev låg öppet i receptionen.');
    await page.getByRole('button', { name: 'Skicka rapporten' }).click();
    await page.getByText('Rapporten är sparad på den här enheten').waitFor();
    await page.getByRole('button', { name: 'Rapportera något mer' }).click();
    await page.getByLabel('Vad har hänt?').fill('Och en sak till');
    await expect.poll(() => keptOnDevice(page)).toContain('Och en sak till');
    const signOut = async () => {
      await page.locator('.shell-head .shell-account button').first().click();
      await page.getByRole('button', { name: 'Logga ut', exact: true }).click();
    };
    await signOut();
    const question = page.getByRole('dialog', { name: 'Allt är inte skickat' });
    await question.getByText('En rapport med ditt namn är inte skickad ännu.').waitFor();
    await question.getByText('En rapport som du har börjat på slängs.').waitFor();
    await isSound(page, 'signing out');
    await question.getByRole('button', { name: 'Stanna inloggad' }).click();
    await page.getByText('Rapporten är sparad på den här enheten').waitFor();
    await signOut();
    const asSent = page.waitForResponse('**/api/v1/incident/report');
    await question.getByRole('button', { name: 'Logga ut och skicka utan mitt namn' }).click();
    await page.waitForURL('**/logga-in**');
    // Whoever comes next sees nothing of it, and it is sent all the same.
    isOpen = true;
    await page.goto(`${visit.origin}/rapportera`);
    const sent = await asSent;
    expect((await sent.request().allHeaders())['cookie']).toBeUndefined();
    await page.waitForTimeout(1500);
    await expect.poll(() => page.getByLabel('Vad har hänt?').inputValue()).toBe('');
    await expect.poll(() => page.locator('.report-code').count()).toBe(0);
    await expect.poll(() => keptOnDevice(page)).toBe('[]');
    await context.close();
  });
});
