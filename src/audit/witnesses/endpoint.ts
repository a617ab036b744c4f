import {
  isCertificateFault,
  isPrivate,
  isTimeout,
  literalOf,
  lookupUnless,
  RefusedAddress,
} from '../../outgoing/addresses.ts';
import { AnswerTooLarge, postText } from '../../outgoing/post.ts';
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

/** The most that is kept of an answer, in characters. */
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
  const { allowsPrivate, ca, timeout } = options;
  const url = new URL(address);
  // A witness has an https address: in http anybody on the way could answer for it.
  if (url.protocol !== 'https:') return { ...notGiven('unreachable'), body: '' };
  const literal = literalOf(url);
  if (!allowsPrivate && literal !== null && isPrivate(literal))
    return { ...notGiven('privateAddress'), body: '' };
  try {
    const { status, body } = await postText(url, note, {
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      ca,
      timeout,
      ...(allowsPrivate ? {} : { lookup: publicLookup }),
    });
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

function detailOf(error: unknown): DeliveryDetail {
  if (error instanceof RefusedAddress) return 'privateAddress';
  if (error instanceof AnswerTooLarge) return 'answerTooLarge';
  if (isTimeout(error)) return 'timedOut';
  return isCertificateFault(error) ? 'certificate' : 'unreachable';
}
