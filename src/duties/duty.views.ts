import { Type } from 'typebox';
import { scopeOf } from '../kernel/access.ts';
import { Fields, OneOf, OrNull } from '../kernel/schema.ts';
import { view } from '../kernel/view.ts';
import { impactMeasures, questionKeys, sectors } from './case-facts.ts';
import { defaultData } from './default-data.ts';
import { dutyAccess, dutyRecipientAccess, dutyTermAccess } from './duty.access.ts';
import { ownRecipients, ownTerms, readDutyData } from './duty-data.store.ts';
import { recipientOf, termOf } from './duty-data.ts';
import { duties } from './index.ts';
import { openPoints } from './open-points.ts';
import { questions } from './questions.ts';
import {
  ShownDuty,
  shownDuty,
  ShownRecipient,
  ShownStage,
  shownStage,
  ShownTerm,
  ShownVerification,
} from './shown.ts';
import { thresholds, thresholdVerification } from './thresholds.ts';

const law = { nothing: 'the law, and no case' };

export const list = view({
  name: 'duty.list',
  on: 'register',
  permission: dutyAccess.read,
  input: Fields({}),
  output: Fields({ items: Type.Array(ShownDuty), may: Fields({ edit: Type.Boolean() }) }),
  told: law,
  answer: async (db, _input, { actor, today }) => {
    const data = await readDutyData(db);
    return {
      items: duties.map((duty) => shownDuty(duty, data, today, actor.language)),
      may: { edit: scopeOf(actor, dutyTermAccess.edit) !== null },
    };
  },
});

const ShownThreshold = Fields({
  /** Null: every sector. */
  sector: OrNull(OneOf(sectors)),
  limits: Type.Array(Fields({ measure: OneOf(impactMeasures), limit: Type.Integer() })),
});
const ShownField = Fields({ key: Type.String(), isRequired: Type.Boolean(), label: Type.String() });
const ShownVersion = Fields({
  from: Type.String(),
  until: OrNull(Type.String()),
  citation: Type.Array(Type.String()),
  verification: ShownVerification,
  transition: Type.String(),
  exceptions: OrNull(Type.String()),
  stages: Type.Array(
    Fields({
      ...ShownStage.properties,
      fields: Type.Array(ShownField),
      fieldsVerification: OrNull(ShownVerification),
    }),
  ),
});

export const record = view({
  name: 'duty.record',
  on: 'register',
  path: '/duty/:number',
  permission: dutyAccess.read,
  input: Fields({ number: Type.String({ pattern: '^[A-Z][0-9]$' }) }),
  output: Fields({
    ...ShownDuty.properties,
    versions: Type.Array(ShownVersion),
    questions: Type.Array(Fields({ key: OneOf(questionKeys), question: Type.String(), why: Type.String() })),
    openPoints: Type.Array(
      Fields({
        key: Type.String(),
        question: Type.String(),
        applied: Type.String(),
        verification: ShownVerification,
      }),
    ),
    /** The numbers for ”betydande”, and how sure we are of them; null for duties that do not turn on them. */
    thresholds: OrNull(Fields({ verification: ShownVerification, rows: Type.Array(ShownThreshold) })),
  }),
  told: law,
  answer: async (db, { number }, { actor: { language }, today }) => {
    const duty = duties.find((one) => one.number === number);
    if (duty === undefined) return null;
    const data = await readDutyData(db);
    const terms = new Set(duty.versions.flatMap((one) => one.stages.map((stage) => stage.term)));
    const asked = questions.filter((one) => one.raises.includes(number));
    return {
      ...shownDuty(duty, data, today, language),
      versions: duty.versions.toReversed().map((version) => ({
        from: version.from,
        until: version.until,
        citation: [...version.citation],
        verification: version.verification,
        transition: version.transition[language],
        exceptions: version.exceptions?.[language] ?? null,
        stages: version.stages.map((stage) => ({
          ...shownStage(stage, data, today, language),
          fields: stage.fields.map(({ label, ...field }) => ({ ...field, label: label[language] })),
          fieldsVerification: stage.fieldsVerification,
        })),
      })),
      questions: asked.map(({ key, question, why }) => ({
        key,
        question: question[language],
        why: why[language],
      })),
      openPoints: openPoints
        .filter((point) => point.terms.some((term) => terms.has(term)))
        .map(({ key, question, applied, verification }) => ({
          key,
          question: question[language],
          applied: applied[language],
          verification,
        })),
      thresholds: asked.some((one) => one.key === 'significant')
        ? { verification: thresholdVerification, rows: shownThresholds() }
        : null,
    };
  },
});

/** A row to be read; one of the municipality's own can be changed. */
const own = { id: OrNull(Type.String()), version: OrNull(Type.Integer()) };
const ours = { id: null, version: null };
const mayEdit = Fields({ edit: Type.Boolean() });

export const termList = view({
  name: 'dutyTerm.list',
  on: 'register',
  permission: dutyTermAccess.read,
  input: Fields({}),
  output: Fields({
    items: Type.Array(Fields({ ...own, ...ShownTerm.properties })),
    today: Type.String(),
    may: mayEdit,
  }),
  told: law,
  answer: async (db, _input, { actor, today }) => {
    const entered = await ownTerms(db);
    return {
      items: [
        ...entered.map((row) => ({ id: row.id, version: row.version, ...termOf(row) })),
        ...defaultData.terms.map((row) => ({ ...ours, ...row })),
      ],
      today,
      may: { edit: scopeOf(actor, dutyTermAccess.edit) !== null },
    };
  },
});

export const recipientList = view({
  name: 'dutyRecipient.list',
  on: 'register',
  permission: dutyRecipientAccess.read,
  input: Fields({}),
  output: Fields({
    items: Type.Array(Fields({ ...own, ...ShownRecipient.properties })),
    today: Type.String(),
    may: mayEdit,
  }),
  told: law,
  answer: async (db, _input, { actor, today }) => {
    const entered = await ownRecipients(db);
    return {
      items: [
        ...entered.map((row) => ({ id: row.id, version: row.version, ...recipientOf(row) })),
        ...defaultData.recipients.map((row) => ({ ...ours, ...row })),
      ],
      today,
      may: { edit: scopeOf(actor, dutyRecipientAccess.edit) !== null },
    };
  },
});

function shownThresholds() {
  return thresholds.map(({ sector, limits }) => ({
    sector,
    limits: limits.map(({ measure, limit }) => ({ measure, limit })),
  }));
}
