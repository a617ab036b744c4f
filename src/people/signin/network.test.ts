import fc from 'fast-check';
import { expect, it } from 'vitest';
import { networkOf } from './network.ts';

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::ffff:c000:207', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002:0000:0000:0000:0006', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:db8:1:3::6', '2001:db8:1:3::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::', '0:0:0:0::/64'],
  ['', ''],
  ['no address', 'no address'],
])('%s comes from %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it('is the same for all addresses of a /64, and for no other', () => {
  const group = fc.integer({ min: 0, max: 0xffff });
  const four = fc.tuple(group, group, group, group);
  const text = (groups: readonly number[]) => groups.map((one) => one.toString(16)).join(':');
  fc.assert(
    fc.property(four, four, four, four, (net, other, one, two) => {
      fc.pre(net.some((part) => part !== 0));
      expect(networkOf(text([...net, ...one]))).toBe(networkOf(text([...net, ...two])));
      if (text(net) !== text(other) && other.some((part) => part !== 0))
        expect(networkOf(text([...net, ...one]))).not.toBe(networkOf(text([...other, ...one])));
    }),
  );
});
