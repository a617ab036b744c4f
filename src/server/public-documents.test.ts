import type { FastifyInstance } from 'fastify';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registers } from '../app.ts';
import { adoption, Documents, textOf } from '../governance/documents/chain/testing.ts';
import { codeOf, documentPath } from '../governance/publication/public-address.ts';
import { installationId } from '../governance/publication/public.store.ts';
import { code } from '../people/organisation/testing.ts';
import { buildServer } from '../server.ts';
import { holderOf } from '../testing/actors.ts';
import { newId } from '../kernel/ids.ts';

const publicUrl = 'https://varna.kommunen.se';
let town: Documents;
let app: FastifyInstance;
let now = new Date('2026-11-23T10:00:00Z');
/** Open by its kind: two versions have been in force. Closed by its kind. Open by its kind, and only a draft. */
let guideline: { id: string; versionId: string };
let routine: { id: string };
let draft: string;
let path: string;

beforeAll(async () => {
  town = await Documents.open();
  const services = { ...town.world.services, clock: () => now };
  app = await buildServer({
    registers,
    version: '1',
    publicUrl,
    web: '/nowhere',
    services: () => services,
    onFault: (_reference, what, error) => {
      throw new Error(what, { cause: error });
    },
    onProfileChosen: () => undefined,
  });
  guideline = await town.inForce({}, 'Alla ska ha eget lösenord. <b>Kaffe</b> finns.');
  path = documentPath({ id: guideline.id as never, title: 'Riktlinje för lösenord' });
  const second = (
    await town.world.did('documentVersion.begin', { documentId: guideline.id, source: 'empty', content: '' })
  ).id;
  await town.world.did('documentVersion.write', textOf('Alla ska ha långa lösenord.'), second, 1);
  await town.world.did('documentVersion.propose', {}, second, 2);
  await town.world.did('documentVersion.adopt', adoption, second, 3);
  const ofUnit = { ...town.ofUnit(), kind: 'routine', title: 'Rutin för larmet' };
  routine = { id: await adopted(ofUnit, 'Larmet ska slås av med koden.') };
  draft = await town.made({ title: 'Riktlinje på väg' });
  const version = await town.begun(draft);
  await town.world.did('documentVersion.write', textOf('Hemligheten ska bli känd sedan.'), version, 1);
});
afterAll(async () => {
  await app.close();
  await town.world.close();
});

async function adopted(change: object, text: string): Promise<string> {
  const id = await town.made(change);
  const version = await town.begun(id);
  await town.world.did('documentVersion.write', textOf(text), version, 1);
  await town.world.did('documentVersion.propose', {}, version, 2);
  const byManager = { ...adoption, decision: 'Delegationsbeslut 2026-11-23 punkt 4.2', decidedBy: 'manager' };
  await town.world.did('documentVersion.adopt', byManager, version, 3);
  return id;
}

const read = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

