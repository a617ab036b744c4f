import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Language, parseLanguage } from '../kernel/texts.ts';

/** What is sent to anybody, and how it may be used. */
export interface PublicAnswer {
  readonly body: string | Uint8Array;
  readonly type: 'text/html' | 'application/pdf' | 'application/atom+xml' | 'application/json';
  readonly code?: 200 | 404 | 503;
  /** Origins that may show the page within their own; null for a page that is not for that. */
  readonly framedBy?: readonly string[] | null;
  /** Programs on other sites may read it: it is public, and no cookie changes it. */
  readonly isForAll?: boolean;
  /** Has its style in itself, and is kept as a file of this name. */
  readonly fileName?: string;
}

/** How long (s) a public answer is taken as it is, without asking whether it has changed. */
const keptFor = 60;

/**
 * Sends a public answer with what a later question needs to learn that nothing has changed (RFC 9110 §8.8, §13): a tag of its
 * content, and when this process first saw that content.
 */
export function sendPublic(
  request: FastifyRequest,
  reply: FastifyReply,
  clock: () => Date,
  answer: PublicAnswer,
): FastifyReply {
  const { body, type, code = 200, framedBy = null, isForAll = false, fileName } = answer;
  const tag = tagOf(answer);
  const changedAt = firstSeen(`${request.url} ${tag}`, clock());
  reply
    .header('content-security-policy', policyOf(framedBy, fileName !== undefined))
    .header('cache-control', `public, max-age=${keptFor}`)
    .header('vary', 'cookie');
  if (framedBy !== null && framedBy.length > 0) reply.removeHeader('x-frame-options');
  if (isForAll)
    reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
  if (fileName !== undefined) reply.header('content-disposition', `attachment; filename="${fileName}"`);
  if (code === 200) {
    reply.header('etag', tag).header('last-modified', changedAt.toUTCString());
    if (isUnchanged(request, tag, changedAt)) return reply.code(304).send();
  }
  if (code === 503) reply.header('retry-after', String(keptFor)).header('cache-control', 'no-store');
  return typeof body === 'string'
    ? reply.code(code).type(`${type}; charset=utf-8`).send(body)
    : reply.code(code).type(type).send(Buffer.from(body));
}

/** Tags of answers that are sent more than once. */
const tags = new WeakMap<PublicAnswer, string>();

function tagOf(answer: PublicAnswer): string {
  const known = tags.get(answer);
  if (known !== undefined) return known;
  const tag = `"${createHash('sha256').update(answer.body).digest('base64url').slice(0, 27)}"`;
  tags.set(answer, tag);
  return tag;
}

/** A page needs nothing but its own style; nothing in it runs, whatever stood in the text. */
function policyOf(framedBy: readonly string[] | null, isFile: boolean): string {
  const frames = framedBy === null || framedBy.length === 0 ? "'none'" : framedBy.join(' ');
  const style = isFile ? "'unsafe-inline'" : "'self'";
  return `default-src 'none'; style-src ${style}; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ${frames}`;
}

/** Has the asker what would be sent? Her tags decide, and without any her day and time (RFC 9110 §13.2.2). */
function isUnchanged({ headers }: FastifyRequest, tag: string, changedAt: Date): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined)
    return tags.split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, '')));
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return !Number.isNaN(since) && Math.floor(changedAt.getTime() / 1000) * 1000 <= since;
}

/** When each content was first sent, of the latest ones. */
const seen = new Map<string, Date>();
const mostSeen = 2000;

function firstSeen(content: string, now: Date): Date {
  const at = seen.get(content) ?? now;
  // Sent lately, kept longest.
  seen.delete(content);
  seen.set(content, at);
  const [oldest] = seen.keys();
  if (seen.size > mostSeen && oldest !== undefined) seen.delete(oldest);
  return at;
}

/** The language that a visitor asks for, or has chosen before. */
export function languageOf(request: FastifyRequest<{ Querystring: { lang?: string } }>): Language {
  return parseLanguage(request.query.lang) ?? parseLanguage(request.cookies['varna_language']) ?? 'sv';
}
