import { holds } from '../../kernel/calendar.ts';
import type { Office } from '../../kernel/offices.ts';
import { always, clause, shareLacking } from '../clause.ts';
import type { Facts } from '../facts.ts';
import { knowledgeOf } from '../knowledge.ts';
import { mending } from '../mending.ts';

/** Offices that handle information whatever unit their holder belongs to. */
const handling: readonly Office[] = ['informationOwner', 'systemOwner', 'systemMaintainer'];

export const everyoneKnowsTheirDuty = clause({
  id: 'organisation/alla-kan-sitt-ansvar',
  number: 'P32',
  section: 'organisation',
  strength: 'ska',
  kind: 'computed',
  responsible: 'manager',
  citation: ['Cybersäkerhetslagen (2025:1506)'],
  inForceFrom: null,
  title: { sv: 'Alla kan sitt ansvar', en: 'Everyone knows their responsibility' },
  demand: {
    sv: 'Alla som hanterar information har ansvar för att den är säker, och ska veta vad det innebär.',
    en: 'All who handle information have a responsibility for its security, and must know what that means.',
  },
  measured: {
    sv: 'Ansvaret mäts, kunskapen ännu inte: andelen av dem som hör till en enhet med information i registret, eller som äger eller förvaltar information eller system, som har kvitterat policyn och med den sitt ansvar. Utbildningar har inget register ännu. Därför kan kravet visa brister, men inte att det är uppfyllt.',
    en: 'The responsibility is measured, the knowledge not yet: the share of those who belong to a unit with information in the register, or who own or maintain information or systems, that have acknowledged the policy and with it their responsibility. Training has no register yet. The clause can therefore show faults, but not that the demand is met.',
  },
  reads: [
    'people',
    'information',
    'appointments',
    'acknowledged',
    'policyCovers',
    'documents',
    'documentVersions',
  ],
  messages: {
    notAcknowledged: {
      sv: 'Ansvaret är inte kvitterat.',
      en: 'The responsibility has not been acknowledged.',
    },
    changeNotAcknowledged: {
      sv: 'Det som är nytt i ansvaret är inte kvitterat.',
      en: 'What is new in the responsibility has not been acknowledged.',
    },
  },
  applies: always,
  findings(facts, today) {
    const knowledge = knowledgeOf(facts, today);
    if (knowledge === null) return { population: 0, met: 0, offenders: [], notes: ['policyMissing'] };
    const isHandling = handlersIn(facts, today);
    const { here, lacking } = knowledge;
    return shareLacking(
      countOf(here, isHandling),
      lacking.filter(({ fact }) => isHandling(fact)),
      (person) => ({
        register: 'person',
        recordId: person.id,
        recordName: person.name,
        field: null,
        responsible: 'everyone',
        responsiblePersonId: person.id,
        unitId: person.unitId,
        parameters: {},
        action: mending.acknowledge,
      }),
      ['partNotMeasured'],
    );
  },
});

/** Tells whether somebody handles information: by her unit, or by an office she holds that day. */
function handlersIn(
  { information, appointments }: Pick<Facts, 'information' | 'appointments'>,
  today: string,
): (person: { readonly id: string; readonly unitId: string | null }) => boolean {
  const units = new Set<string>();
  for (const one of information.values()) units.add(one.unitId);
  const holders = new Set<string>();
  for (const one of appointments.values())
    if (handling.includes(one.office) && holds(one, today)) holders.add(one.personId);
  return ({ id, unitId }) => holders.has(id) || (unitId !== null && units.has(unitId));
}

function countOf<Fact>(facts: readonly Fact[], isCounted: (fact: Fact) => boolean): number {
  let count = 0;
  for (const fact of facts) if (isCounted(fact)) count += 1;
  return count;
}
