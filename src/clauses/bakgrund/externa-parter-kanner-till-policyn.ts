import { notEnded } from '../../kernel/facts.ts';
import { always, clause, shareOf } from '../clause.ts';
import { leaderOf } from '../duty.ts';
import { lackingIn } from '../knowledge.ts';
import { mending } from '../mending.ts';

export const externalPartiesKnowThePolicy = clause({
  id: 'bakgrund/externa-parter-kanner-till-policyn',
  number: 'P04',
  section: 'bakgrund',
  strength: 'ska',
  kind: 'computed',
  responsible: 'systemOwner',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Externa parter känner till policyn', en: 'External parties know the policy' },
  demand: {
    sv: 'Leverantörer och andra utanför kommunen som berörs ska få policyn och känna till den.',
    en: 'Suppliers and others outside the municipality who are concerned must be given the policy and know it.',
  },
  measured: {
    sv: 'Andelen externa parter i registret märkta som berörda vars kontakt har kvitterat den version som gäller, eller en tidigare med samma krav. Parter som ingen har lagt in syns inte.',
    en: 'The share of external parties in the register marked as concerned whose contact has acknowledged the version in force, or an earlier one with the same demands. Parties that nobody has entered are not seen.',
  },
  reads: [
    'externalParties',
    'acknowledged',
    'policyCovers',
    'documents',
    'documentVersions',
    'appointments',
    'units',
  ],
  messages: {
    notAcknowledged: {
      sv: 'Parten har inte kvitterat policyn.',
      en: 'The party has not acknowledged the policy.',
    },
    changeNotAcknowledged: {
      sv: 'Parten har inte kvitterat det som är nytt i policyn.',
      en: 'The party has not acknowledged what is new in the policy.',
    },
  },
  applies: always,
  findings(facts, today) {
    const lacking = lackingIn(facts, today);
    if (lacking === null) return { population: 0, met: 0, offenders: [], notes: ['policyMissing'] };
    return shareOf(
      [...facts.externalParties.values()].filter((one) => one.relevant && notEnded(one, today)),
      (party) => lacking(party.id),
      (party) => ({
        register: 'externalParty',
        recordId: party.id,
        recordName: party.name,
        field: null,
        ...leaderOf(facts, party.unitId, today),
        unitId: party.unitId,
        parameters: {},
        action: mending.beginCampaign,
      }),
    );
  },
});