describe('a document that everyone may read', () => {
  it('is read without signing in, as it is in force, in both languages', async () => {
    const { statusCode, body, headers } = await read(path);
    expect(statusCode).toBe(200);
    expect(body).toContain('Alla ska ha långa lösenord.');
    expect(body).toContain('Kommunstyrelsen');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['set-cookie']).toBeUndefined();
    expect((await read(`${path}?lang=en`)).body).toContain('Municipal executive board');
  });

  it('has a permanent address for each version, and an old one says that it no longer holds', async () => {
    const old = await read(`${path}/version/1`);
    expect(old.statusCode).toBe(200);
    expect(old.body).toContain('Den här versionen gäller inte längre.');
    expect(old.body).toContain(`href="${path}"`);
    expect(old.body).toContain('&lt;b&gt;Kaffe&lt;/b&gt;');
    expect((await read(`${path}/version/2`)).body).not.toContain('gäller inte längre');
    const file = await read(`${path}/version/1.html`);
    expect(file.headers['content-disposition']).toMatch(
      /^attachment; filename="riktlinje-for-losenord-[0-9a-f]{10}-1.html"$/,
    );
  });

  it('is found by an earlier title, at the one address that it has', async () => {
    const { statusCode, headers } = await read(
      `/dokument/gammal-titel-${codeOf(guideline.id)}/version/1?lang=en`,
    );
    expect(statusCode).toBe(301);
    expect(headers.location).toBe(`${path}/version/1?lang=en`);
  });

  it('is not sent again to whoever has it', async () => {
    const { headers } = await read(path);
    const etag = String(headers.etag);
    const later = await read(path, { 'if-none-match': `"x", W/${etag}` });
    expect([later.statusCode, later.body, later.headers.etag]).toEqual([304, '', etag]);
    const since = String(headers['last-modified']);
    expect((await read(path, { 'if-modified-since': since })).statusCode).toBe(304);
    expect((await read(path, { 'if-modified-since': 'Mon, 01 Jan 2024 00:00:00 GMT' })).statusCode).toBe(200);
    expect((await read(path, { 'if-none-match': '"x"', 'if-modified-since': since })).statusCode).toBe(200);
    expect((await read(`${path}?lang=en`, { 'if-none-match': etag })).statusCode).toBe(200);
  });

  it('is listed with the others, and those that are not open are not there', async () => {
    const { body } = await read('/dokument');
    expect(body).toContain(`href="${path}"`);
    expect(body).not.toMatch(/larmet|på väg/);
  });
});

