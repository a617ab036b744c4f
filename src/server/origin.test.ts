import { expect, it } from 'vitest';
import { isForged, type Sender } from './origin.ts';

const own = 'https://varna.kommunen.se';
const plain: Sender = {
  method: 'POST',
  fetchSite: undefined,
  origin: undefined,
  host: 'varna.kommunen.se',
  hasSession: true,
  hasToken: false,
};

it.each<[string, Partial<Sender>, boolean]>([
  ['our own page', { fetchSite: 'same-origin' }, false],
  ['a page of another site', { fetchSite: 'cross-site' }, true],
  ['a page of a neighbouring host', { fetchSite: 'same-site' }, true],
  ['an address typed by hand', { fetchSite: 'none' }, true],
  ['Fetch Metadata decides over Origin', { fetchSite: 'cross-site', origin: own }, true],
  ['an older browser, our page', { origin: own }, false],
  [
    'an older browser, the host it came to',
    { origin: 'http://localhost:4780', host: 'localhost:4780' },
    false,
  ],
  ['an older browser, another page', { origin: 'https://evil.example' }, true],
  ['an older browser, a hidden page', { origin: 'null' }, true],
  ['a session with neither header', {}, true],
  ['a program that signs in', { hasSession: false }, false],
  ['another page that signs somebody in', { hasSession: false, fetchSite: 'cross-site' }, true],
  ['a token, from wherever', { hasToken: true, fetchSite: 'cross-site', origin: 'https://x.example' }, false],
  ['a question', { method: 'GET', fetchSite: 'cross-site' }, false],
  ['a question about the head', { method: 'HEAD', fetchSite: 'cross-site' }, false],
])('%s', (_what, sender, forged) => {
  expect(isForged({ ...plain, ...sender }, own)).toBe(forged);
});
