import { deputiesOf, holderOf } from '../../people/appointment.facts.ts';
import { always, clause, shareOf } from '../clause.ts';
import { dutyOf } from '../duty.ts';
import { mending } from '../mending.ts';

const places = ['holder', 'deputy'] as const;

export const coordinatorLeadsTheWork = clause({
  id: 'organisation/samordnaren-leder-arbetet',
  number: 'P27',
  section: 'organisation',
  strength: 'ska',
  kind: 'computed',
  responsible: 'municipalDirector',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Samordnaren leder arbetet', en: 'The coordinator leads the work' },
  demand: {
    sv: 'Informationssäkerhetssamordnaren ska leda, utveckla och samordna kommunens informationssäkerhetsarbete.',
    en: 'The information security coordinator must lead, develop and coordinate the municipality’s work on information security.',
  },
  measured: {
    sv: 'Att rollen har en innehavare i tjänst i dag, och att det finns en ersättare. Årshjulets steg mäts inte ännu.',
    en: 'That the role has a holder in office today, and that there is a deputy. The steps of the yearly cycle are not measured yet.',
  },
  reads: ['appointments'],
  messages: {
    noHolder: {
      sv: 'Ingen informationssäkerhetssamordnare är i tjänst.',
      en: 'There is no information security coordinator in office.',
    },
    noDeputy: {
      sv: 'Informationssäkerhetssamordnaren har ingen ersättare.',
      en: 'The information security coordinator has no deputy.',
    },
  },
  applies: always,
  findings({ appointments }, today) {
    const office = 'informationSecurityCoordinator';
    return shareOf(
      places,
      (place) => {
        if (place === 'holder')
          return holderOf(appointments, office, null, today) === null ? 'noHolder' : null;
        return deputiesOf(appointments, office, null, today).length === 0 ? 'noDeputy' : null;
      },
      (place) => ({
        register: 'appointment',
        recordId: null,
        recordName: '',
        field: place,
        ...dutyOf(appointments, 'municipalDirector', today),
        unitId: null,
        parameters: {},
        action: mending.appoint,
      }),
    );
  },
});
