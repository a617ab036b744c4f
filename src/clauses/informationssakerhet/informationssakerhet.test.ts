import { describe, expect, it } from 'vitest';
import type { LogVerificationFact } from '../../audit/verification/verification.facts.ts';
import type { WitnessFact } from '../../audit/witnesses/witness.facts.ts';
import { judge } from '../judge.ts';
import { facts, today } from '../testing/sample.ts';
import { judgesAs } from '../testing/table.ts';
import { traceabilityCanBeVerified } from './sparbarhet-kan-kontrolleras.ts';

function verification(row: Partial<LogVerificationFact> = {}): LogVerificationFact {
  const verifiedOn = row.verifiedOn ?? '2026-11-23';
  return {
    id: 'verification',
    verifiedOn,
    verifiedAt: `${verifiedOn}T03:00:00.000`,
    isWhole: true,
    findingCount: 0,
    ...row,
  };
}

function witness(row: Partial<WitnessFact> = {}): WitnessFact {
  return {
    id: 'witness',
    kind: 'email',
    name: 'Revisorerna',
    from: '2026-01-01',
    until: null,
    deliveredOn: '2026-11-22',
    cosignedOn: null,
    isInconsistent: false,
    ...row,
  };
}

describe('traceability can be verified', () => {
  const of = (logVerifications: LogVerificationFact[], ...witnesses: WitnessFact[]) =>
    facts({ logVerifications, witnesses });
  const fresh = [verification()];
  judgesAs(traceabilityCanBeVerified, [
    ['verified today, witnessed yesterday', of(fresh, witness()), 'met'],
    ['verified yesterday', of([verification({ verifiedOn: '2026-11-22' })], witness()), 'met'],
    [
      'verified the day before yesterday',
      of([verification({ verifiedOn: '2026-11-21' })], witness()),
      'partly',
      'verifiedLongAgo',
    ],
    ['nothing at all', of([]), 'not_met', 'neverVerified', 'noWitness'],
    ['never verified', of([], witness()), 'partly', 'neverVerified'],
    [
      'verified, and not whole',
      of([verification({ isWhole: false, findingCount: 3 })], witness()),
      'partly',
      'notWhole',
    ],
    [
      'not whole yesterday, whole today',
      of([verification({ id: 'b', verifiedOn: '2026-11-22', isWhole: false }), ...fresh], witness()),
      'met',
    ],
    [
      'whole in the morning, not whole in the afternoon',
      of(
        [...fresh, verification({ id: 'b', verifiedAt: '2026-11-23T14:00:00.000', isWhole: false })],
        witness(),
      ),
      'partly',
      'notWhole',
    ],
    ['no witness but the public page', of(fresh, witness({ kind: 'public' })), 'partly', 'noWitness'],
    ['a witness that has ended', of(fresh, witness({ until: '2026-11-22' })), 'partly', 'noWitness'],
    ['a witness that has not begun', of(fresh, witness({ from: '2026-11-24' })), 'partly', 'noWitness'],
    ['given seven days ago', of(fresh, witness({ deliveredOn: '2026-11-16' })), 'met'],
    ['given eight days ago', of(fresh, witness({ deliveredOn: '2026-11-15' })), 'partly', 'notWitnessed'],
    ['never given', of(fresh, witness({ deliveredOn: null })), 'partly', 'notWitnessed'],
    [
      'given long ago, cosigned yesterday',
      of(fresh, witness({ deliveredOn: '2026-01-02', cosignedOn: '2026-11-22' })),
      'met',
    ],
    ['one of two reached', of(fresh, witness({ deliveredOn: null }), witness({ id: 'b' })), 'met'],
    [
      'one of two disagrees',
      of(fresh, witness(), witness({ id: 'b', isInconsistent: true })),
      'partly',
      'inconsistent',
    ],
    [
      'everything wrong',
      of([verification({ isWhole: false, findingCount: 1 })], witness({ isInconsistent: true })),
      'not_met',
      'notWhole',
      'inconsistent',
    ],
  ]);

  it('says what mends it, and that what disagrees is mended by no click', () => {
    const actionsOf = (...witnesses: WitnessFact[]) =>
      judge(traceabilityCanBeVerified, of([], ...witnesses), { today, threshold: 100 }).findings.map(
        (finding) => finding.action,
      );
    expect(actionsOf()).toEqual(['audit.verify', 'witness.register']);
    expect(actionsOf(witness({ deliveredOn: null }))).toEqual(['audit.verify', 'witness.describe']);
    expect(actionsOf(witness({ isInconsistent: true }))).toEqual(['audit.verify', null]);
  });
});
