import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../kernel/ids.ts';
import { type TestServer, testServer } from '../testing/server.ts';

let server: TestServer;
let port: number;
let cookie: string;
beforeAll(async () => {
  server = await testServer();
  await server.setUp();
  cookie = await server.signedIn();
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  const address = server.app.server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => server.close());

const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  // Until the server has noticed.
  await new Promise((resolve) => {
    setTimeout(resolve, 100);
  });
});
const megabyte = 1_000_000;

interface Begun {
  readonly length: number;
  readonly cookie?: string;
  /** As a proxy on the same machine tells where it comes from. */
  readonly from?: string;
}

/** Begins a request with a body of so many bytes, and sends the first of them. Answers with the status line, once one comes. */
function begin(path: string, { length, cookie: session, from = '192.0.2.1' }: Begun): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    sockets.push(socket);
    const head = [
      'host: varna.kommunen.se',
      'content-type: application/json',
      'sec-fetch-site: same-origin',
      `x-forwarded-for: ${from}`,
      `content-length: ${length}`,
      ...(session === undefined ? [] : [`cookie: varna_session=${session}`]),
    ];
    socket.write(`POST /api/v1/${path} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n{"name":"`);
    socket.on('error', () => undefined);
    socket.on('data', (data) => resolve(String(data).split('\r\n', 1)[0] ?? ''));
  });
}

/** The status line if there is one in a moment, or null: the server still listens. */
const soon = (answer: Promise<string>): Promise<string | null> =>
  Promise.race([answer, new Promise<null>((resolve) => setTimeout(() => resolve(null), 400))]);

describe('a file of two hundred megabytes', () => {
  it.each([
    ['from who reported', 'incident/addFile', {}],
    ['from who reported and has signed in', 'incident/addFile', { signedIn: true }],
    ['from who works on the case', `incident/${newId()}/attach`, { signedIn: true }],
    ['as a report', 'incident/report', {}],
  ])('%s is refused before it is read', async (_who, path, { signedIn = false }: { signedIn?: boolean }) => {
    const sent = { length: 200 * megabyte, ...(signedIn ? { cookie } : {}) };
    expect(await begin(path, sent)).toContain('413');
  });
});

describe('many large files at once', () => {
  const waiting = { length: 8 * megabyte };
  it('from one sender are a few at a time, and nobody else is held back', async () => {
    const begun = [1, 2, 3, 4].map(() => begin('incident/addFile', waiting));
    expect(await Promise.race(begun)).toContain('429');
    expect((await Promise.all(begun.map(soon))).filter((one) => one === null)).toHaveLength(3);
    expect(await soon(begin('incident/addFile', { ...waiting, from: '192.0.2.2' }))).toBeNull();
  });

  it('from everywhere are as many as there is room for, and whoever has signed in is not held back', async () => {
    const from = Array.from({ length: 9 }, (_, at) => `198.51.100.${at}`);
    const begun = from.map((one) => begin('incident/addFile', { ...waiting, from: one }));
    expect(await Promise.race(begun)).toContain('503');
    expect((await Promise.all(begun.map(soon))).filter((one) => one === null)).toHaveLength(8);
    expect(await soon(begin('incident/addFile', { ...waiting, cookie }))).toBeNull();
  });

  it('leave room again when they are gone', async () => {
    expect(await soon(begin('incident/addFile', waiting))).toBeNull();
  });
});
