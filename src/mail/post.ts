import { systemActor } from '../kernel/access.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { act, type Services } from '../kernel/run.ts';
import { settle } from './mail.actions.ts';
import { type ClaimedMail, claimMails, deferMail, waitedSince } from './mail.store.ts';
import { type Attempt, giveUpAfter, isAboutServer, nextTry } from './mail.ts';
import { connections, type MailTransport, openTransport } from './transport.ts';
import type { SmtpSettings } from './smtp.ts';

/** Mails that one process takes at a time, and how long (ms) it may keep them before another may take them. */
const batch = 50;
const lease = 15 * 60_000;
const lookEvery = 5_000;
/** How long (ms) the whole queue rests when the server is not to be had. */
const restAfterFault = 60_000;

/**
 * Sends what is in the queue, every five seconds, from every process; each mail from one. Without a server it only gives up
 * what has waited too long. Returns a function that ends it, after what is at hand.
 */
export function keepMail(
  services: Services,
  settings: SmtpSettings | null,
  onFault: (error: unknown) => void,
): () => Promise<void> {
  return keepQueue(services, settings === null ? null : openTransport(settings), onFault);
}

/** The same of what the transport carries. */
export function keepQueue(
  services: Services,
  transport: MailTransport | null,
  onFault: (error: unknown) => void,
): () => Promise<void> {
  let running: Promise<void> | null = null;
  let restUntil = 0;
  const state = { isEnding: false };
  const look = async () => {
    if (services.clock().getTime() < restUntil) return;
    const isOpen =
      transport === null
        ? await giveUpOld(services)
        : await sendDue(services, transport, () => state.isEnding);
    if (!isOpen) restUntil = services.clock().getTime() + restAfterFault;
  };
  const timer = setInterval(() => {
    running ??= look()
      .catch(onFault)
      .finally(() => {
        running = null;
      });
  }, lookEvery);
  timer.unref();
  return async () => {
    state.isEnding = true;
    clearInterval(timer);
    await running;
    transport?.close();
  };
}

/**
 * Sends all that is due, batch by batch, until `isEnding` says that it is enough. False when the mail server as a whole could not
 * be had, and the rest waits; of push services one that is away keeps nothing from the others.
 */
export async function sendDue(
  services: Services,
  transport: MailTransport,
  isEnding = () => false,
): Promise<boolean> {
  for (;;) {
    if (isEnding()) return true;
    const now = services.clock();
    const mails = await claimMails(
      services.db,
      transport.carries,
      now,
      new Date(now.getTime() + lease),
      batch,
    );
    if (mails.length === 0) return true;
    const attempts = await sendAll(mails, transport, isEnding);
    await record(services, mails, attempts);
    if (transport.carries === 'mail' && [...attempts.values()].some(isAboutServer)) return false;
  }
}

/**
 * Does what came of one say how all to its server would fare? A push service may turn away one device alone, as one that was made
 * for another's key (RFC 8292 §4.2): nobody's device is to keep another from being woken.
 */
function isOfAll(attempt: Attempt, { carries }: MailTransport): boolean {
  return isAboutServer(attempt) && (carries === 'mail' || attempt.outcome !== 'signIn');
}

/** A few at a time. After a fault of the server's the rest is not tried, and shares its outcome. */
async function sendAll(
  mails: readonly ClaimedMail[],
  transport: MailTransport,
  isEnding: () => boolean,
): Promise<Map<string, Attempt>> {
  const attempts = new Map<string, Attempt>();
  const waiting = [...mails];
  const faults = new Map<string, Attempt>();
  const work = async () => {
    for (let mail = waiting.shift(); mail !== undefined; mail = waiting.shift()) {
      // Not tried, and so tried a minute later by whoever is there then.
      if (isEnding()) return;
      const server = transport.serverOf(mail);
      const attempt: Attempt = faults.get(server) ?? (await transport.send(mail));
      if (isOfAll(attempt, transport)) faults.set(server, attempt);
      attempts.set(mail.id, attempt);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  return attempts;
}

async function record(
  services: Services,
  mails: readonly ClaimedMail[],
  attempts: ReadonlyMap<string, Attempt>,
): Promise<void> {
  const now = services.clock();
  const ended: { id: string; outcome: Attempt['outcome']; code: number | null }[] = [];
  for (const mail of mails) {
    const attempt = attempts.get(mail.id) ?? { outcome: 'later', code: null };
    const again = attempt.outcome === 'accepted' ? null : nextTry(mail, attempt, now);
    if (again === null) ended.push({ id: mail.id, ...attempt });
    else await deferMail(services.db, mail.id, again, attempt);
  }
  await settleAll(services, ended);
}

async function giveUpOld(services: Services): Promise<boolean> {
  const now = services.clock();
  const ids = await waitedSince(services.db, new Date(now.getTime() - giveUpAfter), now, 200);
  await settleAll(
    services,
    ids.map((id) => ({ id, outcome: 'noServer', code: null })),
  );
  return true;
}

async function settleAll(
  services: Services,
  mails: readonly { readonly id: string; readonly outcome: string; readonly code: number | null }[],
): Promise<void> {
  if (mails.length === 0) return;
  const request = { actor: systemActor, id: null, input: { mails }, version: null, idempotencyKey: null };
  const result = await act(services, settle, { ...request, confirmed: new Set<string>() });
  if (isRefusal(result) && result.code !== 'alreadySettled')
    throw new Error(`the end of a mail was refused: ${result.code}`);
}