it('is a PDF too, of each version, with what a later question needs', async () => {
  const first = await read(`${path}/version/1.pdf`);
  expect([first.statusCode, first.headers['content-type']]).toEqual([200, 'application/pdf']);
  expect(first.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  const etag = String(first.headers['etag']);
  expect((await read(`${path}/version/1.pdf`, { 'if-none-match': etag })).statusCode).toBe(304);
  expect((await read(`${path}/version/2.pdf`)).headers['etag']).not.toBe(etag);
  expect((await read(path)).body).toContain(`href="${path}/version/2.pdf"`);
});

describe('what is not for everyone', () => {
  it('is answered as what is not there: closed, a draft, a version that never was in force', async () => {
    const absent = await read('/dokument/ingenting-0123456789');
    expect(absent.statusCode).toBe(404);
    const titles: [string, string][] = [
      [routine.id, 'Rutin för larmet'],
      [draft, 'Riktlinje på väg'],
    ];
    const closed = titles.map(([id, title]) => documentPath({ id: id as never, title }));
    for (const url of [
      ...closed.flatMap((one) =>
        ['', '.json', '/inbaddad', '/version/1', '/version/1.html', '/version/1.pdf'].map(
          (part) => one + part,
        ),
      ),
      `${path}/version/3`,
      `${path}/version/3.html`,
      '/dokument/a/b/c',
    ]) {
      const answer = await read(url);
      expect([url, answer.statusCode, answer.body]).toEqual([url, 404, absent.body]);
      const { date: _date, ...headers } = answer.headers;
      const { date: _other, ...same } = absent.headers;
      expect(headers).toEqual(same);
    }
  });

  it('is open from the moment its keeper says so, and closed again', async () => {
    const url = documentPath({ id: routine.id as never, title: 'Rutin för larmet' });
    const setOpen = (isOpen: boolean, version: number, actor = town.manager) =>
      town.world.act('document.setOpen', { id: routine.id, version, input: { isOpen } }, actor);
    expect(code(await setOpen(true, 2, town.other))).toBe('forbidden');
    expect(code(await setOpen(true, 2))).toBe('done');
    expect((await read(url)).body).toContain('Larmet ska slås av med koden.');
    expect(await town.asked('document.record', routine.id)).toMatchObject({
      isOpen: true,
      publicAddress: url,
    });
    expect(code(await setOpen(false, 3))).toBe('done');
    expect((await read(url)).statusCode).toBe(404);
  });
});

describe('the feed', () => {
  it('is well formed and has an entry for each version that has held, the newest change first', async () => {
    const { body, headers } = await read('/dokument/flode.xml');
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    expect(headers['access-control-allow-origin']).toBe('*');
    const feed = parsed(body);
    // RFC 4287 §4.1.1, §4.1.2: what a feed and an entry must have.
    expect(feed.root).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
    expect(feed.texts('feed/id')).toEqual([`urn:uuid:${await installationId(town.world.services.db)}`]);
    expect(feed.texts('feed/author/name')).toHaveLength(1);
    expect(feed.texts('feed/entry/id')).toHaveLength(2);
    expect(new Set(feed.texts('feed/entry/id')).size).toBe(2);
    expect(feed.texts('feed/entry/id')).toContain(`urn:uuid:${guideline.versionId}`);
    expect(feed.texts('feed/entry/title')).toHaveLength(2);
    const updated = feed.texts('feed/entry/updated');
    for (const one of [...updated, ...feed.texts('feed/updated')])
      expect(one).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(updated).toEqual(updated.toSorted().toReversed());
    expect(body).toContain(`href="${publicUrl}${path}/version/1"`);
    expect(body).not.toMatch(/larmet|på väg/);
  });
});

describe('the facts for programs', () => {
  it('are open to every site, and say what holds, its hash and where it is', async () => {
    const { headers, body } = await read(`${path}.json`);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    const facts = JSON.parse(body) as { versions: { contentHash: string }[] };
    expect(facts).toMatchObject({
      kind: 'guideline',
      inForce: 2,
      address: publicUrl + path,
      versions: [
        { number: 2, state: 'inForce', inForceUntil: null, replacedBy: null, decision: 'KS 2026-11-23 § 12' },
        { number: 1, state: 'superseded', inForceUntil: '2026-11-23', replacedBy: 2 },
      ],
    });
    expect(facts.versions[0]?.contentHash).toMatch(/^[0-9a-f]{64}$/);
    const all = JSON.parse((await read('/dokument.json')).body) as { documents: { id: string }[] };
    expect(all.documents.map((one) => one.id)).toEqual([guideline.id]);
  });
});

describe('the page for embedding', () => {
  it('may be framed by those who are allowed, and by nobody else', async () => {
    const policy = async () => {
      const { headers } = await read(`${path}/inbaddad`);
      return [headers['content-security-policy'], headers['x-frame-options']];
    };
    expect(await policy()).toEqual([expect.stringContaining("frame-ancestors 'none'"), 'DENY']);
    const administrator = holderOf('administrator', newId());
    const input = {
      kind: 'embedding',
      site: 'https://www.kommunen.se/om/policy',
      reason: 'Kommunens webbplats',
    };
    expect(code(await town.world.act('allowedSite.allow', { input }))).toBe('forbidden');
    expect(code(await town.world.act('allowedSite.allow', { input }, administrator))).toBe('done');
    expect(code(await town.world.act('allowedSite.allow', { input }, administrator))).toBe('alreadyAllowed');
    expect(await policy()).toEqual([
      expect.stringMatching(/frame-ancestors https:\/\/www\.kommunen\.se$/),
      undefined,
    ]);
    expect((await read(path)).headers['x-frame-options']).toBe('DENY');
  });
});

it('says when a page changed by when it was first seen so', async () => {
  const before = (await read('/dokument')).headers['last-modified'];
  now = new Date('2026-11-23T11:00:00Z');
  expect((await read('/dokument')).headers['last-modified']).toBe(before);
  await town.inForce({ title: 'Riktlinje för distansarbete' }, 'Alla ska låsa dörren.');
  expect((await read('/dokument')).headers['last-modified']).toBe('Mon, 23 Nov 2026 11:00:00 GMT');
});

/** A document of XML as its root, and the texts at a path of elements. Throws where it is not well formed. */
function parsed(xml: string) {
  const found = new Map<string, string[]>();
  const open: string[] = [];
  let root: [string, string] | null = null;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, uri }) => {
    root ??= [name, uri];
    open.push(name);
    const at = open.join('/');
    found.set(at, [...(found.get(at) ?? []), '']);
  });
  parser.on('text', (text) => {
    const texts = found.get(open.join('/'));
    texts?.push((texts.pop() ?? '') + text);
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return { root, texts: (at: string) => found.get(at) ?? [] };
}
