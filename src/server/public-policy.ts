import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { loadPublished, testOwnPage } from '../governance/publication/self-test.ts';
import { publicPage, publicPath, publicStyle } from '../governance/publication/public-page.ts';
import { systemActor } from '../kernel/access.ts';
import type { Services } from '../kernel/run.ts';
import { type Language, parseLanguage } from '../kernel/texts.ts';
import { municipalityName } from '../settings/setting.store.ts';

/** Serves the policy in force to everyone: plain HTML that needs neither script nor account. */
export function servePolicy(app: FastifyInstance, services: () => Services | null): void {
  app.get<{ Querystring: { lang?: string } }>(publicPath, async (request, reply) => {
    const open = services();
    if (open === null) return reply.code(503).header('retry-after', '5').type('text/plain').send('');
    const published = await loadPublished(open.db);
    const name = published?.municipality ?? (await municipalityName(open.db));
    return sendPage(reply, publicPage(published, name, languageOf(request)));
  });
  app.get('/policy.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(publicStyle),
  );
}

function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'public, max-age=60')
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
    .send(html);
}

function languageOf(request: FastifyRequest<{ Querystring: { lang?: string } }>): Language {
  return parseLanguage(request.query.lang) ?? parseLanguage(request.cookies['varna_language']) ?? 'sv';
}

/** How often it is looked whether the page needs testing (ms), and how old a test may grow: P05 asks for a daily one. */
const lookEvery = 60_000;
const testEvery = 12 * 3_600_000;

/**
 * Keeps the public page tested: soon after the start, when another version has come into force, and twice a day. Gives back
 * a function that ends it. A test that fails is told to `onFault` and tried again at the next look.
 */
export function keepPolicyTested(
  services: Services,
  origin: string,
  onFault: (error: unknown) => void,
): () => void {
  let tested: { readonly hash: string | null; readonly at: number } | null = null;
  const look = async () => {
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
