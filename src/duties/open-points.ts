import type { Bilingual } from '../clauses/clause.ts';
import type { TermKey, Verification } from './duty.ts';

/** A question of how time is reckoned that we have found no answer to: what is asked, and how Värna reckons meanwhile. */
export interface OpenPoint {
  readonly key: string;
  readonly terms: readonly TermKey[];
  readonly question: Bilingual;
  /** The reading applied: the one that gives the earlier time. */
  readonly applied: Bilingual;
  readonly verification: Verification;
}

const unsettled = (source: string): Verification => ({ state: 'unsettled', on: '2026-11-26', source });

const hourTerms = [
  'cyberEarlyWarning',
  'cyberNotification',
  'cyberNotificationTrust',
  'breachNotification',
] as const;

/** All that is open about the reckoning of time. Each is shown with the duties it concerns. */
export const openPoints: readonly OpenPoint[] = [
  {
    key: 'hourOfEvent',
    terms: [...hourTerms, 'communications'],
    question: {
      sv: 'Räknas den timme då ni fick vetskap? Förordning 1182/71 artikel 3.1 undantar den timme då något inträffar, men det är inte klart att den gäller här.',
      en: 'Does the hour in which you became aware count? Regulation 1182/71 article 3(1) leaves out the hour in which something happens, but it is not clear that it applies here.',
    },
    applied: {
      sv: 'Värna räknar från sekunden, vilket ger den tidigare tiden.',
      en: 'Värna counts from the second, which gives the earlier time.',
    },
    verification: unsettled('Förordning (EEG, Euratom) nr 1182/71 artikel 3.1'),
  },
  {
    key: 'workingDays',
    terms: ['breachNotification'],
    question: {
      sv: 'Ska 72 timmar rymma två arbetsdagar? Förordning 1182/71 artikel 3.5 säger det om tidsfrister på två dagar eller mer. Om den gäller en frist i timmar är inte avgjort.',
      en: 'Must 72 hours hold two working days? Regulation 1182/71 article 3(5) says so of periods of two days or more. Whether it holds for a period in hours is not settled.',
    },
    applied: {
      sv: 'Värna räknar 72 timmar i sträck, också över helger.',
      en: 'Värna counts 72 hours on end, weekends too.',
    },
    verification: unsettled('Förordning (EEG, Euratom) nr 1182/71 artikel 3.4 och 3.5'),
  },
  {
    key: 'awareness',
    terms: ['breachNotification', 'cyberEarlyWarning', 'cyberNotification'],
    question: {
      sv: 'När får ni kännedom? EDPB räknar från en rimlig grad av säkerhet och tillåter en kort utredning först. För cybersäkerhetslagen har vi inte funnit någon vägledning.',
      en: 'When do you know? The EDPB counts from a reasonable degree of certainty and allows a short inquiry first. For the cyber security act we have found no guidance.',
    },
    applied: {
      sv: 'Ni anger tiden och skälet. Innan det är gjort räknar Värna från när händelsen märktes.',
      en: 'You say when, and why. Until you have, Värna counts from when the event was noticed.',
    },
    verification: unsettled('EDPB:s riktlinjer 9/2022, i en sammanfattning'),
  },
  {
    key: 'restDay',
    terms: ['cyberFinal', 'cyberFinalAfterHandling', 'cyberRegistration'],
    question: {
      sv: 'Får en slutrapport som faller på en helgdag vänta till nästa vardag? Lagen (1930:173) 2 § säger det om tid som räknas i dagar och månader. Ingen vägledning om just cybersäkerhetslagen är funnen.',
      en: 'May a final report that falls on a holiday wait for the next working day? The act (1930:173) 2 § says so of time in days and months. No guidance on the cyber security act itself has been found.',
    },
    applied: {
      sv: 'Värna följer lagen och flyttar till nästa vardag.',
      en: 'Värna follows that act and moves to the next working day.',
    },
    verification: {
      state: 'verifiedAgainstOfficialText',
      on: '2026-11-23',
      source: 'Lagen (1930:173) om beräkning av lagstadgad tid 1 och 2 §§',
    },
  },
  {
    key: 'twoMonths',
    terms: ['lexMaria'],
    question: {
      sv: 'Två månader nämns ofta som längsta tid för utredningen. Lagen säger bara snarast.',
      en: 'Two months are often named as the longest time for the investigation. The law says only as soon as possible.',
    },
    applied: {
      sv: 'Värna räknar ingen tid, utan påminner tills det är gjort.',
      en: 'Värna counts no time, but reminds until it is done.',
    },
    verification: unsettled('Nämns av flera, ingen källa läst'),
  },
  {
    key: 'digitalOmnibus',
    terms: ['breachNotification'],
    question: {
      sv: 'EU-kommissionen har föreslagit 96 timmar, bara vid hög risk, genom en gemensam EU-ingång. Har det antagits?',
      en: 'The European Commission has proposed 96 hours, only at a high risk, through one EU entry point. Has it been adopted?',
    },
    applied: {
      sv: 'Ingen källa visar det. Värna räknar 72 timmar tills någon skriver in en ny tid här.',
      en: 'No source shows it. Värna counts 72 hours until somebody enters a new term here.',
    },
    verification: unsettled('Förslaget ”Digital Omnibus”, i sammanfattningar'),
  },
];
