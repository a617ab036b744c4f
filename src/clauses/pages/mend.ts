/** What there is to mend: the finding, as much of it as decides where. */
export interface Mendable {
  readonly action: string | null;
  readonly recordId: string | null;
  readonly recordName: string;
  readonly field: string | null;
  readonly register: string;
}

type PathOf = (finding: Mendable) => string;

/** The office that is lacking, by the field that names it; the form then opens with it chosen. */
const offices: Readonly<Record<string, string>> = {
  manager: 'manager',
  owner: 'informationOwner',
  systemOwner: 'systemOwner',
  dataProtectionOfficer: 'dataProtectionOfficer',
  contact: 'entityContact',
  entityContact: 'entityContact',
  chair: 'chair',
  securityCoordinator: 'securityCoordinator',
  itManager: 'itManager',
  municipalDirector: 'municipalDirector',
  // Of the coordinator's own clause.
  holder: 'informationSecurityCoordinator',
  deputy: 'informationSecurityCoordinator',
};

/** Where each action that mends a finding is done. Pure: an operationId and the record it concerns give a page. */
const pages: Readonly<Record<string, PathOf>> = {
  'appointment.begin': appointPath,
  'appointment.describe': atAppointment('/andra'),
  'appointment.end': atAppointment(''),
  'entity.declareRegisterComplete': at('/organisation/bolag'),
  'body.declareRegisterComplete': at('/organisation/organ'),
  'entity.reportOfficer': at('/organisation/bolag'),
  'body.reportOfficer': at('/organisation/organ'),
  'body.register': () => '/organisation/organ/nytt',
  'body.describe': at('/organisation/organ', '/andra'),
  'unit.register': () => '/organisation/enheter/ny',
  'unit.declareCarriers': at('/organisation/enheter', '/former'),
  'person.register': () => '/personer/ny',
  'personSource.register': () => '/personer/kallor',
  'personSource.synchronised': () => '/personer/kallor',
  'information.classify': at('/register/information', '/klassa'),
  'information.decideHandling': at('/register/information', '/beslut'),
  'information.declareHandling': at('/register/information', '/hantering'),
  'information.withdrawHandling': at('/register/information', '/hantering'),
  'handlingRule.set': () => '/hanteringsregler',
  'system.prove': at('/register/system', '/skydd'),
  'documentVersion.importPolicy': () => '/styrdokument/las-in',
  'documentVersion.adopt': at('/styrdokument'),
  'document.keep': ({ recordId }) =>
    recordId === null ? '/styrdokument' : `/styrdokument/dokument/${recordId}/andra`,
  'documentVersion.tie': () => '/policyn',
  'document.tieParent': at('/styrdokument/dokument'),
  'demandAttest.attest': () => '/styrdokument/intyg',
  'publicationPlace.attest': () => '/styrdokument/publicering',
  'publicationPlace.requestCheck': () => '/styrdokument/publicering',
  'publicationPlace.register': () => '/styrdokument/publicering',
  'audit.verify': () => '/loggen/kontroller',
  'witness.register': () => '/loggen/vittnen/nytt',
  'witness.describe': at('/loggen/vittnen'),
  'reportAttest.attest': ({ recordId, recordName }) =>
    recordId === null
      ? '/handelser/intyg'
      : `/handelser/intyg?enhet=${recordId}&namn=${encodeURIComponent(recordName)}`,
  'incident.triage': at('/handelser', '/bedom'),
  'incident.note': at('/handelser'),
  'incident.followUp': at('/handelser'),
  'incident.answer': at('/handelser'),
  'incident.sendReport': at('/handelser'),
  'incident.noteDutyDone': at('/handelser'),
  'incident.conclude': at('/handelser'),
  'incident.close': at('/handelser'),
  'advice.answer': ({ recordId }) =>
    recordId === null ? '/rad-och-stod/att-besvara' : `/rad-och-stod/fragor/${recordId}`,
  'supportContact.set': () => '/rad-och-stod/installningar',
  'agreementReview.review': at('/avtalsgranskningar', '/granska'),
  'measure.allocate': at('/atgarder'),
  'measure.finish': at('/atgarder'),
  'deviation.describe': at('/avvikelser', '/andra'),
  'deviation.decide': at('/avvikelser'),
  'deviation.close': at('/avvikelser'),
  'exception.describe': at('/undantag', '/andra'),
  'exception.giveOpinion': at('/undantag'),
  'exception.decide': at('/undantag'),
  'exception.end': at('/undantag'),
  'exception.renew': at('/undantag', '/fornya'),
  'plan.register': planPath,
  'plan.decide': at('/planer', '/besluta'),
  'plan.begin': at('/planer'),
  'exercise.enter': ({ recordId }) => (recordId === null ? '/ovningar/ny' : `/ovningar/ny?plan=${recordId}`),
  'binderCopy.note': () => '/krisparm',
  'campaign.begin': () => '/kvittenser/ny',
  'campaign.remind': () => '/kvittenser',
  'acknowledgement.make': ({ register, recordId }) =>
    register === 'documentVersion' && recordId !== null
      ? `/las-och-kvittera/${recordId}`
      : '/las-och-kvittera',
  'unitAttest.attest': () => '/kvittenser/intyg',
  'externalParty.describe': at('/externa-parter', '/andra'),
};

