import type { FastifyReply } from 'fastify';

const everywhere: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self)',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
};

/** Puts on every answer what tells the browser to be strict. HSTS only where people come by https (RFC 6797 §7.2). */
export function addSecurityHeaders(reply: FastifyReply, isHttps: boolean): void {
  reply.headers(everywhere);
  if (isHttps) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
  // The answer of a programming interface is not a page: nothing in it may be fetched or run.
  reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
}

/**
 * What a page may fetch: our own files, and the style elements that carry this answer's nonce (react-aria adds one).
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** What a service worker may fetch: our own server, for the pages it stands in for and the mark on what it shows. It runs by this and not by a page's policy. */
export const workerPolicy = "default-src 'none'; connect-src 'self'; img-src 'self'; frame-ancestors 'none'";
