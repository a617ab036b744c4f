import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

// Addresses that are not of the public internet (IANA special-purpose registries). Two lists of each: in one, the IPv6 form of
// IPv4 addresses would take them all.
const special = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  special.ipv4.addSubnet(net, prefix, 'ipv4');
}
for (const [net, prefix] of [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2001::', 23],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  special.ipv6.addSubnet(net, prefix, 'ipv6');
}

// Of those, what no house has a web page at: this host unspecified, a cloud's own instance data, one to many; and the ways
// from IPv6 into IPv4 by a gateway, which would hide such an address.
const never = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['224.0.0.0', 3],
] as const) {
  never.ipv4.addSubnet(net, prefix, 'ipv4');
}
for (const [net, prefix] of [
  ['::', 128],
  ['64:ff9b::', 96],
  ['2002::', 16],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  never.ipv6.addSubnet(net, prefix, 'ipv6');
}

/** Is this an address of an internal network, or of this machine? What is no address at all counts as one. */
export function isPrivate(address: string): boolean {
  return isIn(special, address);
}

/** Is this an address that is not spoken to whatever anybody allows: link-local, multicast, unspecified? */
export function isNever(address: string): boolean {
  // The list of IPv4 also knows its own addresses in IPv6 form (::ffff:a9fe:a9fe).
  return isIn(never, address) || never.ipv4.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
}

function isIn(list: typeof special, address: string): boolean {
  if (isIP(address) === 0) return true;
  const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
  return list[family].check(address, family);
}

/** Thrown where a name leads to an address that may not be spoken to. */
export class RefusedAddress extends Error {}

/**
 * Looks a name up once, and refuses it when any of its addresses is one that is refused: the one connected to is one of those
 * looked at, so that a name cannot answer differently the second time.
 */
export function lookupUnless(isRefused: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, '', 0);
      const [first] = addresses;
      if (first === undefined || addresses.some((one) => isRefused(one.address)))
        return callback(new RefusedAddress(), '', 0);
      return options.all === true ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
}

/** The address that a URL names as numbers; null when it names a host, which is looked up. */
export function literalOf(url: URL): string | null {
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(literal) === 0 ? null : literal;
}

const certificateFaults = /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|ERR_TLS|ERR_SSL/;

/** Is the fault that the other side's certificate cannot be relied on, or that it speaks no TLS that can be? */
export function isCertificateFault(error: unknown): boolean {
  return error instanceof Error && 'code' in error && certificateFaults.test(String(error.code));
}

/** Was it ended because it took too long? */
export function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError');
}
