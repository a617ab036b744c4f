import { Type } from 'typebox';
import { scopeOf } from '../../kernel/access.ts';
import { Fields, OneOf } from '../../kernel/schema.ts';
import { view } from '../../kernel/view.ts';
import { allowedSiteAccess } from './allowed-site.access.ts';
import { listSites } from './allowed-site.store.ts';
import { allowedSiteKinds } from './allowed-site.ts';

export const sites = view({
  name: 'allowedSite.list',
  on: 'register',
  permission: allowedSiteAccess.read,
  input: Fields({}),
  output: Fields({
    items: Type.Array(
      Fields({
        id: Type.String(),
        kind: OneOf(allowedSiteKinds),
        site: Type.String(),
        reason: Type.String(),
      }),
    ),
    mayAllow: Type.Boolean(),
  }),
  told: { nothing: 'the installation’s own settings' },
  answer: async (db, _input, { actor }) => {
    const found = await listSites(db);
    return {
      items: found.map(({ id, kind, site, reason }) => ({ id, kind, site, reason })),
      mayAllow: scopeOf(actor, allowedSiteAccess.allow) !== null,
    };
  },
});
