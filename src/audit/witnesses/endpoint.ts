import { lookup } from 'node:dns';
import { request } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { finished } from 'node:stream/promises';
import type { DeliveryDetail } from './delivery.ts';
import { type Given, notGiven } from './folder.ts';

/** How an endpoint is spoken to. */
export interface EndpointOptions {
  /** May the address be of an internal network? Whoever runs the installation decides. */
  readonly allowsPrivate: boolean;
  /** Certificates to trust besides the usual ones; for tests. */
  readonly ca?: string;
  /** How long (ms) the whole may take. */
  readonly timeout?: number;
}

/** The most that is read of an answer, and that is kept of it: bytes, characters. */
const largestAnswer = 64 * 1024;
const keptAnswer = 2000;

/** What the endpoint answered, whole, besides how it went. */
export type EndpointGiven = Given & { readonly body: string };

// Addresses that are not of the public internet (IANA special-purpose registries). Two lists: in one, the IPv6 form of IPv4
// addresses would take them all.
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

/** Is this an address of an internal network, or of this machine? */
export function isPrivate(address: string): boolean {
  if (isIP(address) === 0) return true;
  const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
  return special[family].check(address, family);
}

class PrivateAddress extends Error {}

/** Looks a name up, and refuses it when any of its addresses is private: the one connected to is one of those looked at. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, '', 0);
    const [first] = addresses;
    if (first === undefined || addresses.some((one) => isPrivate(one.address)))
      return callback(new PrivateAddress(), '', 0);
    return options.all === true ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};

/** Posts the note to an https address: no redirects, no long answers, no internal networks unless allowed. */
export async function giveToEndpoint(
  address: string,
  note: string,
  options: EndpointOptions,
): Promise<EndpointGiven> {
  const url = new URL(address);
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (!options.allowsPrivate && isIP(literal) !== 0 && isPrivate(literal))
    return { ...notGiven('privateAddress'), body: '' };
  try {
    const { status, body } = await post(url, note, options);
    const answer = body
      .replace(/[^\P{C}\n]/gu, '')
      .slice(0, keptAnswer)
      .toWellFormed();
    if (status >= 300 && status < 400) return { ...notGiven('redirected'), body: '' };
    if (status < 200 || status >= 300)
      return { outcome: 'failed', detail: 'refusedByServer', answer: `HTTP ${status}`, body: '' };
    return { outcome: 'delivered', detail: null, answer, body };
  } catch (error) {
    return { ...notGiven(detailOf(error)), body: '' };
  }
}

class AnswerTooLarge extends Error {}

async function post(
  url: URL,
  note: string,
  { allowsPrivate, ca, timeout = 10_000 }: EndpointOptions,
): Promise<{ status: number; body: string }> {
  const content = Buffer.from(note);
  const signal = AbortSignal.timeout(timeout);
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        method: 'POST',
        agent: false,
        signal,
        headers: {
          'content-type': 'text/plain; charset=utf-8',
          'content-length': content.length,
          'user-agent': 'Varna',
        },
        minVersion: 'TLSv1.2',
        ...(allowsPrivate ? {} : { lookup: publicLookup }),
        ...(ca === undefined ? {} : { ca }),
      },
      (response) => {
        const parts: Buffer[] = [];
        let length = 0;
        response.on('data', (part: Buffer) => {
          length += part.length;
          if (length > largestAnswer) response.destroy(new AnswerTooLarge());
          else parts.push(part);
        });
        finished(response).then(
          () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
          reject,
        );
      },
    );
    asked.on('error', reject);
    asked.end(content);
  });
}

const certificateFaults = /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|ERR_TLS/;

function detailOf(error: unknown): DeliveryDetail {
  if (error instanceof PrivateAddress) return 'privateAddress';
  if (error instanceof AnswerTooLarge) return 'answerTooLarge';
  if (!(error instanceof Error)) return 'unreachable';
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timedOut';
  return 'code' in error && certificateFaults.test(String(error.code)) ? 'certificate' : 'unreachable';
}
