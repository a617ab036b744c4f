import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { begin } from '../governance/acknowledgements/campaign.actions.ts';
import { runCampaigns } from '../governance/acknowledgements/keep.ts';
import { GuessLimit } from '../governance/acknowledgements/link/guess-limit.ts';
import { register as registerParty } from '../governance/acknowledgements/parties/external-party.actions.ts';
import { set as setQuestions } from '../governance/acknowledgements/questions/question-set.actions.ts';
import { testPeople, type TestPolicy, testPolicy } from '../governance/acknowledgements/testing.ts';
import { holderOf } from '../testing/actors.ts';
import { type Arranged, arrange } from '../testing/arrange.ts';
import { type TestServer, testServer } from '../testing/server.ts';
import { actAs, done } from '../testing/services.ts';

let server: TestServer;
let town: Arranged;
let policy: TestPolicy;
const tokens = new Map<string, string>();
const tokenOf = (address: string) => tokens.get(address) ?? '';

beforeAll(async () => {
  server = await testServer();
  const { db } = server.services;
  town = await arrange(db);
  policy = await testPolicy(db);
  await policy.adopt([['Alla ska <b>låsa</b> sin dator.', 'ska']], server.state.now);
  await testPeople(db, town.school, 30);
  const coordinator = holderOf('informationSecurityCoordinator', town.other);
  const party = {
    name: 'Molnbolaget & Co',
    organisationNumber: '5561234567',
    contactName: 'Eva Ek',
    email: 'eva@moln.example',
    language: 'en',
    relevant: true,
    relevanceReason: 'Lagrar våra bilder',
    unitId: town.school,
    contractor: false,
    agreementReviewId: null,
    obligation: false,
  };
  await done(actAs(server.services, coordinator, registerParty, { input: party }));
  const question = {
    text: 'Vem ska låsa?',
    choices: ['Alla', 'Chefen'],
    right: 0,
    explanation: 'Kravet gäller alla.',
  };
  await done(
    actAs(server.services, coordinator, setQuestions, {
      input: { documentId: policy.id, audience: 'everyone', questions: [question] },
    }),
  );
  const input = {
    documentId: policy.id,
    title: 'Policyn',
    message: '',
    unitIds: [],
    offices: [],
    kinds: ['employee'],
    externalParties: true,
    opensOn: '2026-11-23',
    closesOn: '2027-01-31',
    reminderDays: [],
  };
  await done(actAs(server.services, coordinator, begin, { input }));
  await runCampaigns(server.services, true);
  const { rows } = await sql<{
    address: string;
    text: string;
  }>`select address, body_text as text from mail`.execute(db);
  for (const { address, text } of rows) tokens.set(address, /\/k\/([\w-]{43})/.exec(text)?.[1] ?? '');
});
afterAll(() => server.close());
beforeEach(() => {
  server.state.address++;
});

const remote = () => ({ remoteAddress: `10.1.0.${server.state.address}` });
const look = (token: string, query = '') => server.app.inject({ url: `/k/${token}${query}`, ...remote() });
const press = (token: string, form: Record<string, string> = {}) =>
  server.app.inject({
    method: 'POST',
    url: `/k/${token}`,
    payload: new URLSearchParams({ acknowledge: 'yes', ...form }).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      host: 'varna.kommunen.se',
    },
    ...remote(),
  });
const counted = async () =>
  (await sql<{ n: number }>`select count(*) as n from acknowledgement`.execute(server.services.db)).rows[0]
    ?.n ?? 0;

