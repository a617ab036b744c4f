import { notEnded } from '../../kernel/facts.ts';
import type { InformationFact, Levels } from '../../registers/information/information.facts.ts';
import type { SystemFact } from '../../registers/systems/system.facts.ts';
import { type Aspect, aspects } from '../../registers/information/vocabulary.ts';
import { always, clause, shareOf } from '../clause.ts';
import { informationNotes } from '../declared.ts';
import { ownerDuty, systemOwnerDuty } from '../duty.ts';
import type { Facts } from '../facts.ts';
import { mending } from '../mending.ts';
import { listIn, textIn } from '../words.ts';

export const systemsSupportClassification = clause({
  id: 'organisation/systemen-stoder-klassificeringen',
  number: 'P31',
  section: 'organisation',
  strength: 'ska',
  kind: 'computed',
  responsible: 'systemOwner',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Systemen stöder klassificeringen', en: 'The systems support the classification' },
  demand: {
    sv: 'Ett system ska skydda den information det bär så väl som informationens klass kräver.',
    en: 'A system must protect the information it carries as well as the information’s class demands.',
  },
  measured: {
    sv: 'Andelen par av system i drift och aktiv information där systemets visade skyddsnivå når klassen i varje aspekt. Har systemets klass höjts för att det samlar mycket gäller den höjda. Ett par där informationen inte är klassad räknas som ej uppfyllt. Att beviset för skyddet håller bedöms inte.',
    en: 'The share of pairs of a system in operation and active information where the system’s proven level of protection reaches the class in every aspect. Where the system’s class was raised because it gathers much, the raised class holds. A pair whose information is unclassified counts as failing. Whether the proof is sound is not judged.',
  },
  reads: [
    'systems',
    'systemInformation',
    'information',
    'defaultOwners',
    'appointments',
    'units',
    'entities',
    'bodies',
  ],
  messages: {
    unclassified: {
      sv: (parameters) =>
        `Bär ”${textIn(parameters, 'information')}”, som inte är klassad: skyddet kan inte jämföras.`,
      en: (parameters) =>
        `Carries “${textIn(parameters, 'information')}”, which is not classified: protection cannot be compared.`,
    },
    notProven: {
      sv: (parameters) =>
        `Skyddet är inte visat för ${listIn(parameters, 'aspects', 'sv')}, som ”${textIn(parameters, 'information')}” kräver.`,
      en: (parameters) =>
        `Protection has not been proven for ${listIn(parameters, 'aspects', 'en')}, which “${textIn(parameters, 'information')}” demands.`,
    },
    tooLow: {
      sv: (parameters) =>
        `Skyddet är lägre än ”${textIn(parameters, 'information')}” kräver i ${listIn(parameters, 'aspects', 'sv')}.`,
      en: (parameters) =>
        `Protection is lower than “${textIn(parameters, 'information')}” demands in ${listIn(parameters, 'aspects', 'en')}.`,
    },
  },
  applies: always,
  findings(facts, today) {
    return shareOf(
      pairsIn(facts, today),
      ({ system, information }) => {
        const levels = information.classification?.levels;
        if (levels === undefined) return 'unclassified';
        if (!aspects.some((aspect) => isShort(system, levels, aspect))) return null;
        const unproven = aspects.some(
          (aspect) => system.proven[aspect] === null && isShort(system, levels, aspect),
        );
        return unproven ? 'notProven' : 'tooLow';
      },
      ({ system, information }, message) => {
        const levels = information.classification?.levels ?? null;
        const short = aspects.filter((aspect) => isShort(system, levels, aspect));
        const named =
          message === 'notProven' ? short.filter((aspect) => system.proven[aspect] === null) : short;
        const unclassified = message === 'unclassified';
        return {
          register: 'system',
          recordId: system.id,
          recordName: system.name,
          field: unclassified ? 'information' : 'proven',
          ...(unclassified ? ownerDuty(facts, information, today) : systemOwnerDuty(facts, system, today)),
          unitId: system.unitId,
          parameters: {
            information: information.name,
            informationId: information.id,
            aspects: named.join(','),
          },
          action: unclassified ? mending.classify : mending.proveProtection,
        };
      },
      informationNotes(facts, today),
    );
  },
});

interface Pair {
  readonly system: SystemFact;
  readonly information: InformationFact;
}

/** The information that systems in operation carry on the day. */
function pairsIn(facts: Pick<Facts, 'systems' | 'systemInformation' | 'information'>, today: string): Pair[] {
  const pairs: Pair[] = [];
  for (const tie of facts.systemInformation.values()) {
    const system = facts.systems.get(tie.systemId);
    const information = facts.information.get(tie.informationId);
    if (system === undefined || information === undefined) continue;
    if (system.lifecycle === 'inOperation' && notEnded(tie, today)) pairs.push({ system, information });
  }
  return pairs;
}

/** Does the proven protection fall short of the class, or of the raised class where that is higher? */
function isShort(system: SystemFact, levels: Levels | null, aspect: Aspect): boolean {
  const need = Math.max(levels?.[aspect] ?? 0, system.raised[aspect] ?? 0);
  // Level 0 demands nothing, so nothing need be proven for it.
  return need > 0 && (system.proven[aspect] ?? -1) < need;
}
