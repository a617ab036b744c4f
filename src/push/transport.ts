import { request } from 'node:https';
import { dayOf } from '../kernel/calendar.ts';
import type { Services } from '../kernel/run.ts';
import type { Attempt } from '../mail/mail.ts';
import type { MailTransport } from '../mail/transport.ts';
import {
  isCertificateFault,
  isNever,
  isPrivate,
  isTimeout,
  literalOf,
  lookupUnless,
  RefusedAddress,
} from '../outgoing/addresses.ts';
import { theInstallation } from '../people/signin/installation.ts';
import { encryptFor } from './encrypt.ts';
import { serviceOf } from './endpoint.ts';
import { pushKeys, unsealAuth } from './keys.ts';
import { addressOfDevice } from './push-device.store.ts';
import { authorizationFor } from './vapid.ts';

/** How notices leave the house. */
export interface PushOptions {
  /** Hosts (`host:port`) that are spoken to besides the known services, within the house too; for tests. */
  readonly alsoTo?: ReadonlySet<string>;
  /** Certificates to trust besides the usual ones; for tests. */
  readonly ca?: string;
  /** How long (ms) a service may take. */
  readonly timeout?: number;
}

/**
 * How long (s) a service keeps a notice for a device that is off. A telephone that has been off for longer is woken by the next
 * step of the escalation.
 */
const keptFor = 4 * 3600;

/** What the answer of a push service means (RFC 8030 §5, §7.3). */
export function attemptOfStatus(status: number): Attempt {
  const outcome = (): Attempt['outcome'] => {
    if (status >= 200 && status < 300) return 'accepted';
    if (status === 404 || status === 410) return 'gone';
    if (status === 401 || status === 403) return 'signIn';
    return status === 429 || status >= 500 ? 'later' : 'refused';
  };
  return { outcome: outcome(), code: status };
}

/** Hands notices to the push services of the devices, each encrypted for its own browser. */
export function openPush(services: Services, options: PushOptions = {}): MailTransport {
  return {
    carries: 'push',
    serverOf: ({ address }) => address,
    close: () => undefined,
    send: async ({ deviceId, payload }) => {
      const { db, clock } = services;
      const now = clock();
      const device = await addressOfDevice(db, deviceId, dayOf(now));
      // Removed, or its owner has left, while it waited.
      if (device === null || payload === null) return { outcome: 'gone', code: null };
      try {
        const keys = await pushKeys(db, now);
        const authSecret = unsealAuth(device.authSealed, device.endpoint);
        const body = encryptFor({ publicKey: device.publicKey, authSecret }, Buffer.from(payload));
        const contact = theInstallation().publicUrl;
        const authorization = authorizationFor(device.endpoint, keys, contact, now);
        return attemptOfStatus(await post(new URL(device.endpoint), body, authorization, options));
      } catch (error) {
        return { outcome: outcomeOf(error), code: null };
      }
    },
  };
}

/** What cannot be made, or may not be sent, is given up; what the network did is tried again. One device never stops the others. */
function outcomeOf(error: unknown): Attempt['outcome'] {
  if (isCertificateFault(error)) return 'encryption';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const isOfNetwork = isTimeout(error) || /^(E(?!RR_)[A-Z]|HPE_)/.test(code);
  return isOfNetwork ? 'unreachable' : 'refused';
}

/** Posts to a known service, and answers with its status: no redirects, nothing of its words, no address within the house. */
async function post(
  url: URL,
  body: Buffer,
  authorization: string,
  { alsoTo, ca, timeout = 10_000 }: PushOptions,
): Promise<number> {
  const isInside = alsoTo?.has(url.host) === true;
  const isRefused = isInside ? isNever : isPrivate;
  const literal = literalOf(url);
  if ((!isInside && serviceOf(url.href) === null) || (literal !== null && isRefused(literal)))
    throw new RefusedAddress();
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        method: 'POST',
        agent: false,
        signal: AbortSignal.timeout(timeout),
        headers: {
          authorization,
          'content-encoding': 'aes128gcm',
          'content-length': body.length,
          'content-type': 'application/octet-stream',
          ttl: keptFor,
          urgency: 'high',
        },
        lookup: lookupUnless(isRefused),
        minVersion: 'TLSv1.2',
        ...(ca === undefined ? {} : { ca }),
      },
      (response) => {
        response.destroy();
        resolve(response.statusCode ?? 0);
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}
