import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pagePolicy, workerPolicy } from './headers.ts';

/** Where the build leaves the browser's part. */
export const webDirectory = path.resolve(import.meta.dirname, '../../dist/web');

/** Answers a request for a page; false when it is not for a page, or there are none. */
export type AnswerPage = (request: FastifyRequest, reply: FastifyReply) => Promise<boolean>;

/**
 * Serves the browser's files from the folder given. Files under `assets` carry a hash of their content in their name
 * and may be kept for ever; compressed copies made by the build are preferred. Every other address that a browser
 * visits gets the one page, with a nonce of its own.
 */
export async function serveWeb(app: FastifyInstance, directory: string): Promise<AnswerPage> {
  const indexFile = path.join(directory, 'index.html');
  if (!existsSync(indexFile)) return () => Promise.resolve(false);
  const page = await readFile(indexFile, 'utf8');
  await app.register(fastifyStatic, {
    root: directory,
    index: false,
    // One route per file that the build made, so that every other address reaches the page.
    wildcard: false,
    globIgnore: ['index.html', '**/*.br', '**/*.gz'],
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, file) => {
      const isHashed = file.includes(`${path.sep}assets${path.sep}`);
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      // A script that the build gave no hash is one that a browser asks for by name: a service worker.
      if (!isHashed && file.endsWith('.js')) reply.header('content-security-policy', workerPolicy);
    },
  });
  const answer: AnswerPage = async (request, reply) => {
    // The front page is a page whoever asks; elsewhere a program that asks for anything gets a plain 404.
    const asksForPage =
      (request.headers.accept ?? '').includes('text/html') || request.routeOptions.url === '/';
    const wantsPage = request.method === 'GET' && asksForPage;
    if (!wantsPage || request.url.startsWith('/api/')) return false;
    const nonce = randomBytes(18).toString('base64');
    await reply
      .code(200)
      .type('text/html; charset=utf-8')
      .header('content-security-policy', pagePolicy(nonce))
      .header('cache-control', 'no-store')
      .send(page.replace('content="__VARNA_NONCE__"', `content="${nonce}"`));
    return true;
  };
  app.get('/', async (request, reply) => {
    if (!(await answer(request, reply))) return reply.callNotFound();
    return reply;
  });
  return answer;
}