/** The pages of the registers' records, for a finding that no action of Värna's mends. */
const records: Readonly<Record<string, string>> = {
  information: '/register/information',
  system: '/register/system',
  unit: '/organisation/enheter',
  entity: '/organisation/bolag',
  body: '/organisation/organ',
  person: '/personer',
  appointment: '/uppdrag',
  document: '/styrdokument/dokument',
  documentVersion: '/styrdokument',
  witness: '/loggen/vittnen',
  advice: '/rad-och-stod/fragor',
  agreementReview: '/avtalsgranskningar',
  measure: '/atgarder',
  deviation: '/avvikelser',
  exception: '/undantag',
  plan: '/planer',
  exercise: '/ovningar',
  incident: '/handelser',
  externalParty: '/externa-parter',
  campaign: '/kvittenser',
};

/** The page where a finding is mended; null when its action is done on no page, or it is mended outside Värna. */
export function mendPath(finding: Mendable): string | null {
  return finding.action === null ? null : (pages[finding.action]?.(finding) ?? null);
}

/** Registers that are shown whole on one page: that page says what is wrong, also where there is no record yet. */
const wholes: Readonly<Record<string, string>> = { channelTest: '/handelser/rapportering' };

/** Where a finding's record is shown; null when its register has no pages, or the finding is the lack of a record. */
export function recordPath(register: string, recordId: string | null): string | null {
  const whole = wholes[register];
  if (whole !== undefined) return whole;
  const folder = records[register];
  return folder === undefined || recordId === null ? null : `${folder}/${recordId}`;
}

/** A page of the finding's record. When it is the lack of one, the register that it should stand in. */
function at(folder: string, tail = ''): PathOf {
  const list = folder.startsWith('/organisation/') ? '/organisation' : folder;
  return ({ recordId }) => (recordId === null ? list : `${folder}/${recordId}${tail}`);
}

/** The appointment itself when the finding is about one; otherwise the list, narrowed by the record's name. */
function atAppointment(tail: string): PathOf {
  return ({ register, recordId, recordName }) =>
    register === 'appointment' && recordId !== null
      ? `/uppdrag/${recordId}${tail}`
      : `/uppdrag?search=${encodeURIComponent(recordName)}`;
}

/** The form for an appointment, with the office and what it is for filled in where the finding tells. */
function appointPath({ field, register, recordId, recordName }: Mendable): string {
  const office = offices[field ?? ''];
  if (office === undefined) return '/uppdrag/nytt';
  const scope =
    recordId === null || register === 'appointment'
      ? ''
      : `&galler=${recordId}&galler-namn=${encodeURIComponent(recordName)}`;
  return `/uppdrag/nytt?uppdrag=${office}${scope}`;
}

/** The form for a plan, with what it is to be of filled in. */
function planPath({ register, recordId, recordName }: Mendable): string {
  if (recordId === null || (register !== 'system' && register !== 'unit')) return '/planer/ny';
  return `/planer/ny?${register === 'system' ? 'system' : 'enhet'}=${recordId}&namn=${encodeURIComponent(recordName)}`;
}
