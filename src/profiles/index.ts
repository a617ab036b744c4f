import type { Services } from '../kernel/run.ts';
import { seedRulesAndOwners } from '../registers/seed-rules-and-owners.ts';
import type { Setting } from '../settings/setting.ts';
import { applyExample } from './exempelkommun/apply.ts';
import { applyOverkalix } from './overkalix.ts';

/** What an empty installation is called until somebody says otherwise, by the profile it starts from. */
export const profileNames: Readonly<Record<Setting['profile'], string>> = {
  overkalix: 'Överkalix kommun',
  exempelkommun: 'Exempelkommun',
  tom: 'Vår kommun',
};

/**
 * Fills an empty installation from a start profile: Överkalix's known organisation, the example municipality, or nothing
 * but our default rules for handling and the table of owners, both to be decided on.
 */
export async function applyProfile(profile: Setting['profile'], services: Services): Promise<void> {
  switch (profile) {
    case 'overkalix':
      return applyOverkalix(services);
    case 'exempelkommun':
      return applyExample(services);
    case 'tom':
      return seedRulesAndOwners(services, 'sv');
  }
}
