import { groupBy, notEnded } from '../../kernel/facts.ts';
import { judgeVerdict } from '../../registers/handling-rules/judge.ts';
import type {
  HandlingFact,
  HandlingRuleFact,
  InformationFact,
} from '../../registers/information/information.facts.ts';
import { always, clause, shareOfParts } from '../clause.ts';
import { informationNotes } from '../declared.ts';
import { ownerDuty } from '../duty.ts';
import type { Facts } from '../facts.ts';
import { activityWord, carrierWord } from '../handling-words.ts';
import { mending } from '../mending.ts';
import { textIn } from '../words.ts';

const mends = {
  unclassified: { field: 'classification', action: mending.classify },
  noRule: { field: 'handling', action: mending.setHandlingRule },
  forbidden: { field: 'handling', action: mending.withdrawHandling },
  conditions: { field: 'handling', action: mending.declareHandling },
} as const;

const messages = {
  allowed: null,
  conditionsMet: null,
  conditionsUnmet: 'conditions',
  forbidden: 'forbidden',
  noRule: 'noRule',
} as const;

export const handlingMatchesClass = clause({
  id: 'klassificering/hanteringen-motsvarar-klassen',
  number: 'P43',
  section: 'klassificering',
  strength: 'ska',
  kind: 'computed',
  responsible: 'informationOwner',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Hanteringen motsvarar klassen', en: 'The handling matches the class' },
  demand: {
    sv: 'All hantering, bearbetning och lagring ska motsvara det som informationens klass kräver.',
    en: 'All handling, processing and storage must live up to what the information’s class demands.',
  },
  measured: {
    sv: 'Andelen angivna hanteringar som hanteringsreglerna tillåter för informationens nivå av konfidentialitet, med villkoren uppfyllda där regeln har villkor. Hantering av oklassad information och hantering utan regel räknas som ej tillåten. Hantering som ingen har angivit syns inte.',
    en: 'The share of declared ways of handling that the handling rules permit at the information’s level of confidentiality, with conditions met where the rule has any. Handling of unclassified information, and handling that no rule covers, count as not permitted. What nobody has declared cannot be seen.',
  },
  reads: [
    'handlings',
    'handlingRules',
    'information',
    'defaultOwners',
    'appointments',
    'units',
    'entities',
    'bodies',
  ],
  messages: {
    unclassified: {
      sv: (p) =>
        `${activityWord(p, 'sv')} (${carrierWord(p, 'sv')}): informationen är inte klassad, så regeln går inte att slå upp.`,
      en: (p) =>
        `${activityWord(p, 'en')} (${carrierWord(p, 'en')}): the information is not classified, so no rule can be looked up.`,
    },
    noRule: {
      sv: (p) =>
        `${activityWord(p, 'sv')} (${carrierWord(p, 'sv')}): det finns ingen regel för nivå ${textIn(p, 'level')}.`,
      en: (p) =>
        `${activityWord(p, 'en')} (${carrierWord(p, 'en')}): there is no rule for level ${textIn(p, 'level')}.`,
    },
    forbidden: {
      sv: (p) =>
        `${activityWord(p, 'sv')} (${carrierWord(p, 'sv')}) är inte tillåtet på nivå ${textIn(p, 'level')}.`,
      en: (p) =>
        `${activityWord(p, 'en')} (${carrierWord(p, 'en')}) is not allowed at level ${textIn(p, 'level')}.`,
    },
    conditions: {
      sv: (p) =>
        `${activityWord(p, 'sv')} (${carrierWord(p, 'sv')}): villkoren för nivå ${textIn(p, 'level')} är inte uppfyllda.`,
      en: (p) =>
        `${activityWord(p, 'en')} (${carrierWord(p, 'en')}): the conditions for level ${textIn(p, 'level')} are not met.`,
    },
  },
  applies: always,
  findings(facts, today) {
    const groups = groupBy(facts.handlings, byInformation);
    const verdictAt = rulesOf(facts.handlingRules);
    return shareOfParts(
      facts.information.values(),
      (information) => groups.get(information.id) ?? none,
      (information, handling) => {
        if (!notEnded(handling, today)) return undefined;
        const level = levelOf(information);
        if (level === null) return 'unclassified';
        return messages[judgeVerdict(verdictAt(handling, level), handling.conditionsMet)];
      },
      (information, { id, activity, carrier }, message) => ({
        register: 'information',
        recordId: information.id,
        recordName: information.name,
        ...mends[message],
        ...ownerDuty(facts, information, today),
        unitId: information.unitId,
        parameters: { activity, carrier, level: levelOf(information) ?? '', handlingId: id },
      }),
      informationNotes(facts, today),
    );
  },
});

const none: readonly HandlingFact[] = [];
const byInformation = (handling: HandlingFact): string => handling.informationId;

/** The rules say who may see and carry: they follow the level of confidentiality. Null while it is not classified. */
function levelOf(information: InformationFact): number | null {
  return information.classification?.levels.confidentiality ?? null;
}

/** The rules as a table to look up in: activity, then carrier, then level. */
function rulesOf(rules: Facts['handlingRules']) {
  const table = new Map<string, Map<string, HandlingRuleFact['verdict'][]>>();
  for (const rule of rules.values()) {
    const row = table.get(rule.activity) ?? new Map<string, HandlingRuleFact['verdict'][]>();
    table.set(rule.activity, row);
    const levels = row.get(rule.carrier) ?? [];
    row.set(rule.carrier, levels);
    levels[rule.level] = rule.verdict;
  }
  return (handling: HandlingFact, level: number) =>
    table.get(handling.activity)?.get(handling.carrier)?.[level];
}
