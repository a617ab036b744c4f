import { notEnded } from '../../kernel/facts.ts';
import { always, clause, shareOf } from '../clause.ts';
import { informationNotes } from '../declared.ts';
import { leaderOf, ownersIn } from '../duty.ts';
import { mending } from '../mending.ts';

export const allInformationHasOwner = clause({
  id: 'organisation/all-information-har-informationsagare',
  number: 'P28',
  section: 'organisation',
  strength: 'ska',
  kind: 'computed',
  responsible: 'informationOwner',
  citation: [],
  inForceFrom: null,
  title: { sv: 'All information har en informationsägare', en: 'All information has an owner' },
  demand: {
    sv: 'Någon ska äga varje informationsmängd: den som är utsedd för den eller, om inget annat är beslutat, den som tabellen över informationsägare pekar ut.',
    en: 'Somebody must own each information asset: the person appointed for it or, unless otherwise decided, the one the table of default owners points to.',
  },
  measured: {
    sv: 'Andelen aktiva informationsmängder som har en ägare i tjänst i dag, utsedd eller enligt tabellen. En ersättare är ingen ägare. Om ägaren gör sitt arbete mäts av andra krav.',
    en: 'The share of active information assets that have an owner in office today, appointed or by the table. A deputy is no owner. Whether the owner does the work is measured in other clauses.',
  },
  reads: ['information', 'defaultOwners', 'appointments', 'units', 'entities', 'bodies'],
  messages: {
    noOwner: {
      sv: 'Ingen är informationsägare: varken någon utsedd eller någon enligt tabellen är i tjänst.',
      en: 'Nobody is the information owner: neither by appointment nor by the table is anyone in office.',
    },
    areaUnknown: {
      sv: 'Ingen är utsedd, och området finns inte i tabellen över informationsägare.',
      en: 'Nobody has been appointed, and the area is missing from the table of default owners.',
    },
  },
  applies: always,
  findings(facts, today) {
    const ownerOf = ownersIn(facts, today);
    const areas = new Set(
      [...facts.defaultOwners.values()].filter((row) => notEnded(row, today)).map((row) => row.area),
    );
    return shareOf(
      facts.information.values(),
      (information) => {
        if (ownerOf(information) !== null) return null;
        return areas.has(information.area) ? 'noOwner' : 'areaUnknown';
      },
      (information) => ({
        register: 'information',
        recordId: information.id,
        recordName: information.name,
        field: 'owner',
        ...leaderOf(facts, information.unitId, today),
        unitId: information.unitId,
        parameters: {},
        action: mending.appoint,
      }),
      informationNotes(facts, today),
    );
  },
});
