import type { FastifyInstance } from 'fastify';
import { readHead } from '../audit/tree.store.ts';
import { bring } from '../governance/documents/document.actions.ts';
import { versionsDue } from '../governance/documents/document.store.ts';
import { publicPath } from '../governance/publication/public-address.ts';
import { documentPage, noPolicyPage } from '../governance/publication/public-page.ts';
import { publicPolicy } from '../governance/publication/public.store.ts';
import { publicStyle } from '../governance/publication/public-style.ts';
import { checkPlaces, type SelfTest } from '../governance/publication/self-test.ts';
import { systemActor } from '../kernel/access.ts';
import { dayOf } from '../kernel/calendar.ts';
import type { Reader } from '../kernel/db.ts';
import { keepLooking } from '../kernel/housekeeping.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { act, type Services } from '../kernel/run.ts';
import type { Language } from '../kernel/texts.ts';
import { SharedAnswer } from './kept-pages.ts';
import { languageOf, sendPublic } from './public-answer.ts';
import { frameFor, publishedOf } from './public-documents.ts';

/**
 * Serves the policy in force to everyone: plain HTML that needs neither script nor account. Visitors who come at once are given one
 * page, made after they came, so that a crowd holds no more of the database than one of them.
 */
export function servePolicy(app: FastifyInstance, services: () => Services | null): void {
  const pageIn = (language: Language) => new SharedAnswer((db: Reader) => policyPage(db, language));
  const pages: Readonly<Record<Language, ReturnType<typeof pageIn>>> = { sv: pageIn('sv'), en: pageIn('en') };
  app.get<{ Querystring: { lang?: string } }>(publicPath, async (request, reply) => {
    const open = services();
    if (open === null) return reply.code(503).header('retry-after', '5').type('text/plain').send('');
    const body = await pages[languageOf(request)].get(open.db);
    return sendPublic(request, reply, open.clock, { body, type: 'text/html' });
  });
  app.get('/policy.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(publicStyle),
  );
}

async function policyPage(db: Reader, language: Language): Promise<string> {
  const [policy, frame, head] = await Promise.all([
    publicPolicy(db),
    frameFor(db, language, publicPath),
    readHead(db),
  ]);
  const published = policy === null ? null : await publishedOf(db, policy, null, language);
  const around = { ...frame, logSize: head?.size ?? null };
  return published === null ? noPolicyPage(around) : documentPage(published, around);
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

/** How often it is looked whether anything is to be done (ms): whoever asks for a check waits for it. */
const lookEvery = 5000;

/**
 * Keeps what is published true and tested: decided texts come into force on their day, our own page is read at the start, and every
 * place when its turn has come (place-check.ts). Returns a function that ends it, after what is at hand. A look that fails is
 * told to `onFault`, and the next one tries again.
 */
export function keepPublished(test: SelfTest, onFault: (error: unknown) => void): () => Promise<void> {
  let isFirst = true;
  const look = async () => {
    await bringDueIntoForce(test.services);
    await checkPlaces(test, isFirst);
    isFirst = false;
  };
  return keepLooking(look, lookEvery, onFault);
}
