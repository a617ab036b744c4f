import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCalendar, textOf, valueOf } from '../calendar/testing.ts';
import { type Arranged, arrange } from '../testing/arrange.ts';
import { email, password, type TestServer, testServer } from '../testing/server.ts';

let server: TestServer;
let cookie: string;
let town: Arranged;
beforeAll(async () => {
  server = await testServer();
  await server.setUp();
  cookie = await server.signedIn();
  town = await arrange(server.services.db);
  await enterMeasure('Byt lås; nu, genast', []);
});
afterAll(() => server.close());

async function enterMeasure(title: string, secrecyProvisions: string[]): Promise<void> {
  const owned = { ownerPersonId: null, ownerOffice: 'informationSecurityCoordinator', cost: null };
  const more = { description: '', source: null, clause: null, dueOn: '2026-12-10' };
  const made = await server.post(
    'measure/register',
    { ...owned, ...more, title, unitId: town.school, secrecyProvisions },
    { cookie },
  );
  expect(made.status, JSON.stringify(made.body)).toBe(200);
}

const fetched = (address: string, headers: Record<string, string> = {}, remoteAddress = '198.51.100.7') => {
  server.wait(2);
  return server.app.inject({ url: address.replace('https://varna.kommunen.se', ''), headers, remoteAddress });
};
async function make(): Promise<string> {
  const made = await server.post('calendarFeed/make', {}, { cookie });
  expect(made.status).toBe(200);
  return String(made.body['address']);
}

describe('a calendar', () => {
  it('is fetched by its address alone, and says when it was', async () => {
    const address = await make();
    expect(address).toMatch(/^https:\/\/varna\.kommunen\.se\/kalender\/[A-Za-z0-9_-]{43}\.ics$/);
    const before = await server.get('calendarFeed/mine', { cookie });
    expect(before.body).toMatchObject({ feed: { fetchedAt: null } });
    const answer = await fetched(address);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
      'x-robots-tag': 'noindex',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    });
    const calendar = parseCalendar(answer.body);
    const titles = calendar.parts.map((event) => textOf(valueOf(event, 'SUMMARY')));
    expect(titles).toContain('Gör klart åtgärden: Byt lås; nu, genast');
    const after = await server.get('calendarFeed/mine', { cookie });
    expect(after.body).toMatchObject({ feed: { fetchedAt: server.state.now.toISOString() } });
  });

  it('is stored as a hash, told to the log, and its address stands nowhere', async () => {
    const address = await make();
    const secret = /([A-Za-z0-9_-]{43})\.ics/.exec(address)?.[1] ?? '';
    const rows = await server.owner.query('select to_jsonb(f)::text as row from calendar_feed f');
    expect(JSON.stringify(rows.rows)).not.toContain(secret);
    const told = await server.leavesOf('calendarFeed.renewed');
    expect(told.at(-1)).not.toContain(secret);
    expect(told.length).toBeGreaterThan(0);
    expect(server.faults).toEqual([]);
  });

  it('is not sent again when nothing has changed, and has a next revision when something has', async () => {
    const address = await make();
    const first = await fetched(address);
    const etag = String(first.headers.etag);
    const same = await fetched(address, { 'if-none-match': `"other", W/${etag}` });
    expect(same.statusCode).toBe(304);
    expect(same.body).toBe('');
    await server.owner.query('alter table measure disable trigger user');
    await server.owner.query("update measure set due_on = '2026-12-17'");
    await server.owner.query('alter table measure enable trigger user');
    const moved = await fetched(address, { 'if-none-match': etag });
    expect(moved.statusCode).toBe(200);
    const [event] = parseCalendar(moved.body).parts.filter((one) =>
      valueOf(one, 'UID')?.startsWith('measure.finish'),
    );
    if (event === undefined) throw new Error('no event');
    expect(valueOf(event, 'SEQUENCE')).toBe('1');
    expect(valueOf(event, 'DTSTART')).toBe('20261217');
    expect(valueOf(event, 'LAST-MODIFIED')).toBe(
      server.state.now.toISOString().slice(0, 19).replace(/[-:]/g, '') + 'Z',
    );
  });

  it('is for whoever follows asked for at most once a second', async () => {
    const address = await make();
    const path = address.replace('https://varna.kommunen.se', '');
    const answers = await Promise.all([1, 2, 3].map(() => server.app.inject({ url: path })));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 429, 429]);
    expect(answers.find(({ statusCode }) => statusCode === 429)?.headers['retry-after']).toBe('5');
  });
});

