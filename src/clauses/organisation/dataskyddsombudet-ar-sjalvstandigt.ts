import { holds } from '../../kernel/calendar.ts';
import { groupBy } from '../../kernel/facts.ts';
import type { Office } from '../../kernel/offices.ts';
import type { AppointmentFact } from '../../people/appointment.facts.ts';
import { always, clause, shareOf } from '../clause.ts';
import { dutyOf, leading, ownersIn } from '../duty.ts';
import type { Facts } from '../facts.ts';
import { mending } from '../mending.ts';
import { listIn } from '../words.ts';

/**
 * Offices that decide why or how personal data are handled, and so cannot be combined with watching over it
 * (GDPR art. 38.6; the working party's guidelines WP 243 rev.01, 3.5). Managers are judged by what their units hold.
 */
const conflicting: readonly Office[] = [
  'systemOwner',
  'informationOwner',
  'informationSecurityCoordinator',
  'itManager',
  'hrManager',
  'municipalDirector',
];

const nobody: ReadonlySet<string> = new Set();

const byPerson = (one: AppointmentFact): string => one.personId;

export const dataProtectionOfficerIsIndependent = clause({
  id: 'organisation/dataskyddsombudet-ar-sjalvstandigt',
  number: 'P34',
  section: 'organisation',
  strength: 'ska',
  kind: 'computed',
  responsible: 'municipalDirector',
  citation: ['GDPR (EU) 2016/679 art. 38.3', 'GDPR (EU) 2016/679 art. 38.6'],
  inForceFrom: null,
  title: { sv: 'Dataskyddsombudet är självständigt', en: 'The data protection officer is independent' },
  demand: {
    sv: 'Dataskyddsombudet ska vara självständigt, ge råd och övervaka, och får inte ha en annan roll som strider mot det.',
    en: 'The data protection officer must be independent, advise and supervise, and may hold no other role that conflicts with that.',
  },
  measured: {
    sv: 'Andelen dataskyddsombud och ersättare i tjänst som i dag inte också är systemägare, informationsägare (utsedd eller enligt tabellen), samordnare, it-chef, personalchef, kommundirektör eller chef över verksamhet med personuppgifter. Påtryckningar syns inte i ett register.',
    en: 'The share of data protection officers and deputies in office who today are not also system owner, information owner (appointed or by the table), coordinator, IT manager, HR manager, municipal director, or manager of an activity that holds personal data. Pressure leaves no trace in a register.',
  },
  reads: ['appointments', 'units', 'information', 'defaultOwners'],
  messages: {
    conflict: {
      sv: (parameters) => `Är också ${listIn(parameters, 'offices', 'sv')}.`,
      en: (parameters) => `Is also ${listIn(parameters, 'offices', 'en')}.`,
    },
  },
  applies: always,
  findings(facts, today) {
    const officers = new Map(
      [...facts.appointments.values()]
        .filter((one) => one.office === 'dataProtectionOfficer' && holds(one, today))
        .map((one) => [one.personId, one]),
    );
    // Not worked out for nobody.
    const tableOwners = officers.size === 0 ? nobody : ownersOfInformation(facts, today);
    const handling = officers.size === 0 ? nobody : unitsWithPersonalData(facts);
    const theirs = groupBy(facts.appointments, byPerson);
    const conflictsOf = (officer: AppointmentFact): Office[] => {
      const held = (theirs.get(officer.personId) ?? []).filter((one) => !one.deputy && holds(one, today));
      const decides = held.filter((one) => conflicting.includes(one.office));
      const leads = held.filter((one) => leading.includes(one.office) && handling.has(one.scopeId ?? ''));
      const owns: Office[] = tableOwners.has(officer.personId) ? ['informationOwner'] : [];
      return [...new Set([...decides.map((one) => one.office), ...leads.map((one) => one.office), ...owns])];
    };
    return shareOf(
      officers.values(),
      (officer) => (conflictsOf(officer).length === 0 ? null : 'conflict'),
      (officer) => ({
        register: 'appointment',
        recordId: officer.id,
        recordName: officer.personName,
        field: 'office',
        ...dutyOf(facts.appointments, 'municipalDirector', today),
        unitId: null,
        parameters: { offices: conflictsOf(officer).join(',') },
        action: mending.endAppointment,
      }),
    );
  },
});

function ownersOfInformation(
  facts: Pick<Facts, 'information' | 'appointments' | 'defaultOwners'>,
  today: string,
): Set<string> {
  const ownerOf = ownersIn(facts, today);
  const owners = [...facts.information.values()].map((information) => ownerOf(information)?.personId);
  return new Set(owners.filter((id) => id !== undefined));
}

/** Units that hold personal data, themselves or below them. */
function unitsWithPersonalData(facts: Pick<Facts, 'information' | 'units'>): Set<string> {
  const found = new Set<string>();
  for (const information of facts.information.values()) {
    if (information.personalData === 'none') continue;
    let unitId: string | null = information.unitId;
    // Stops at what was found before, so that a cycle in the tree ends too.
    while (unitId !== null && !found.has(unitId)) {
      found.add(unitId);
      unitId = facts.units.get(unitId)?.parentId ?? null;
    }
  }
  return found;
}
