import { afterEach, beforeEach, expect, it } from 'vitest';
import { smtpServer, type SmtpServer } from '../testing/smtp-server.ts';
import { clientSecret, tokenServer, type TokenServer } from '../testing/token-server.ts';
import type { ClaimedMail } from './mail.store.ts';
import type { SmtpSettings } from './smtp.ts';
import { openTransport, tryTransport } from './transport.ts';

let server: SmtpServer;
let signIn: TokenServer;
beforeEach(async () => {
  [server, signIn] = await Promise.all([smtpServer(), tokenServer()]);
  server.state.token = 'token-1';
});
afterEach(() => Promise.all([server.close(), signIn.close()]));

const settings = (change: object = {}): SmtpSettings => ({
  host: '127.0.0.1',
  port: server.port,
  isImplicitTls: false,
  needsTls: false,
  user: 'varna@prov.example',
  password: undefined,
  oauth: { ...signIn.settings, ...change },
  from: 'varna@prov.example',
});
const mail: ClaimedMail = {
  id: '0190',
  address: 'revisor@prov.example',
  subject: 'Prov',
  text: 'Prov.',
  html: '<p>Prov.</p>',
  attachmentName: null,
  attachmentText: null,
  deviceId: null,
  payload: null,
  queuedAt: new Date('2026-11-23T10:00:00Z'),
  attempts: 1,
};

it('signs in with a token, and keeps it for what follows', async () => {
  const transport = openTransport(settings());
  const sent = await Promise.all([transport.send(mail), transport.send(mail)]);
  expect([...sent, await transport.send(mail)].map(({ outcome }) => outcome)).toEqual(
    Array.from({ length: 3 }, () => 'accepted'),
  );
  transport.close();
  expect(server.received).toHaveLength(3);
  expect(signIn.asked).toHaveLength(1);
});

it('fetches a token anew when the one in memory has ended, and sends what it was to send', async () => {
  const transport = openTransport(settings());
  server.answers.set('borta@prov.example', '421 closing');
  await transport.send(mail);
  // The connection is gone, and the token has been called back.
  await transport.send({ ...mail, address: 'borta@prov.example' });
  signIn.state.token = 'token-2';
  server.state.token = 'token-2';
  expect(await transport.send(mail)).toEqual({ outcome: 'accepted', code: 250 });
  transport.close();
  expect(signIn.asked).toHaveLength(2);
});

it.each<[string, object, () => void]>([
  ['tokenNotAccepted', { code: 535 }, () => void (server.state.token = 'another')],
  [
    'clientRefused',
    { code: null },
    () => void (signIn.state.answers = (_, response) => response.writeHead(401).end()),
  ],
  [
    'tokenUnreachable',
    { code: null },
    () => void (signIn.state.answers = (request) => request.socket.destroy()),
  ],
])('says %s, tries no more, and tells no secret', async (outcome, code, change) => {
  change();
  const attempt = await tryTransport(settings());
  expect(attempt).toEqual({ outcome, ...code });
  expect(signIn.asked).toHaveLength(1);
  expect(JSON.stringify(attempt)).not.toMatch(/hemligt|token-1/);
  expect(signIn.asked[0]?.get('client_secret')).toBe(clientSecret);
});

it('can be tried without sending', async () => {
  expect(await tryTransport(settings())).toEqual({ outcome: 'accepted', code: 250 });
  expect(server.received).toEqual([]);
});
