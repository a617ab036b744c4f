import { accessTable, grant } from '../kernel/access.ts';

/**
 * Proofs and checkpoints are hashes, and hashes of salted leaves say nothing of what is in them. Whoever holds a
 * checkpoint outside the house must be able to hold the log against it without an account.
 */
export const proofAccess = accessTable('audit', null, {
  prove: {
    grants: [grant('anyone', 'everything')],
    openBecause:
      'A witness outside must be able to check the log; hashes of salted leaves tell nothing of their content.',
  },
});
