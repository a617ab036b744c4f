import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { email, password, type TestServer, testServer } from '../testing/server.ts';

let server: TestServer;
let cookie: string;
let port: number;
beforeAll(async () => {
  server = await testServer();
  await server.setUp();
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  const address = server.app.server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => server.close());
// Each test comes hours after the one before, and a session does not last that long.
beforeEach(async () => {
  server.anew();
  cookie = await server.signedIn();
});

const kilo = (count: number) => 'x'.repeat(count * 1024);
const signIn = (device: string) => server.post('session/open', { email, password, device });
const register = (name: string, sent: object) => server.post('information/register', { name }, sent);
const importPolicy = (content: string, sent: object) =>
  server.post('documentVersion/importPolicy', { source: 'pasted', name: 'policy.txt', content }, sent);
const token = async () => {
  const sent = { name: 'prov', scopes: ['read', 'write'], days: 1, password };
  const made = await server.post('token/create', sent, { cookie });
  return String(made.body['token']);
};

/** Sends a body in pieces, without saying how long it is. Answers with the status line. */
function inPieces(path: string, headers: readonly string[], pieces: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const piece = kilo(64);
    let answer = '';
    const head = ['host: varna.kommunen.se', 'content-type: application/json', ...headers];
    socket.write(
      `POST /api/v1/${path} HTTP/1.1\r\n${head.join('\r\n')}\r\ntransfer-encoding: chunked\r\n\r\n`,
    );
    socket.write(`9\r\n{"name":"\r\n`);
    for (let sent = 0; sent < pieces; sent++) socket.write(`10000\r\n${piece}\r\n`);
    socket.write(`2\r\n"}\r\n0\r\n\r\n`);
    socket.on('data', (data) => {
      answer += String(data);
      if (!answer.includes('\r\n')) return;
      socket.destroy();
      resolve(answer.split('\r\n', 1)[0] ?? '');
    });
    // A server that has refused may close before it has read everything; the answer came first.
    socket.on('error', (error) => (answer === '' ? reject(error) : undefined));
  });
}

describe('a body from somebody who has not signed in', () => {
  it.each([
    ['60 kB', 400, 60],
    ['65 kB', 413, 65],
  ])('of %s is answered %i', async (_size, status, size) => {
    expect((await signIn(kilo(size))).status).toBe(status);
  });

  it('is not read when it does not say how long it is', async () => {
    expect(await inPieces('session/open', [], 1)).toContain('413');
  });
});

describe('a form from somebody who has signed in', () => {
  it.each([
    ['250 kB', 400, 250],
    ['257 kB', 413, 257],
  ])('of %s is answered %i', async (_size, status, size) => {
    expect((await register(kilo(size), { cookie })).status).toBe(status);
  });

  it('is no larger with a token', async () => {
    expect((await register(kilo(257), { token: await token() })).status).toBe(413);
  });

  it('is measured while it comes when it does not say how long it is', async () => {
    const session = [`cookie: varna_session=${cookie}`, 'sec-fetch-site: same-origin'];
    expect(await inPieces('information/register', session, 1)).toContain('400');
    expect(await inPieces('information/register', session, 5)).toContain('413');
  });
});

describe('a policy to read in', () => {
  it('may be larger than a form, to its own limit', async () => {
    const large = await importPolicy(`Alla ska läsa. ${kilo(300)}`, { cookie });
    expect(large.status).not.toBe(413);
    const tooLarge = await importPolicy('x'.repeat(16 * 1024 * 1024), { cookie });
    expect([tooLarge.status, tooLarge.body['code']]).toEqual([413, 'tooLarge']);
  });

  it('is not read at all from somebody who may not read one in', async () => {
    const stranger = 'A'.repeat(43);
    expect((await importPolicy(kilo(300), { cookie: stranger })).status).toBe(401);
    expect((await importPolicy('x'.repeat(16 * 1024 * 1024), { token: stranger })).status).toBe(401);
  });
});

describe('a file', () => {
  /** Says how long the body is, and sends none of it. Answers with the status line. */
  const announced = (path: string, bytes: number, headers: readonly string[] = []) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      const head = ['host: varna.kommunen.se', 'content-type: application/json', ...headers];
      socket.write(
        `POST /api/v1/${path} HTTP/1.1\r\n${head.join('\r\n')}\r\ncontent-length: ${bytes}\r\n\r\n{`,
      );
      socket.on('data', (data) => {
        socket.destroy();
        resolve(String(data).split('\r\n', 1)[0] ?? '');
      });
      socket.on('error', reject);
    });

  it('with a report may be larger than a form, also from whoever has not signed in', async () => {
    const photo = { code: '0000', name: 'foto.txt', content: kilo(5000) };
    const answer = await server.post('incident/addFile', photo);
    expect([answer.status, answer.body['code']]).toEqual([422, 'codeUnknown']);
  });

  it('of two hundred megabytes is refused before it has come', async () => {
    const megabytes = 200_000_000;
    expect(await announced('incident/addFile', megabytes)).toContain('413');
    const session = [`cookie: varna_session=${cookie}`, 'sec-fetch-site: same-origin'];
    expect(
      await announced(`incident/${'0'.repeat(8)}-0000-7000-8000-000000000000/attach`, megabytes, session),
    ).toContain('413');
  });
});
