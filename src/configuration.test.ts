import { describe, expect, it } from 'vitest';
import { readConfiguration } from './configuration.ts';

const read = (environment: Record<string, string>) => readConfiguration(environment, '/srv/varna');

const imap = { IMAP_HOST: 'outlook.office365.com', IMAP_USER: 'incident@kommunen.se' };
const smtp = { SMTP_HOST: 'smtp.office365.com', SMTP_FROM: 'a@b.se', SMTP_USER: 'a@b.se' };
/** What a server signs in with instead of a password. */
const oauth = (prefix: string, change: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(
    Object.entries({
      TOKEN_URL: 'https://login.example/prov/oauth2/v2.0/token',
      CLIENT_ID: 'varna',
      CLIENT_SECRET: 'hemligt',
      ...change,
    }).map(([name, value]) => [`${prefix}_OAUTH_${name}`, value]),
  );

describe('readConfiguration', () => {
  it('needs nothing', () => {
    expect(read({})).toEqual({
      ok: true,
      configuration: {
        host: '127.0.0.1',
        port: 4780,
        dataDirectory: '/srv/varna/data',
        databaseUrl: undefined,
        appDatabaseUrl: undefined,
        publicUrl: 'http://127.0.0.1:4780',
        setup: undefined,
        secretKey: undefined,
        binaries: undefined,
        serverUser: undefined,
        smtp: null,
        imap: null,
        allowsPrivateWitnesses: false,
        scanCommand: null,
        language: 'sv',
      },
    });
  });

  it.each([
    ['an empty variable is as none', { PORT: '', VARNA_SETUP: '' }, { port: 4780, setup: undefined }],
    ['a folder is relative to where we stand', { VARNA_DATA: 'x/y' }, { dataDirectory: '/srv/varna/x/y' }],
    [
      'all addresses: people come by name',
      { HOST: '0.0.0.0', PORT: '80' },
      { publicUrl: 'http://localhost:80' },
    ],
    ['IPv6 is written in brackets', { HOST: '::1' }, { publicUrl: 'http://[::1]:4780' }],
    [
      'a slash at the end is taken away',
      { VARNA_PUBLIC_URL: 'https://v.se/' },
      { publicUrl: 'https://v.se' },
    ],
    ['a profile', { VARNA_SETUP: 'overkalix' }, { setup: 'overkalix' }],
    [
      'a mail server',
      { SMTP_URL: 'smtp://a:b@smtp.kommun.se', SMTP_FROM: 'varna@kommun.se' },
      { smtp: { host: 'smtp.kommun.se', needsTls: true } },
    ],
    [
      'a mailbox',
      { IMAP_HOST: 'imap.kommun.se', IMAP_USER: 'incident', IMAP_PASSWORD: 'hemligt' },
      { imap: { host: 'imap.kommun.se', port: 993, isImplicitTls: true, needsTls: true } },
    ],
    [
      'a mailbox that takes tokens',
      { ...imap, ...oauth('IMAP', { SCOPE: 'https://outlook.office365.com/.default' }) },
      {
        imap: {
          password: undefined,
          oauth: {
            tokenUrl: 'https://login.example/prov/oauth2/v2.0/token',
            clientId: 'varna',
            clientSecret: 'hemligt',
            scope: 'https://outlook.office365.com/.default',
          },
        },
      },
    ],
    [
      'a mail server that takes tokens',
      { ...smtp, ...oauth('SMTP') },
      { smtp: { user: 'a@b.se', oauth: { clientId: 'varna', scope: undefined } } },
    ],
    [
      'the same by address',
      { SMTP_URL: 'smtp://a%40b.se@smtp.office365.com', SMTP_FROM: 'a@b.se', ...oauth('SMTP') },
      { smtp: { user: 'a@b.se', password: undefined, oauth: { clientId: 'varna' } } },
    ],
    [
      'tokens of this machine',
      { ...imap, ...oauth('IMAP', { TOKEN_URL: 'http://[::1]:8080/token' }) },
      { imap: { oauth: { tokenUrl: 'http://[::1]:8080/token' } } },
    ],
    ['witnesses within the house', { VARNA_WITNESS_NETWORK: 'any' }, { allowsPrivateWitnesses: true }],
    ['a scanner', { VARNA_SCAN_COMMAND: 'clamdscan -' }, { scanCommand: 'clamdscan -' }],
    ['any free port', { PORT: '0' }, { port: 0 }],
    ['the highest port', { PORT: '65535' }, { port: 65_535 }],
  ])('%s', (_what, environment, expected) => {
    const reading = read(environment);
    expect(reading).toMatchObject({ ok: true, configuration: expected });
  });

  it.each([
    [{ PORT: '65536' }, 'PORT'],
    [{ PORT: '-1' }, 'PORT'],
    [{ PORT: '80a' }, 'PORT'],
    [{ VARNA_SETUP: 'kalix' }, 'VARNA_SETUP'],
    [{ VARNA_PUBLIC_URL: 'varna.se' }, 'VARNA_PUBLIC_URL'],
    [{ VARNA_PUBLIC_URL: 'https://varna.se/app' }, 'VARNA_PUBLIC_URL'],
    [{ VARNA_PUBLIC_URL: 'ftp://varna.se' }, 'VARNA_PUBLIC_URL'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ DATABASE_APP_URL: 'postgres://x' }, 'DATABASE_APP_URL'],
    [{ VARNA_SECRET_KEY: 'short' }, 'VARNA_SECRET_KEY'],
    [{ VARNA_BINARIES: 'mine' }, 'VARNA_BINARIES'],
    [{ SMTP_HOST: 'smtp.kommun.se' }, 'SMTP_FROM'],
    [{ IMAP_HOST: 'imap.kommun.se', IMAP_USER: 'incident' }, 'IMAP_USER'],
    [{ IMAP_PASSWORD: 'hemligt' }, 'IMAP_PASSWORD'],
    [{ IMAP_HOST: 'a b', IMAP_USER: 'x', IMAP_PASSWORD: 'y' }, 'IMAP_HOST'],
    [{ IMAP_HOST: 'a', IMAP_PORT: '0', IMAP_USER: 'x', IMAP_PASSWORD: 'y' }, 'IMAP_PORT'],
    [{ IMAP_HOST: 'a', IMAP_TLS: 'no', IMAP_USER: 'x', IMAP_PASSWORD: 'y' }, 'IMAP_TLS'],
    [{ ...imap, ...oauth('IMAP', { CLIENT_SECRET: '' }) }, 'IMAP_OAUTH_CLIENT_SECRET'],
    [{ ...imap, ...oauth('IMAP', { TOKEN_URL: '' }) }, 'IMAP_OAUTH_TOKEN_URL'],
    [{ ...imap, ...oauth('IMAP', { TOKEN_URL: 'http://login.example/token' }) }, 'IMAP_OAUTH_TOKEN_URL'],
    [{ ...imap, ...oauth('IMAP', { TOKEN_URL: 'http://127.0.0.1.evil.se/' }) }, 'IMAP_OAUTH_TOKEN_URL'],
    [{ ...imap, ...oauth('IMAP', { TOKEN_URL: 'https://a:b@login.example/' }) }, 'IMAP_OAUTH_TOKEN_URL'],
    [{ ...imap, ...oauth('IMAP'), IMAP_PASSWORD: 'hemligt' }, 'IMAP_OAUTH_CLIENT_SECRET'],
    [{ ...imap, ...oauth('IMAP'), IMAP_TLS: 'optional' }, 'IMAP_TLS'],
    [{ ...imap, ...oauth('IMAP'), IMAP_USER: '' }, 'IMAP_USER'],
    [oauth('IMAP'), 'IMAP_OAUTH_TOKEN_URL'],
    [{ ...smtp, ...oauth('SMTP', { CLIENT_ID: '' }) }, 'SMTP_OAUTH_CLIENT_ID'],
    [{ ...smtp, ...oauth('SMTP'), SMTP_USER: '' }, 'SMTP_USER'],
    [oauth('SMTP'), 'SMTP_OAUTH_TOKEN_URL'],
    [{ VARNA_LANGUAGE: 'fi' }, 'VARNA_LANGUAGE'],
    [{ VARNA_STEUP: 'tom' }, 'VARNA_STEUP'],
  ])('%o is refused by name', (environment, name) => {
    const reading = read(environment);
    expect(reading.ok).toBe(false);
    expect(reading.ok ? [] : reading.problems).toEqual([expect.stringContaining(name)]);
  });

  it('never repeats a password that stands in a variable that is wrong', () => {
    const reading = read({ SMTP_URL: 'smtp://anna:hemligt@smtp.kommun.se/x', SMTP_FROM: 'a@b.se' });
    expect(reading.ok ? [] : reading.problems.join()).toMatch(/^(?!.*hemligt).*SMTP_URL/);
  });

  it.each(['IMAP', 'SMTP'])('never repeats the secret of a client (%s)', (prefix) => {
    const reading = read({ ...imap, ...smtp, ...oauth(prefix, { TOKEN_URL: 'ftp://a:hemligt@b.se' }) });
    expect(reading.ok ? '' : reading.problems.join()).toMatch(/^(?!.*hemligt).*_OAUTH_TOKEN_URL/s);
  });

  it('tells of everything that is wrong at once', () => {
    const reading = read({ PORT: 'x', VARNA_SETUP: 'y', VARNA_Z: 'z' });
    expect(reading.ok ? [] : reading.problems).toHaveLength(3);
  });
});
