import { isCertificateFault } from '../outgoing/addresses.ts';
import { AnswerTooLarge, postText } from '../outgoing/post.ts';
import type { OauthSettings, TokenFault } from './oauth.ts';

/** How tokens are fetched, where tests want it otherwise. */
export interface TokenOptions {
  /** Certificates to trust besides the usual ones. */
  readonly ca?: string;
  /** How long (ms) the sign-in service may take. */
  readonly timeout?: number;
  /** Milliseconds on a clock that is never set. */
  readonly now?: () => number;
}

/** How long before its end (ms) a token is not used any more. */
const margin = 120_000;

/** What is done with a token. */
interface TokenUse<Done> {
  readonly work: (token: string) => Promise<Done>;
  /** Did the server refuse the token itself? */
  readonly isRefused: (done: Done) => boolean;
  /** What it comes to when there is no token. */
  readonly without: (fault: TokenFault) => Done;
}

interface Kept {
  readonly token: string;
  readonly until: number;
}

/** The tokens of one client (RFC 6749 §4.4), in memory and nowhere else. */
export class Tokens {
  readonly #settings: OauthSettings;
  readonly #options: TokenOptions;
  readonly #now: () => number;
  #kept: Kept | null = null;
  #fetching: Promise<Kept> | null = null;

  constructor(settings: OauthSettings, options: TokenOptions = {}) {
    this.#settings = settings;
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
  }

  /**
   * Does something with a token. One out of memory that the server refuses is forgotten and fetched anew, once: it may have been
   * called back, or the client has been given a right since. One that was new is forgotten too, and the refusal stands.
   */
  async use<Done>({ work, isRefused, without }: TokenUse<Done>): Promise<Done> {
    try {
      const isOld = this.#usable() !== null;
      const first = await this.#token();
      const done = await work(first);
      if (!isRefused(done)) return done;
      this.#forget(first);
      if (!isOld) return done;
      const second = await this.#token();
      const again = await work(second);
      if (isRefused(again)) this.#forget(second);
      return again;
    } catch (error) {
      if (error instanceof NoToken) return without(error.fault);
      throw error;
    }
  }

  #usable(): Kept | null {
    return this.#kept !== null && this.#now() < this.#kept.until ? this.#kept : null;
  }

  /** The token in memory, or a new one; those who ask while it is fetched share it. @throws NoToken */
  async #token(): Promise<string> {
    const kept = this.#usable();
    if (kept !== null) return kept.token;
    this.#fetching ??= fetchToken(this.#settings, this.#options, this.#now).finally(() => {
      this.#fetching = null;
    });
    this.#kept = await this.#fetching;
    return this.#kept.token;
  }

  #forget(token: string): void {
    if (this.#kept?.token === token) this.#kept = null;
  }
}

class NoToken extends Error {
  readonly fault: TokenFault;
  constructor(fault: TokenFault) {
    super(`no token: ${fault}`);
    this.fault = fault;
  }
}

async function fetchToken(settings: OauthSettings, options: TokenOptions, now: () => number): Promise<Kept> {
  const { tokenUrl, clientId, clientSecret, scope } = settings;
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    ...(scope === undefined ? {} : { scope }),
  });
  const asked = now();
  // It may lead within the house: whoever runs it has said where.
  const answer = await postText(new URL(tokenUrl), form.toString(), {
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    ca: options.ca,
    timeout: options.timeout,
  }).catch((error: unknown) => {
    // The fault itself is left behind: what it says is of no use to anybody, and might hold more than it should.
    throw new NoToken(faultOf(error));
  });
  const said = fieldsOf(answer.body);
  if (answer.status !== 200) throw new NoToken(faultOfRefusal(answer.status, said['error']));
  const { access_token: token, token_type: type, expires_in: seconds } = said;
  const isBearer = typeof type === 'string' && type.toLowerCase() === 'bearer';
  // A token is of visible characters (RFC 6749 appendix A.12); another could say more to the server than it should.
  if (!isBearer || typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token))
    throw new NoToken('tokenUnreadable');
  // Without an end that is known it is used once (§5.1).
  const lasts = Number(seconds);
  return { token, until: Number.isFinite(lasts) ? asked + lasts * 1000 - margin : asked };
}

function faultOf(error: unknown): TokenFault {
  if (error instanceof AnswerTooLarge) return 'tokenUnreadable';
  return isCertificateFault(error) ? 'tokenEncryption' : 'tokenUnreachable';
}

/** What a refusal means (RFC 6749 §5.2). An answer that is none of those is of something else than a sign-in service. */
function faultOfRefusal(status: number, error: unknown): TokenFault {
  if (status === 429 || status >= 500 || error === 'temporarily_unavailable') return 'tokenUnreachable';
  if (error === 'invalid_client') return 'clientRefused';
  if (typeof error === 'string') return 'tokenRefused';
  return status === 401 ? 'clientRefused' : 'tokenUnreadable';
}

function fieldsOf(body: string): Readonly<Record<string, unknown>> {
  try {
    const said: unknown = JSON.parse(body);
    return typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
