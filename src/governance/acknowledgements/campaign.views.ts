import { Type } from 'typebox';
import { outgoingMail } from '../../mail/smtp.ts';
import { type Permission, type Scope, scopeOf } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import { offices } from '../../kernel/offices.ts';
import { Fields, IdOf, ListOf, listQuery, OneOf, OrNull, orderOf, pageSize } from '../../kernel/schema.ts';
import { type Asking, view } from '../../kernel/view.ts';
import { personKinds } from '../../people/person.facts.ts';
import {
  acknowledgementAccess,
  campaignAccess,
  campaignTargetAccess,
  questionSetAccess,
  recipientAccess,
} from './campaign.access.ts';
import {
  campaignSorts,
  invitedOf,
  listCampaigns,
  noFigures,
  noProgress,
  type Progress,
  progressByUnit,
  progressOf,
  tellsOfFew,
} from './campaign.list.store.ts';
import { listTargets, readCampaign } from './campaign.store.ts';
import { audienceFields, type Campaign, campaignStates, closings } from './campaign.ts';
import { questionAudiences } from './questions/question-set.ts';
import { talliesOf } from './questions/question-set.store.ts';
import { documentsInForce, versionInForce } from './reading.store.ts';
import { countToAsk, pageToAsk } from './recipient.store.ts';
import { targetNames, targetsFrom } from './target.ts';

const Text = OrNull(Type.String());
const Figure = OrNull(Type.Integer());
const sentFigures = { invited: Figure, withoutAddress: Figure, unreadable: Figure } as const;
const figures = { nothing: 'figures and what is asked; no person' } as const;

export const list = view({
  name: 'campaign.list',
  on: 'register',
  permission: campaignAccess.read,
  input: Fields({ ...listQuery, state: Type.Optional(OneOf(campaignStates)) }),
  output: Fields({
    ...ListOf(
      Fields({
        id: Type.String(),
        title: Type.String(),
        documentTitle: Type.String(),
        number: Type.Integer(),
        state: OneOf(campaignStates),
        opensOn: Type.String(),
        closesOn: Type.String(),
        closedOn: Text,
        /** Null where so few are asked that the figures would tell of each of them. */
        asked: Figure,
        acknowledged: Figure,
      }),
    ).properties,
    may: Fields({ begin: Type.Boolean(), seeQuestions: Type.Boolean() }),
  }),
  told: figures,
  answer: async (db, input, { actor, size }) => {
    const { page = 1, sort = '-opens', clause: _clause, ...filter } = input;
    const { items, total } = await listCampaigns(
      db,
      filter,
      orderOf(campaignSorts, 'opens', sort),
      page,
      size,
    );
    const scope = scopeOf(actor, recipientAccess.read);
    const shown = [];
    for (const item of items) {
      const progress = await progressFor(db, item.id, scope);
      shown.push({ ...item, asked: progress?.asked ?? null, acknowledged: progress?.acknowledged ?? null });
    }
    const may = {
      begin: scopeOf(actor, campaignAccess.begin) !== null,
      seeQuestions: scopeOf(actor, questionSetAccess.read) !== null,
    };
    return { items: shown, total, page, pageSize, may };
  },
});

const Step = Fields({ allowed: Type.Boolean(), because: Text });
const counted = { asked: Type.Integer(), acknowledged: Type.Integer(), left: Type.Integer() };
/** Units that a campaign's page shows at most; the list of names narrows to any. */
const mostUnits = 500;

