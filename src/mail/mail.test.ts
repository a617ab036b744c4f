import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consoleTextsSv } from '../console.texts.sv.ts';
import { type Attempt, attemptOf, giveUpAfter, isAboutServer, nextTry, settleMails } from './mail.ts';
import { compose, type MailDraft } from './message.ts';
import { isAddress, plainAddress, readSmtp } from './smtp.ts';
import type { Circumstances } from '../kernel/action.ts';
import { type Id, newId } from '../kernel/ids.ts';
import { system } from '../testing/actors.ts';

const now = new Date('2026-11-23T10:00:00Z');
const circumstances: Circumstances = {
  actor: system,
  now,
  today: '2026-11-23',
  newId,
  confirmed: new Set(),
};

function read(environment: Readonly<Record<string, string>>) {
  const faults: string[] = [];
  const refuse = (name: string) => void faults.push(name);
  const settings = readSmtp((name) => environment[name], refuse, consoleTextsSv);
  return { settings, faults };
}
const from = { SMTP_FROM: 'varna@kommun.se' };

describe('the settings of a mail server', () => {
  it.each([
    ['none at all', {}, null],
    ['a name', { SMTP_HOST: 'smtp.kommun.se' }, { port: 587, isImplicitTls: false, needsTls: true }],
    ['the port of TLS', { SMTP_HOST: 'smtp.kommun.se', SMTP_PORT: '465' }, { isImplicitTls: true }],
    ['this machine', { SMTP_HOST: '127.0.0.1', SMTP_PORT: '25' }, { needsTls: false }],
    ['a name that only looks like it', { SMTP_HOST: '127.0.0.1.evil.se' }, { needsTls: true }],
    ['encryption not demanded', { SMTP_HOST: 'relay', SMTP_TLS: 'optional' }, { needsTls: false }],
    [
      'an address',
      { SMTP_URL: 'smtp://anna%40kommun.se:p%20w@smtp.kommun.se' },
      { port: 587, user: 'anna@kommun.se', password: 'p w' },
    ],
    ['an address with TLS', { SMTP_URL: 'smtps://smtp.kommun.se' }, { port: 465, isImplicitTls: true }],
  ])('%s', (_what, environment, expected) => {
    const { settings, faults } = read(
      Object.keys(environment).length === 0 ? {} : { ...from, ...environment },
    );
    expect(faults).toEqual([]);
    if (expected === null) expect(settings).toBeNull();
    else expect(settings).toMatchObject(expected);
  });

  it.each([
    ['a sender alone', from, 'SMTP_FROM'],
    ['a password alone', { SMTP_PASSWORD: 'x' }, 'SMTP_PASSWORD'],
    ['no sender', { SMTP_HOST: 'a.se', SMTP_FROM: '' }, 'SMTP_FROM'],
    ['a sender with a name', { SMTP_HOST: 'a.se', SMTP_FROM: 'Värna <a@b.se>' }, 'SMTP_FROM'],
    ['two servers', { ...from, SMTP_HOST: 'a.se', SMTP_URL: 'smtp://b.se' }, 'SMTP_HOST'],
    ['a web address', { ...from, SMTP_URL: 'https://a.se' }, 'SMTP_URL'],
    ['a broken escape', { ...from, SMTP_URL: 'smtp://a:%zz@a.se' }, 'SMTP_URL'],
    ['a path', { ...from, SMTP_URL: 'smtp://a.se/b' }, 'SMTP_URL'],
    ['no port', { ...from, SMTP_HOST: 'a.se', SMTP_PORT: '0' }, 'SMTP_PORT'],
    ['a server with a space', { ...from, SMTP_HOST: 'a se' }, 'SMTP_HOST'],
    ['a user without password', { ...from, SMTP_HOST: 'a.se', SMTP_USER: 'x' }, 'SMTP_USER'],
    ['a word for encryption that is none', { ...from, SMTP_HOST: 'a.se', SMTP_TLS: 'no' }, 'SMTP_TLS'],
  ])('are refused with %s', (_what, environment, name) => {
    expect(read(environment).faults).toContain(name);
  });
});

const draft: MailDraft = {
  kind: 'checkpoint',
  address: 'revisor@kommun.se',
  personId: null,
  language: 'sv',
  subject: 'Loggens huvud',
  paragraphs: ['Ett <b>stycke</b>.'],
  verbatim: 'rad ett\nrad två\n',
  link: { label: 'Se loggen', url: 'https://varna.kommun.se/logg?a="b' },
  because: 'du är antecknad som vittne',
  attachment: { name: 'checkpoint-7.txt', text: 'x' },
};

