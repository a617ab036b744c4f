import { describe, expect, it } from 'vitest';
import { readConfiguration } from './configuration.ts';

const read = (environment: Record<string, string>) => readConfiguration(environment, '/srv/varna');

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

  it('tells of everything that is wrong at once', () => {
    const reading = read({ PORT: 'x', VARNA_SETUP: 'y', VARNA_Z: 'z' });
    expect(reading.ok ? [] : reading.problems).toHaveLength(3);
  });
});
