import { setTimeout as sleep } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMonths, dayOf } from '../src/kernel/calendar.ts';
import { type SmtpServer, smtpServer } from '../src/testing/smtp-server.ts';
import { beginVisit, comeIn, listenForErrors, type Visit } from './browser.ts';

// The coordinator asks everybody to read the policy; somebody gets her mail, follows the link on a phone without an account,
// and is among the names of those who have. The mail really goes by SMTP, to a server of the test's own.
let smtp: SmtpServer;
let visit: Visit;
let signedIn: NonNullable<BrowserContextOptions['storageState']>;
const guideline = 'Riktlinje för besök';
const today = dayOf(new Date());

beforeAll(async () => {
  smtp = await smtpServer();
  Object.assign(process.env, {
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(smtp.port),
    SMTP_FROM: 'varna@exempelkommun.example',
    SMTP_TLS: 'optional',
  });
  visit = await beginVisit('exempelkommun');
});
afterAll(async () => {
  await visit.close();
  await smtp.close();
});

async function sound(page: Page, name: string): Promise<void> {
  for (const width of [320, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map((one) => `${name} ${width}: ${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${name} at ${width}`).toBeLessThanOrEqual(0);
  }
}

/** The link in the first mail that asks somebody to read, once it has come. */
async function firstLink(): Promise<string> {
  for (let tries = 0; tries < 120; tries++) {
    for (const { data } of smtp.received) {
      // Lines of a mail are folded with a sign at their end (quoted-printable).
      const found = /\/k\/([\w-]{43})/.exec(data.replace(/=\r?\n/g, ''));
      if (found !== null) return found[0];
    }
    await sleep(1000);
  }
  throw new Error('no mail came');
}

test('everybody is asked, one reads by her link, and is among the names', async () => {
  const context = await visit.open();
  const page = await context.newPage();
  const errors = listenForErrors(page);
  await comeIn(page, visit.setupLink);
  await page.goto('/kvittenser/ny');
  await page.getByLabel('Rubrik').fill('Läs policyn');
  await page.getByText(/Personer som tillfrågas: \d+/).waitFor();
  await page.getByRole('button', { name: 'Starta omgången' }).click();
  await page.getByRole('heading', { level: 1, name: 'Läs policyn' }).waitFor();
  await page.getByText('Pågår', { exact: true }).waitFor();

  const link = await firstLink();
  const phone = await visit.open({ viewport: { width: 320, height: 700 } });
  const reader = await phone.newPage();
  // A scanner of mails looks first, and changes nothing.
  for (let look = 0; look < 3; look++)
    expect((await phone.request.get(`${visit.origin}${link}`)).status()).toBe(200);
  // What the browser tells of where it comes from: never the secret of the link.
  const told: string[] = [];
  reader.on('request', (request) => {
    void request.allHeaders().then((headers) => told.push(headers['referer'] ?? ''));
  });
  await reader.goto(link);
  await reader.getByText(/^Den här länken är till/).waitFor();
  await sound(reader, 'länken');
  await reader.getByRole('button', { name: 'Kvittera' }).click();
  await reader.getByRole('heading', { level: 1, name: 'Tack, du har kvitterat' }).waitFor();
  await sound(reader, 'tack');
  await reader.goto(link);
  await reader.getByRole('heading', { level: 1, name: 'Du har redan kvitterat' }).waitFor();
  await reader.goto(`/k/${'A'.repeat(43)}`);
  await reader.getByRole('heading', { level: 1, name: 'Sidan finns inte' }).waitFor();
  await reader.goto(link);
  await reader.getByRole('link', { name: 'Logga in' }).click();
  await reader.waitForLoadState('networkidle');
  expect(told.length).toBeGreaterThan(5);
  expect(told.filter((referrer) => referrer.includes('/k/'))).toEqual([]);

  await page.getByRole('link', { name: 'Se namnen' }).click();
  await page.goto(`${page.url()}?state=acknowledged`);
  await page.getByText('Personlig länk').first().waitFor();

  // It was somebody else who pressed: what she did is taken back, and her link does it no more.
  await page.getByRole('button', { name: /^Återta/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Återta kvittensen av/ });
  await dialog.getByLabel('Varför återtas kvittensen?').fill('Fel person kvitterade');
  await sound(page, 'återta');
  await dialog.getByRole('button', { name: 'Återta' }).click();
  await dialog.waitFor({ state: 'detached' });
  await reader.goto(link);
  await reader.getByText('Kvittensen som gjordes med länken har återtagits.').waitFor();
  await sound(reader, 'förbrukad');
  await phone.close();
  expect(errors).toEqual([]);
  signedIn = await context.storageState();
  await context.close();
});

/** Does an action through the interface as the person who is signed in, as a page of ours would. */
async function act(page: Page, path: string, data: object, version?: number): Promise<string> {
  const match = version === undefined ? {} : { 'if-match': `"${version}"` };
  const headers = { 'sec-fetch-site': 'same-origin', ...match };
  const response = await page.request.post(`${visit.origin}/api/v1/${path}`, { data, headers });
  expect([path, response.status(), await response.text()]).toEqual([path, 200, expect.anything()]);
  return ((await response.json()) as { id: string }).id;
}

/** A version of the document that is in force, with these paragraphs. */
async function adopted(page: Page, documentId: string, texts: readonly string[]): Promise<void> {
  const id = await act(page, 'documentVersion/begin', { documentId, source: 'empty', content: '' });
  const blocks = texts.map((text) => ({ kind: 'paragraph', text }));
  await act(page, `documentVersion/${id}/write`, { blocks, demandMarks: [] }, 1);
  await act(page, `documentVersion/${id}/propose`, {}, 2);
  const decided = { decision: `KS ${today} § 12`, decidedBy: 'executive', inForceFrom: today };
  const rest = { adjustedOn: null, announcedOn: null, reviewOn: addMonths(today, 36) };
  await act(page, `documentVersion/${id}/adopt`, { ...decided, ...rest }, 3);
}

/** Begins a campaign about the guideline, and finds it among one's own tasks; then reads by the keyboard alone. */
async function askedAndRead(page: Page, title: string): Promise<void> {
  await page.goto('/kvittenser/ny');
  await page.getByLabel('Styrdokument').selectOption({ label: guideline });
  await expect.poll(() => page.getByLabel('Rubrik').inputValue()).toBe(guideline);
  await page.getByLabel('Rubrik').fill(title);
  await page.getByRole('button', { name: 'Starta omgången' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByText('Pågår', { exact: true }).waitFor();
  await page.goto('/att-gora');
  await page.getByRole('link', { name: `Läs och kvittera – Läs och kvittera ${guideline}` }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: `Läs och kvittera ${guideline}` }).waitFor();
}

test('a new version asks only about what has changed, whatever document it is', async () => {
  const context = await visit.open({ storageState: signedIn });
  const page = await context.newPage();
  const errors = listenForErrors(page);
  await page.goto('/att-gora');
  const documentId = await act(page, 'document/register', {
    kind: 'guideline',
    title: guideline,
    keeperOffice: 'informationSecurityCoordinator',
    reviewOn: addMonths(today, 36),
    scope: 'organisation',
    unitId: null,
    systemId: null,
    situation: '',
    validUntil: null,
  });
  await adopted(page, documentId, ['Alla ska bära kort. Besökare ska hämtas i receptionen.']);
  await askedAndRead(page, 'Om besök');
  await page.getByText('Alla ska bära kort.').waitFor();
  await sound(page, 'läsa hela');
  await page.getByRole('button', { name: 'Jag har läst – kvittera' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Du har redan kvitterat den här texten.').waitFor();

  await adopted(page, documentId, ['Alla ska bära kort. Besökare ska hämtas vid grinden.']);
  await askedAndRead(page, 'Om besök igen');
  await page.getByText('Du har kvitterat version 1. Här är det som är nytt sedan dess.').waitFor();
  const text = page.locator('.read-text');
  await expect.poll(() => text.textContent()).toMatch(/Ändrat krav: Besökare ska hämtas/);
  await expect.poll(() => text.textContent()).not.toContain('Alla ska bära kort');
  await sound(page, 'läsa det nya');
  await page.getByRole('button', { name: 'Jag har läst – kvittera' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Du har redan kvitterat den här texten.').waitFor();

  // The same demands with other words around them: what was acknowledged holds.
  await adopted(page, documentId, [
    'Besökare ska hämtas vid grinden. Alla ska bära kort. Grinden är vid vägen.',
  ]);
  await page.goto('/las-och-kvittera');
  await page.getByText(`${guideline}, version 2`).waitFor();
  await expect
    .poll(() => page.getByRole('link', { name: `Läs och kvittera – ${guideline}` }).count())
    .toBe(0);
  await page.goto('/att-gora');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await expect.poll(() => page.getByText(`Läs och kvittera ${guideline}`).count()).toBe(0);
  expect(errors).toEqual([]);
  await context.close();
});
