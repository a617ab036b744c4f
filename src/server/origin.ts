/** The parts of a request that show which page sent it. */
export interface Sender {
  readonly method: string;
  /** Fetch Metadata, sent by every browser of 2023 and later; undefined from other programs. */
  readonly fetchSite: string | undefined;
  readonly origin: string | undefined;
  readonly host: string | undefined;
  readonly hasSession: boolean;
  readonly hasToken: boolean;
}

/**
 * Was a request that changes something sent by another site's page (cross-site request forgery)? A token is not sent
 * by a browser on its own accord, so a request that carries one is never forged. Otherwise Sec-Fetch-Site decides,
 * and in older browsers Origin; a request with a session and neither header does not come from a browser that a
 * session was given to.
 */
export function isForged(sender: Sender, publicOrigin: string): boolean {
  if (sender.method === 'GET' || sender.method === 'HEAD' || sender.method === 'OPTIONS') return false;
  if (sender.hasToken) return false;
  if (sender.fetchSite !== undefined) return sender.fetchSite !== 'same-origin';
  if (sender.origin !== undefined) return !isOwn(sender.origin, sender.host, publicOrigin);
  return sender.hasSession;
}

function isOwn(origin: string, host: string | undefined, publicOrigin: string): boolean {
  if (origin === publicOrigin) return true;
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
}