export const record = view({
  name: 'campaign.record',
  on: 'record',
  permission: campaignAccess.read,
  input: Fields({}),
  output: Fields({
    id: Type.String(),
    version: Type.Integer(),
    title: Type.String(),
    message: Type.String(),
    documentId: Type.String(),
    documentVersionId: Type.String(),
    documentTitle: Type.String(),
    ...audienceFields,
    unitIds: Type.Array(Type.String()),
    opensOn: Type.String(),
    closesOn: Type.String(),
    reminderDays: Type.Array(Type.Integer()),
    state: OneOf(campaignStates),
    closedOn: Text,
    closedBecause: OrNull(OneOf(closings)),
    /** Null, all of them, where so few are asked that the figures would tell of each of them. */
    asked: Figure,
    acknowledged: Figure,
    left: Figure,
    ...sentFigures,
    /** The units the asker may see names of, the furthest behind first. */
    units: Type.Array(Fields({ unitId: Text, unitName: Text, ...counted })),
    questions: Type.Array(
      Fields({
        audience: OneOf(questionAudiences),
        /** Which choice is right, and why, only for those who set the questions: others are to answer them. */
        question: Fields({
          text: Type.String(),
          choices: Type.Array(Type.String()),
          right: Figure,
          explanation: Text,
        }),
        /**
         * How many chose each choice, once the campaign has closed and if at least five have answered: figures that grow while
         * people answer would tell what the latest one chose.
         */
        answers: OrNull(Type.Array(Type.Integer())),
      }),
    ),
    sendsMail: Type.Boolean(),
    may: Fields({ close: Step, remind: Step, seeNames: Type.Boolean(), withdraw: Type.Boolean() }),
  }),
  told: figures,
  // Links and tallies are no registers: how many were sent a mail is known as of now only.
  past: 'none',
  answer: async (db, _input, asking) => {
    const campaign = await readCampaign(db, asking.id);
    if (campaign === null) return null;
    const scope = scopeOf(asking.actor, recipientAccess.read);
    const document = (await documentsInForce(db, asking.today)).find((one) => one.id === campaign.documentId);
    const { questions, contentHash: _hash, ...told } = campaign;
    return {
      ...told,
      documentTitle: document?.title ?? campaign.title,
      ...(await figuresFor(db, campaign.id, scope)),
      units: scope === null ? [] : [...(await progressByUnit(db, campaign.id, scope, mostUnits))],
      questions: answered(
        questions,
        campaign.state === 'closed' ? await talliesOf(db, campaign.id) : [],
        scopeOf(asking.actor, questionSetAccess.read) !== null,
      ),
      sendsMail: outgoingMail() !== null,
      may: mayOf(campaign, asking),
    };
  },
});

/** How far a campaign has come, for somebody with this right to names; null, all of it, where that would tell of a few. */
async function figuresFor(db: Reader, campaignId: string, scope: Scope | null) {
  const progress = await progressFor(db, campaignId, scope);
  if (progress === null) return noFigures;
  return { ...progress, ...(await invitedOf(db, campaignId)) };
}

async function progressFor(db: Reader, campaignId: string, scope: Scope | null): Promise<Progress | null> {
  const all = await progressOf(db, campaignId);
  if (scope?.everything === true) return all;
  const own = scope === null ? noProgress : await progressOf(db, campaignId, scope);
  return scope?.alsoOn !== undefined || tellsOfFew(all, own) ? null : all; // of the past, nobody knows which are her own
}

function answered(
  questions: Campaign['questions'],
  tallies: Awaited<ReturnType<typeof talliesOf>>,
  isKeyShown: boolean,
) {
  return questionAudiences.flatMap((audience) =>
    (questions[audience] ?? []).map((question, place) => {
      const own = tallies.filter((one) => one.audience === audience && one.question === place);
      const answers = question.choices.map(
        (_choice, at) => own.find((one) => one.choice === at)?.answers ?? 0,
      );
      const { text, choices, right, explanation } = question;
      const key = isKeyShown ? { right, explanation } : { right: null, explanation: null };
      const shown = { text, choices: [...choices], ...key };
      return { audience, question: shown, answers: own.length === 0 ? null : answers };
    }),
  );
}

