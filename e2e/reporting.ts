import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

// What whoever reports on a telephone does.
/** A small telephone. */
export const phone = { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true };
const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** No axe violation, nothing sideways, and every button big enough for a thumb. */
export async function isSound(page: Page, at: string): Promise<void> {
  await page.waitForTimeout(400);
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  expect.soft(violations.map((one) => `${at}: ${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(wide, at).toBeLessThanOrEqual(0);
}

/** To the next question. */
export const next = (page: Page) => page.getByRole('button', { name: 'Gå vidare' }).click();

/** Answers the questions up to the last, as a nurse would. */
export async function answerUpToTheLast(page: Page, happened: string): Promise<void> {
  await page.getByLabel('Vad har hänt?').fill(happened);
  await isSound(page, 'what');
  await next(page);
  await page.getByLabel('Nyss').check();
  await isSound(page, 'when');
  await next(page);
  await page.getByLabel('Var hände det?').fill('Björkens äldreboende');
  await isSound(page, 'where');
  await next(page);
  await page.getByLabel('Nej, det är över').check();
  await isSound(page, 'ongoing');
  await next(page);
}

/** The code of the first report on the page. */
export const codeOn = async (page: Page) => {
  const code = page.locator('.report-code').first();
  await code.waitFor();
  return code.textContent();
};

/** What is kept on the device, as text: the draft and the reports on their way. The page has opened its database before. */
export const keptOnDevice = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('varna-rapport');
        opening.onsuccess = () => {
          const stores = opening.result.transaction(['draft', 'outgoing']);
          const all = ['draft', 'outgoing'].map((name) => stores.objectStore(name).getAll());
          stores.oncomplete = () => {
            opening.result.close();
            resolve(JSON.stringify(all.flatMap(({ result }) => result as unknown[])));
          };
        };
      }),
  );