describe('a personal link', () => {
  it('only shows when it is opened, however often and by whom', async () => {
    for (const method of ['GET', 'HEAD'] as const)
      for (let time = 0; time < 3; time++)
        expect(
          (await server.app.inject({ method, url: `/k/${tokenOf('p0@prov.example')}`, ...remote() }))
            .statusCode,
        ).toBe(200);
    expect(await counted()).toBe(0);
  });

  it('only shows also to a program that posts to it without having pressed the button', async () => {
    const url = `/k/${tokenOf('p0@prov.example')}`;
    const bodies: [string, string][] = [
      ['application/x-www-form-urlencoded', ''],
      ['application/x-www-form-urlencoded', 'q0=0&acknowledge=no'],
      ['application/json', '{}'],
      ['application/json', '{"acknowledge":true}'],
    ];
    for (const [type, payload] of bodies) {
      const headers = { 'content-type': type };
      const { statusCode, body } = await server.app.inject({
        method: 'POST',
        url,
        payload,
        headers,
        ...remote(),
      });
      expect([statusCode, body.includes('<button')]).toEqual([200, true]);
    }
    expect(await counted()).toBe(0);
  });

  it('tells whose it is no further than by initials, and carries no markup from the text', async () => {
    const { body, headers } = await look(tokenOf('maria@prov.example'));
    expect(body).toContain('Den här länken är till M. L.');
    expect(body).not.toMatch(/Maria|Lind|maria@/);
    expect(body).toContain('Alla ska &lt;b&gt;låsa&lt;/b&gt; sin dator.');
    expect(body).not.toContain('<script');
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'strict-origin' });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect((await look(tokenOf('maria@prov.example'), '?lang=en')).body).toContain('This link is for M. L.');
  });

  it('acknowledges by its button, answers with what is right, and says so when it is used again', async () => {
    const token = tokenOf('p1@prov.example');
    const first = await press(token, { q0: '1' });
    expect(first.body).toContain('Tack, du har kvitterat');
    expect(first.body).toContain('Rätt svar är ”Alla”.');
    expect((await press(token)).body).toContain('Du har redan kvitterat');
    expect((await look(token)).body).toContain('Du har redan kvitterat');
    const stored = await sql<{ row: string }>`select to_jsonb(a)::text as row from acknowledgement a`.execute(
      server.services.db,
    );
    expect(stored.rows).toHaveLength(1);
    expect(stored.rows[0]?.row).toContain('"questions_done": true');
  });

  it('takes two presses at the same moment for one', async () => {
    const before = await counted();
    const token = tokenOf('p2@prov.example');
    const answers = await Promise.all(Array.from({ length: 8 }, () => press(token)));
    expect(answers.filter(({ body }) => body.includes('Tack, du har kvitterat'))).toHaveLength(1);
    expect(answers.filter(({ body }) => body.includes('Du har redan kvitterat'))).toHaveLength(7);
    expect(await counted()).toBe(before + 1);
  });

  it('takes questions whole or not at all, and keeps nothing when they are half answered', async () => {
    const before = await counted();
    for (const q0 of ['9', 'x', '3']) {
      const { body, statusCode } = await press(tokenOf('p3@prov.example'), { q0 });
      expect(statusCode).toBe(200);
      expect(body).toContain('Svara på alla frågor');
    }
    expect(await counted()).toBe(before);
  });

  it('asks an external party who she is, in its own language by the mail, and stores what she says', async () => {
    const token = tokenOf('eva@moln.example');
    expect((await look(token, '?lang=en')).body).toContain('value="Molnbolaget &amp; Co"');
    const without = await press(token, { company: 'Molnbolaget & Co', name: ' ' });
    expect(without.body).toContain('Skriv ditt namn');
    expect((await press(token, { company: 'Molnbolaget & Co', name: 'Eva "<i>Ek' })).body).toContain(
      'Tack, du har kvitterat',
    );
    const stored = await sql<{
      name: string;
      company: string;
    }>`select signed_name as name, signed_company as company
      from acknowledgement where external_party_id is not null`.execute(server.services.db);
    expect(stored.rows).toEqual([{ name: 'Eva "<i>Ek', company: 'Molnbolaget & Co' }]);
  });

  it('that was guessed, cut off or never was is the same page as any that is not there', async () => {
    const answers = [
      await look('A'.repeat(43)),
      await look('kort'),
      await look(`${tokenOf('p4@prov.example').slice(0, 42)}!`),
    ];
    expect(answers.map((one) => one.statusCode)).toEqual([404, 404, 404]);
    const bare = ({ body }: { body: string }) => body.replace(/\/k\/[^?"]*/g, '');
    expect(new Set(answers.map(bare)).size).toBe(1);
    expect((await press('A'.repeat(43))).statusCode).toBe(404);
  });

  it('is not looked for any more from an address that has guessed too much', async () => {
    for (let time = 0; time < 60; time++) await look('B'.repeat(43));
    const refused = await look('B'.repeat(43));
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    server.state.address++;
    expect((await look(tokenOf('p4@prov.example'))).statusCode).toBe(200);
  });

  it('is pressed by no other site’s page, and by no other kind of form', async () => {
    const before = await counted();
    const url = `/k/${tokenOf('p5@prov.example')}`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' };
    expect(
      (await server.app.inject({ method: 'POST', url, headers, payload: '', ...remote() })).statusCode,
    ).toBe(403);
    const text = { 'content-type': 'text/plain', 'sec-fetch-site': 'same-origin' };
    expect(
      (await server.app.inject({ method: 'POST', url, headers: text, payload: 'x', ...remote() })).statusCode,
    ).toBe(400);
    const long = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    expect(
      (
        await server.app.inject({
          method: 'POST',
          url,
          headers: long,
          payload: `name=${'x'.repeat(20_000)}`,
          ...remote(),
        })
      ).statusCode,
    ).toBe(413);
    expect(await counted()).toBe(before);
  });

  it('makes forms understood nowhere else', async () => {
    const sent = async (type: string) => {
      const headers = { 'content-type': type, 'sec-fetch-site': 'same-origin' };
      const payload = 'email=anna&password=hemligt&device=x';
      const answer = await server.app.inject({
        method: 'POST',
        url: '/api/v1/session/open',
        headers,
        payload,
      });
      return [answer.statusCode, answer.json<{ fields?: unknown }>().fields];
    };
    // As any type that nobody understands: no field of it has been read.
    expect(await sent('application/x-www-form-urlencoded')).toEqual(await sent('application/x-unknown'));
    expect(await sent('application/x-www-form-urlencoded')).toEqual([expect.any(Number), undefined]);
  });

  it('is shown to nobody who looks at the queue of mails, and is gone from what was sent', async () => {
    const { rows } = await sql<{ id: string }>`select id from mail limit 1`.execute(server.services.db);
    await server.setUp();
    const cookie = await server.signedIn();
    const { body } = await server.get(`mail/${rows[0]?.id}`, { cookie });
    expect(body['text']).toContain('/k/…');
    expect(JSON.stringify(body)).not.toMatch(/\/k\/[\w-]{43}/);
  });

  it('of a text that has been superseded, and of a campaign that is over, says so', async () => {
    const token = tokenOf('p6@prov.example');
    const was = server.state.now;
    server.state.now = new Date('2027-02-01T10:00:00Z');
    expect((await look(token)).body).toContain('Länken gäller inte längre');
    expect((await press(token)).body).toContain('Länken gäller inte längre');
    server.state.now = was;
    await policy.adopt([['Alla ska rapportera.', 'ska']], server.state.now);
    expect((await look(token)).body).toContain('Texten har ersatts');
    expect((await press(token)).body).toContain('Texten har ersatts');
  });
});

it('an address is forgotten after ten minutes, and the oldest when there are too many', () => {
  const limit = new GuessLimit();
  const now = new Date('2026-11-23T10:00:00Z');
  for (let time = 0; time < 60; time++) limit.missed('a', now);
  expect(limit.secondsToWait('a', now)).toBe(600);
  expect(limit.secondsToWait('b', now)).toBe(0);
  expect(limit.secondsToWait('a', new Date(now.getTime() + 600_000))).toBe(0);
  for (let one = 0; one < 5000; one++) limit.missed(`x${one}`, now);
  expect(limit.secondsToWait('a', now)).toBe(0);
});
