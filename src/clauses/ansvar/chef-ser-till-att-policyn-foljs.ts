import type { UnitAttestFact } from '../../governance/acknowledgements/acknowledgement.facts.ts';
import { targetsFrom } from '../../governance/acknowledgements/target.ts';
import { holds } from '../../kernel/calendar.ts';
import { groupBy } from '../../kernel/facts.ts';
import { always, clause, shareOf } from '../clause.ts';
import { stillHolds } from '../declared.ts';
import { leaderOf } from '../duty.ts';
import { knowledgeOf } from '../knowledge.ts';
import { mending } from '../mending.ts';
import { countIn } from '../words.ts';

const attestsOf = (attest: UnitAttestFact): string => attest.unitId;

export const managerSeesThatPolicyIsFollowed = clause({
  id: 'ansvar/chef-ser-till-att-policyn-foljs',
  number: 'P10',
  section: 'ansvar',
  strength: 'ska',
  kind: 'computed',
  responsible: 'manager',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Chefen ser till att policyn följs', en: 'The manager sees that the policy is followed' },
  demand: {
    sv: 'Den som ansvarar för en verksamhet ska se till att den och de som arbetar där följer policyn.',
    en: 'Whoever answers for an activity must see to it that the activity and its people follow the policy.',
  },
  measured: {
    sv: 'Andelen enheter med egen personal vars chef har intygat inom tolv månader att verksamheten följer policyn, och där minst den andel av personalen som kommunen har bestämt (90 procent om inget annat är satt) har kvitterat den. Enheter utan egen personal räknas inte. Intyget prövas inte.',
    en: 'The share of units with staff of their own whose manager has attested within twelve months that the activity follows the policy, and where at least the share of the staff that the municipality has set (90 per cent unless it has said otherwise) have acknowledged it. Units without staff of their own are not counted. What is attested is not examined.',
  },
  reads: [
    'units',
    'people',
    'unitAttests',
    'campaignTargets',
    'acknowledged',
    'policyCovers',
    'documents',
    'documentVersions',
    'appointments',
  ],
  messages: {
    notAttested: {
      sv: 'Chefen har inte intygat att verksamheten följer policyn.',
      en: 'The manager has not attested that the activity follows the policy.',
    },
    attestTooOld: {
      sv: 'Chefens intyg är äldre än tolv månader.',
      en: 'The manager’s attest is older than twelve months.',
    },
    notFollowed: {
      sv: 'Chefen har intygat att verksamheten inte följer policyn.',
      en: 'The manager has attested that the activity does not follow the policy.',
    },
    staffBelow: {
      sv: (parameters) =>
        `${countIn(parameters, 'known', 'sv')} av ${countIn(parameters, 'staff', 'sv')} har kvitterat policyn. Minst ${countIn(parameters, 'share', 'sv')} procent krävs.`,
      en: (parameters) =>
        `${countIn(parameters, 'known', 'en')} of ${countIn(parameters, 'staff', 'en')} have acknowledged the policy. At least ${countIn(parameters, 'share', 'en')} per cent must.`,
    },
  },
  applies: always,
  findings(facts, today) {
    const knowledge = knowledgeOf(facts, today);
    if (knowledge === null) return { population: 0, met: 0, offenders: [], notes: ['policyMissing'] };
    const lacking = new Map<string, number>();
    for (const { fact } of knowledge.lacking)
      if (fact.unitId !== null) lacking.set(fact.unitId, (lacking.get(fact.unitId) ?? 0) + 1);
    const attests = groupBy(facts.unitAttests, attestsOf);
    const { staffShare } = targetsFrom(facts.campaignTargets.values());
    const measured = [...facts.units.values()].flatMap((unit) => {
      const staff = knowledge.staff.get(unit.id) ?? 0;
      if (staff === 0 || unit.kind !== 'unit' || !holds(unit, today)) return [];
      return [{ unit, staff, known: staff - (lacking.get(unit.id) ?? 0) }];
    });
    return shareOf(
      measured,
      ({ unit, staff, known }) => {
        const attest = latestOf(attests.get(unit.id) ?? [], today);
        if (attest === null) return 'notAttested';
        if (!stillHolds(attest.attestedOn, today)) return 'attestTooOld';
        if (!attest.isFollowed) return 'notFollowed';
        // In whole numbers, so that 9 of 10 at 90 per cent does not fall to a rounding.
        return known * 100 >= staffShare * staff ? null : 'staffBelow';
      },
      ({ unit, staff, known }, message) => ({
        register: 'unit',
        recordId: unit.id,
        recordName: unit.name,
        field: null,
        ...leaderOf(facts, unit.id, today),
        unitId: unit.id,
        parameters: { staff, known, share: staffShare },
        action: message === 'staffBelow' ? mending.remindCampaign : mending.attestUnit,
      }),
    );
  },
});

/** What was said last, by its day and then its id: ids grow with time. */
function latestOf(attests: readonly UnitAttestFact[], today: string): UnitAttestFact | null {
  const said = attests.filter((one) => one.attestedOn <= today);
  return said.reduce<UnitAttestFact | null>(
    (latest, one) =>
      latest === null || `${one.attestedOn}${one.id}` > `${latest.attestedOn}${latest.id}` ? one : latest,
    null,
  );
}
