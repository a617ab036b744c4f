import { describe, expect, it } from 'vitest';
import { codeAt, matchingStep, otpauthUri, stepOf, toBase32 } from './totp.ts';

/** RFC 6238 appendix B uses this secret; its codes have eight digits, of which ours are the last six. */
const secret = Buffer.from('12345678901234567890');

describe('codeAt', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at %i s it is %s (RFC 6238, appendix B)', (seconds, code) => {
    expect(codeAt(secret, stepOf(new Date(seconds * 1000)))).toBe(code);
  });
});

describe('matchingStep', () => {
  const now = new Date(1_234_567_890_000);
  const step = stepOf(now);
  it.each([
    ['the code of now', 0, 0, step],
    ['the code before, while it was typed', -1, 0, step - 1],
    ['the code after, a clock that is fast', 1, 0, step + 1],
    ['too old', -2, 0, null],
    ['too early', 2, 0, null],
    ['used already', 0, step, null],
    ['older than one used', -1, step, null],
    ['the next after one used', 1, step, step + 1],
  ])('%s', (_what, offset, lastUsed, expected) => {
    expect(matchingStep(secret, codeAt(secret, step + offset), now, lastUsed)).toBe(expected);
  });
});

it('writes base32 as RFC 4648 §10', () => {
  expect(['f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => toBase32(Buffer.from(text)))).toEqual([
    'MY',
    'MZXQ',
    'MZXW6',
    'MZXW6YQ',
    'MZXW6YTB',
    'MZXW6YTBOI',
  ]);
});

it('makes an address that apps read, with names that need escaping', () => {
  const uri = new URL(otpauthUri(secret, 'a+b@x.se', 'Värna Överkalix'));
  expect(uri.searchParams.get('issuer')).toBe('Värna Överkalix');
  expect(decodeURIComponent(uri.pathname)).toContain('Värna Överkalix:a+b@x.se');
});
