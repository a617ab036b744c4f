import { expect, it } from 'vitest';
import type { Circumstances } from '../../kernel/action.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { system } from '../../testing/actors.ts';
import { allowSite, endSite } from './allowed-site.ts';

const circumstances: Circumstances = {
  actor: system,
  now: new Date('2026-11-23T10:00:00Z'),
  today: '2026-11-23',
  newId,
  confirmed: new Set(),
};

it.each<['embedding' | 'internal', string, string | null]>([
  ['embedding', 'www.kommunen.se', 'https://www.kommunen.se'],
  ['embedding', ' https://WWW.Kommunen.se:443/om/policy ', 'https://www.kommunen.se'],
  ['embedding', 'http://intranat.kommunen.se:8080', 'http://intranat.kommunen.se:8080'],
  ['internal', 'intranat.kommunen.se', 'intranat.kommunen.se'],
  ['internal', 'http://10.1.2.3:8080/', '10.1.2.3:8080'],
  ['internal', 'växjö.se', 'xn--vxj-qla6g.se'],
  ['internal', '[fd00::1]', '[fd00::1]'],
  ['embedding', '*', null],
  ['embedding', '*.kommunen.se', null],
  ['embedding', "'self'", null],
  ['embedding', 'a.se https://b.se', null],
  ['embedding', 'a.se; script-src *', null],
  ['embedding', 'https://a:b@c.se', null],
  ['embedding', 'data:text/html', null],
  ['internal', '', null],
])('a site for %s typed %j is %s', (kind, site, kept) => {
  const decided = allowSite({ kind, site, reason: 'Prov' }, circumstances);
  if (kept === null) expect(decided).toMatchObject({ code: 'siteUnreadable', field: 'site' });
  else expect(decided).toMatchObject({ next: { kind, site: kept } });
});

it('is allowed until it is not, and ends once', () => {
  const decided = allowSite({ kind: 'internal', site: 'a.se', reason: 'Prov' }, circumstances);
  if (isRefusal(decided)) throw new Error(decided.code);
  const ended = endSite(decided.next, circumstances);
  if (isRefusal(ended)) throw new Error(ended.code);
  expect(ended.next).toMatchObject({ version: 2, endedOn: '2026-11-23' });
  expect(endSite(ended.next, circumstances)).toMatchObject({ code: 'siteEnded' });
});
