import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { listContacts } from '../governance/advice/support.store.ts';
import { loadPublished, testOwnPage } from '../governance/publication/self-test.ts';
import { publicPage, publicPath, publicStyle } from '../governance/publication/public-page.ts';
import { bring } from '../governance/documents/document.actions.ts';
import { versionsDue } from '../governance/documents/document.store.ts';
import { systemActor } from '../kernel/access.ts';
import { dayOf } from '../kernel/calendar.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { act, type Services } from '../kernel/run.ts';
import { type Language, parseLanguage } from '../kernel/texts.ts';
import { readHead } from '../audit/tree.store.ts';
import { municipalityName } from '../settings/setting.store.ts';

/** Serves the policy in force to everyone: plain HTML that needs neither script nor account. */
export function servePolicy(app: FastifyInstance, services: () => Services | null): void {
  app.get<{ Querystring: { lang?: string } }>(publicPath, async (request, reply) => {
    const open = services();
    if (open === null) return reply.code(503).header('retry-after', '5').type('text/plain').send('');
    const published = await loadPublished(open.db);
    const name = published?.municipality ?? (await municipalityName(open.db));
    const head = await readHead(open.db);
    const foot = { logSize: head?.size ?? null, contacts: await listContacts(open.db) };
    return sendPage(reply, publicPage(published, name, languageOf(request), foot));
  });
  app.get('/policy.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(publicStyle),
  );
}

/** Sends a page that needs nothing but its own style. */
export function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'public, max-age=60')
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
    .send(html);
}

/** The language that a visitor asks for, or has chosen before. */
export function languageOf(request: FastifyRequest<{ Querystring: { lang?: string } }>): Language {
  return parseLanguage(request.query.lang) ?? parseLanguage(request.cookies['varna_language']) ?? 'sv';
}

/** Brings decided texts into force on their day, as Värna itself: the body decided, nobody needs to be awake at midnight. */
export async function bringDueIntoForce(services: Services): Promise<void> {
  for (const due of await versionsDue(services.db, dayOf(services.clock()))) {
    const request = { actor: systemActor, id: due.id, input: {}, version: due.version, idempotencyKey: null };
    const result = await act(services, bring, { ...request, confirmed: new Set<string>() });
    // Somebody may have done it by hand in the same moment: then it is done.
    if (isRefusal(result) && result.code !== 'versionMoved')
      throw new Error(`not brought into force: ${result.code}`);
  }
}

/** How often it is looked whether the page needs testing (ms), and how old a test may grow: P05 asks for a daily one. */
const lookEvery = 60_000;
const testEvery = 12 * 3_600_000;

/**
 * Keeps the public page true and tested: decided texts come into force on their day, and the page is read soon after the start, when another version has come into force, and twice a day. Gives back
 * a function that ends it. A test that fails is told to `onFault` and tried again at the next look.
 */
export function keepPolicyTested(
  services: Services,
  origin: string,
  onFault: (error: unknown) => void,
): () => void {
  let tested: { readonly hash: string | null; readonly at: number } | null = null;
  const look = async () => {
    await bringDueIntoForce(services);
    const published = await loadPublished(services.db);
    const hash = published?.version.contentHash ?? null;
    const now = services.clock().getTime();
    if (tested !== null && tested.hash === hash && now - tested.at < testEvery) return;
    await testOwnPage(services, systemActor, origin);
    tested = { hash, at: now };
  };
  const timer = setInterval(() => void look().catch(onFault), lookEvery);
  timer.unref();
  void look().catch(onFault);
  return () => clearInterval(timer);
}
