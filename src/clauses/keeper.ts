import type { DocumentFact } from '../governance/documents/document.facts.ts';
import { type Office, officeScopes, offices } from '../kernel/offices.ts';
import { holderOf } from '../people/appointment.facts.ts';
import type { Finding, Responsible } from './clause.ts';
import type { Duty } from './duty.ts';
import type { Facts } from './facts.ts';

/** The duty of an office for a document: held for its own unit or system where the office is of those, else for the whole. */
export function officeDuty(
  appointments: Facts['appointments'],
  document: Pick<DocumentFact, 'unitId' | 'systemId'>,
  office: Office,
  today: string,
): Duty {
  const scopes = officeScopes[office];
  const scopeId = scopes.includes('unit')
    ? document.unitId
    : scopes.includes('system')
      ? document.systemId
      : null;
  const holder = holderOf(appointments, office, scopeId, today);
  return { responsible: office, responsiblePersonId: holder?.personId ?? null };
}

/** Whose a demand of the policy is: an office held for the whole, or a body, which no single person stands for. */
export function demandDuty(
  appointments: Facts['appointments'],
  responsible: Responsible,
  today: string,
): Pick<Finding, 'responsible' | 'responsiblePersonId'> {
  const office = offices.find((one) => one === responsible);
  if (office === undefined) return { responsible, responsiblePersonId: null };
  return officeDuty(appointments, { unitId: null, systemId: null }, office, today);
}

/** The duty of whoever keeps the document; of the coordinator where the word is no office. */
export function keeperDuty(appointments: Facts['appointments'], document: DocumentFact, today: string): Duty {
  const office = offices.find((one) => one === document.keeperOffice) ?? 'informationSecurityCoordinator';
  return officeDuty(appointments, document, office, today);
}
