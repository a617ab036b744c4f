import { randomBytes } from 'node:crypto';
import cookie from '@fastify/cookie';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { Actor } from './kernel/access.ts';
import { canAnswer } from './kernel/db.ts';
import { apiRoot, openDoors, pathOf, refusalOf } from './kernel/http.ts';
import type { AnyRegister } from './kernel/register.ts';
import { openApi } from './kernel/openapi.ts';
import { problemOf } from './kernel/problem.ts';
import { isRefusal, type Refusal, refuse, statusOf } from './kernel/refusal.ts';
import type { Services } from './kernel/run.ts';
import { parseLanguage } from './kernel/texts.ts';
import { serveCalendar } from './server/calendar-feed.ts';
import { serveCheckpoint } from './server/checkpoint.ts';
import { addSecurityHeaders } from './server/headers.ts';
import { openPaths } from './server/open-paths.ts';
import { LargeBodies } from './server/large-bodies.ts';
import { isForged } from './server/origin.ts';
import { serveLinks } from './server/public-link.ts';
import { serveLog } from './server/public-log.ts';
import { serveDocuments } from './server/public-documents.ts';
import { servePolicy } from './server/public-policy.ts';
import { type AnswerPage, serveWeb } from './server/web-files.ts';
import { identify, unnamed } from './people/signin/identify.ts';
import { addFileByCode } from './registers/incidents/file.actions.ts';
import { add, follow } from './registers/incidents/report.actions.ts';
import { largestFromAnyone, requestBytes } from './registers/incidents/file.ts';
import { choose } from './people/signin/setup.actions.ts';
import { carrySession, sessionCookie } from './people/signin/session-cookie.ts';

/** A body may hold an imported policy; from somebody who has not signed in, never more than a form. */
const largestBody = 16 * 1024 * 1024;
const largestAnonymousBody = 64 * 1024;
/** …but for a picture that goes with a report of something that has happened. */
const reportFileRoute = apiRoot + pathOf(addFileByCode);
/** What a reporter does by her code alone. Whoever follows a report without a name is not to be named by being signed in. */
const byCode: ReadonlySet<string> = new Set([follow, add, addFileByCode].map((one) => apiRoot + pathOf(one)));

/** What the server needs to know of the installation it serves. */
export interface ServerOptions {
  readonly registers: readonly AnyRegister[];
  readonly version: string;
  readonly publicUrl: string;
  /** Folder of the built web part. */
  readonly web: string;
  /** The database and what goes with it; null until it is open. */
  services(): Services | null;
  /** Told of a fault that nobody foresaw, with the reference number that the person was given. */
  onFault(reference: string, what: string, error: unknown): void;
  /** Told when the first visit has chosen a profile, which then must be put in place. */
  onProfileChosen(): void;
}

/**
 * The HTTP server with every door open: the registers' actions and views, the document that describes them, the web
 * part, and two probes. It may listen before the database is open; until then everything but `/healthz` answers 503.
 */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    // An address that cannot even be read is answered as one that leads nowhere.
    frameworkErrors: (_error, request, reply) => {
      addSecurityHeaders(reply, options.publicUrl.startsWith('https://'));
      sendRefusal(reply, request, refuse('notFound'));
    },
    bodyLimit: largestBody,
    // A proxy on the same machine tells who the client is; anybody else's word for it is not taken.
    trustProxy: 'loopback',
    forceCloseConnections: 'idle',
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 200 },
  });
  const isHttps = options.publicUrl.startsWith('https://');
  // Before anything is waited for: a route keeps the answer to faults that there was when it was opened.
  answerFaults(app, options);
  await app.register(cookie);
  // Only JSON is understood: a form posted by another site's page has one of the other types.
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', async (request, reply) => {
    addSecurityHeaders(reply, isHttps);
    const refusal = refusalAtTheDoor(request, options);
    if (refusal !== null) return sendRefusal(reply, request, refusal);
  });
  const actors = knowActors(app, options);
  openProbes(app, options);
  servePolicy(app, () => options.services());
  serveDocuments(app, () => options.services(), options.publicUrl);
  serveLog(app, () => options.services());
  await serveLinks(app, () => options.services());
  serveCalendar(app, () => options.services(), options.publicUrl);
  serveCheckpoint(app, () => options.services());
  app.get('/api/openapi.json', () => openApi(options.registers, options.version, openPaths));
  openDoors(app, {
    get services() {
      return openServices(options);
    },
    registers: options.registers,
    identify: (request) => {
      const actor = actors.get(request);
      return actor === undefined
        ? Promise.reject(new Error('a door outside the interface'))
        : Promise.resolve(actor);
    },
    carrySession,
  });
  app.addHook('onResponse', (request, reply, done) => {
    if (request.routeOptions.url === apiRoot + pathOf(choose) && reply.statusCode === 200)
      options.onProfileChosen();
    done();
  });
  answerStrangers(app, await serveWeb(app, options.web));
  return app;
}

