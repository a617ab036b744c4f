import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registers } from '../../app.ts';
import { newId } from '../../kernel/ids.ts';
import { code } from '../../people/organisation/testing.ts';
import { bringDueIntoForce } from '../../server/public-policy.ts';
import { buildServer } from '../../server.ts';
import { employee, holderOf } from '../../testing/actors.ts';
import { adoption, Documents, textOf } from '../documents/chain/testing.ts';
import { documentPath } from './public-address.ts';
import { checkPlaces, type SelfTest } from './self-test.ts';

const publicUrl = 'https://varna.kommunen.se';
const policyText = ['Alla ska läsa policyn.', 'Chefer ska fråga sina medarbetare.', 'Kaffe finns.'];
const oldText = ['Alla ska läsa policyn.', 'Chefer ska veta bäst.'];
const administrator = holderOf('administrator', newId());
const html = (texts: readonly string[]) => `<h1>Policy</h1>${texts.map((text) => `<p>${text}</p>`).join('')}`;

let now = new Date('2026-11-23T10:00:00Z');
let town: Documents;
let app: FastifyInstance;
let test: SelfTest;
let policy: string;
/** A municipality's own server, which answers as a test says. */
let theirs: Server;
let host: string;
let answer: RequestListener = (_request, response) => response.writeHead(404).end();

beforeAll(async () => {
  town = await Documents.open();
  town.world.services = { ...town.world.services, clock: () => now };
  const { services } = town.world;
  app = await buildServer({
    registers,
    version: '1',
    publicUrl,
    web: '/nowhere',
    services: () => services,
    onFault: () => undefined,
    onProfileChosen: () => undefined,
  });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  test = { services, origin, publicUrl, timeout: 5000 };
  theirs = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => theirs.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(theirs.address() as AddressInfo).port}`;
});
afterAll(async () => {
  theirs.closeAllConnections();
  theirs.close();
  await app.close();
  await town.world.close();
});

/** A text proposed, decided by the council, and in force from the day. */
async function adopted(
  texts: readonly string[],
  inForceFrom = '2026-11-23',
  decision = 'KF 2026-11-23 § 12',
): Promise<void> {
  const id = (
    await town.world.did('documentVersion.begin', { documentId: policy, source: 'empty', content: '' })
  ).id;
  await town.world.did('documentVersion.write', textOf(...texts), id, 1);
  await town.world.did('documentVersion.propose', {}, id, 2);
  const council = { ...adoption, decision, decidedBy: 'council', inForceFrom };
  await town.world.did('documentVersion.adopt', council, id, 3);
}

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly outcome: string | null;
  readonly status: number | null;
  readonly found: number | null;
  readonly sentences: number | null;
  readonly missing: string | null;
  readonly isOutdated: boolean;
  readonly isWaiting: boolean;
}

async function places(): Promise<readonly Shown[]> {
  const shown = (await town.world.ask('publicationPlace.list')) as { items: Shown[] }; // the view's own
  return shown.items;
}
const placeAt = async (address: string) => (await places()).find((place) => place.address === address);

/** What a check finds at a place of its own on their server. */
async function checked(path: string, answering: RequestListener): Promise<Shown | undefined> {
  const address = `http://${host}${path}`;
  const input = { kind: 'website', name: `Sidan ${path}`, address };
  await town.world.did('publicationPlace.register', input);
  answer = answering;
  await checkPlaces(test, false);
  return placeAt(address);
}
const page =
  (body: string, type = 'text/html'): RequestListener =>
  (_request, response) =>
    response.writeHead(200, { 'content-type': type }).end(body);