function mayOf({ state }: Campaign, { actor }: Asking) {
  const step = (permission: Permission) => {
    const because = scopeOf(actor, permission) === null ? 'forbidden' : state === 'closed' ? 'closed' : null;
    return { allowed: because === null, because };
  };
  return {
    close: step(campaignAccess.begin),
    remind: step(campaignAccess.remind),
    seeNames: scopeOf(actor, recipientAccess.read) !== null,
    withdraw: scopeOf(actor, acknowledgementAccess.withdraw) !== null,
  };
}

/** Whom a campaign would ask, as things stand: how many, and a page of them. */
export const preview = view({
  name: 'campaign.preview',
  on: 'register',
  past: 'none',
  permission: campaignAccess.begin,
  // What is empty cannot be said in an address, so it is left out.
  input: Fields({
    documentId: IdOf<'Document'>(),
    unitIds: Type.Optional(audienceFields.unitIds),
    offices: Type.Optional(audienceFields.offices),
    kinds: Type.Optional(audienceFields.kinds),
    externalParties: Type.Optional(Type.Boolean()),
    page: listQuery.page,
  }),
  output: Fields({
    ...ListOf(
      Fields({
        id: Type.String(),
        name: Type.String(),
        unitName: Text,
        hasAddress: Type.Boolean(),
        isChangeOnly: Type.Boolean(),
      }),
    ).properties,
    persons: Type.Integer(),
    parties: Type.Integer(),
  }),
  // A person of the register by her id; a party is no person, and looking one up by that id finds nobody.
  told: { shown: ({ items }) => items.map(({ id }) => `person:${id}`) },
  answer: async (db, { documentId, page = 1, ...chosen }, { today, size }) => {
    const { unitIds = [], offices: held = [], kinds = [], externalParties = false } = chosen;
    const audience = { unitIds, offices: held, kinds, externalParties };
    const version = await versionInForce(db, documentId, today);
    if (version === null) return { items: [], total: 0, page, pageSize, persons: 0, parties: 0 };
    const asked = { ...audience, documentId: version.documentId, documentVersionId: version.id };
    const { persons, parties } = await countToAsk(db, asked, today);
    const items = await pageToAsk(db, asked, today, size, page);
    return { items: [...items], total: persons + parties, page, pageSize, persons, parties };
  },
});

/** What the form for a campaign offers: texts in force, and the figures that it starts from. */
export const choices = view({
  name: 'campaign.choices',
  on: 'register',
  past: 'none',
  permission: campaignAccess.begin,
  input: Fields({}),
  output: Fields({
    documents: Type.Array(
      Fields({ id: Type.String(), title: Type.String(), kind: Type.String(), number: Type.Integer() }),
    ),
    reminderDays: Type.Array(Type.Integer()),
    kinds: Type.Array(OneOf(personKinds)),
    offices: Type.Array(OneOf(offices)),
  }),
  told: { nothing: 'titles of documents and figures' },
  answer: async (db, _input, { today }) => {
    const { firstReminder, secondReminder } = targetsFrom(await listTargets(db));
    return {
      documents: [...(await documentsInForce(db, today))],
      reminderDays: [firstReminder, secondReminder],
      kinds: [...personKinds],
      offices: [...offices],
    };
  },
});

/** The figures that hold: what the municipality has set, and where it has not, Värna's own. */
export const targets = view({
  name: 'campaignTarget.list',
  on: 'register',
  permission: campaignTargetAccess.read,
  input: Fields({}),
  output: Fields({
    items: Type.Array(Fields({ name: OneOf(targetNames), value: Type.Integer(), reason: Text })),
    may: Type.Boolean(),
  }),
  told: { nothing: 'three figures with their reasons' },
  answer: async (db, _input, { actor }) => {
    const rows = await listTargets(db);
    const values = targetsFrom(rows);
    const reasonOf = (name: string) => rows.find((row) => row.name === name)?.reason ?? null;
    return {
      items: targetNames.map((name) => ({ name, value: values[name], reason: reasonOf(name) })),
      may: scopeOf(actor, campaignTargetAccess.set) !== null,
    };
  },
});
