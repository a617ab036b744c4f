import { describe, expect, test } from 'vitest';
import { judgeRelease, judgeServer, type ServerFacts } from './inspect.ts';
import { supervisorTextsEn } from './supervisor.texts.en.ts';
import { supervisorTextsSv } from './supervisor.texts.sv.ts';

const november = new Date('2026-11-23T12:00:00Z');
const sound: ServerFacts = {
  version: '18.6',
  fsync: 'on',
  fullPageWrites: 'on',
  synchronousCommit: 'on',
  listenAddresses: '',
  ssl: 'off',
};

describe('judgeRelease', () => {
  test.each([
    ['bundled', '18.4', november, ['bundledBehind']],
    ['system', '15.18 (Debian 15.18-0+deb12u1)', november, ['releaseBehind']],
    ['url', '17.10', november, ['releaseBehind']],
    ['url', '14.23', november, ['tooOld']],
    ['system', '18.6', november, []],
    ['system', '18.6', new Date('2027-01-15T00:00:00Z'), ['releaseBehind']],
    ['url', '18.99', november, ['unknownRelease']],
    ['url', '19beta1', november, ['unknownRelease']],
  ] as const)('%s %s', (source, version, now, codes) => {
    expect(judgeRelease(source, version, now, supervisorTextsSv).map(({ code }) => code)).toEqual(codes);
  });
});

describe('judgeServer', () => {
  test.each([
    ['a sound private cluster', 'system', {}, []],
    ['fsync off', 'url', { fsync: 'off' }, ['notDurable']],
    ['full_page_writes off', 'url', { fullPageWrites: 'off' }, ['notDurable']],
    ['synchronous_commit off', 'url', { synchronousCommit: 'off' }, ['notDurable']],
    [
      'both off are two warnings',
      'url',
      { fsync: 'off', fullPageWrites: 'off' },
      ['notDurable', 'notDurable'],
    ],
    ['a private cluster with any port', 'bundled', { listenAddresses: 'localhost' }, ['exposedPort']],
    ['a server on its own machine', 'url', { listenAddresses: 'localhost, 127.0.0.1,::1' }, []],
    ['a server on the network without TLS', 'url', { listenAddresses: '*' }, ['exposedPort']],
    ['a server on the network with TLS', 'url', { listenAddresses: '*', ssl: 'on' }, []],
  ] as const)('%s', (_, source, change, codes) => {
    const warnings = judgeServer(source, { ...sound, ...change }, november, supervisorTextsSv);
    expect(warnings.map(({ code }) => code)).toEqual(codes);
  });

  test('the sentence comes in the language asked for', () => {
    const facts = { ...sound, fsync: 'off' };
    expect(judgeServer('url', facts, november, supervisorTextsEn)[0]?.message).toContain('power fails');
    expect(judgeServer('url', facts, november, supervisorTextsSv)[0]?.message).toContain('strömavbrott');
  });
});
