import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseLanguage } from '../../kernel/texts.ts';
import { problemOf } from '../../kernel/problem.ts';
import { refuse, statusOf } from '../../kernel/refusal.ts';
import { theInstallation } from './installation.ts';
import { signinTexts } from './signin.texts.ts';

/** The name of the cookie that holds a session's secret. */
export const sessionCookie = 'varna_session';

/**
 * What the answers of this slice's actions may carry besides what the person is told: a session to begin or end, and
 * an attempt that failed. A failed attempt is not a refusal, since a refusal leaves nothing behind, and this must
 * leave its event and its count.
 */
export interface SessionCarrier {
  readonly beginSession?: { readonly secret: string; readonly expiresAt: string };
  readonly endSession?: true;
  readonly failed?: string;
}

/**
 * Moves a session from the answer's body to its cookie, and turns a failed attempt into the problem it is. The cookie
 * cannot be read by the page's scripts and never goes with a request from another site.
 */
export function carrySession(answer: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
  if (typeof answer !== 'object' || answer === null) return answer;
  const { beginSession, endSession, failed, ...rest } = answer as SessionCarrier; // our own actions' answers
  const attributes = {
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    secure: theInstallation().publicUrl.startsWith('https://'),
  } as const;
  if (beginSession !== undefined) {
    reply.setCookie(sessionCookie, beginSession.secret, {
      ...attributes,
      expires: new Date(beginSession.expiresAt),
    });
  }
  if (endSession === true) reply.clearCookie(sessionCookie, attributes);
  if (failed === undefined) return rest;
  const language = parseLanguage(request.headers['accept-language']?.slice(0, 2)) ?? 'sv';
  const refusal = refuse(failed, failed === 'codeNeeded' ? { field: 'code' } : {});
  const told = problemOf(refusal, language, { name: 'session', actions: [], views: [], texts: signinTexts });
  const status = failed === 'wrongCredentials' || failed === 'passkeyRefused' ? 401 : statusOf(refusal);
  reply.code(status).type('application/problem+json');
  return JSON.stringify({ ...told, status });
}
