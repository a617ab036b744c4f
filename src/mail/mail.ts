import { Type } from 'typebox';
import type { Circumstances, Decision } from '../kernel/action.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { Fields, IdOf, OneOf, OrNull, type Static } from '../kernel/schema.ts';
import { type ComposedMail, compose } from './message.ts';
import { isAddress } from './smtp.ts';
import { pickTexts } from '../kernel/texts.ts';
import { mailTexts } from './mail.texts.ts';
import { tokenFaults } from './oauth.ts';

/** Where a mail stands. */
export const mailStates = ['queued', 'sent', 'failed'] as const;
export type MailState = (typeof mailStates)[number];

/** What the queue carries: mail to an address, or notices to a device (web push). */
export const channels = ['mail', 'push'] as const;
export type Channel = (typeof channels)[number];

/**
 * What came of the latest try. The server's own words are never kept: they may hold addresses, and what was meant for somebody
 * else.
 */
export const mailOutcomes = [
  'accepted',
  'refused',
  'later',
  'unreachable',
  'signIn',
  'encryption',
  'noServer',
  'gone',
  'returned',
  ...tokenFaults,
] as const;
export type MailOutcome = (typeof mailOutcomes)[number];

/** How it went: the outcome, and the server's code (RFC 5321 §4.2) where it gave one. */
export interface Attempt {
  readonly outcome: MailOutcome;
  readonly code: number | null;
}

const minute = 60_000;
/** How long a mail waits after its 1st, 2nd … failed try (ms); the last of them for every later one. */
const waits = [minute, 5 * minute, 15 * minute, 60 * minute, 240 * minute];
/** How long a mail is tried at all (ms): what is two days old is no news any more, and the log says that it never came. */
export const giveUpAfter = 48 * 60 * minute;

/** Outcomes that say something of the server as a whole. */
const aboutServer: readonly MailOutcome[] = ['unreachable', 'signIn', 'encryption', ...tokenFaults];

/** After these the server as a whole is not to be had: trying the next mail at once would be to knock on a closed door. */
export function isAboutServer({ outcome }: Attempt): boolean {
  return aboutServer.includes(outcome);
}

/** What follows a try that was not accepted: when it is tried again, or null when it is given up. */
export function nextTry(
  mail: { readonly queuedAt: Date; readonly attempts: number },
  { outcome }: Attempt,
  now: Date,
): Date | null {
  // A refusal with 5xx is the receiving side's last word (RFC 5321 §4.2.1), and so is that there is no such device (RFC 8030 §7.3).
  if (outcome === 'refused' || outcome === 'gone') return null;
  const wait = waits[Math.min(Math.max(mail.attempts, 1), waits.length) - 1] ?? 0;
  const at = new Date(now.getTime() + wait);
  return at.getTime() - mail.queuedAt.getTime() > giveUpAfter ? null : at;
}

/** What an error of the mail library means. Of it, only its codes are looked at. */
export function attemptOf(error: unknown): Attempt {
  const field = (name: string): unknown =>
    typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[name] : undefined;
  const code = typeof field('responseCode') === 'number' ? (field('responseCode') as number) : null;
  switch (field('code')) {
    case 'EAUTH':
    case 'ENOAUTH':
      return { outcome: 'signIn', code };
    case 'ETLS':
      return { outcome: 'encryption', code };
    case 'EENVELOPE':
    case 'EMESSAGE':
      return { outcome: code !== null && code >= 500 ? 'refused' : 'later', code };
    default:
      return { outcome: 'unreachable', code };
  }
}

/** An address without whose it is: where it leads is still seen, for whoever looks for why nothing arrives. */
export function addressOfNobody(address: string): string {
  const at = address.lastIndexOf('@');
  return at === -1 ? '' : `…${address.slice(at)}`;
}

export const settleInput = Fields({
  mails: Type.Array(
    Fields({ id: IdOf<'Mail'>(), outcome: OneOf(mailOutcomes), code: OrNull(Type.Integer()) }),
    { minItems: 1, maxItems: 200 },
  ),
});

/** A mail whose state is about to change. */
export interface LockedMail {
  readonly id: string;
  readonly kind: string;
  readonly personId: string | null;
  /** The device that it is for; null for mail. */
  readonly deviceId: string | null;
}

export interface Settled {
  readonly id: string;
  readonly deviceId: string | null;
  readonly state: 'sent' | 'failed';
  readonly outcome: MailOutcome;
  readonly code: number | null;
  readonly at: Date;
}

/** What became of some mails, for good. */
export function settleMails(
  mails: readonly LockedMail[],
  input: Static<typeof settleInput>,
  { now }: Circumstances,
): Decision<readonly Settled[]> | Refusal {
  const known = new Map(mails.map((mail) => [mail.id, mail]));
  const settled = input.mails.flatMap(({ id, outcome, code }): Settled[] => {
    const mail = known.get(id);
    if (mail === undefined) return [];
    const state = outcome === 'accepted' ? 'sent' : 'failed';
    return [{ id, deviceId: mail.deviceId, state, outcome, code, at: now }];
  });
  if (settled.length === 0) return refuse('alreadySettled');
  const hasFailed = settled.every((one) => one.state === 'failed');
  const data = toldOf(settled, mails);
  // One queue never settles both at once.
  return settled.some((one) => one.deviceId !== null)
    ? { next: settled, event: { kind: hasFailed ? 'push.failed' : 'push.sent', record: null, data } }
    : { next: settled, event: { kind: hasFailed ? 'mail.failed' : 'mail.sent', record: null, data } };
}

export const noteReturnInput = Fields({
  mails: Type.Array(IdOf<'Mail'>(), { minItems: 1, maxItems: 5 }),
  code: OrNull(Type.Integer()),
});

/** Mails that a server took and that have come back since: whoever carried them further could not deliver them. */
export function returnMails(
  mails: readonly LockedMail[],
  { code }: Static<typeof noteReturnInput>,
  { now }: Circumstances,
): Decision<readonly Settled[]> | Refusal {
  // Nothing but mail comes back.
  const returned = mails
    .filter(({ deviceId }) => deviceId === null)
    .map(
      ({ id, deviceId }): Settled => ({ id, deviceId, state: 'failed', outcome: 'returned', code, at: now }),
    );
  if (returned.length === 0) return refuse('notSent');
  return { next: returned, event: { kind: 'mail.returned', record: null, data: toldOf(returned, mails) } };
}

/**
 * What the log is told: the kind of each and whose it was, or just that it went to an address outside the register of persons; never
 * what it said.
 */
function toldOf(settled: readonly Settled[], mails: readonly LockedMail[]) {
  const known = new Map(mails.map((mail) => [mail.id, mail]));
  return {
    mails: settled.map(({ id, outcome }) => ({
      mail: id,
      kind: known.get(id)?.kind ?? '',
      to: known.get(id)?.personId ?? 'outside',
      outcome,
    })),
  };
}

/** A mail to the asker herself, to see that the way out is open. */
export function testMail(
  asker: { readonly address: string | null; readonly municipality: string },
  { actor }: Circumstances,
): Decision<ComposedMail> | Refusal {
  if (asker.address === null || !isAddress(asker.address) || actor.personId === null)
    return refuse('noAddress');
  const texts = pickTexts(mailTexts, actor.language).test;
  const next = compose(
    {
      kind: 'test',
      address: asker.address,
      personId: actor.personId,
      language: actor.language,
      subject: texts.subject,
      paragraphs: [texts.text],
      verbatim: null,
      link: null,
      because: texts.because,
      attachment: null,
    },
    asker.municipality,
  );
  return { next, event: { kind: 'mail.tested', record: null } };
}
