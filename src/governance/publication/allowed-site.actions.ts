import { action } from '../../kernel/action.ts';
import { Fields } from '../../kernel/schema.ts';
import { allowedSiteAccess } from './allowed-site.access.ts';
import { insertSite, loadSite, updateSite } from './allowed-site.store.ts';
import { allowInput, allowRefusals, allowSite, endSite } from './allowed-site.ts';

export const allow = action({
  name: 'allowedSite.allow',
  on: 'register',
  permission: allowedSiteAccess.allow,
  readable: allowedSiteAccess.read,
  input: allowInput,
  refusals: allowRefusals,
  constraints: { allowed_site_once: 'alreadyAllowed' },
  load: () => Promise.resolve({}),
  keys: () => ({}),
  decide: (_nothing, input, circumstances) => allowSite(input, circumstances),
  save: async (transaction, _nothing, next, stamp) => {
    await insertSite(transaction, next, stamp);
    return { id: next.id, version: next.version };
  },
});

export const end = action({
  name: 'allowedSite.end',
  on: 'record',
  permission: allowedSiteAccess.allow,
  readable: allowedSiteAccess.read,
  input: Fields({}),
  refusals: ['siteEnded'],
  load: (transaction, { id }) => loadSite(transaction, id),
  keys: () => ({}),
  decide: (site, _input, circumstances) => endSite(site, circumstances),
  save: async (transaction, _before, next, stamp) => {
    await updateSite(transaction, next, stamp);
    return { id: next.id, version: next.version };
  },
});
