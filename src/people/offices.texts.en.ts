import type { TextsLike } from '../kernel/texts.ts';
import type { officeTextsSv } from './offices.texts.sv.ts';

export const officeTextsEn: TextsLike<typeof officeTextsSv> = {
  offices: {
    chair: 'Chair',
    municipalDirector: 'Municipal director',
    departmentHead: 'Head of department',
    manager: 'Manager',
    informationOwner: 'Information owner',
    systemOwner: 'System owner',
    systemMaintainer: 'System maintainer',
    informationSecurityCoordinator: 'Information security coordinator',
    securityCoordinator: 'Security coordinator',
    itManager: 'Head of IT',
    dataProtectionOfficer: 'Data protection officer',
    auditor: 'Auditor',
    entityContact: 'Contact for a company or foundation',
    hrManager: 'Head of HR',
    administrator: 'Administrator of Värna',
  },
  deputyOf: (office) => `${office}, deputy`,
  rights: {
    chair: 'Sees how the committee or board follows the policy.',
    municipalDirector: 'Sees everything and appoints to offices, except auditor and administrator.',
    departmentHead:
      'Keeps the department’s information and systems, and appoints its managers, owners and maintainers.',
    manager: 'Keeps information and people of her or his own unit and the units below it.',
    informationOwner: 'Classifies the information and decides how it may be handled.',
    systemOwner: 'Decides about the system and appoints its maintainers.',
    systemMaintainer: 'Keeps what is said about the system up to date.',
    informationSecurityCoordinator: 'Sees everything, keeps the registers in order and appoints to offices.',
    securityCoordinator: 'Sees everything that concerns information security.',
    itManager: 'Keeps the register of systems in order and shows how the systems are protected.',
    dataProtectionOfficer: 'Sees all processing of personal data and advises, but owns and decides nothing.',
    auditor: 'Reads all that can be read and changes nothing.',
    entityContact: 'Answers for what is said about the company or foundation.',
    hrManager: 'Keeps the register of people and its sources in order.',
    administrator: 'Handles accounts and settings, but does not see information and systems.',
  },
  scopes: {
    municipality: 'The whole municipality',
    entity: 'Legal entity',
    body: 'Committee or board',
    unit: 'Unit',
    system: 'System',
    information: 'Information',
  },
};
