/** What a notice says of mail that did not arrive. */
export interface ReturnNotice {
  /** Ids of the mails as Värna gives them in Message-ID. Whether they are ours, and were sent, is for the queue to say. */
  readonly mails: readonly string[];
  /** The code of the server that would not have it (RFC 5321 §4.2); null where it is not told. */
  readonly code: number | null;
}

/** Bytes of a notice that are looked through: what is returned below is the mail itself, which may be long. */
const longest = 256 * 1024;
/** Whoever returns more at once says nothing that can be relied on. */
const mostMails = 5;

const isDeliveryStatus = /^content-type:[ \t]*message\/delivery-status\b/im;
/** Only what is given up: `delayed` is tried again, and `relayed` has gone on (RFC 3464 §2.3.3). */
const hasFailed = /^action:[ \t]*failed\b/im;
const diagnostic = /^diagnostic-code:[ \t]*smtp[ \t]*;\s*(\d{3})\b/im;
const ownId =
  /^(?:message-id|in-reply-to|original-message-id):\s*<([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})@/gim;

/**
 * Reads a notice that mail did not arrive: a `multipart/report` with a delivery status (RFC 3462, RFC 3464), whose parts are never
 * encoded (RFC 2046 §5.2.1, RFC 3464 §2.1), so that their lines stand as they are. Null where it is none, says that the mail is still on
 * its way, or names no mail. Nothing in it can be trusted: only who got a mail of ours knows its id.
 */
export function readReturnNotice(bytes: Uint8Array, contentType: string): ReturnNotice | null {
  if (!contentType.startsWith('multipart/report')) return null;
  const lines = Buffer.from(bytes.subarray(0, longest)).toString('latin1');
  if (!isDeliveryStatus.test(lines) || !hasFailed.test(lines)) return null;
  const mails = new Set(Array.from(lines.matchAll(ownId), ([, id = '']) => id.toLowerCase()));
  if (mails.size === 0 || mails.size > mostMails) return null;
  const [, code] = diagnostic.exec(lines) ?? [];
  return { mails: [...mails], code: code === undefined ? null : Number(code) };
}
