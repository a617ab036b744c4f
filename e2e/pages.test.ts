import { AxeBuilder } from '@axe-core/playwright';
import type { Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Pages } from '../src/ui/routing.ts';
import { beginVisit, comeIn, listenForErrors, settled, type Visit } from './browser.ts';

// Every page that any slice has, looked at in the made-up municipality. A new page is looked at from the day its
// slice lists it; one with an id in its path is found the way people find it, by a link on another page.
const slices = Object.values(
  import.meta.glob<Readonly<Record<string, Pages>>>('../src/**/pages/routes.tsx', { eager: true }),
).flatMap((module) => Object.values(module));
const paths = slices.flatMap((slice) => slice.pages.map((page) => page.path)).toSorted(parametersLast);
/** axe takes half the time here: `npm test` lets it see every second page dark and narrow, the long rounds see all both ways. */
const isLong = process.env['VARNA_TEST_LOOKS'] === 'all';
const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const words = {
  sv: /\b(the|and|please|save|cancel)\b/i,
  en: /(?<!\p{L})(och|att|för|inte|är|på)(?!\p{L})/iu,
};

let visit: Visit;
let page: Page;
let errors: string[];
/** Every address that some page has linked to so far. */
const linked = new Set<string>();
/** Every text that the server has answered with: what people wrote is in their own language. */
const told = new Set<string>();
/** Answers that are still being read: the page may show one before we have it. */
const reading = new Set<Promise<void>>();

beforeAll(async () => {
  visit = await beginVisit('exempelkommun');
  const context = await visit.open();
  page = await context.newPage();
  errors = listenForErrors(page);
  page.on('response', (response) => {
    const read = remember(response).catch(() => undefined);
    reading.add(read);
    void read.then(() => reading.delete(read));
  });
  await comeIn(page, visit.setupLink);
  await askSomething();
  await beginDraft();
});
afterAll(() => visit.close());

describe('the slices', () => {
  test('have pages', () => {
    expect(paths.length).toBeGreaterThan(30);
    expect(new Set(paths).size).toBe(paths.length);
  });
});

/** A page begins in the language that the one before it ended in: each is read in both, and there is one change a page. */
let language: 'sv' | 'en' = 'sv';

describe.each(paths.map((path, index) => ({ path, isDark: index % 2 === 1 })))(
  '$path',
  ({ path, isDark }) => {
    test('is whole, wide and narrow, light and dark, Swedish and English', async () => {
      errors.length = 0;
      await page.setViewportSize({ width: 1440, height: 900 });
      // Still: axe must not measure a colour halfway between two.
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await page.goto(addressOf(path));
      await settle();
      await isSaidIn(language);
      if (isLong || !isDark) expect.soft(await faults(), 'axe, light, 1440').toEqual([]);
      for (const href of await hrefs()) linked.add(href);

      await chooseOtherLanguage();
      await isSaidIn(language);

      await page.setViewportSize({ width: 768, height: 900 });
      expect.soft(await overflow(), 'sideways at 768').toBeLessThanOrEqual(0);
      await page.setViewportSize({ width: 320, height: 700 });
      await page.emulateMedia({ colorScheme: 'dark' });
      await settle();
      expect.soft(await overflow(), 'sideways at 320').toBeLessThanOrEqual(0);
      if (isLong || isDark) expect.soft(await faults(), 'axe, dark, 320').toEqual([]);
      expect.soft(errors, 'errors behind the page').toEqual([]);
    });
  },
);

/** One heading that is the page's title too, nothing sideways, and no word of the other language. */
async function isSaidIn(spoken: typeof language): Promise<void> {
  expect.soft(await heading(), `heading, ${spoken}`).toEqual({ count: 1, isTitle: true });
  expect.soft(await overflow(), `sideways at 1440, ${spoken}`).toBeLessThanOrEqual(0);
  expect.soft(await foreignWords(spoken), `words that are not ${spoken}`).toEqual([]);
}

/** The fewest parameters first, and of those the deepest: a document's page is where its versions are linked from. */
function parametersLast(one: string, other: string): number {
  const depth = (path: string) => path.split('$', 1)[0]?.split('/').length ?? 0;
  return (
    one.split('$').length - other.split('$').length || depth(other) - depth(one) || one.localeCompare(other)
  );
}

