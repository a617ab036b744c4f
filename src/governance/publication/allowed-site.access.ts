import { accessTable, grant } from '../../kernel/access.ts';

/** Which hosts of the house the server may speak to, and who may frame its pages, is for whoever runs it to say. */
export const allowedSiteAccess = accessTable('allowedSite', null, {
  read: [
    grant('administrator', 'everything'),
    grant('informationSecurityCoordinator', 'everything'),
    grant('itManager', 'everything'),
  ],
  allow: [grant('administrator', 'everything')],
});
