import { Type } from 'typebox';
import { Fields, IdOf, Line, ListOf, listQuery, OneOf, OrNull, orderOf } from '../../kernel/schema.ts';
import { view } from '../../kernel/view.ts';
import { scanStandings } from '../../files/scan.ts';
import { questionKeys, triageAnswers } from '../../duties/case-facts.ts';
import { deadlineStandings } from '../../duties/deadlines.ts';
import { ShownContact } from './contact.views.ts';
import { deadlinesBy } from './duties/deadlines.store.ts';
import { incidentAccess } from './incident.access.ts';
import { type CaseRow, caseSorts, listCases } from './incident.list.store.ts';
import { readCase } from './incident.store.ts';
import {
  timelineKinds,
  latenesses,
  incidentKinds,
  incidentStates,
  numberWord,
  ongoingAnswers,
  reporterKinds,
  secretParts,
} from './incident.ts';
import { type ShownCase, shownCase } from './shown.store.ts';

const Text = OrNull(Type.String());
const Level = OrNull(Type.Integer());

const Row = Fields({
  id: Type.String(),
  /** As people say it, `H 2026-0042`; null before triage. */
  number: Text,
  kind: OneOf(incidentKinds),
  state: OneOf(incidentStates),
  /** Null where what happened is secret to the asker. */
  title: Text,
  reportedAt: Type.String(),
  unitName: Text,
  handler: Text,
  handlerId: Text,
  ongoing: OneOf(ongoingAnswers),
  /** The highest level of consequence in any aspect. */
  highest: Level,
  secret: Type.Boolean(),
  /** Is some part of it secret? */
  partlySecret: Type.Boolean(),
  followUpOn: Text,
  /** What of it is late. */
  late: OrNull(OneOf(latenesses)),
  /** For how many days it has been late. */
  lateDays: OrNull(Type.Integer()),
  /** How it stands against the law's times, where that is asked for and may be told. */
  deadlines: OrNull(Fields({ standing: OneOf(deadlineStandings), lateHours: OrNull(Type.Integer()) })),
});

export const list = view({
  name: 'incident.list',
  on: 'register',
  permission: incidentAccess.read,
  input: Fields({
    ...listQuery,
    kind: Type.Optional(OneOf(incidentKinds)),
    state: Type.Optional(OneOf(incidentStates)),
    unitId: Type.Optional(IdOf<'Unit'>()),
    systemId: Type.Optional(IdOf<'System'>()),
    informationId: Type.Optional(IdOf<'Information'>()),
    mine: Type.Optional(Type.Boolean()),
    supplier: Type.Optional(Line(200)),
    overdue: Type.Optional(Type.Boolean()),
    /** To judge the duties of every case takes long: the page does not ask. */
    withDeadlines: Type.Optional(Type.Boolean()),
  }),
  output: ListOf(Row),
  told: {
    shown: ({ items }) =>
      items
        .filter(({ secret, partlySecret, state }) => secret || partlySecret || state === 'reported')
        .map(({ id }) => `incident:${id}`),
  },
  answer: async (db, input, { scope, today, now, insight, actor, size }) => {
    const { page = 1, sort, clause, withDeadlines = false, ...narrow } = input;
    const filter =
      clause === undefined ? narrow : { ...narrow, ids: await insight.offenders(clause, 'incident') };
    const order = orderOf(caseSorts, 'reported', sort ?? '-reported');
    const found = await listCases(db, filter, { order, page, size }, scope, {
      today,
      actor,
    });
    // Which duties arise tells what happened: nothing is said where something of it is secret to the asker.
    const open = found.items.filter(({ within, secretParts: parts }) => within || parts.length === 0);
    const ids = withDeadlines ? open.map(({ id }) => id) : [];
    const deadlines = await deadlinesBy(db, ids, now);
    return {
      items: found.items.map((row) => ({ ...shownRow(row), deadlines: deadlines.get(row.id) ?? null })),
      total: found.total,
      page,
      pageSize: size,
    };
  },
});

function shownRow(row: CaseRow) {
  const { series, year, number, secretParts: parts, within, ...rest } = row;
  return {
    ...rest,
    number: series === null || year === null || number === null ? null : numberWord({ series, year, number }),
    title: within || !parts.includes('description') ? row.title : null,
    partlySecret: parts.length > 0,
    reportedAt: row.reportedAt.toISOString(),
  };
}

