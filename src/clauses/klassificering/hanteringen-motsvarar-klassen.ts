import { notEnded } from '../../kernel/facts.ts';
import type { HandlingFact, HandlingRuleFact } from '../../registers/information/information.facts.ts';
import { always, clause, shareOf } from '../clause.ts';
import { informationNotes } from '../declared.ts';
import { ownerDutyIn } from '../duty.ts';
import { mending } from '../mending.ts';
import { textIn } from '../words.ts';
import { activityWord, carrierWord } from '../handling-words.ts';

type Code = 'unclassified' | 'noRule' | 'forbidden' | 'conditions';

const fields: Readonly<Record<Code, { readonly field: string; readonly action: string }>> = {
  unclassified: { field: 'classification', action: mending.classify },
  noRule: { field: 'handling', action: mending.editHandlingRule },
  forbidden: { field: 'handling', action: mending.withdrawHandling },
  conditions: { field: 'handling', action: mending.declareHandling },
};

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
  reads: ['handlings', 'handlingRules', 'information', 'defaultOwners', 'appointments', 'units', 'entities', 'bodies'],
  messages: {
    unclassified: {
      sv: (p) => `${activityWord(p, 'sv')} (${carrierWord(p, 'sv')}): informationen är inte klassad, så regeln går inte att slå upp.`,
      en: (p) => `${activityWord(p, 'en')} (${carrierWord(p, 'en')}): the information is not classified, so no rule can be looked up.`,
    },
    noRule: {
      sv: (p) => `${activityWord(p, 'sv')} (${carrierWord(p, 'sv')}): det finns ingen regel för nivå ${textIn(p, 'level')}.`,
      en: (p) => `${activityWord(p, 'en')} (${carrierWord(p, 'en')}): there is no rule for level ${textIn(p, 'level')}.`,
    },
    forbidden: {
      sv: (p) => `${activityWord(p, 'sv')} (${carrierWord(p, 'sv')}) är inte tillåtet på nivå ${textIn(p, 'level')}.`,
      en: (p) => `${activityWord(p, 'en')} (${carrierWord(p, 'en')}) is not allowed at level ${textIn(p, 'level')}.`,
    },
    conditions: {
      sv: (p) => `${activityWord(p, 'sv')} (${carrierWord(p, 'sv')}): villkoren för nivå ${textIn(p, 'level')} är inte uppfyllda.`,
      en: (p) => `${activityWord(p, 'en')} (${carrierWord(p, 'en')}): the conditions for level ${textIn(p, 'level')} are not met.`,
    },
  },
  applies: always,
  findings(facts, today) {
    const dutyFor = ownerDutyIn(facts, today);
    const verdicts = new Map([...facts.handlingRules.values()].map((rule) => [cell(rule.level, rule), rule.verdict]));
    const population = [...facts.handlings.values()].flatMap((handling) => {
      const information = facts.information.get(handling.informationId);
      return information !== undefined && notEnded(handling, today) ? [{ handling, information }] : [];
    });
    return shareOf(
      population,
      ({ handling, information }) => {
        // The rules say who may see and carry: they follow the level of confidentiality.
        const level = information.classification?.levels.confidentiality ?? null;
        const message = level === null ? 'unclassified' : conflict(verdicts.get(cell(level, handling)), handling);
        if (message === null) return null;
        return {
          register: 'information',
          recordId: information.id,
          recordName: information.name,
          ...fields[message],
          ...dutyFor(information),
          unitId: information.unitId,
          message,
          parameters: { activity: handling.activity, carrier: handling.carrier, level: level ?? '', handlingId: handling.id },
        };
      },
      informationNotes(facts, today),
    );
  },
});

function cell(level: number, at: Pick<HandlingFact, 'activity' | 'carrier'>): string {
  return `${level}:${at.activity}:${at.carrier}`;
}

function conflict(verdict: HandlingRuleFact['verdict'] | undefined, handling: HandlingFact): Code | null {
  if (verdict === undefined) return 'noRule';
  if (verdict === 'forbidden') return 'forbidden';
  return verdict === 'conditional' && !handling.conditionsMet ? 'conditions' : null;
}