function openServices(options: ServerOptions): Services {
  const services = options.services();
  if (services === null) throw new Error('a request was let in before the database was open');
  return services;
}

/** Finds out who sends each request to the interface, before anything else is read of it. */
function knowActors(app: FastifyInstance, options: ServerOptions): WeakMap<FastifyRequest, Actor> {
  const actors = new WeakMap<FastifyRequest, Actor>();
  const files = new LargeBodies();
  app.addHook('onRequest', async (request, reply) => {
    // The route that was found, not the address as it was spelled: /api/%761 finds the same one.
    const { url } = request.routeOptions;
    if (url?.startsWith(apiRoot) !== true) return;
    const actor = await identify(openServices(options), request);
    if (isRefusal(actor)) return sendRefusal(reply, request, actor);
    const known = byCode.has(url) ? unnamed(actor) : actor;
    const wait = url === reportFileRoute ? files.receive(known, reply) : null;
    if (wait !== null) return sendRefusal(reply, request, wait);
    actors.set(request, known);
  });
  return actors;
}

function openProbes(app: FastifyInstance, options: ServerOptions): void {
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const services = options.services();
    const isReady = services !== null && (await canAnswer(services.db));
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: isReady ? 'ready' : 'starting' });
  });
}

function refusalAtTheDoor(request: FastifyRequest, options: ServerOptions): Refusal | null {
  const { headers } = request;
  const path = request.url.split('?', 1)[0] ?? '';
  if (options.services() === null && path.startsWith(apiRoot)) return refuse('unavailable');
  const hasSession = request.cookies[sessionCookie] !== undefined;
  const hasToken = headers.authorization !== undefined;
  const [fetchSite] = [headers['sec-fetch-site']].flat();
  const sender = {
    method: request.method,
    fetchSite,
    origin: headers.origin,
    host: headers.host,
    hasSession,
    hasToken,
  };
  if (isForged(sender, options.publicUrl)) return refuse('forbidden');
  if (request.routeOptions.url === reportFileRoute && isMeasured(headers, requestBytes(largestFromAnyone)))
    return null;
  const length = Number(headers['content-length'] ?? 0);
  const unmeasured = headers['transfer-encoding'] !== undefined;
  if (!hasSession && !hasToken && (unmeasured || length > largestAnonymousBody)) return refuse('tooLarge');
  return null;
}

/** Does the request say how long it is, and is that no more than so many bytes? */
function isMeasured(headers: FastifyRequest['headers'], most: number): boolean {
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) <= most;
}

/** An address that nothing is opened for: a page of the web part, or nothing. */
function answerStrangers(app: FastifyInstance, answerPage: AnswerPage): void {
  app.setNotFoundHandler(async (request, reply) => {
    if (await answerPage(request, reply)) return reply;
    return sendRefusal(reply, request, refuse('notFound'));
  });
}

function answerFaults(app: FastifyInstance, options: ServerOptions): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal.code !== 'internal') return sendRefusal(reply, request, refusal);
    const reference = randomBytes(5).toString('hex');
    options.onFault(reference, `${request.method} ${request.routeOptions.url ?? '?'}`, error);
    return sendRefusal(reply, request, refusal, reference);
  });
}

/** A refusal outside any register, in the language the request asks for. */
function sendRefusal(
  reply: FastifyReply,
  request: FastifyRequest,
  refusal: Refusal,
  reference?: string,
): FastifyReply {
  const language = parseLanguage(request.headers['accept-language']?.slice(0, 2)) ?? 'sv';
  const problem = problemOf(refusal, language, null);
  return reply
    .code(statusOf(refusal))
    .type('application/problem+json')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(reference === undefined ? problem : { ...problem, reference }));
}
