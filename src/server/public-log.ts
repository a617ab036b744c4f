import type { FastifyInstance } from 'fastify';
import { newestVerification } from '../audit/verification/verification.store.ts';
import { logPath, type PublicLog, publicLogPage } from '../audit/witnesses/public-log.ts';
import { isActive } from '../audit/witnesses/witness.ts';
import { listWitnesses } from '../audit/witnesses/witness.store.ts';
import { readHead, readVerifierKeys } from '../audit/tree.store.ts';
import { dayOf } from '../kernel/calendar.ts';
import type { Services } from '../kernel/run.ts';
import { municipalityName } from '../settings/setting.store.ts';
import { languageOf, sendPublic } from './public-answer.ts';

/** Serves the page about the log to everyone: plain HTML that needs neither script nor account. */
export function serveLog(app: FastifyInstance, services: () => Services | null): void {
  app.get<{ Querystring: { lang?: string } }>(logPath, async (request, reply) => {
    const open = services();
    if (open === null) return reply.code(503).header('retry-after', '5').type('text/plain').send('');
    const body = publicLogPage(await loadPublicLog(open), languageOf(request));
    return sendPublic(request, reply, open.clock, { body, type: 'text/html' });
  });
}

async function loadPublicLog({ db, clock }: Services): Promise<PublicLog> {
  const today = dayOf(clock());
  const witnesses = (await listWitnesses(db, today)).filter((one) => isActive(one, today));
  const newest = await newestVerification(db);
  return {
    municipality: await municipalityName(db),
    head: await readHead(db),
    verifierKey: (await readVerifierKeys(db)).at(-1) ?? null,
    witnesses: witnesses.map(({ name, kind, deliveredAt }) => ({
      name,
      isPublicPage: kind === 'public',
      deliveredAt,
    })),
    verification:
      newest === null || newest.verifiedAt === null || newest.size === null || newest.isWhole === null
        ? null
        : { at: newest.verifiedAt, size: newest.size, isWhole: newest.isWhole },
  };
}
