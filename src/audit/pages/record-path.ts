/** Where each register shows one of its records. */
const places: Readonly<Record<string, string>> = {
  information: '/register/information/',
  system: '/register/system/',
  person: '/personer/',
  unit: '/organisation/enheter/',
  body: '/organisation/organ/',
  entity: '/organisation/bolag/',
  appointment: '/uppdrag/',
  documentVersion: '/styrdokument/',
  defaultOwner: '/informationsagare/',
  advice: '/rad-och-stod/fragor/',
  publishedAnswer: '/rad-och-stod/svar/',
  agreementReview: '/avtalsgranskningar/',
  measure: '/atgarder/',
  deviation: '/avvikelser/',
  exception: '/undantag/',
  plan: '/planer/',
  exercise: '/ovningar/',
  incident: '/handelser/',
  externalParty: '/externa-parter/',
  campaign: '/kvittenser/',
};

/** Where registers without a page for each record show them all. */
const wholes: Readonly<Record<string, string>> = {
  setting: '/installningar',
  handlingRule: '/hanteringsregler',
  publicationPlace: '/styrdokument/publicering',
  allowedSite: '/styrdokument/publicering',
  personSource: '/personer/kallor',
  defaultOwner: '/informationsagare',
  adviceTarget: '/rad-och-stod/installningar',
  dutyTerm: '/plikter/tider-och-mottagare',
  dutyRecipient: '/plikter/tider-och-mottagare',
  supportContact: '/rad-och-stod/installningar',
  exceptionRule: '/undantag/beslutsratt',
  restorationOrder: '/planer/ordning',
  binderCopy: '/krisparm',
  incidentSetting: '/handelser/installningar',
  questionSet: '/kvittenser/fragor',
  campaignTarget: '/kvittenser/granser',
  unitAttest: '/kvittenser/intyg',
  reportAttest: '/handelser/intyg',
  channelTest: '/handelser/rapportering',
};

/** The page of a record; undefined where it has none. */
export function recordPath(register: string, id: string | null): string | undefined {
  const place = places[register];
  return place === undefined || id === null ? wholes[register] : `${place}${id}`;
}

/** Whether the register shows each record on a page of its own. */
export function hasPage(register: string): boolean {
  return Object.hasOwn(places, register);
}