describe('a mail', () => {
  it('says what it says as text and as HTML, and why it came', () => {
    const { text, html } = compose(draft, 'Provkommun');
    expect(text).toContain('Du får det här för att du är antecknad som vittne.');
    expect(text).toContain('rad ett\nrad två');
    expect(html).toContain('Ett &lt;b&gt;stycke&lt;/b&gt;.');
    expect(html).toContain('href="https://varna.kommun.se/logg?a=&quot;b"');
    expect(compose({ ...draft, language: 'en' }, 'Provkommun').text).toContain('You get this because');
  });

  it.each([
    ['the subject', { subject: 'Hej\r\nBcc: alla@kommun.se' }],
    ['the subject, with a bare line feed', { subject: 'Hej\nBcc: alla@kommun.se' }],
    ['the address', { address: 'a@kommun.se\r\nBcc: alla@kommun.se' }],
    ['the address, by a comma', { address: 'a@kommun.se,b@kommun.se' }],
    ['the name of the file', { attachment: { name: 'a\r\nb', text: '' } }],
  ])('cannot be given another header by %s', (_what, change) => {
    expect(() => compose({ ...draft, ...change }, 'Provkommun')).toThrow();
  });

  it('goes to nothing that has white space, a second at or a control character in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        const text = `${before}@${after}`;
        if (isAddress(text)) expect(text).toMatch(/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u);
      }),
    );
    expect(['a@b.se', 'åsa.öberg+värna@kommunen.se'].every(isAddress)).toBe(true);
    expect(['a@b', 'a@b..se', '@b.se', 'a@-b.se', '"a"@b.se'].some(isAddress)).toBe(false);
  });

  it('goes to every address that is plain', () => {
    fc.assert(fc.property(fc.stringMatching(new RegExp(plainAddress)), (text) => isAddress(text)));
    expect(new RegExp(plainAddress).test('anna.ek@min-kommun.se')).toBe(true);
  });
});

describe('a try', () => {
  it.each<[string, unknown, Attempt, boolean]>([
    ['a refused address', { code: 'EENVELOPE', responseCode: 550 }, { outcome: 'refused', code: 550 }, false],
    ['a full box', { code: 'EENVELOPE', responseCode: 452 }, { outcome: 'later', code: 452 }, false],
    ['a refused content', { code: 'EMESSAGE', responseCode: 554 }, { outcome: 'refused', code: 554 }, false],
    ['a wrong password', { code: 'EAUTH', responseCode: 535 }, { outcome: 'signIn', code: 535 }, true],
    ['no encryption', { code: 'ETLS' }, { outcome: 'encryption', code: null }, true],
    ['nobody there', { code: 'ECONNECTION' }, { outcome: 'unreachable', code: null }, true],
    ['something unknown', 'x', { outcome: 'unreachable', code: null }, true],
  ])('%s', (_what, error, expected, aboutServer) => {
    expect(attemptOf(error)).toEqual(expected);
    expect(isAboutServer(expected)).toBe(aboutServer);
  });

  it.each([
    ['the first waits a minute', 1, 0, 'later', 1],
    ['the second five', 2, 0, 'unreachable', 5],
    ['later ones four hours', 9, 0, 'later', 240],
    ['one refused is never tried again', 1, 0, 'refused', null],
    ['one to a device that is gone is never tried again', 1, 0, 'gone', null],
    ['one of two days is given up', 12, giveUpAfter, 'later', null],
  ] as const)('%s', (_what, attempts, age, outcome, minutes) => {
    const mail = { attempts, queuedAt: new Date(now.getTime() - age) };
    const again = nextTry(mail, { outcome, code: null }, now);
    expect(again === null ? null : (again.getTime() - now.getTime()) / 60_000).toBe(minutes);
  });
});

it('is told to the log by kind and person, and not by its words', () => {
  const mails = [
    { id: newId(), kind: 'checkpoint', personId: null, deviceId: null },
    { id: newId(), kind: 'test', personId: 'anna', deviceId: null },
  ];
  const input = {
    mails: mails.map(({ id }) => ({
      id: id as Id<'Mail'>, // just made
      outcome: 'accepted' as const,
      code: 250,
    })),
  };
  expect(settleMails(mails, input, circumstances)).toMatchObject({
    next: [{ state: 'sent' }, { state: 'sent' }],
    event: {
      kind: 'mail.sent',
      data: {
        mails: [
          { kind: 'checkpoint', to: 'outside' },
          { kind: 'test', to: 'anna' },
        ],
      },
    },
  });
  expect(settleMails([], input, circumstances)).toMatchObject({ code: 'alreadySettled' });
  const toDevices = mails.map((mail) => ({ ...mail, deviceId: newId() }));
  expect(settleMails(toDevices, input, circumstances)).toMatchObject({ event: { kind: 'push.sent' } });
});