describe('an address that does not hold', () => {
  it('is answered alike, whether it is wrong, malformed, renewed or removed', async () => {
    const old = await make();
    const renewed = await make();
    const gone = [old, `/kalender/${'a'.repeat(43)}.ics`, '/kalender/x.ics', '/kalender/x', `${renewed}x`];
    const answers = [];
    for (const address of gone) answers.push(await fetched(address));
    expect((await fetched(renewed)).statusCode).toBe(200);
    const { body } = await server.get('calendarFeed/mine', { cookie });
    const { id } = body['feed'] as { id: string };
    expect((await server.post(`calendarFeed/${id}/remove`, {}, { cookie })).status).toBe(200);
    answers.push(await fetched(renewed));
    for (const { statusCode, body: words, headers } of answers) {
      expect(statusCode).toBe(404);
      expect(words).toBe(answers[0]?.body);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers.etag).toBeUndefined();
    }
  });

  it('is waited for after many from one network, and a good one is not', async () => {
    const address = await make();
    const tries = async (from: (tried: number) => string) => {
      let last = 0;
      for (let tried = 0; tried < 70; tried++)
        last = (await fetched(`/kalender/${'b'.repeat(43)}.ics`, {}, from(tried))).statusCode;
      return last;
    };
    const from = '203.0.113.9';
    expect(await tries(() => from)).toBe(429);
    expect((await fetched(address, {}, from)).statusCode).toBe(200);
    // Whoever has one address of IPv6 has them all.
    expect(await tries((tried) => `2001:db8:1:2::${tried + 1}`)).toBe(429);
  });

  it('is nobody else’s to remove, and no token makes one', async () => {
    await make();
    const { body } = await server.get('calendarFeed/mine', { cookie });
    const { id } = body['feed'] as { id: string };
    expect((await server.post(`calendarFeed/${id}/remove`, {})).status).toBe(401);
    expect(
      (await server.post('calendarFeed/00000000-0000-7000-8000-000000000000/remove', {}, { cookie })).status,
    ).toBe(404);
    const token = await server.post(
      'token/create',
      { name: 'Program', scopes: ['read', 'write'], days: 10, password },
      { cookie },
    );
    const made = await server.post('calendarFeed/make', {}, { token: String(token.body['token']) });
    expect(made.body).toMatchObject({ code: 'sessionNeeded' });
  });
});

describe('somebody', () => {
  it('whose password is changed has no feed any more', async () => {
    const address = await make();
    const changed = await server.post(
      'account/changePassword',
      { password, newPassword: 'björk lampa tåg 77 sol' },
      { cookie },
    );
    expect(changed.status).toBe(200);
    expect((await fetched(address)).statusCode).toBe(404);
    cookie = (await server.signedIn({ email, password: 'björk lampa tåg 77 sol' })) || cookie;
  });

  it('whose account is suspended, who has left, or holds no office any more learns nothing at the next fetch', async () => {
    const address = await make();
    expect(parseCalendar((await fetched(address)).body).parts.length).toBeGreaterThan(0);
    const owner = (text: string) => server.owner.query(text);
    await owner('alter table appointment disable trigger user');
    await owner('alter table person disable trigger user');
    await owner("update account set state = 'suspended'");
    expect((await fetched(address)).statusCode).toBe(404);
    await owner("update account set state = 'active'");
    await owner("update appointment set valid = daterange(lower(valid), '2026-11-23')");
    const without = await fetched(address);
    expect(without.statusCode).toBe(200);
    expect(parseCalendar(without.body).parts).toEqual([]);
    await owner("update person set valid = daterange('2020-01-01', '2026-11-23')");
    expect((await fetched(address)).statusCode).toBe(404);
  });
});
