import { accessTable, grant } from '../kernel/access.ts';

export const settingAccess = accessTable('setting', null, {
  read: [grant('signedIn', 'everything')],
  describe: [grant('administrator', 'everything'), grant('informationSecurityCoordinator', 'everything')],
});

export const clauseSettingAccess = accessTable('clauseSetting', null, {
  read: [grant('signedIn', 'everything')],
  set: [grant('informationSecurityCoordinator', 'everything')],
});
