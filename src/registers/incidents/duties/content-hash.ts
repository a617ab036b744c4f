import { createHash } from 'node:crypto';
import { canonical } from '../../../kernel/audit/canonical.ts';
import type { AuthorityReport } from './authority-report.ts';

type Hashed = Pick<AuthorityReport, 'partyId' | 'duty' | 'stage' | 'number' | 'said'>;

/**
 * What of a report each form of its checksum is taken over. A new form is added and an old one never changed: what has been
 * approved must be possible to check for as long as it is kept. The first left out whom the report is for.
 */
const forms = {
  withoutParty: ({ duty, stage, number, said }: Hashed) => ({ duty, stage, number, said }),
  withParty: ({ partyId, duty, stage, number, said }: Hashed) => ({
    form: 2,
    partyId,
    duty,
    stage,
    number,
    said,
  }),
} as const;
export const hashForms = ['withParty', 'withoutParty'] as const;
type HashForm = (typeof hashForms)[number];

function hashIn(form: HashForm, report: Hashed): string {
  return createHash('sha256')
    .update(canonical(forms[form](report)))
    .digest('hex');
}

/**
 * The SHA-256 of a report, in hexadecimal: over the canonical form (RFC 8785) of what it is, of whom it is for, by the id of that party in
 * the case, and of what it says, so that what stands can be held against what was approved.
 */
export function contentHash(report: Hashed): string {
  return hashIn('withParty', report);
}

/** The form that a report's checksum is right in; null where it is of something else than what the report says now. */
export function hashFormOf(report: Hashed & Pick<AuthorityReport, 'contentHash'>): HashForm | null {
  return hashForms.find((form) => hashIn(form, report) === report.contentHash) ?? null;
}
