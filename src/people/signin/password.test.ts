import { expect, it } from 'vitest';
import { type PasswordFault, passwordFault } from './password.ts';
import { hashPassword, passwordMatches } from './password-hash.ts';

const known = ['anna.berg@overkalix.se', 'Anna Berg', 'Överkalix kommun'];

it.each<[string, PasswordFault | null]>([
  ['kratta moln bil tröskel', null],
  ['J4mtl4ndsgr4nsen-vid-V', null],
  ['vattenmelonskalare', null],
  ['q9#Lw2!pZx7&', null],
  ['sommar2026!!', 'passwordCommon'],
  ['Sommar-2026-!', 'passwordCommon'],
  ['Vinter2025Vinter', 'passwordCommon'],
  ['lösenord1234', 'passwordCommon'],
  ['LÖSENORD!!!!', 'passwordCommon'],
  ['losenord2026', 'passwordCommon'],
  ['P@ssw0rd2026', 'passwordCommon'],
  ['januari-2026', 'passwordCommon'],
  ['stockholm1234', 'passwordCommon'],
  ['hejhejhejhej', 'passwordMonotonous'],
  ['password123!', 'passwordCommon'],
  ['20261123-2026', 'passwordCommon'],
  ['aaaaaaaaaaaa', 'passwordMonotonous'],
  ['qwertyuiopåå', 'passwordMonotonous'],
  ['asdfghjklöäö', 'passwordMonotonous'],
  ['123456789012', 'passwordMonotonous'],
  ['abcdefghijkl', 'passwordMonotonous'],
  ['annaberg1234', 'passwordLikeYou'],
  ['Anna.Berg-2026', 'passwordLikeYou'],
  ['överkalix-gbg1', 'passwordLikeYou'],
])('%s: %s', (password, fault) => {
  expect(passwordFault(password, known)).toBe(fault);
});

it('hashes differently each time, and knows its own', async () => {
  const first = await hashPassword('kratta moln bil');
  const second = await hashPassword('kratta moln bil');
  expect(first).not.toBe(second);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwordMatches('kratta moln bil', first)).toBe(true);
  expect(await passwordMatches('kratta moln bi', first)).toBe(false);
});

it('does not care how the keyboard composed å', async () => {
  const stored = await hashPassword('\u00e5terst\u00e4llning');
  expect(await passwordMatches('a\u030aterst\u0061\u0308llning', stored)).toBe(true);
});

it('does the same work where there is no account', async () => {
  const stored = await hashPassword('kratta moln bil');
  const timed = async (against: string | null) => {
    const begun = process.cpuUsage();
    await passwordMatches('fel lösenord', against);
    const { user, system } = process.cpuUsage(begun);
    return user + system;
  };
  await timed(stored);
  // Processor time, not the clock: other tests run beside this one. A comparison skipped would take a hundredth.
  expect(await timed(null)).toBeGreaterThan((await timed(stored)) / 4);
  expect(await passwordMatches('AAAA', null)).toBe(false);
});