const Step = Fields({ allowed: Type.Boolean(), because: Text });
const CaseLine = Fields({ id: Type.String(), number: Text, title: Text });

export const record = view({
  name: 'incident.record',
  on: 'record',
  permission: incidentAccess.read,
  input: Fields({}),
  output: Fields({
    id: Type.String(),
    version: Type.Integer(),
    number: Text,
    kind: OneOf(incidentKinds),
    state: OneOf(incidentStates),
    /** The parts that are secret to the asker: what belongs to them is null or empty. */
    masked: Type.Array(OneOf(secretParts)),
    title: Text,
    description: Text,
    occurredAt: Text,
    noticedAt: Type.String(),
    reportedAt: Type.String(),
    knowledgeAt: Type.String(),
    knowledgeReason: Text,
    ongoing: OneOf(ongoingAnswers),
    place: Text,
    affected: Text,
    unitId: Text,
    unitName: Text,
    reporter: OrNull(OneOf(reporterKinds)),
    reportedBy: Text,
    reporterName: Text,
    contact: Text,
    handlerId: Text,
    handler: Text,
    diaryNumber: Type.String(),
    consequence: Fields({
      confidentiality: Level,
      integrity: Level,
      availability: Level,
      traceability: Level,
    }),
    secret: Type.Boolean(),
    secretParts: Type.Array(OneOf(secretParts)),
    secrecyProvision: Type.String(),
    secrecyReason: Text,
    rootCause: Text,
    lessons: Text,
    handledAt: Text,
    followUpOn: Text,
    followedUpOn: Text,
    late: OrNull(OneOf(latenesses)),
    closedAt: Text,
    closedBy: Text,
    entries: Type.Array(
      Fields({
        number: Type.Integer(),
        kind: OneOf(timelineKinds),
        text: Type.String(),
        happenedAt: Type.String(),
        writtenAt: Type.String(),
        writer: Text,
      }),
    ),
    answers: Type.Array(
      Fields({
        question: OneOf(questionKeys),
        answer: OneOf(triageAnswers),
        by: Text,
        at: Type.String(),
      }),
    ),
    /** What it concerns; a name is null where the asker may not see that record. */
    links: Type.Array(
      Fields({
        id: Type.String(),
        register: OneOf(['information', 'system', 'unit', 'supplier']),
        recordId: Text,
        name: Text,
        /** Does the asker answer for it, as the owner or the maintainer? */
        isHers: Type.Boolean(),
      }),
    ),
    /** Whom one turns to; one that no longer holds has the day it was struck out. */
    contacts: Type.Array(Fields({ ...ShownContact.properties, struckOn: Text })),
    into: OrNull(CaseLine),
    merged: Type.Array(CaseLine),
    related: Type.Array(Fields({ ...CaseLine.properties, linkId: Text })),
    admitted: Type.Array(Fields({ personId: Type.String(), name: Text })),
    files: Type.Array(
      Fields({
        id: Type.String(),
        name: Type.String(),
        type: Type.String(),
        size: Type.Integer(),
        sha256: Type.String(),
        standing: OneOf(scanStandings),
        addedAt: Type.String(),
        custody: Type.Array(
          Fields({
            what: OneOf(['added', 'opened', 'disclosed']),
            at: Type.String(),
            person: Text,
            recipient: Type.String(),
            purpose: Type.String(),
          }),
        ),
      }),
    ),
    /** What this person can do now, and if not, why: `forbidden` or a code of the register. */
    may: Fields({
      triage: Step,
      describe: Step,
      answer: Step,
      note: Step,
      reply: Step,
      link: Step,
      attach: Step,
      conclude: Step,
      close: Step,
      followUp: Step,
      reopen: Step,
      merge: Step,
      setSecrecy: Step,
      disclose: Step,
    }),
  }),
  told: {
    shown: ({ id, reportedBy }) => [
      `incident:${id}`,
      ...(reportedBy === null ? [] : [`person:${reportedBy}`]),
    ],
  },
  answer: async (db, _input, asking): Promise<ShownCase | null> => {
    const loaded = await readCase(db, asking.id, asking.scope, asking.today);
    return loaded === null ? null : shownCase(db, loaded, asking);
  },
});
