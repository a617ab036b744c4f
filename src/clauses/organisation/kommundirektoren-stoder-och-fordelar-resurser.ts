import { holderOf } from '../../people/appointment.facts.ts';
import { isOpen } from '../../registers/measures/measure.ts';
import type { MeasureFact } from '../../registers/measures/measure.facts.ts';
import { always, clause, type Description, shareOf } from '../clause.ts';
import { dutyOf } from '../duty.ts';
import { mending } from '../mending.ts';

export const directorSupportsAndAllocates = clause({
  id: 'organisation/kommundirektoren-stoder-och-fordelar-resurser',
  number: 'P24',
  section: 'organisation',
  strength: 'ska',
  kind: 'computed',
  responsible: 'municipalDirector',
  citation: [],
  inForceFrom: null,
  title: {
    sv: 'Kommundirektören stöder och fördelar resurser',
    en: 'The municipal director supports and allocates resources',
  },
  demand: {
    sv: 'Kommundirektören ska visa ett tydligt stöd för arbetet och fördela resurser till det.',
    en: 'The municipal director must show clear support for the work and allocate resources to it.',
  },
  measured: {
    sv: 'Att kommundirektören är utsedd, och andelen öppna åtgärder som har fått resurser genom beslut eller ryms i enhetens budget. Utan öppna åtgärder går det inte att avgöra. Hur tydligt stödet är kan ingen maskin bedöma.',
    en: 'That the director is appointed, and the share of open measures that were given resources by decision or fit the unit’s budget. Without open measures it cannot be told. How clear the support is no machine can judge.',
  },
  reads: ['measures', 'appointments'],
  messages: {
    noDirector: {
      sv: 'Ingen är utsedd till kommundirektör i dag.',
      en: 'Nobody is appointed municipal director today.',
    },
    noResources: {
      sv: 'Ingen har bestämt om åtgärden får resurser.',
      en: 'Nobody has settled whether the measure is given resources.',
    },
  },
  applies: always,
  findings({ measures, appointments }, today) {
    const open = [...measures.values()].filter(isOpen);
    const hasDirector = holderOf(appointments, 'municipalDirector', null, today) !== null;
    const duty = dutyOf(appointments, 'municipalDirector', today);
    // The office itself is one of those looked at, but alone it says nothing of resources.
    const population: readonly (MeasureFact | 'office')[] =
      open.length === 0 && hasDirector ? [] : ['office', ...open];
    return shareOf(
      population,
      (one) => {
        if (one === 'office') return hasDirector ? null : 'noDirector';
        return one.resources === 'undecided' ? 'noResources' : null;
      },
      (one): Description =>
        one === 'office'
          ? {
              register: 'appointment',
              recordId: null,
              recordName: '',
              field: 'municipalDirector',
              ...duty,
              unitId: null,
              parameters: {},
              action: mending.appoint,
            }
          : {
              register: 'measure',
              recordId: one.id,
              recordName: one.title,
              field: 'resources',
              ...duty,
              unitId: one.unitId,
              parameters: {},
              action: mending.allocateResources,
            },
    );
  },
});
