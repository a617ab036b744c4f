import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { httpsServer, localhostCertificate } from '../../testing/https-server.ts';
import { type EndpointOptions, giveToEndpoint } from './endpoint.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let server: Awaited<ReturnType<typeof httpsServer>> | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});
const trusting: EndpointOptions = { allowsPrivate: true, ca: localhostCertificate, timeout: 20_000 };

async function give(answer: Answer, options = trusting, host?: string) {
  server = await httpsServer(answer);
  return giveToEndpoint(server.url(host), 'noten\n', options);
}
const ok: Answer = (_request, response) => response.end('tack\u001b[31m\r\n');

it('posts the note as plain text and keeps what is answered, without what is no text', async () => {
  let type: string | undefined;
  const given = await give((request, response) => {
    type = request.headers['content-type'];
    ok(request, response);
  });
  expect(given).toEqual({
    outcome: 'delivered',
    detail: null,
    answer: 'tack[31m\n',
    body: 'tack\u001b[31m\r\n',
  });
  expect(server?.posted).toEqual(['noten\n']);
  expect(type).toBe('text/plain; charset=utf-8');
});

it.each<[string, Answer, string]>([
  [
    'another address',
    (_request, response) => response.writeHead(302, { location: 'https://x.se' }).end(),
    'redirected',
  ],
  ['no', (_request, response) => response.writeHead(409).end('secret'), 'refusedByServer'],
  ['far too much', (_request, response) => response.end('x'.repeat(100_000)), 'answerTooLarge'],
  ['with a hung-up line', (request) => request.socket.destroy(), 'unreachable'],
])('does not count as given when it is answered %s', async (_what, answer, detail) => {
  const given = await give(answer);
  expect(given).toMatchObject({ outcome: 'failed', detail, body: '' });
  expect(given.answer).not.toContain('secret');
});

it('waits no longer than it may', async () => {
  expect(await give(() => undefined, { ...trusting, timeout: 100 })).toMatchObject({ detail: 'timedOut' });
});

it('does not talk to a certificate it cannot trust', async () => {
  const given = await give(ok, { allowsPrivate: true, timeout: 20_000 });
  expect(given).toMatchObject({ outcome: 'failed', detail: 'certificate' });
  expect(server?.posted).toEqual([]);
});

it.each([['localhost'], ['127.0.0.1'], ['[::1]']])(
  'does not reach into the house by %s unless it is allowed',
  async (host) => {
    expect(await give(ok, { ...trusting, allowsPrivate: false }, host)).toMatchObject({
      outcome: 'failed',
      detail: 'privateAddress',
    });
    expect(server?.posted).toEqual([]);
  },
);
