import { addDays } from '../kernel/calendar.ts';
import { pick } from './random-input.ts';

type Random = () => number;
type Input = Readonly<Record<string, unknown>>;

/** What is known when something is to be tried: the rows there are by table, the day, chance. */
export interface Ground {
  readonly random: Random;
  readonly today: string;
  /** The id of one of the table's rows. */
  readonly one: (table: string) => string;
}

/** Something that people do. */
export interface Deed {
  /** How common it is beside the others. */
  readonly times: number;
  readonly action: string;
  /** The table of the record it acts on; null where it makes one. */
  readonly on: string | null;
  /** What must be as it says for the action to have a chance; the rest is any input that the schema takes. */
  readonly input: (ground: Ground) => Input;
}

function deed(times: number, action: string, on: string | null, input: Deed['input'] = () => ({})): Deed {
  return { times, action, on, input };
}

const policy = [
  'Policy för informationssäkerhet',
  '',
  'Varje system ska ha en systemägare. Kaffe finns i personalrummet.',
  'Alla medarbetare ska känna till policyn.',
].join('\n');

const levels = ({ random }: Ground) => {
  const level = () => Math.floor(random() * 4);
  return { confidentiality: level(), integrity: level(), availability: level(), traceability: null };
};
const aboveAll = { confidentiality: 3, integrity: null, availability: null, traceability: null };
const reasons = {
  confidentiality: 'Därför',
  integrity: 'Därför',
  availability: 'Därför',
  traceability: null,
};
const since = { from: '2026-01-01', until: null };
const ownUnit = {
  holder: 'ownUnitManager',
  office: null,
  unitId: null,
  bodyId: null,
  entityId: null,
  decision: null,
};
const named = (what: string, random: Random) => `${what} ${Math.floor(random() * 1e6)}`;

const information = ({ one, random }: Ground) => ({
  unitId: one('unit'),
  area: 'skola',
  carriers: random() < 0.5 ? ['paper'] : ['paper', 'itSystem'],
  personalData: 'none',
  personalDataKinds: [],
});
const classification = (ground: Ground) => ({
  levels: levels(ground),
  reasons,
  decidedOn: ground.today,
  nextReviewOn: null,
  participants: ground.random() < 0.5 ? ['Anna'] : ['Anna', 'Bo'],
});
const handling = ({ one, random }: Ground) => ({
  ...pick(random, [
    { activity: 'print', carrier: 'paper' },
    { activity: 'storeDigitally', carrier: 'itSystem' },
    { activity: 'destroy', carrier: 'film' },
  ]),
  place: named('Rum', random),
  systemId: random() < 0.5 ? null : one('system'),
});
const permitted = ({ random, today }: Ground) => ({
  carriers: random() < 0.5 ? ['paper'] : ['paper', 'film'],
  activities: random() < 0.5 ? ['print'] : ['print', 'archive'],
  groups: [named('Grupp', random)],
  decidedOn: today,
  nextReviewOn: null,
});
const employee = ({ one }: Ground) => ({
  kind: 'employee',
  organisation: null,
  telephone: null,
  email: null,
  sourceId: null,
  unitId: one('unit'),
});
const appointment = ({ one, random }: Ground) => {
  const [office, scope, scopeId] = pick(random, [
    ['systemOwner', 'system', one('system')],
    ['informationOwner', 'information', one('information')],
    ['manager', 'unit', one('unit')],
    ['informationSecurityCoordinator', 'municipality', null],
  ] as const);
  return {
    office,
    scope,
    scopeId,
    personId: one('person'),
    deputy: random() < 0.3,
    ...since,
    decision: null,
  };
};
const unit = ({ one, random }: Ground) => ({
  name: named('Enhet', random),
  entityId: one('legal_entity'),
  parentId: random() < 0.5 ? null : one('unit'),
  bodyId: null,
  ...since,
  toConfirm: random() < 0.5,
});
const reorganisation = ({ one, random, today }: Ground) => {
  const unitId = one('unit');
  const parts = [1, 2].map(() => ({ name: named('Del', random), kind: 'unit', subunits: [] }));
  const step = pick(random, [
    { kind: 'merge', unitId, intoId: one('unit') },
    { kind: 'move', unitId, parentId: random() < 0.3 ? null : one('unit') },
    { kind: 'end', unitId, recordsTo: one('unit') },
    { kind: 'split', unitId, parts },
  ]);
  return { effectiveOn: today, steps: [step], decision: 'KF 2026-01-15 § 4, dnr KS 2026/12' };
};
const rule = {
  activity: 'print',
  carrier: 'paper',
  seenVersion: null,
  verdict: 'forbidden',
  conditionSv: '',
  conditionEn: '',
};
const owned = { ownerPersonId: null, ownerOffice: 'manager', source: null, clause: 'P40' };
const demanded = { clause: 'P43', sentenceId: null };
const lastDay = ({ today }: Ground) => ({ lastDay: today });

/** A municipality's days. */
const planContent = ({ one, random }: Ground) => ({
  responsible: 'manager',
  recoveryHours: Math.floor(random() * 8),
  lossHours: 0,
  longestOutageHours: 8,
  systemIds: random() < 0.5 ? [] : [one('system')],
  suppliers: [named('Leverantören', random)],
  steps: [{ what: 'Ring', who: 'Chefen', when: '', fallback: 'Med en annan telefon' }],
  contacts: [{ name: 'Jouren', purpose: '', telephone: '0926-123 45', outOfHours: '' }],
});
const planDecision = ({ today, random }: Ground) => ({
  decidedOn: today,
  validFrom: random() < 0.5 ? today : addDays(today, 3),
  nextReviewOn: addDays(today, 100),
});
const planExercise = ({ one, today }: Ground) => ({
  kind: 'tabletop',
  planIds: [one('plan')],
  heldOn: today,
  realReason: '',
});

