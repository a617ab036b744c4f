import { accessTable, grant } from '../../kernel/access.ts';
import { beginners, enders } from './appointing.ts';

/**
 * Who may do what with appointments. Who holds which office is for everyone to see: it is how people know whom to
 * ask. What `begin` and `end` admit here is narrowed per office by `appointing.ts`. The name of a piece of information
 * somebody is appointed for is shown to those who may see that information.
 */
export const appointmentAccess = accessTable('appointment', 'system', {
  read: [grant('signedIn', 'everything')],
  begin: beginners,
  end: enders,
  describe: enders,
  confirm: enders,
});

/** To whom the names of information are shown in lists of appointments, in step with the information register's `read`. */
export const informationNames = accessTable('appointment', 'information', {
  see: [
    grant('informationSecurityCoordinator', 'everything'),
    grant('securityCoordinator', 'everything'),
    grant('dataProtectionOfficer', 'everything'),
    grant('municipalDirector', 'everything'),
    grant('auditor', 'everything'),
    grant('informationOwner', 'record'),
    grant('manager', 'unit'),
    grant('departmentHead', 'unit'),
    grant('signedIn', 'homeUnit'),
  ],
});
