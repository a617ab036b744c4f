import type { FastifyInstance } from 'fastify';
import { readHead, readVerifierKeys } from '../audit/tree.store.ts';
import { apiRoot } from '../kernel/http.ts';
import type { Services } from '../kernel/run.ts';

/**
 * Gives the newest signed head of the log to everyone, as the text that was signed, and the keys that sign. Outside the
 * registers because a signed text is no JSON, and open because it holds two hashes and a number.
 */
export function serveCheckpoint(app: FastifyInstance, services: () => Services | null): void {
  const text = (path: string, read: (open: Services) => Promise<string | null>): void => {
    app.get(`${apiRoot}/audit/${path}`, async (_request, reply) => {
      const open = services();
      const answer = open === null ? null : await read(open);
      if (answer === null) return reply.callNotFound();
      return reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store').send(answer);
    });
  };
  text('checkpoint', async ({ db }) => (await readHead(db))?.note ?? null);
  text('keys', async ({ db }) => {
    const keys = await readVerifierKeys(db);
    return keys.length === 0 ? null : `${keys.join('\n')}\n`;
  });
}
