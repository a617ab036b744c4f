import { groupBy, notEnded } from '../../kernel/facts.ts';
import { holds } from '../../kernel/calendar.ts';
import type { PersonFact } from '../../people/person.facts.ts';
import { always, clause, shareOf } from '../clause.ts';
import { leaderOf } from '../duty.ts';
import { lackingIn } from '../knowledge.ts';
import { mending } from '../mending.ts';
import { countIn } from '../words.ts';

/** The external people who work for somebody, by its name as it is compared. */
const byEmployer = (person: PersonFact): string | null =>
  person.kind === 'external' && person.organisation !== null ? plain(person.organisation) : null;
const plain = (name: string): string => name.trim().toLocaleLowerCase('sv');

const mends = {
  noAgreement: mending.describeExternalParty,
  notBound: mending.describeExternalParty,
  agreementEnded: mending.describeExternalParty,
  notAcknowledged: mending.beginCampaign,
  staffNotAcknowledged: mending.remindCampaign,
} as const;

export const contractorsAreBound = clause({
  id: 'ansvar/entreprenorer-ar-bundna',
  number: 'P11',
  section: 'ansvar',
  strength: 'ska',
  kind: 'computed',
  responsible: 'systemOwner',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Entreprenörer är bundna av policyn', en: 'Contractors are bound by the policy' },
  demand: {
    sv: 'Den som arbetar åt kommunen hos en entreprenör är skyldig att följa policyn.',
    en: 'Those who work for the municipality through a contractor are obliged to follow the policy.',
  },
  measured: {
    sv: 'Andelen externa parter som utför arbete åt kommunen, vars gällande avtal binder dem till policyn, vars kontakt har kvitterat den, och vars personal i personregistret (externa personer med partens namn som arbetsgivare) har gjort det. Personal som inte står i personregistret syns inte. Att avtalstexten räcker avgör en människa.',
    en: 'The share of external parties working on the municipality’s behalf whose agreement in force binds them to the policy, whose contact has acknowledged it, and whose staff in the register of people (external people with the party’s name as employer) have too. Staff who are not in that register are not seen. That the words of the agreement are enough is for a person to judge.',
  },
  reads: [
    'externalParties',
    'agreementReviews',
    'people',
    'acknowledged',
    'policyCovers',
    'documents',
    'documentVersions',
    'appointments',
    'units',
  ],
  messages: {
    noAgreement: { sv: 'Det är inte angivet vilket avtal som gäller.', en: 'No agreement has been named.' },
    notBound: {
      sv: 'Avtalet binder inte parten till policyn.',
      en: 'The agreement does not bind the party to the policy.',
    },
    agreementEnded: { sv: 'Avtalet är avslutat.', en: 'The agreement has ended.' },
    notAcknowledged: {
      sv: 'Parten har inte kvitterat den policy som gäller.',
      en: 'The party has not acknowledged the policy in force.',
    },
    staffNotAcknowledged: {
      sv: (parameters) =>
        `${countIn(parameters, 'lacking', 'sv')} av partens personal har inte kvitterat policyn.`,
      en: (parameters) =>
        `${countIn(parameters, 'lacking', 'en')} of the party’s staff have not acknowledged the policy.`,
    },
  },
  applies: always,
  findings(facts, today) {
    const lacking = lackingIn(facts, today);
    if (lacking === null) return { population: 0, met: 0, offenders: [], notes: ['policyMissing'] };
    const staff = groupBy(facts.people, byEmployer);
    const lackingStaff = (name: string) =>
      (staff.get(plain(name)) ?? []).filter((one) => holds(one, today) && lacking(one.id) !== null).length;
    return shareOf(
      [...facts.externalParties.values()].filter((one) => one.contractor && notEnded(one, today)),
      (party) => {
        const agreement = facts.agreementReviews.get(party.agreementReviewId ?? '');
        if (agreement === undefined) return 'noAgreement';
        if (!notEnded(agreement, today)) return 'agreementEnded';
        if (!party.obligation) return 'notBound';
        if (lacking(party.id) !== null) return 'notAcknowledged';
        return lackingStaff(party.name) > 0 ? 'staffNotAcknowledged' : null;
      },
      (party, message) => ({
        register: 'externalParty',
        recordId: party.id,
        recordName: party.name,
        field: message === 'notBound' ? 'obligation' : message === 'noAgreement' ? 'agreementReviewId' : null,
        ...leaderOf(facts, party.unitId, today),
        unitId: party.unitId,
        parameters: { lacking: lackingStaff(party.name) },
        action: mends[message],
      }),
    );
  },
});