describe('the self-test', () => {
  it('has nothing to look for before there is a policy, and does not look', async () => {
    await checkPlaces(test, true);
    expect(await places()).toEqual([]);
  });

  it('finds our own page showing the text in force, to the letter', async () => {
    policy = await town.made({ kind: 'policy', title: 'Policy för informationssäkerhet' });
    await adopted(oldText);
    await checkPlaces(test, true);
    expect(await places()).toMatchObject([{ address: '/policy', outcome: 'same', isOutdated: false }]);
  });

  it('looks again when another text has come into force, and not before', async () => {
    const checks = async () => {
      const [row] = await town.world.rows(
        "select count(*) as n from audit_event where kind = 'publicationPlace.checked'",
      );
      return Number(row?.['n']);
    };
    expect(await checks()).toBe(1);
    await checkPlaces(test, false);
    expect(await checks()).toBe(1);
    await adopted(policyText, '2026-11-24');
    now = new Date('2026-11-23T22:55:00Z');
    await checkPlaces(test, false);
    expect(await checks()).toBe(2);
    // Past midnight in Sweden, and minutes after the latest check.
    now = new Date('2026-11-23T23:05:00Z');
    await bringDueIntoForce(test.services);
    expect(await placeAt('/policy')).toMatchObject({ isOutdated: true });
    await checkPlaces(test, false);
    expect(await checks()).toBe(3);
    expect(await placeAt('/policy')).toMatchObject({ outcome: 'same', isOutdated: false });
  });

  it('does not read within the house until the administrator has allowed the host', async () => {
    expect(await checked('/for-sig', page(html(policyText)))).toMatchObject({ outcome: 'refusedAddress' });
    const input = { kind: 'internal', site: host, reason: 'Kommunens intranät' };
    expect(code(await town.world.act('allowedSite.allow', { input }))).toBe('forbidden');
    expect(code(await town.world.act('allowedSite.allow', { input }, administrator))).toBe('done');
  });

  it.each<[string, string, RequestListener, object]>([
    [
      'the text pasted into a page',
      '/a',
      page(html(policyText)),
      { outcome: 'same', found: 3, sentences: 3 },
    ],
    ['plain text', '/b', page(policyText.join('\n'), 'text/plain'), { outcome: 'same' }],
    ['the text before', '/c', page(html(oldText)), { outcome: 'otherVersion', found: 1 }],
    [
      'a sentence changed',
      '/d',
      page(html(policyText).replace('sina', 'alla')),
      { outcome: 'differs', found: 2, sentences: 3, missing: policyText[1] },
    ],
    ['another text', '/e', page('<p>Välkommen</p>'), { outcome: 'textMissing', found: 0 }],
    ['a link', '/f', page(`<a href="${publicUrl}/policy">Policyn</a>`), { outcome: 'linkOnly' }],
    ['a PDF', '/g', page('%PDF', 'application/pdf'), { outcome: 'pdf' }],
    [
      'a sign-in',
      '/h',
      (_request, response) => response.writeHead(401).end(),
      { outcome: 'needsSignIn', status: 401 },
    ],
    [
      'nothing',
      '/i',
      (_request, response) => response.writeHead(404).end(),
      { outcome: 'notThere', status: 404 },
    ],
    ['silence', '/j', () => undefined, { outcome: 'timedOut' }],
  ])('tells %s from what should be there', async (_what, path, answering, found) => {
    expect(await checked(path, answering)).toMatchObject(found);
  });

  it('takes our page in a frame for the text, when the site is allowed to show it', async () => {
    const path = documentPath({ id: policy as never, title: 'Policy för informationssäkerhet' });
    const frame = page(`<h1>Policy</h1><iframe src="${publicUrl}${path}/inbaddad"></iframe>`);
    expect(await checked('/ram', frame)).toMatchObject({ outcome: 'notAllowedToEmbed' });
    const input = { kind: 'embedding', site: `http://${host}`, reason: 'Kommunens webbplats' };
    expect(code(await town.world.act('allowedSite.allow', { input }, administrator))).toBe('done');
    expect(await checked('/ram2', frame)).toMatchObject({ outcome: 'embedded', isOutdated: false });
    const others = page(`<iframe src="https://annan.se${path}/inbaddad"></iframe>`);
    expect(await checked('/ram3', others)).toMatchObject({ outcome: 'textMissing' });
  });

  it('looks at once when somebody asks for it, who may', async () => {
    const address = `http://${host}/d`;
    const before = await placeAt(address);
    const ask = (actor?: Parameters<typeof town.world.act>[2]) =>
      town.world.act('publicationPlace.requestCheck', { id: before?.id ?? '' }, actor);
    expect(code(await ask(employee(newId(), newId())))).toBe('forbidden');
    answer = page(html(policyText));
    await checkPlaces(test, false);
    expect(await placeAt(address)).toMatchObject({ outcome: 'differs', isWaiting: false });
    now = new Date('2026-11-24T00:06:00Z');
    expect(code(await ask())).toBe('done');
    expect(code(await ask())).toBe('alreadyWaiting');
    expect(await placeAt(address)).toMatchObject({ outcome: 'differs', isWaiting: true });
    now = new Date('2026-11-24T00:06:05Z');
    await checkPlaces(test, false);
    expect(await placeAt(address)).toMatchObject({ outcome: 'same', isWaiting: false });
  });

  it('tells the log what was seen, and nothing of what a stranger answered', async () => {
    const rows = await town.world.rows(
      "select leaf from audit_event where kind = 'publicationPlace.checked'",
    );
    const leaves = rows.map((row) => row['leaf']).join('\n');
    expect(leaves).toContain('"to":"timedOut"');
    expect(leaves).not.toContain('Välkommen');
  });

  it('refuses an address that carries a password, or is none', async () => {
    const register = (address: string) =>
      town.world.act('publicationPlace.register', { input: { kind: 'website', name: 'Prov', address } });
    expect(code(await register('https://anna:hemligt@exempel.se/'))).toBe('addressWithCredentials');
    expect(code(await register('https://[/'))).toBe('addressUnreadable');
  });

  it('knows our own file at another place, of the version in force and when a newer one has come', async () => {
    const path = documentPath({ id: policy as never, title: 'Policy för informationssäkerhet' });
    const { rawPayload: file } = await app.inject({ url: `${path}/version/2.pdf` });
    const serving: RequestListener = (_request, response) =>
      response.writeHead(200, { 'content-type': 'application/pdf' }).end(file);
    const address = `http://${host}/policy.pdf`;
    const later = async (answering: RequestListener) => {
      answer = answering;
      now = new Date(now.getTime() + 13 * 3_600_000);
      await checkPlaces(test, false);
      return placeAt(address);
    };
    expect(await checked('/policy.pdf', serving)).toMatchObject({ outcome: 'same', sentences: null });
    // For a moment it does not answer; what it was is not forgotten.
    const broken = await later((_request, response) => response.writeHead(500).end());
    expect(broken).toMatchObject({ outcome: 'answeredError' });
    await adopted([...policyText, 'Te finns.'], '2026-11-24', 'KF 2026-11-24 § 12');
    expect(await later(serving)).toMatchObject({ outcome: 'otherVersion' });
    expect(await later(page('%PDF-1.7 en annan', 'application/pdf'))).toMatchObject({ outcome: 'pdf' });
  });
});
