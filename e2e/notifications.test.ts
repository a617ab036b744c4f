import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginVisit, comeIn, listenForErrors, type Visit } from './browser.ts';

// A calendar is made and fetched; a browser is added, and shows what its service brings. The service itself is not there: its address
// and keys are given to the page, and what it would bring is handed to the worker.
let visit: Visit;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  visit = await beginVisit('exempelkommun');
  context = await visit.open();
  await context.grantPermissions(['notifications'], { origin: visit.origin });
  page = await context.newPage();
  await comeIn(page, visit.setupLink);
});
afterAll(() => visit.close());

test('a calendar is made, shown once, fetched without signing in, and removed', async () => {
  const errors = listenForErrors(page);
  await page.goto(`${visit.origin}/mitt-konto`);
  await page.getByRole('link', { name: 'Din kalender' }).click();
  await page.getByRole('button', { name: 'Skapa adressen' }).click();
  const address = await page.locator('.calendar-address').textContent();
  expect(address).toMatch(/\/kalender\/[\w-]{43}\.ics$/);
  await page.getByText('Ingen kalender har hämtat den ännu.').waitFor();
  const fetched = await fetch(address ?? '');
  expect(fetched.status).toBe(200);
  expect(await fetched.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
  await page.reload();
  await expect.poll(() => page.locator('.calendar-address').count()).toBe(0);
  await page.getByText('Adressen visades när du skapade den').waitFor();
  await page.getByRole('button', { name: 'Ta bort adressen' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ta bort adressen' }).click();
  await page.getByRole('button', { name: 'Skapa adressen' }).waitFor();
  expect((await fetch(address ?? '')).status).toBe(404);
  expect(errors).toEqual([]);
});

/** In place of the browser's service, which no test reaches. */
function pretendService() {
  const pair = crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  let current: object | null = null;
  PushManager.prototype.getSubscription = () => Promise.resolve(current as PushSubscription | null);
  PushManager.prototype.subscribe = async () => {
    const key = await crypto.subtle.exportKey('raw', (await pair).publicKey);
    current = {
      endpoint: 'https://prov.invalid.push.apple.com/prov',
      getKey: (name: string) => (name === 'p256dh' ? key : new Uint8Array(16).buffer),
      unsubscribe: () => {
        current = null;
        return Promise.resolve(true);
      },
    };
    return current as PushSubscription;
  };
}

describe('a browser', () => {
  test('is added and removed by its owner, in her own words', async () => {
    const own = await context.newPage();
    await own.addInitScript(pretendService);
    const errors = listenForErrors(own);
    await own.goto(`${visit.origin}/mitt-konto/aviseringar`);
    await own.getByText('Ingen enhet väcker dig.').waitFor();
    await own.getByRole('button', { name: 'Väck mig på den här enheten' }).click();
    await own.getByText('Den här enheten väcker dig.', { exact: true }).waitFor();
    await own.getByRole('button', { name: 'Skicka en provnotis' }).click();
    await own.getByText('En provnotis är på väg.').waitFor();
    await own.getByRole('button', { name: 'Sluta väcka här' }).click();
    await own.getByRole('dialog').getByRole('button', { name: 'Sluta väcka här' }).click();
    await own.getByRole('button', { name: 'Väck mig på den här enheten' }).waitFor();
    expect(errors).toEqual([]);
    await own.close();
  });

  test('shows what is brought to it, and how long is left', async () => {
    await page.goto(`${visit.origin}/mitt-konto/aviseringar`);
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/sw.js');
      await navigator.serviceWorker.ready;
    });
    const session = await context.newCDPSession(page);
    const registrationId = await registrationOf(session);
    const data = JSON.stringify({
      title: 'En klocka går i Värna',
      body: 'H 2026-0004',
      path: '/klockor',
      tag: 'klocka-prov',
      dueAt: new Date(Date.now() + 12.5 * 3_600_000).toISOString(),
      language: 'sv',
      left: { hours: '{n} h kvar', minutes: '{n} min kvar', out: 'tiden är ute' },
    });
    await session.send('ServiceWorker.deliverPushMessage', { origin: visit.origin, registrationId, data });
    const shown = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        return (await registration.getNotifications()).map(({ title, body, tag }) => ({ title, body, tag }));
      });
    await expect
      .poll(shown)
      .toEqual([{ title: 'En klocka går i Värna', body: 'H 2026-0004, 12 h kvar', tag: 'klocka-prov' }]);
  });
});

function registrationOf(session: CDPSession): Promise<string> {
  return new Promise((resolve, reject) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL === `${visit.origin}/`);
      if (own !== undefined) resolve(own.registrationId);
    });
    session.send('ServiceWorker.enable').catch(reject);
  });
}
