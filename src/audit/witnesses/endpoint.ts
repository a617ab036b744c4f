import { request } from 'node:https';
import { finished } from 'node:stream/promises';
import {
  isCertificateFault,
  isPrivate,
  isTimeout,
  literalOf,
  lookupUnless,
  RefusedAddress,
} from '../../outgoing/addresses.ts';
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

const publicLookup = lookupUnless(isPrivate);

/** Posts the note to an https address: no redirects, no long answers, no internal networks unless allowed. */
export async function giveToEndpoint(
  address: string,
  note: string,
  options: EndpointOptions,
): Promise<EndpointGiven> {
  const url = new URL(address);
  const literal = literalOf(url);
  if (!options.allowsPrivate && literal !== null && isPrivate(literal))
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

function detailOf(error: unknown): DeliveryDetail {
  if (error instanceof RefusedAddress) return 'privateAddress';
  if (error instanceof AnswerTooLarge) return 'answerTooLarge';
  if (isTimeout(error)) return 'timedOut';
  return isCertificateFault(error) ? 'certificate' : 'unreachable';
}
