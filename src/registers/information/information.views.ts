import { Type } from 'typebox';
import { covers, scopeOf } from '../../kernel/access.ts';
import { Fields, IdOf, ListOf, listQuery, OneOf, OrNull, orderOf, pageSize } from '../../kernel/schema.ts';
import type { Asking } from '../../kernel/view.ts';
import { view } from '../../kernel/view.ts';
import { loadClassification } from './classification.store.ts';
import { handlingsOf, loadHandlingDecision } from './handling.store.ts';
import type { HandlingDecisionInForce } from './handling.ts';
import { informationAccess } from './information.access.ts';
import {
  type InformationFilter,
  informationSorts,
  listInformation,
  namesFor,
  systemNames,
} from './information.list.store.ts';
import { readInformation } from './information.store.ts';
import {
  type Information,
  informationCan,
  informationInput,
  informationKeys,
  informationStates,
} from './information.ts';
import { isSensitive } from './sensitive.ts';
import { activities, carriers, personalDataAnswers } from './vocabulary.ts';

const Level = OrNull(Type.Integer());
const Person = OrNull(Fields({ personId: Type.String(), name: Type.String() }));

const Row = Fields({
  id: Type.String(),
  name: Type.String(),
  state: OneOf(informationStates),
  unitId: Type.String(),
  unitName: Type.String(),
  area: Type.String(),
  personalData: OneOf(personalDataAnswers),
  confidentiality: Level,
  integrity: Level,
  availability: Level,
  traceability: Level,
  secret: Type.Boolean(),
  nextReviewOn: OrNull(Type.String()),
  owner: Person,
});

export const list = view({
  name: 'information.list',
  on: 'register',
  permission: informationAccess.read,
  input: Fields({
    ...listQuery,
    unitId: Type.Optional(IdOf<'Unit'>()),
    area: Type.Optional(Type.String({ maxLength: 40 })),
    state: Type.Optional(OneOf(informationStates)),
    personalData: Type.Optional(OneOf(personalDataAnswers)),
    classified: Type.Optional(Type.Boolean()),
  }),
  output: ListOf(Row),
  told: { shown: ({ items }) => items.filter(isSensitive).map(({ id }) => `information:${id}`) },
  answer: async (db, input, { scope, today, insight, size }) => {
    const { page = 1, sort, clause, ...narrow } = input;
    const filter: InformationFilter =
      clause === undefined ? narrow : { ...narrow, ids: await insight.offenders(clause, 'information') };
    const order = orderOf(informationSorts, 'name', sort);
    const { items, total } = await listInformation(db, filter, order, page, size, scope, today);
    const owners = await insight.informationOwners(items.map((item) => item.id));
    return {
      items: items.map((item) => ({ ...item, owner: owners.get(item.id) ?? null })),
      total,
      page,
      pageSize,
    };
  },
});

const Aspects = <S extends Parameters<typeof OrNull>[0]>(schema: S) =>
  Fields({ confidentiality: schema, integrity: schema, availability: schema, traceability: schema });

const Step = Fields({ allowed: Type.Boolean(), because: OrNull(Type.String()) });

export const record = view({
  name: 'information.record',
  on: 'record',
  permission: informationAccess.read,
  input: Fields({}),
  output: Fields({
    ...informationInput.properties,
    id: Type.String(),
    version: Type.Integer(),
    state: OneOf(informationStates),
    unitName: Type.String(),
    areaName: Type.String(),
    owner: Person,
    classification: OrNull(
      Fields({
        levels: Aspects(Level),
        levelNames: Aspects(OrNull(Type.String())),
        reasons: Aspects(OrNull(Type.String())),
        participants: Type.Array(Type.String()),
        decidedOn: Type.String(),
        nextReviewOn: Type.String(),
        model: Type.String(),
      }),
    ),
    handlings: Type.Array(
      Fields({
        id: Type.String(),
        activity: OneOf(activities),
        carrier: OneOf(carriers),
        place: Type.String(),
        systemId: OrNull(Type.String()),
        systemName: OrNull(Type.String()),
        conditionsMet: Type.Boolean(),
      }),
    ),
    handlingDecision: OrNull(
      Fields({
        carriers: Type.Array(OneOf(carriers)),
        activities: Type.Array(OneOf(activities)),
        groups: Type.Array(Type.String()),
        decidedOn: Type.String(),
        nextReviewOn: Type.String(),
      }),
    ),
    /** What this person can do now, and if not, why: `forbidden` or a code of the register. */
    may: Fields({
      describe: Step,
      /** Give it another unit or area, when describing it. */
      reassign: Step,
      activate: Step,
      classify: Step,
      handle: Step,
      decideHandling: Step,
      end: Step,
    }),
  }),
  told: {
    shown: ({ id, secrecyProvisions, classification }) => {
      const confidentiality = classification?.levels.confidentiality ?? null;
      return isSensitive({ secret: secrecyProvisions.length > 0, confidentiality })
        ? [`information:${id}`]
        : [];
    },
  },
  answer: async (db, _input, asking) => {
    const loaded = await readInformation(db, asking.id, asking.scope, asking.today);
    if (loaded === null) return null;
    const { information, hasOwnOwner } = loaded;
    const [names, classification, handlings, decision, owners] = await Promise.all([
      namesFor(db, information.unitId, information.area),
      loadClassification(db, information.classificationId),
      handlingsOf(db, information.id),
      loadHandlingDecision(db, information.handlingDecisionId),
      asking.insight.informationOwners([information.id]),
    ]);
    const systems = await systemNames(
      db,
      handlings.flatMap((one) => one.systemId ?? []),
    );
    const { classificationId: _classification, handlingDecisionId: _decision, ...described } = information;
    return {
      ...described,
      ...names,
      owner: owners.get(information.id) ?? null,
      classification:
        classification === null
          ? null
          : {
              levels: classification.levels,
              levelNames: classification.levelNames,
              reasons: classification.reasons,
              participants: [...classification.participants],
              decidedOn: classification.decidedOn,
              nextReviewOn: classification.nextReviewOn,
              model: `${classification.modelName} ${classification.modelVersion}`,
            },
      handlings: handlings.map((one) => ({
        id: one.id,
        activity: one.activity,
        carrier: one.carrier,
        place: one.place,
        systemId: one.systemId,
        systemName: one.systemId === null ? null : (systems.get(one.systemId) ?? null),
        conditionsMet: one.conditionsMet,
      })),
      handlingDecision: decision === null ? null : shownDecision(decision),
      may: stepsFor(information, hasOwnOwner, asking),
    };
  },
});

function shownDecision({ decidedBy: _decidedBy, groups, ...told }: HandlingDecisionInForce) {
  return { ...told, groups: [...groups] };
}

function stepsFor(information: Information, hasOwnOwner: boolean, { actor }: Asking) {
  const keys = informationKeys({ ...information, hasOwnOwner });
  const step = (permission: keyof typeof informationAccess, move: Parameters<typeof informationCan>[0]) => {
    const scope = scopeOf(actor, informationAccess[permission]);
    if (scope === null || !covers(scope, keys)) return { allowed: false, because: 'forbidden' };
    if (informationCan(move, information.state)) return { allowed: true, because: null };
    return {
      allowed: false,
      because: move === 'activate' && information.state === 'active' ? 'alreadyActive' : 'ended',
    };
  };
  return {
    describe: step('describe', 'describe'),
    reassign: step('reassign', 'describe'),
    activate: step('describe', 'activate'),
    classify: step('classify', 'classify'),
    handle: step('handle', 'describe'),
    decideHandling: step('decideHandling', 'describe'),
    end: step('end', 'end'),
  };
}
