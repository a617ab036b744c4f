import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { reportOf } from '../registers/incidents/testing.ts';
import { type TestServer, testServer } from '../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await server.setUp();
});
afterAll(() => server.close());
beforeEach(() => server.anew());

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const actorsOf = async (kinds: readonly string[]) => {
  const actors: unknown[] = [];
  for (const kind of kinds)
    for (const leaf of await server.leavesOf(kind))
      actors.push((JSON.parse(leaf) as { actor: unknown }).actor);
  return actors;
};

it('whoever follows by a code is named nowhere, also when her browser says who she is', async () => {
  const { body } = await server.post('incident/report', reportOf());
  const code = String(body['code']);
  const sent = { cookie: await server.signedIn() };
  const { body: session } = await server.get('session', sent);
  expect(session).toMatchObject({ signedIn: true });
  expect((await server.post('incident/follow', { code }, sent)).body).toMatchObject({ found: true });
  const headers = { 'idempotency-key': 'once' };
  expect(
    (await server.post('incident/add', { code, text: 'Det var två.' }, { ...sent, headers })).status,
  ).toBe(200);
  const file = { code, name: 'foto.png', content: png.toString('base64') };
  expect((await server.post('incident/addFile', file, sent)).status).toBe(200);
  expect((await server.post('incident/follow', { code: 'AAAA-BBBB' }, sent)).body).toMatchObject({
    found: false,
  });
  expect((await server.post('incident/add', { code: 'AAAA-BBBB', text: 'Hej hej' }, sent)).status).toBe(422);
  const kinds = [
    'incident.followed',
    'incident.added',
    'incident.fileAdded',
    'incident.codeRefused',
    'access.refused',
  ];
  const actors = await actorsOf(kinds);
  expect(actors.length).toBeGreaterThanOrEqual(4);
  for (const actor of actors) expect(actor).toEqual({ kind: 'anonymous', person: null });
  // Nor in what is kept of the entries, the files, and the answer to a request that is sent again.
  const kept = await server.owner.query<{ text: string }>(
    `select concat(e.written_by) as text from incident_entry e
     union all select concat(f.added_by) from incident_file f
     union all select concat(c.person_id) from incident_custody c
     union all select k.credential from idempotency_key k where k.action = 'incident.add'`,
  );
  expect(kept.rows).toHaveLength(4);
  const sessions = await server.owner.query<{ id: string }>('select id from session');
  for (const { text } of kept.rows)
    for (const { id } of sessions.rows)
      expect(text === '' || (text.startsWith('unnamed:') && !text.includes(id))).toBe(true);
});

it('who reports with her name is still known by it', async () => {
  const cookie = await server.signedIn();
  await server.post('incident/report', reportOf(), { cookie });
  const named = (await actorsOf(['incident.reported'])).at(-1);
  expect(named).toMatchObject({ kind: 'person' });
});

it('two addresses of one network are one sender', async () => {
  const send = (remoteAddress: string) =>
    server.app.inject({
      method: 'POST',
      url: '/api/v1/incident/report',
      payload: reportOf(),
      remoteAddress,
      headers: { host: 'varna.kommunen.se', 'sec-fetch-site': 'same-origin' },
    });
  await server.owner.query('delete from incident_intake');
  for (const address of [
    '2001:db8:1:2::1',
    '2001:db8:1:2:ffff::2',
    '2001:db8:1:3::1',
    '192.0.2.1',
    '::ffff:192.0.2.1',
  ])
    expect((await send(address)).statusCode).toBe(200);
  const { rows } = await server.owner.query<{ n: string }>(
    'select count(distinct sender) as n from incident_intake',
  );
  expect(Number(rows[0]?.n)).toBe(3);
});
