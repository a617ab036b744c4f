import { awaitingClause } from '../clause.ts';

export const agreementsDoNotOverridePolicy = awaitingClause({
  id: 'bakgrund/avtal-asidosatter-inte-policyn',
  number: 'P07',
  section: 'bakgrund',
  strength: 'ska',
  responsible: 'systemOwner',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Avtal åsidosätter inte policyn', en: 'Agreements do not override the policy' },
  demand: {
    sv: 'Inget avtal och ingen överenskommelse får innebära att policyns krav inte följs.',
    en: 'No agreement or arrangement may mean that the policy’s demands are set aside.',
  },
  measured: {
    sv: 'Andelen gällande avtal som någon har granskat mot den version av policyn som gäller, utan kvarstående konflikt. Granskningen gör en människa.',
    en: 'The share of agreements in force that a person has reviewed against the version of the policy in force, with no conflict left. No machine can do the reviewing.',
  },
});