/** The path with its `$id` taken from a link that some page has; what follows the last one is the page's own. */
function addressOf(path: string): string {
  const parts = /^(.*\$\w+)(.*)$/.exec(path);
  if (parts === null) return path;
  const [, named = '', after = ''] = parts;
  const form = new RegExp(`^${named.replaceAll(/\$\w+/g, '[^/]+')}$`);
  const known = [...linked].find((href) => form.test(href) && !paths.includes(href));
  if (known === undefined) throw new Error(`no page links to ${named}`);
  return `${known}${after}`;
}

/** A question is seen by who asked it alone: for a page of one to be found, the visitor has to have asked. */
async function askSomething(): Promise<void> {
  const about = { askedOf: 'itManager', subject: 'Får jag låna en dator?', about: null };
  await act('advice/ask', { ...about, question: 'Jag ska arbeta hemma nästa vecka.' });
}

/** Two versions of one document, so that there is something to compare. */
async function beginDraft(): Promise<void> {
  const found = await page.request.get(`${visit.origin}/api/v1/document/policy`);
  const { policy } = (await found.json()) as { policy: { document: { id: string } } };
  await act('documentVersion/begin', { documentId: policy.document.id, source: 'inForce', content: '' });
}

async function act(path: string, input: object): Promise<void> {
  const answer = await page.evaluate(
    async ([where, body]) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(where, { method: 'POST', headers, body });
      return response.ok ? '' : response.text();
    },
    [`/api/v1/${path}`, JSON.stringify(input)] as const,
  );
  expect(answer).toBe('');
}

/** Waits until there is a heading and nothing is being fetched. */
async function settle(): Promise<void> {
  await settled(page);
  await page.evaluate(
    () => new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn()))),
  );
}

async function chooseOtherLanguage(): Promise<void> {
  const [other, name] = language === 'sv' ? (['en', 'English'] as const) : (['sv', 'Svenska'] as const);
  await page.getByRole('banner').getByRole('button', { name }).click();
  await page.waitForFunction((code) => document.documentElement.lang === code, other);
  language = other;
  await settle();
}

async function heading(): Promise<{ count: number; isTitle: boolean }> {
  return page.evaluate(() => {
    const all = document.querySelectorAll('h1');
    return { count: all.length, isTitle: document.title === `${all[0]?.textContent} – Värna` };
  });
}

/** By how many pixels the page is wider than the window, or a list than its place on the page. */
async function overflow(): Promise<number> {
  return page.evaluate(() => {
    const lists = [...document.querySelectorAll('.list')];
    const beyond = lists.map((list) => list.scrollWidth - list.clientWidth);
    return Math.max(document.documentElement.scrollWidth - window.innerWidth, ...beyond);
  });
}

async function hrefs(): Promise<string[]> {
  return page.evaluate(() =>
    Array.from(
      document.querySelectorAll('a[href^="/"]'),
      (link) => new URL((link as HTMLAnchorElement).href).pathname,
    ),
  );
}

async function faults(): Promise<string[]> {
  // In one frame, and only what fails: a second window and an account of all that is well take time.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] })
    .analyze();
  return violations.map(
    (one) =>
      `${one.id}: ${one.nodes
        .map((node) => node.html)
        .slice(0, 3)
        .join(' ')}`,
  );
}

/** Visible words of the interface in the other language, apart from what is marked as such and what the server told. */
async function foreignWords(language: 'sv' | 'en'): Promise<string[]> {
  const shown = await page.evaluate((lang) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      const text = walker.currentNode.textContent ?? '';
      if (text.trim() === '' || element === null || !element.checkVisibility()) continue;
      const marked = element.closest('[lang]')?.getAttribute('lang');
      if (marked === lang && element.closest('textarea, script, style') === null) found.push(text);
    }
    return found;
  }, language);
  const suspect = shown.filter((text) => words[language].test(text));
  await Promise.all(reading);
  if (suspect.length === 0) return [];
  const known = [...told].toSorted((one, other) => other.length - one.length);
  return suspect.filter((text) =>
    words[language].test(known.reduce((rest, one) => rest.replaceAll(one, ''), text)),
  );
}

async function remember(response: Response): Promise<void> {
  if (!response.url().includes('/api/v1/') || !response.ok()) return;
  const collect = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value.length > 3) told.add(value);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  collect(await response.json());
}
