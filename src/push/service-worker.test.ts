import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { beforeEach, describe, expect, it } from 'vitest';
import { payloadOf } from './notice.ts';

// The worker is plain JavaScript that no build touches: it is run here as a browser would, with what it may call.
const source = readFileSync(join(import.meta.dirname, '../ui/public/sw.js'), 'utf8');
const origin = 'https://varna.kommunen.se';
type Listener = (event: object) => void;

function worker() {
  const listeners = new Map<string, Listener>();
  const shown: { title: string; options: { body: string; tag: string; data: string; icon: string } }[] = [];
  const opened: string[] = [];
  const focused: string[] = [];
  const windows: string[] = [];
  const self = {
    location: { origin },
    addEventListener: (name: string, listener: Listener) => listeners.set(name, listener),
    registration: {
      showNotification: (title: string, options: (typeof shown)[number]['options']) => {
        shown.push({ title, options });
        return Promise.resolve();
      },
    },
    clients: {
      matchAll: () =>
        Promise.resolve(
          windows.map((url) => ({ url, focus: () => Promise.resolve(void focused.push(url)) })),
        ),
      openWindow: (url: string) => Promise.resolve(void opened.push(url)),
    },
  };
  runInContext(source, createContext({ self, URL, Date, Promise, JSON, Math }));
  const dispatch = async (name: string, event: object) => {
    let work: unknown;
    listeners.get(name)?.({ ...event, waitUntil: (given: unknown) => (work = given) });
    await work;
  };
  return { shown, opened, focused, windows, dispatch };
}

let one: ReturnType<typeof worker>;
beforeEach(() => {
  one = worker();
});
const dataOf = (payload: string) => ({ json: () => JSON.parse(payload) as unknown });
const clock = (minutes: number | null, language: 'sv' | 'en' = 'sv') =>
  payloadOf(
    {
      kind: 'clock',
      title: 'En klocka går i Värna',
      body: 'H 2026-0004',
      path: '/klockor',
      tag: 'klocka-x',
      dueAt: minutes === null ? null : new Date(Date.now() + minutes * 60_000 + 5000).toISOString(),
    },
    language,
  );

describe('what comes to a device', () => {
  it.each([
    ['half a day', 720, 'H 2026-0004, 12 h kvar'],
    ['less than an hour', 59, 'H 2026-0004, 59 min kvar'],
    ['nothing', -10, 'H 2026-0004, tiden är ute'],
    ['no figure', null, 'H 2026-0004'],
  ])('is shown with %s left', async (_what, minutes, body) => {
    await one.dispatch('push', { data: dataOf(clock(minutes)) });
    expect(one.shown).toMatchObject([
      {
        title: 'En klocka går i Värna',
        options: { body, tag: 'klocka-x', data: '/klockor', icon: '/icon-192.png' },
      },
    ]);
  });

  it('is in its own language', async () => {
    await one.dispatch('push', { data: dataOf(clock(720, 'en')) });
    expect(one.shown[0]?.options.body).toBe('H 2026-0004, 12 h left');
  });

  it.each([
    ['nothing at all', null],
    [
      'what cannot be read',
      {
        json: () => {
          throw new SyntaxError('no');
        },
      },
    ],
  ])('is shown without words when it is %s', async (_what, data) => {
    await one.dispatch('push', { data });
    expect(one.shown).toMatchObject([{ title: 'Värna', options: { body: '', data: '/klockor' } }]);
  });
});

describe('a press', () => {
  const press = (data: unknown) =>
    one.dispatch('notificationclick', { notification: { close: () => undefined, data } });

  it('opens the page, or goes to where it is open', async () => {
    await press('/klockor');
    expect(one.opened).toEqual([`${origin}/klockor`]);
    one.windows.push(`${origin}/att-gora`, `${origin}/klockor?x=1`);
    await press('/klockor');
    expect(one.focused).toEqual([`${origin}/klockor?x=1`]);
    expect(one.opened).toHaveLength(1);
  });

  it.each(['https://ont.example/', '//ont.example/', 'javascript:alert(1)', 7])(
    'never opens %s',
    async (data) => {
      await press(data);
      expect(one.opened.every((url) => url.startsWith(`${origin}/`))).toBe(true);
    },
  );
});
