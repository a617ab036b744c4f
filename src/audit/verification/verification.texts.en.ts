import type { TextsLike } from '../../kernel/texts.ts';
import type { verificationTextsSv } from './verification.texts.sv.ts';

export const verificationTextsEn: TextsLike<typeof verificationTextsSv> = {
  name: 'Verifications of the log',
  fields: {
    size: 'Events',
    root: 'Root',
    isWhole: 'Whole',
    erased: 'Erased',
    findingCount: 'Findings',
    findings: 'Findings',
    requestedAt: 'Asked for',
    verifiedAt: 'Verified',
  },
  refusals: { alreadyWaiting: 'A verification is already waiting for its turn. It is made shortly.' },
  events: {
    'audit.verificationRequested': 'asked for a verification of the log',
    'audit.verified': 'verified the whole log',
  },
};
