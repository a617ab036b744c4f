import type { TextsLike } from '../../kernel/texts.ts';
import type { publicationTextsSv } from './publication.texts.sv.ts';

export const publicationTextsEn: TextsLike<typeof publicationTextsSv> = {
  name: 'Publication',
  fields: { kind: 'Kind', name: 'Name', address: 'Address', seenHash: 'Content seen' },
  refusals: { placeEnded: 'The place is no longer used.' },
  events: {
    'publicationPlace.registered': 'added a place where the policy is published',
    'publicationPlace.checked': 'checked what is shown at the place',
    'publicationPlace.attested': 'attested that the version in force is at the place',
    'publicationPlace.ended': 'removed a place where the policy is published',
  },
  kinds: { website: 'Website', intranet: 'Intranet' },
  page: {
    title: 'Information security policy',
    none: 'No policy has come into force yet.',
    decision: 'Adopted',
    inForceFrom: 'In force from',
    legalForceOn: 'Final no earlier than',
    version: 'Edition',
    reviewOn: 'Review no later than',
    contents: 'Contents',
    language: 'Language and signing in',
    signIn: 'Sign in',
    support: 'Advice and support',
    offices: { securityCoordinator: 'Security coordinator', itManager: 'IT' },
  },
};
