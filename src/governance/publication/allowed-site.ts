import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween } from '../../kernel/audit/canonical.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, Line, OneOf, Reason, type Static } from '../../kernel/schema.ts';

/**
 * What another site is trusted with: to show our public pages within its own (`embedding`), or to be read by the self-test though
 * it stands within the house (`internal`).
 */
export const allowedSiteKinds = ['embedding', 'internal'] as const;

export const allowInput = Fields({
  kind: OneOf(allowedSiteKinds),
  /** As it is typed: a host, or the address of any page there. */
  site: Line(300),
  reason: Reason(500),
});

export interface AllowedSite extends Static<typeof allowInput> {
  readonly id: Id<'AllowedSite'>;
  readonly version: number;
  readonly endedOn: string | null;
}

export const allowRefusals = ['siteUnreadable', 'alreadyAllowed'] as const;

/**
 * Trusts a site, with a reason. For embedding it is an origin, `https://www.kommunen.se`; for reading a host, with its port where
 * that is another than the usual one, `intranat.kommunen.se:8080`.
 */
export function allowSite(
  input: Static<typeof allowInput>,
  circumstances: Circumstances,
): Decision<AllowedSite> | Refusal {
  const site = readSite(input.kind, input.site.trim());
  if (site === null) return refuse('siteUnreadable', { field: 'site' });
  const next = { ...input, site, id: circumstances.newId<'AllowedSite'>(), version: 1, endedOn: null };
  const changes = changesBetween(null, { kind: next.kind, site, reason: next.reason });
  return { next, event: { kind: 'allowedSite.allowed', record: next.id, changes } };
}

/** The site in its one form; null where it is none. What carries a name or a question, or stands for many, is none. */
function readSite(kind: AllowedSite['kind'], typed: string): string | null {
  const url = URL.parse(/^https?:\/\//i.test(typed) ? typed : `https://${typed}`);
  if (url === null || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return null;
  // The form goes into a header as it stands: letters, digits, points and hyphens, or numbers of an address.
  if (!/^[a-z0-9.:[\]-]{1,253}$/.test(url.host) || url.hostname === '') return null;
  return kind === 'embedding' ? url.origin : url.host;
}

export function endSite(site: AllowedSite, circumstances: Circumstances): Decision<AllowedSite> | Refusal {
  if (site.endedOn !== null) return refuse('siteEnded');
  const next = { ...site, version: site.version + 1, endedOn: circumstances.today };
  const changes = [{ field: 'endedOn', from: null, to: next.endedOn }];
  return { next, event: { kind: 'allowedSite.ended', record: site.id, changes } };
}
