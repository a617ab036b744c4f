import { policyInForce } from '../../governance/documents/document.facts.ts';
import { notEnded } from '../../kernel/facts.ts';
import { always, clause, shareOf } from '../clause.ts';
import { leaderOf } from '../duty.ts';
import { mending } from '../mending.ts';

export const agreementsDoNotOverridePolicy = clause({
  id: 'bakgrund/avtal-asidosatter-inte-policyn',
  number: 'P07',
  section: 'bakgrund',
  strength: 'ska',
  kind: 'computed',
  responsible: 'systemOwner',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Avtal åsidosätter inte policyn', en: 'Agreements do not override the policy' },
  demand: {
    sv: 'Inget avtal och ingen överenskommelse får innebära att policyns krav inte följs.',
    en: 'No agreement or arrangement may mean that the policy’s demands are set aside.',
  },
  measured: {
    sv: 'Andelen gällande avtal i Värna som någon har granskat mot den version av policyn som gäller, utan kvarstående konflikt och med nästa granskning framåt i tiden. Granskningen gör en människa. Avtal som ingen har lagt in syns inte.',
    en: 'The share of agreements in Värna that a person has reviewed against the version of the policy in force, with no conflict left and the next review ahead. No machine can do the reviewing, and agreements that nobody has entered are not seen.',
  },
  reads: ['agreementReviews', 'documents', 'documentVersions', 'appointments', 'units'],
  messages: {
    notReviewed: {
      sv: 'Avtalet är inte granskat mot policyn.',
      en: 'The agreement has not been held against the policy.',
    },
    outOfDate: {
      sv: 'Avtalet är granskat mot en tidigare version av policyn.',
      en: 'The agreement was held against an earlier version of the policy.',
    },
    toExamine: {
      sv: 'Granskningen är inte klar: något i avtalet ska utredas.',
      en: 'The review is not finished: something in the agreement is to be examined.',
    },
    conflictUndecided: {
      sv: 'Avtalet strider mot policyn, och inget är beslutat om det.',
      en: 'The agreement goes against the policy, and nothing has been decided about it.',
    },
    conflictRemains: {
      sv: 'Avtalet strider mot policyn. Det finns ett beslut, men konflikten är kvar.',
      en: 'The agreement goes against the policy. There is a decision, but the conflict is still there.',
    },
    reviewDue: {
      sv: 'Dagen för nästa granskning har passerat.',
      en: 'The day for the next review has passed.',
    },
  },
  applies: always,
  findings({ agreementReviews, documents, documentVersions, appointments, units }, today) {
    const policy = policyInForce(documents, documentVersions, today);
    // Without a policy there is nothing to hold an agreement against: that is P01's finding, and here nothing is known.
    if (policy === null) return { population: 0, met: 0, offenders: [], notes: ['policyMissing'] };
    return shareOf(
      [...agreementReviews.values()].filter((one) => notEnded(one, today)),
      ({ outcome, policyVersionId, decision, nextReviewOn }) => {
        if (outcome === null) return 'notReviewed';
        // A conflict seen once is a conflict until somebody has seen that it is gone, whatever has been adopted since.
        if (outcome === 'conflict') return decision === null ? 'conflictUndecided' : 'conflictRemains';
        if (policyVersionId !== policy.version.id) return 'outOfDate';
        if (outcome === 'toExamine') return 'toExamine';
        return nextReviewOn !== null && nextReviewOn < today ? 'reviewDue' : null;
      },
      (agreement) => ({
        register: 'agreementReview',
        recordId: agreement.id,
        recordName: `${agreement.counterparty}: ${agreement.subject}`,
        field: 'outcome',
        ...leaderOf({ appointments, units }, agreement.unitId, today),
        unitId: agreement.unitId,
        parameters: {},
        action: mending.reviewAgreement,
      }),
    );
  },
});
