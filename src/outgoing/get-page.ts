import { createHash } from 'node:crypto';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { charsetOf, decoded } from './charset.ts';
import {
  isCertificateFault,
  isNever,
  isPrivate,
  isTimeout,
  literalOf,
  lookupUnless,
  RefusedAddress,
} from './addresses.ts';
import type { PageFault } from './page-fault.ts';

/** How a page is fetched. */
export interface GetOptions {
  /** Hosts within the house that may be read, as `host` or `host:port`; others with private addresses are refused. */
  readonly internalHosts: ReadonlySet<string>;
  /** Certificates to trust besides the usual ones; for tests. */
  readonly ca?: string;
  /** How long (ms) the whole may take, redirects and all. */
  readonly timeout?: number;
  /** The most that is read, and that it may unpack to (bytes). */
  readonly largest?: number;
}

/** What was read: where it was in the end, what it is, and its text (empty for a PDF), with the SHA-256 of what came. */
export type GotPage =
  | {
      readonly ok: true;
      readonly address: URL;
      readonly kind: 'html' | 'text' | 'pdf';
      readonly text: string;
      readonly sha256: string;
    }
  | { readonly ok: false; readonly fault: PageFault; readonly status: number | null };

const mostRedirects = 3;
/** The most that is read of an answer when nothing else is said, and of its head (bytes). */
const largestPage = 2 * 1024 * 1024;
const largestHead = 16 * 1024;

class Fault extends Error {
  readonly fault: PageFault;
  readonly status: number | null;

  constructor(fault: PageFault, status: number | null = null) {
    super(fault);
    this.fault = fault;
    this.status = status;
  }
}

/**
 * Reads a page as anybody would who is not signed in: http or https, no credentials, at most three redirects, each looked at as
 * the first address was; nothing within the house unless it is listed; 10 seconds and 2 MB in all, also unpacked.
 */
export async function getPage(address: string, options: GetOptions): Promise<GotPage> {
  const signal = AbortSignal.timeout(options.timeout ?? 10_000);
  try {
    let url = new URL(address);
    for (let hop = 0; hop <= mostRedirects; hop++) {
      const response = await ask(url, options, signal);
      const status = response.statusCode ?? 0;
      const { location } = response.headers;
      if (status < 300 || status >= 400 || location === undefined)
        return await read(response, url, status, options.largest ?? largestPage);
      response.destroy();
      url = new URL(location, url);
    }
    throw new Fault('tooManyRedirects');
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: error.fault, status: error.status };
    // A body that is cut off for the time it took ends with an error of another name.
    return { ok: false, fault: signal.aborted ? 'timedOut' : faultOf(error), status: null };
  }
}

function faultOf(error: unknown): PageFault {
  if (error instanceof RefusedAddress) return 'refusedAddress';
  if (isTimeout(error)) return 'timedOut';
  if (isCertificateFault(error)) return 'certificate';
  // An address that cannot be read as one, where a redirect led.
  if (error instanceof TypeError) return 'refusedAddress';
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) return 'notReadable';
  if (error instanceof Error && 'code' in error && error.code === 'HPE_HEADER_OVERFLOW') return 'tooLarge';
  return 'unreachable';
}

/** Is the address one that may be spoken to, as far as can be seen before its name is looked up? Throws when not. */
function refusing(url: URL, { internalHosts }: GetOptions): (address: string) => boolean {
  const hasCredentials = url.username !== '' || url.password !== '';
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || hasCredentials) throw new RefusedAddress();
  const isRefused = internalHosts.has(url.host) ? isNever : isPrivate;
  const literal = literalOf(url);
  if (literal !== null && isRefused(literal)) throw new RefusedAddress();
  return isRefused;
}

function ask(url: URL, options: GetOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const isRefused = refusing(url, options);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        method: 'GET',
        agent: false,
        signal,
        maxHeaderSize: largestHead,
        headers: {
          accept: 'text/html, text/plain;q=0.9, application/pdf;q=0.5',
          'accept-encoding': 'gzip',
          'accept-language': 'sv',
          'user-agent': 'Varna',
        },
        lookup: lookupUnless(isRefused),
        minVersion: 'TLSv1.2',
        ...(options.ca === undefined ? {} : { ca: options.ca }),
      },
      resolve,
    );
    asked.on('error', reject);
    asked.end();
  });
}

async function read(response: IncomingMessage, url: URL, status: number, largest: number): Promise<GotPage> {
  const fault = statusFault(status);
  if (fault !== null) {
    response.destroy();
    throw new Fault(fault, status);
  }
  const type = (response.headers['content-type'] ?? '').toLowerCase();
  const kind = kindOf(type);
  if (kind === null) {
    response.destroy();
    throw new Fault('notReadable', status);
  }
  const bytes = await wholeOf(response, largest);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (kind === 'pdf') return { ok: true, address: url, kind, text: '', sha256 };
  const text = decoded(bytes, charsetOf(type, bytes));
  if (text === null) throw new Fault('notReadable', status);
  return { ok: true, address: url, kind, text, sha256 };
}

function statusFault(status: number): PageFault | null {
  if (status === 200 || status === 203) return null;
  if (status === 401 || status === 403 || status === 407) return 'needsSignIn';
  return status === 404 || status === 410 ? 'notThere' : 'answeredError';
}

function kindOf(type: string): 'html' | 'text' | 'pdf' | null {
  if (/^(text\/html|application\/xhtml\+xml)\s*(;|$)/.test(type)) return 'html';
  if (/^text\/plain\s*(;|$)/.test(type)) return 'text';
  return /^application\/pdf\s*(;|$)/.test(type) ? 'pdf' : null;
}

/** The body unpacked, and never more of it than the limit: neither as it came nor as it becomes. */
async function wholeOf(response: IncomingMessage, largest: number): Promise<Buffer> {
  let received = 0;
  response.on('data', (part: Buffer) => {
    received += part.length;
    if (received > largest) response.destroy(new Fault('tooLarge'));
  });
  const unpacked = unpackedOf(response);
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of unpacked) {
    if (!Buffer.isBuffer(part)) throw new Fault('notReadable');
    length += part.length;
    if (length > largest) {
      response.destroy();
      throw new Fault('tooLarge');
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function unpackedOf(response: IncomingMessage): Readable {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return response;
  const packed = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
  };
  const unpack = Object.entries(packed).find(([name]) => name === encoding)?.[1];
  // Another packing, or several on each other: no page is sent so to somebody who asked for gzip.
  if (unpack === undefined) {
    response.destroy();
    throw new Fault('notReadable');
  }
  const unpacking = unpack();
  response.on('error', (error) => unpacking.destroy(error));
  response.on('aborted', () => unpacking.destroy(new Error('aborted')));
  return response.pipe(unpacking);
}
