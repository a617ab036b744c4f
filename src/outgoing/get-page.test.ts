import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createSocketServer, type Server, type Socket } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { httpsServer, localhostCertificate } from '../testing/https-server.ts';
import { charsetOf, decoded } from './charset.ts';
import { type GetOptions, getPage } from './get-page.ts';

// Hostile servers on this machine: the setting allows exactly the one that a test starts.
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function listening(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(
    () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  );
  const address = server.address();
  return `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

const serve = (answer: RequestListener) => listening(createServer(answer));
/** A server that speaks as the test says, whether that is HTTP or not. */
const speak = (answer: (socket: Socket) => void) =>
  listening(createSocketServer((socket) => socket.once('data', () => answer(socket))));

function get(host: string, path = '/', more: Partial<GetOptions> = {}) {
  return getPage(`http://${host}${path}`, { internalHosts: new Set([host]), timeout: 20_000, ...more });
}

const page =
  (body: string | Buffer, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
const status =
  (code: number): RequestListener =>
  (_request, response) =>
    response.writeHead(code, { 'content-type': 'text/html' }).end('hemligt');

describe('a page that can be read', () => {
  it('is read, and nothing tells who asks', async () => {
    let asked: IncomingMessage | undefined;
    const host = await serve((request, response) => {
      asked = request;
      page('<p>Policyn ä</p>')(request, response);
    });
    expect(await get(host, '/policy?a=1#b')).toMatchObject({
      ok: true,
      kind: 'html',
      text: '<p>Policyn ä</p>',
    });
    expect(asked?.url).toBe('/policy?a=1');
    expect(Object.keys(asked?.headers ?? {}).toSorted()).toEqual([
      'accept',
      'accept-encoding',
      'accept-language',
      'connection',
      'host',
      'user-agent',
    ]);
  });

  it.each<[string, RequestListener]>([
    ['packed with gzip', page(gzipSync('Policyn ä'), { 'content-encoding': 'gzip' })],
    ['packed with Brotli', page(brotliCompressSync('Policyn ä'), { 'content-encoding': 'br' })],
    [
      'in Latin 1',
      page(Buffer.from('Policyn ä', 'latin1'), { 'content-type': 'text/html; charset="ISO-8859-1"' }),
    ],
    [
      'in what is not said to be Latin 1',
      page(Buffer.from('Policyn ä', 'latin1'), { 'content-type': 'text/html' }),
    ],
    ['as plain text', page('Policyn ä', { 'content-type': 'text/plain;charset=UTF-8' })],
  ])('is read when it is %s', async (_how, answer) => {
    expect(await get(await serve(answer))).toMatchObject({ ok: true, text: 'Policyn ä' });
  });

  it('is followed to, three times', async () => {
    const host = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) page('framme')(request, response);
      else response.writeHead(302, { location: `/${left - 1}` }).end();
    });
    expect(await get(host, '/3')).toMatchObject({ ok: true, text: 'framme' });
    expect(await get(host, '/4')).toMatchObject({ ok: false, fault: 'tooManyRedirects' });
  });

  it('is told by its fingerprint and not by its words when it is a PDF', async () => {
    const host = await serve(page('%PDF-1.7', { 'content-type': 'application/pdf' }));
    const sha256 = createHash('sha256').update('%PDF-1.7').digest('hex');
    expect(await get(host)).toMatchObject({ ok: true, kind: 'pdf', text: '', sha256 });
  });
});

/** Short only where it is to run out: a busy machine needs its time for the rest. */
const patience = (fault: string) => (fault === 'timedOut' ? { timeout: 1000 } : {});

