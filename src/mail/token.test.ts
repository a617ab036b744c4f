import type { RequestListener } from 'node:http';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { httpsServer, localhostCertificate } from '../testing/https-server.ts';
import { answerJson, clientSecret, tokenServer, type TokenServer } from '../testing/token-server.ts';
import type { TokenFault } from './oauth.ts';
import { Tokens } from './token.ts';

let server: TokenServer;
beforeEach(async () => {
  server = await tokenServer();
});
afterEach(() => server.close());

const clock = { now: 0 };
const tokensOf = (change: object = {}, options: object = {}) =>
  new Tokens({ ...server.settings, ...change }, { timeout: 20_000, now: () => clock.now, ...options });

/** Uses a token at a server that refuses some; answers with those that it was shown, or with the fault. */
async function used(tokens: Tokens, refused: readonly string[] = []): Promise<string> {
  const shown: string[] = [];
  return tokens.use({
    work: (token) => {
      shown.push(token);
      return Promise.resolve(shown.join(' '));
    },
    isRefused: () => refused.includes(shown.at(-1) ?? ''),
    without: (fault) => fault,
  });
}

describe('a token', () => {
  it('is asked for as RFC 6749 §4.4.2 says', async () => {
    expect(await used(tokensOf())).toBe('token-1');
    expect(Object.fromEntries(server.asked[0] ?? [])).toEqual({
      grant_type: 'client_credentials',
      client_id: 'varna',
      client_secret: clientSecret,
      scope: 'https://outlook.office365.com/.default',
    });
    await used(tokensOf({ scope: undefined }));
    expect(server.asked[1]?.has('scope')).toBe(false);
  });

  it.each([
    ['long before its end', 3600, 3_400_000, 1],
    ['shortly before its end', 3600, 3_500_000, 2],
    ['that lasts for no time worth speaking of', 60, 0, 2],
    ['that does not say how long it lasts', undefined, 0, 2],
  ])('%s is fetched so often', async (_what, lasts, later, times) => {
    server.state.lasts = lasts;
    const tokens = tokensOf();
    clock.now = 0;
    await used(tokens);
    clock.now = later;
    await used(tokens);
    expect(server.asked).toHaveLength(times);
  });

  it('is fetched once by many that ask at the same time', async () => {
    const tokens = tokensOf();
    await Promise.all([used(tokens), used(tokens), used(tokens)]);
    expect(server.asked).toHaveLength(1);
  });

  it('out of memory that is refused is fetched anew, once', async () => {
    const tokens = tokensOf();
    await used(tokens);
    server.state.token = 'token-2';
    expect(await used(tokens, ['token-1'])).toBe('token-1 token-2');
    expect(await used(tokens)).toBe('token-2');
    server.state.token = 'token-3';
    expect(await used(tokens, ['token-2', 'token-3'])).toBe('token-2 token-3');
    expect(server.asked).toHaveLength(3);
  });

  it('that is new and refused is not fetched again, until the next time', async () => {
    const tokens = tokensOf();
    expect(await used(tokens, ['token-1'])).toBe('token-1');
    expect(server.asked).toHaveLength(1);
    await used(tokens);
    expect(server.asked).toHaveLength(2);
  });

  it('is fetched over https, with a certificate that is trusted', async () => {
    const secure = await httpsServer((_request, response) =>
      answerJson(response, 200, { token_type: 'bearer', access_token: 'säker'.replace('ä', 'a') }),
    );
    const change = { tokenUrl: secure.url() };
    expect(await used(tokensOf(change, { ca: localhostCertificate }))).toBe('saker');
    expect(await used(tokensOf(change))).toBe('tokenEncryption');
    await secure.close();
  });
});

describe('a sign-in service', () => {
  const says =
    (status: number, said: unknown): RequestListener =>
    (_request, response) =>
      answerJson(response, status, said);
  const token = { token_type: 'Bearer', access_token: 'a', expires_in: 60 };

  it.each<[string, TokenFault, RequestListener]>([
    ['does not know the secret', 'clientRefused', says(401, { error: 'invalid_client' })],
    ['does not know the secret, and says no more', 'clientRefused', says(401, null)],
    ['does not know the client', 'tokenRefused', says(400, { error: 'unauthorized_client' })],
    ['knows no such scope', 'tokenRefused', says(400, { error: 'invalid_scope' })],
    ['is overloaded', 'tokenUnreachable', says(503, {})],
    ['is asked too often', 'tokenUnreachable', says(429, { error: 'invalid_client' })],
    ['asks for patience', 'tokenUnreachable', says(400, { error: 'temporarily_unavailable' })],
    [
      'is elsewhere',
      'tokenUnreadable',
      (_request, response) => response.writeHead(302, { location: '/' }).end(),
    ],
    ['is no such thing', 'tokenUnreadable', (_request, response) => response.end('<p>Välkommen</p>')],
    ['has no such page', 'tokenUnreadable', (_request, response) => response.writeHead(404).end()],
    ['gives a token of another kind', 'tokenUnreadable', says(200, { ...token, token_type: 'mac' })],
    ['gives none', 'tokenUnreadable', says(200, { ...token, access_token: '' })],
    ['gives one that says more', 'tokenUnreadable', says(200, { ...token, access_token: 'a\u0001user=b' })],
    ['gives more than anybody reads', 'tokenUnreadable', says(200, { ...token, more: 'x'.repeat(70_000) })],
    ['hangs up', 'tokenUnreachable', (request) => request.socket.destroy()],
    ['never answers', 'tokenUnreachable', () => undefined],
    ['never ends', 'tokenUnreachable', (_request, response) => response.writeHead(200).write('{')],
  ])('that %s: %s', async (what, fault, answers) => {
    server.state.answers = answers;
    // Short only where it is to run out, and long enough for the good answer afterwards.
    const tokens = tokensOf({}, what.startsWith('never') ? { timeout: 2000 } : {});
    expect(await used(tokens)).toBe(fault);
    server.state.answers = null;
    expect(await used(tokens)).toBe('token-1');
  });

  it('refuses another secret, and neither it nor a token is seen in what holds it', async () => {
    const tokens = tokensOf({ clientSecret: 'fel-hemlighet' });
    expect(await used(tokens)).toBe('clientRefused');
    const right = tokensOf();
    await used(right);
    const seen = inspect([tokens, right], { showHidden: true, depth: 9 }) + JSON.stringify([tokens, right]);
    expect(seen).not.toMatch(/hemlighet|token-1/);
  });

  it('is given nothing where an error of the work itself is thrown', async () => {
    const fault = new Error('of the work');
    const failing = tokensOf().use({
      work: () => Promise.reject(fault),
      isRefused: () => true,
      without: String,
    });
    await expect(failing).rejects.toBe(fault);
  });
});
