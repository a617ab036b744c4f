import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../../kernel/audit/canonical.ts';
import { newId } from '../../../kernel/ids.ts';
import { contentHash, hashFormOf } from './content-hash.ts';

const report = {
  partyId: newId(1),
  duty: 'dataskydd/anmalan-till-imy',
  stage: 'notification',
  number: 1,
  said: { nature: 'Ett brev gick fel.' },
};

describe('the checksum of a report', () => {
  it.each([
    ['whom it is for', { partyId: newId(2) }],
    ['the duty', { duty: 'cybersakerhet/incidentanmalan' }],
    ['the stage', { stage: 'final' }],
    ['which of its supplements it is', { number: 2 }],
    ['what it says', { said: { nature: 'Två brev gick fel.' } }],
  ])('is another when %s is', (_what, other) => {
    const kept = { ...report, contentHash: contentHash(report) };
    expect(hashFormOf(kept)).toBe('withParty');
    expect(hashFormOf({ ...kept, ...other })).toBeNull();
  });

  it('that was made before it told whom the report is for is still right', () => {
    const { partyId: _party, ...first } = report;
    const old = createHash('sha256').update(canonical(first)).digest('hex');
    expect(hashFormOf({ ...report, contentHash: old })).toBe('withoutParty');
    expect(hashFormOf({ ...report, said: {}, contentHash: old })).toBeNull();
  });
});
