import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNever, isPrivate } from './addresses.ts';

// The last five lead to an IPv4 address of the house by a gateway or a tunnel, or were once of a site.
it.each([
  ['8.8.8.8', false],
  ['2a00:1450:400f::200e', false],
  ['0.0.0.0', true],
  ['169.254.169.254', true],
  ['::1', true],
  ['::ffff:10.0.0.1', true],
  ['::10.0.0.1', true],
  ['64:ff9b::a00:1', true],
  ['64:ff9b:1::a00:1', true],
  ['2001:0:a00:1::', true],
  ['fec0::1', true],
])('%s is of an internal network: %s', (address, isSo) => {
  expect(isPrivate(address)).toBe(isSo);
});

const number = (from: number, to: number) => fc.integer({ min: from, max: to });
const any = number(0, 255);
const group = number(0, 0xffff).map((value) => value.toString(16));
const v4 = (...parts: fc.Arbitrary<number>[]) => fc.tuple(...parts).map((one) => one.join('.'));
const v6 = (first: fc.Arbitrary<number>) =>
  fc
    .tuple(first, fc.array(group, { minLength: 7, maxLength: 7 }))
    .map(([head, rest]) => [head.toString(16), ...rest].join(':'));
const privateV4 = fc.oneof(
  v4(fc.constant(10), any, any, any),
  v4(fc.constant(127), any, any, any),
  v4(fc.constant(172), number(16, 31), any, any),
  v4(fc.constant(192), fc.constant(168), any, any),
  v4(fc.constant(100), number(64, 127), any, any),
  v4(fc.constant(169), fc.constant(254), any, any),
  v4(number(224, 255), any, any, any),
  v4(fc.constant(0), any, any, any),
);
const privateV6 = fc.oneof(
  v6(number(0xfc00, 0xfdff)),
  v6(number(0xfe80, 0xfebf)),
  v6(number(0xfec0, 0xfeff)),
  v6(number(0xff00, 0xffff)),
  privateV4.map((address) => `::ffff:${address}`),
  privateV4.map((address) => `::${address}`),
  privateV4.map((address) => `64:ff9b::${address}`),
);

describe('every address of the house', () => {
  it('is known as one, however it is written', () => {
    fc.assert(fc.property(fc.oneof(privateV4, privateV6), (address) => isPrivate(address)));
  });

  it('is left when it is no address of a page, whatever is allowed', () => {
    const linkLocal = v4(fc.constant(169), fc.constant(254), any, any);
    const mapped = linkLocal.map((address) => new URL(`http://[::ffff:${address}]`).hostname.slice(1, -1));
    fc.assert(
      fc.property(
        fc.oneof(linkLocal, mapped, v6(number(0xfe80, 0xfebf)), v6(number(0xff00, 0xffff))),
        isNever,
      ),
    );
  });

  it('may be one that is allowed', () => {
    for (const address of ['10.1.2.3', '127.0.0.1', '::1', 'fd00::1', '192.168.1.1'])
      expect(isNever(address)).toBe(false);
  });
});
