import { type Office, offices } from '../../../kernel/offices.ts';
import type { DocumentScope } from '../document.ts';

/** Offices that are held for a body, a company or a piece of information: no document is of those. */
const ofOthers: ReadonlySet<Office> = new Set<Office>([
  'chair',
  'informationOwner',
  'dataProtectionOfficer',
  'entityContact',
]);
/** Offices that are held for a unit or a system: they keep a document only of their own. */
const ofScope: Readonly<Partial<Record<Office, DocumentScope>>> = {
  departmentHead: 'unit',
  manager: 'unit',
  systemOwner: 'system',
  systemMaintainer: 'system',
};

/** The offices that can keep a document of this scope, in the order they are listed. */
export function keepersOf(scope: DocumentScope): readonly Office[] {
  return offices.filter((office) => !ofOthers.has(office) && (ofScope[office] ?? scope) === scope);
}