describe('a hostile or broken server', () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
  it.each<[string, string, RequestListener]>([
    ['sends more than it may', 'tooLarge', page('x'.repeat(3 * 1024 * 1024))],
    ['sends what unpacks to more than it may', 'tooLarge', page(bomb, { 'content-encoding': 'gzip' })],
    ['says that it has packed what it has not', 'notReadable', page('hej', { 'content-encoding': 'gzip' })],
    ['packs twice', 'notReadable', page(gzipSync(gzipSync('hej')), { 'content-encoding': 'gzip, gzip' })],
    ['packs in a way of its own', 'notReadable', page('hej', { 'content-encoding': 'compress' })],
    ['says nothing of the type', 'notReadable', (_request, response) => response.writeHead(200).end('hej')],
    ['sends a picture', 'notReadable', page('hej', { 'content-type': 'image/png' })],
    [
      'speaks in a charset that nobody has',
      'notReadable',
      page('hej', { 'content-type': 'text/html; charset=klingon' }),
    ],
    ['asks for a sign-in', 'needsSignIn', status(401)],
    ['forbids', 'needsSignIn', status(403)],
    ['has no such page', 'notThere', status(404)],
    ['has had one', 'notThere', status(410)],
    ['has a fault', 'answeredError', status(500)],
    ['sends on without saying where', 'answeredError', status(302)],
    ['answers with nothing', 'answeredError', status(204)],
    ['hangs up', 'unreachable', (request) => request.socket.destroy()],
    [
      'hangs up midway',
      'unreachable',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': '100' });
        response.write('x');
        setTimeout(() => response.destroy(), 20);
      },
    ],
    [
      'hangs up midway in what it has packed',
      'unreachable',
      (_request, response) => {
        response.writeHead(200, {
          'content-type': 'text/html',
          'content-encoding': 'gzip',
          'content-length': '1000',
        });
        response.write(bomb.subarray(0, 100));
        setTimeout(() => response.destroy(), 20);
      },
    ],
    ['never answers', 'timedOut', () => undefined],
    [
      'drips',
      'timedOut',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        const timer = setInterval(() => response.write('x'), 50);
        response.on('close', () => clearInterval(timer));
      },
    ],
    [
      'sends on to a file',
      'refusedAddress',
      (_request, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    ],
    [
      'sends on with a password',
      'refusedAddress',
      (request, response) =>
        response.writeHead(302, { location: `http://a:b@${request.headers.host}/` }).end(),
    ],
    [
      'sends on to what is no address',
      'refusedAddress',
      (_request, response) => response.writeHead(302, { location: 'http://[' }).end(),
    ],
    [
      'sends on into the house',
      'refusedAddress',
      (_request, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end(),
    ],
    [
      'sends on to another port of the house',
      'refusedAddress',
      (_request, response) => response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(),
    ],
  ])('that %s is told as %s', async (_what, fault, answer) => {
    expect(await get(await serve(answer), '/', patience(fault))).toMatchObject({ ok: false, fault });
  });

  it.each<[string, string, (socket: Socket) => void]>([
    ['never ends its head', 'timedOut', (socket) => void socket.write('HTTP/1.1 200 OK\r\nx: ')],
    [
      'drips its head',
      'timedOut',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        const timer = setInterval(() => socket.write('x: y\r\n'), 50);
        socket.on('close', () => clearInterval(timer));
      },
    ],
    [
      'has a head larger than a page',
      'tooLarge',
      (socket) => void socket.write(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`),
    ],
    ['speaks another language', 'unreachable', (socket) => void socket.end('SSH-2.0-OpenSSH_9.2\r\n')],
    [
      'says two lengths',
      'unreachable',
      (socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 5\r\n\r\nhejsa'),
    ],
  ])('that %s is told as %s', async (_what, fault, answer) => {
    expect(await get(await speak(answer), '/', patience(fault))).toMatchObject({ ok: false, fault });
  });

  it('is not listened to for longer than it may in all, however it is divided', async () => {
    let asked = 0;
    const host = await serve((request, response) => {
      asked += 1;
      setTimeout(() => response.writeHead(302, { location: request.url ?? '/' }).end(), 300);
    });
    expect(await get(host, '/', { timeout: 700 })).toMatchObject({ ok: false, fault: 'timedOut' });
    // At 0, 300 and 600 ms: a time for each would have let it be asked a fourth time.
    expect(asked).toBeLessThanOrEqual(3);
  });
});

describe('an address within the house', () => {
  it.each(['127.0.0.1', 'localhost', '[::1]', '0x7f.1', '2130706433', '127.1', '[::ffff:127.0.0.1]', '0'])(
    'written %s is refused unless that very host and port is allowed',
    async (host) => {
      const own = await serve(page('hemligt'));
      const port = own.split(':')[1] ?? '';
      for (const internalHosts of [new Set<string>(), new Set([`127.0.0.1:${Number(port) + 1}`])]) {
        const got = await getPage(`http://${host}:${port}/`, { internalHosts, timeout: 20_000 });
        expect(got).toEqual({ ok: false, fault: 'refusedAddress', status: null });
      }
    },
  );

  it('is never one of a cloud’s own, whatever is allowed', async () => {
    const internalHosts = new Set(['169.254.169.254', '[::ffff:a9fe:a9fe]', '[fe80::1]']);
    for (const host of internalHosts)
      expect(await get(host, '/', { internalHosts })).toMatchObject({ fault: 'refusedAddress' });
  });

  it.each(['ftp://exempel.se/', 'file:///etc/passwd', 'http://a:b@exempel.se/', 'javascript:1', 'inget'])(
    'is not spoken to as %s',
    async (address) => {
      expect(await getPage(address, { internalHosts: new Set() })).toMatchObject({ fault: 'refusedAddress' });
    },
  );
});

it('relies on no certificate but a good one', async () => {
  const server = await httpsServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('hej'),
  );
  closing.push(() => server.close());
  const url = server.url();
  const internalHosts = new Set([new URL(url).host]);
  expect(await getPage(url, { internalHosts, timeout: 20_000 })).toMatchObject({ fault: 'certificate' });
  const trusting = { internalHosts, ca: localhostCertificate, timeout: 20_000 };
  expect(await getPage(url, trusting)).toMatchObject({ ok: true });
  const asPlain = url.replace('https:', 'http:');
  expect(await getPage(asPlain, { internalHosts, timeout: 20_000 })).toMatchObject({ ok: false });
});

describe('what a page is written in', () => {
  it.each<[string, string, string | null]>([
    ['text/html; charset=UTF-8', '', 'UTF-8'],
    ['text/html; charset="utf-8"; x', '', 'utf-8'],
    ['text/html', '<meta charset=iso-8859-1>', 'iso-8859-1'],
    [
      'text/html',
      '<meta http-equiv="content-type" content="text/html; charset=windows-1252">',
      'windows-1252',
    ],
    ['text/html', '\u00ef\u00bb\u00bf<meta charset=latin1>', 'utf-8'],
    ['text/html', 'inget sagt', null],
  ])('is found in %s and %s: %s', (type, head, charset) => {
    expect(charsetOf(type, Buffer.from(head, 'latin1'))).toBe(charset);
  });

  it('never stops on what is not a text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, type) => {
        const body = Buffer.from(bytes);
        decoded(body, charsetOf(type, body));
      }),
    );
  });
});
