/** The notion, its refusals, and the words that the calendar itself holds. */
export const calendarTextsSv = {
  name: 'Kalenderadress',
  fields: {},
  refusals: {
    sessionNeeded: 'Det här gör du när du är inloggad i webbläsaren, inte med en åtkomstnyckel.',
    justMade: 'En adress skapades just i ett annat fönster. Läs in sidan igen.',
  },
  events: {
    'calendarFeed.made': 'skapade en adress till sin kalender',
    'calendarFeed.renewed': 'bytte adressen till sin kalender',
    'calendarFeed.removed': 'tog bort adressen till sin kalender',
  },
  title: (municipality: string): string => `Värna, ${municipality}`,
  /** What stands in the calendar where the name may not leave Värna. */
  neutral: {
    advice: 'En fråga väntar på ditt svar',
    agreementReview: 'Ett avtal ska granskas',
    campaign: 'Något ska läsas och kvitteras',
    deviation: 'En avvikelse ska följas upp',
    document: 'Ett styrdokument ska ses över',
    exception: 'Ett undantag går ut',
    incident: 'En händelse ska följas upp',
    information: 'En informationsmängd ska ses över',
    measure: 'En åtgärd ska vara klar',
    plan: 'En plan ska ses över eller övas',
    clock: 'En klocka i Värna går ut',
    other: 'Något ska göras i Värna',
  },
  hidden: 'Vad det gäller visas bara i Värna.',
  tasks: {
    'acknowledgement.make': (title: string): string => `Läs och kvittera: ${title}`,
    'referral.comment': (title: string): string => `Lämna synpunkter på ${title}`,
  },
  clock: (words: string, length: string): string => `Händelse ${words}, ${length}`,
  hours: (count: string): string => `${count} h`,
  days: (count: string): string => (count === '1' ? '1 dag' : `${count} dagar`),
  atOnce: 'genast',
  atOnceText: 'Lagen säger genast och ger ingen sista tid.',
  until: (moment: string): string => `Tiden är ute ${moment}.`,
};