export const deeds: readonly Deed[] = [
  deed(5, 'information.register', null, information),
  deed(3, 'information.describe', 'information', information),
  deed(1, 'information.activate', 'information'),
  deed(5, 'information.classify', 'information', classification),
  deed(3, 'information.declareHandling', 'information', handling),
  deed(4, 'information.withdrawHandling', 'information', ({ one }) => ({ handlingId: one('handling') })),
  deed(4, 'information.decideHandling', 'information', permitted),
  deed(1, 'information.end', 'information'),
  deed(3, 'system.register', null, ({ one }) => ({
    unitId: one('unit'),
    lifecycle: 'inOperation',
    providerName: 'Vi',
  })),
  deed(2, 'system.describe', 'system', ({ one }) => ({ unitId: one('unit'), providerName: 'De' })),
  deed(2, 'system.moveOn', 'system', () => ({ reason: 'Så blev det' })),
  deed(5, 'system.carry', 'system', ({ one }) => ({ informationIds: [one('information')] })),
  deed(4, 'system.stopCarrying', 'system', ({ one }) => ({ informationId: one('information') })),
  deed(2, 'system.prove', 'system', (ground) => ({ levels: levels(ground), provenOn: ground.today })),
  deed(3, 'system.raise', 'system', () => ({ levels: aboveAll })),
  deed(5, 'plan.register', null, ({ one }) => ({ systemId: null, unitId: one('unit') })),
  deed(5, 'plan.write', 'plan', planContent),
  deed(5, 'plan.decide', 'plan', planDecision),
  deed(2, 'plan.begin', 'plan'),
  deed(1, 'plan.discard', 'plan'),
  deed(1, 'plan.end', 'plan'),
  deed(3, 'exercise.enter', null, planExercise),
  deed(1, 'exercise.withdraw', 'exercise'),
  deed(1, 'restorationOrder.set', null, ({ one }) => ({ places: [`unit:${one('unit')}`], seen: null })),
  deed(3, 'person.register', null, (ground) => ({ ...employee(ground), ...since })),
  deed(3, 'person.describe', 'person', employee),
  deed(1, 'person.end', 'person', lastDay),
  deed(4, 'appointment.begin', null, appointment),
  deed(1, 'appointment.describe', 'appointment', ({ today }) => ({ ...since, until: today, decision: null })),
  deed(1, 'appointment.end', 'appointment', lastDay),
  deed(3, 'unit.register', null, unit),
  deed(2, 'unit.describe', 'unit', ({ random }) => ({
    name: named('Enhet', random),
    bodyId: null,
    from: since.from,
  })),
  deed(2, 'unit.declareCarriers', 'unit', () => ({ none: [] })),
  deed(2, 'unit.confirm', 'unit'),
  deed(2, 'unit.confirmAll', null, ({ one }) => ({ ids: [one('unit')] })),
  deed(1, 'unit.end', 'unit', lastDay),
  deed(4, 'unit.reorganise', null, reorganisation),
  deed(2, 'handlingRule.set', null, () => rule),
  deed(1, 'defaultOwner.add', null, ({ random }) => ({
    ...ownUnit,
    area: named('omrade', random).replace(' ', '-'),
  })),
  deed(1, 'defaultOwner.describe', 'default_owner'),
  deed(1, 'defaultOwner.set', 'default_owner', () => ownUnit),
  deed(2, 'setting.describe', 'setting', () => ({ accent: null })),
  deed(1, 'clauseSetting.set', null, ({ random }) => ({ number: pick(random, ['P28', 'P40']) })),
  deed(1, 'publicationPlace.register', null, () => ({ address: '/policy' })),
  deed(1, 'publicationPlace.requestCheck', 'publication_place'),
  deed(1, 'allowedSite.allow', null, ({ random }) => ({
    site: `${named('sida', random).replace(/\W/g, '-')}.prov.example`,
  })),
  deed(1, 'allowedSite.end', 'allowed_site'),
  deed(1, 'document.setOpen', 'document', ({ random }) => ({ isOpen: random() < 0.5 })),
  deed(2, 'documentVersion.importPolicy', null, () => ({
    source: 'pasted',
    name: 'policy.txt',
    content: policy,
  })),
  deed(1, 'documentVersion.discard', 'document_version'),
  deed(3, 'measure.register', null, ({ one, today }) => ({ ...owned, unitId: one('unit'), dueOn: today })),
  deed(2, 'measure.start', 'measure'),
  deed(2, 'measure.note', 'measure'),
  deed(1, 'measure.drop', 'measure'),
  deed(3, 'deviation.report', null, ({ one, today }) => ({
    ...demanded,
    unitId: one('unit'),
    discoveredOn: today,
    cause: 'Därför',
    source: null,
  })),
  deed(2, 'deviation.decide', 'deviation', ({ today }) => ({ followUpOn: today })),
  deed(3, 'exception.draft', null, ({ one }) => ({
    ...demanded,
    unitId: one('unit'),
    object: { register: 'unit', id: one('unit') },
    compensation: 'Skydd',
    endsOn: '2027-06-01',
  })),
  deed(2, 'exception.submit', 'exception'),
  deed(1, 'exception.giveOpinion', 'exception'),
];
