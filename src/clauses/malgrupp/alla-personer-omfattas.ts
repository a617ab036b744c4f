import { addDays } from '../../kernel/calendar.ts';
import { notEnded } from '../../kernel/facts.ts';
import { personKinds } from '../../people/person.facts.ts';
import { always, clause, shareOf } from '../clause.ts';
import { dutyOf } from '../duty.ts';
import { mending } from '../mending.ts';
import { listIn, textIn } from '../words.ts';

const mends = {
  noPersons: mending.registerPerson,
  noSource: mending.registerPersonSource,
  sourceStale: mending.synchronisePersons,
} as const;

export const allPeopleAreCovered = clause({
  id: 'malgrupp/alla-personer-omfattas',
  number: 'P19',
  section: 'malgrupp',
  strength: 'ska',
  kind: 'computed',
  responsible: 'hrManager',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Alla personer omfattas', en: 'All people are covered' },
  demand: {
    sv: 'Policyn ska omfatta alla som arbetar i eller för kommunen: anställda, förtroendevalda och extern personal.',
    en: 'The policy must cover everyone who works in or for the municipality: employees, elected representatives and external staff.',
  },
  measured: {
    sv: 'Att alla tre slagen av personer finns i personregistret, och att varje slag har en källa som uppdaterats inom sin egen tid. Att ingen enskild person saknas kan inte mätas.',
    en: 'That all three kinds of people are in the register, and that each kind has a source updated within its own interval. That no single person is missing cannot be measured.',
  },
  reads: ['personCounts', 'personSources', 'appointments'],
  messages: {
    noPersons: {
      sv: (parameters) => `Det finns inga ${listIn(parameters, 'kind', 'sv')} i personregistret.`,
      en: (parameters) => `There are no ${listIn(parameters, 'kind', 'en')} in the register of people.`,
    },
    noSource: {
      sv: (parameters) =>
        `Det är inte angivet varifrån uppgifterna om ${listIn(parameters, 'kind', 'sv')} kommer.`,
      en: (parameters) =>
        `Where the details of ${listIn(parameters, 'kind', 'en')} come from has not been stated.`,
    },
    sourceStale: {
      sv: (parameters) =>
        `Källan ska uppdateras minst var ${textIn(parameters, 'days')}:e dag. Senast: ${textIn(parameters, 'latest') || 'aldrig'}.`,
      en: (parameters) =>
        `The source must be updated at least every ${textIn(parameters, 'days')} days. Latest: ${textIn(parameters, 'latest') || 'never'}.`,
    },
  },
  applies: always,
  findings({ personCounts, personSources, appointments }, today) {
    // A register nobody has begun says nothing about who is covered; three empty kinds would say too much.
    const begun = personCounts.size + personSources.size > 0;
    const kinds = personKinds.map((kind) => {
      const sources = [...personSources.values()].filter((one) => one.kind === kind && notEnded(one, today));
      const stale = sources.find(
        (one) => one.synchronisedOn === null || addDays(one.synchronisedOn, one.intervalDays) < today,
      );
      const present = [...personCounts.values()].some((one) => one.kind === kind && one.count > 0);
      return { kind, present, stale, source: stale ?? sources[0] };
    });
    return shareOf(
      begun ? kinds : [],
      ({ present, stale, source }) => {
        if (!present) return 'noPersons';
        if (source === undefined) return 'noSource';
        return stale === undefined ? null : 'sourceStale';
      },
      ({ kind, stale, source }, message) => ({
        register: 'personSource',
        recordId: source?.id ?? null,
        recordName: source?.name ?? '',
        field: message === 'sourceStale' ? 'synchronisedOn' : null,
        // Elected representatives come from the chancery's list, which no office of its own keeps.
        ...dutyOf(appointments, kind === 'elected' ? 'informationSecurityCoordinator' : 'hrManager', today),
        unitId: null,
        parameters: { kind, days: stale?.intervalDays ?? 0, latest: stale?.synchronisedOn ?? '' },
        action: mends[message],
      }),
    );
  },
});
