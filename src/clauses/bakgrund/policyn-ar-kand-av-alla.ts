import { policyInForce } from '../../governance/documents/document.facts.ts';
import { always, clause, type Share, shareLacking, shareOf } from '../clause.ts';
import { dutyOf } from '../duty.ts';
import { knowledgeOf } from '../knowledge.ts';
import { mending } from '../mending.ts';

type Message = 'nobodyAsked' | 'notAcknowledged' | 'changeNotAcknowledged';

export const policyIsKnownByAll = clause({
  id: 'bakgrund/policyn-ar-kand-av-alla',
  number: 'P03',
  section: 'bakgrund',
  strength: 'ska',
  kind: 'computed',
  responsible: 'manager',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Policyn är känd av alla', en: 'Everyone knows the policy' },
  demand: {
    sv: 'Alla som arbetar i eller för kommunen ska känna till policyn.',
    en: 'Everyone who works in or for the municipality must know the policy.',
  },
  measured: {
    sv: 'Andelen anställda, förtroendevalda och externa personer i dag som har kvitterat den version som gäller, eller det som ändrats i den. Den som har kvitterat en tidigare version med samma krav räknas. Att texten är förstådd kan inte mätas så.',
    en: 'The share of today’s employees, elected representatives and external people who have acknowledged the version in force, or what changed in it. An earlier version with the same demands counts. Whether the text was understood cannot be measured this way.',
  },
  reads: [
    'people',
    'acknowledged',
    'policyCovers',
    'campaigns',
    'documents',
    'documentVersions',
    'appointments',
  ],
  messages: {
    nobodyAsked: {
      sv: 'Ingen har blivit ombedd att kvittera policyn.',
      en: 'Nobody has been asked to acknowledge the policy.',
    },
    notAcknowledged: { sv: 'Policyn är inte kvitterad.', en: 'The policy has not been acknowledged.' },
    changeNotAcknowledged: {
      sv: 'Det som är nytt i policyn är inte kvitterat.',
      en: 'What is new in the policy has not been acknowledged.',
    },
  },
  applies: always,
  findings(facts, today): Share<Message> {
    const { appointments, campaigns, acknowledged, documents, documentVersions } = facts;
    const policy = policyInForce(documents, documentVersions, today);
    const knowledge = knowledgeOf(facts, today);
    if (policy === null || knowledge === null)
      return { population: 0, met: 0, offenders: [], notes: ['policyMissing'] };
    const { here, lacking } = knowledge;
    const isAsked =
      acknowledged.size > 0 || [...campaigns.values()].some((one) => one.documentId === policy.document.id);
    if (here.length > 0 && !isAsked) {
      // One thing to do, and not one for each of all those who could not have done it.
      return shareOf(
        [policy.document],
        () => 'nobodyAsked',
        ({ title }) => ({
          register: 'campaign',
          recordId: null,
          recordName: title,
          field: null,
          ...dutyOf(appointments, 'informationSecurityCoordinator', today),
          unitId: null,
          parameters: {},
          action: mending.beginCampaign,
        }),
      );
    }
    return shareLacking(here.length, lacking, (person) => ({
      register: 'person',
      recordId: person.id,
      recordName: person.name,
      field: null,
      // Nobody can read it in her place: her head's duty is P10.
      responsible: 'everyone',
      responsiblePersonId: person.id,
      unitId: person.unitId,
      parameters: {},
      action: mending.acknowledge,
    }));
  },
});
