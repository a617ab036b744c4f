import { setTimeout as sleep } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SmtpServer, smtpServer } from '../src/testing/smtp-server.ts';
import { beginVisit, comeIn, listenForErrors, type Visit } from './browser.ts';

// The coordinator asks everybody to read the policy; somebody gets her mail, follows the link on a phone without an account,
// and is among the names of those who have. The mail really goes by SMTP, to a server of the test's own.
let smtp: SmtpServer;
let visit: Visit;

beforeAll(async () => {
  smtp = await smtpServer();
  Object.assign(process.env, {
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(smtp.port),
    SMTP_FROM: 'varna@exempelkommun.example',
    SMTP_TLS: 'optional',
  });
  visit = await beginVisit('exempelkommun');
}, 300_000);
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
  await page.getByText('Pågår', { exact: true }).waitFor({ timeout: 60_000 });

  const link = await firstLink();
  const phone = await visit.open({ viewport: { width: 320, height: 700 } });
  const reader = await phone.newPage();
  // A scanner of mails looks first, and changes nothing.
  for (let look = 0; look < 3; look++)
    expect((await phone.request.get(`${visit.origin}${link}`)).status()).toBe(200);
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
  await phone.close();

  await page.getByRole('link', { name: 'Se namnen' }).click();
  await page.goto(`${page.url()}?state=acknowledged`);
  await page.getByText('Personlig länk').first().waitFor();
  expect(errors).toEqual([]);
  await context.close();
}, 300_000);
