/** In what form information is kept or passed on. The policy names them all: "oavsett form" (P20). */
export const carriers = [
  'itSystem',
  'paper',
  'notes',
  'conversation',
  'telephone',
  'film',
  'audio',
  'image',
] as const;
export type Carrier = (typeof carriers)[number];

/** What people do with information. The rows of the handling rules (P43). */
export const activities = [
  'storeDigitally',
  'emailInternal',
  'emailExternal',
  'cloudService',
  'print',
  'notes',
  'conversation',
  'telephoneVideo',
  'recording',
  'travel',
  'post',
  'shareExternal',
  'destroy',
  'archive',
] as const;
export type Activity = (typeof activities)[number];

/** Which carriers an activity can concern; another pair makes no sense and is refused. */
export const activityCarriers: Record<Activity, readonly Carrier[]> = {
  storeDigitally: ['itSystem', 'film', 'audio', 'image'],
  emailInternal: ['itSystem'],
  emailExternal: ['itSystem'],
  cloudService: ['itSystem', 'film', 'audio', 'image'],
  print: ['paper'],
  notes: ['notes'],
  conversation: ['conversation'],
  telephoneVideo: ['telephone'],
  recording: ['film', 'audio', 'image'],
  travel: ['itSystem', 'paper', 'notes'],
  post: ['paper'],
  shareExternal: ['itSystem', 'paper', 'film', 'audio', 'image'],
  destroy: ['itSystem', 'paper', 'notes', 'film', 'audio', 'image'],
  archive: ['itSystem', 'paper', 'film', 'audio', 'image'],
};

/** The four aspects of the policy. Traceability is classed only for personal data. */
export const aspects = ['confidentiality', 'integrity', 'availability', 'traceability'] as const;
export type Aspect = (typeof aspects)[number];

export const personalDataAnswers = ['none', 'ordinary', 'sensitive'] as const;
export type PersonalData = (typeof personalDataAnswers)[number];

/** Whose personal data, and of what kind; `special` are the categories of GDPR art. 9. */
export const personalDataKinds = [
  'contact',
  'identityNumber',
  'children',
  'employees',
  'finances',
  'protectedIdentity',
  'health',
  'special',
  'crime',
] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

/** Lagrum in offentlighets- och sekretesslagen (2009:400) that a municipality uses most; chapter:section. */
export const secrecyProvisions = [
  'OSL 15:2',
  'OSL 18:8',
  'OSL 18:13',
  'OSL 19:1',
  'OSL 19:3',
  'OSL 21:1',
  'OSL 21:3',
  'OSL 21:7',
  'OSL 23:1',
  'OSL 23:2',
  'OSL 25:1',
  'OSL 26:1',
  'OSL 31:16',
  'OSL 32:4',
  'OSL 39:1',
  'OSL 39:2',
  'OSL 40:5',
] as const;
export type SecrecyProvision = (typeof secrecyProvisions)[number];
