import { Type } from 'typebox';
import { compareSwedish } from '../kernel/format.ts';
import { groupBy } from '../kernel/facts.ts';
import { Fields, ListOf, OneOf, OrNull, pageSize } from '../kernel/schema.ts';
import type { Reader } from '../kernel/db.ts';
import type { Language } from '../kernel/texts.ts';
import { type Asking, view } from '../kernel/view.ts';
import type { AppointmentFact } from '../people/appointment.facts.ts';
import { clauseAccess, isDutyOf, isSensitiveFinding, type MaySee, visibleTo } from './clause.access.ts';
import { type Clause, type Finding, sections, sentenceOf, verdicts } from './clause.ts';
import { clauseByNumber, clauses } from './index.ts';
import { memoryOf, type Snapshot } from './memory.ts';
import { receiptOf } from './receipt.ts';
import { trendOf } from './trend.ts';
import { judgementOf, settingOf, strengthOf, thresholdOf } from './verdicts.ts';

const ClauseNumber = Type.String({ pattern: '^P[0-4][0-9]$' });
const pageQuery = { page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })) };

const Receipt = Fields({
  auditHead: Type.String(),
  asOf: Type.String(),
  policyVersion: Type.String(),
  codeVersion: Type.String(),
});

const Item = Fields({
  number: Type.String(),
  id: Type.String(),
  title: Type.String(),
  verdict: OneOf(verdicts),
  numerator: Type.Integer(),
  denominator: Type.Integer(),
  findings: Type.Integer(),
  threshold: Type.Integer(),
  responsible: Type.String(),
  section: OneOf(sections),
  strength: OneOf(['ska', 'bor']),
  notes: Type.Array(Type.String()),
  receipt: Receipt,
});

const Row = Fields({
  register: Type.String(),
  recordId: OrNull(Type.String()),
  recordName: Type.String(),
  field: OrNull(Type.String()),
  responsible: Type.String(),
  responsiblePerson: OrNull(Fields({ personId: Type.String(), name: Type.String() })),
  message: Type.String(),
  action: OrNull(Type.String()),
  /** The record is somebody, or information or a system of which every reading is told to the log. */
  sensitive: Type.Boolean(),
});

/** The facts to judge by: of the past instant that is asked about, else of now. */
function snapshotFor(db: Reader, { asOf, now }: Asking): Promise<Snapshot> {
  return asOf === null ? memoryOf(db).now(now) : memoryOf(db).asOf(asOf, now);
}

function itemOf(clause: Clause, snapshot: Snapshot, language: Language) {
  const { verdict, numerator, denominator, notes } = judgementOf(clause, snapshot);
  return {
    number: clause.number,
    id: clause.id,
    title: clause.title[language],
    verdict,
    numerator,
    denominator,
    findings: denominator - numerator,
    threshold: thresholdOf(clause, snapshot),
    responsible: clause.responsible,
    section: clause.section,
    strength: strengthOf(clause, snapshot),
    notes: [...notes],
    receipt: receiptOf(snapshot),
  };
}

const byPerson = (one: AppointmentFact): string => one.personId;

function rowOf(clause: Clause, finding: Finding, snapshot: Snapshot, language: Language) {
  const personId = finding.responsiblePersonId;
  const name =
    personId === null
      ? undefined
      : groupBy(snapshot.facts.appointments, byPerson).get(personId)?.[0]?.personName;
  return {
    register: finding.register,
    recordId: finding.recordId,
    recordName: finding.recordName,
    field: finding.field,
    responsible: finding.responsible,
    responsiblePerson: personId === null || name === undefined ? null : { personId, name },
    message: sentenceOf(clause, finding, language),
    action: finding.action,
    sensitive: isSensitiveFinding(finding, snapshot),
  };
}

function sensitiveOf({
  items,
}: {
  items: readonly { register: string; recordId: string | null; sensitive: boolean }[];
}) {
  return items.filter((row) => row.sensitive).map((row) => `${row.register}:${row.recordId}`);
}

function pageOf<Row>(rows: readonly Row[], page: number): Row[] {
  return rows.slice((page - 1) * pageSize, page * pageSize);
}

/** What may be seen of a past instant must be within the asker's rights as things stood then and as they stand now. */
async function visibleIn(db: Reader, { actor, asOf, now }: Asking, snapshot: Snapshot): Promise<MaySee> {
  const then = visibleTo(actor, snapshot);
  if (asOf === null) return then;
  const today = visibleTo(actor, await memoryOf(db).now(now));
  return (finding) => then(finding) && today(finding);
}

export const list = view({
  name: 'clauses.list',
  on: 'register',
  past: 'itself',
  path: '/clauses',
  permission: clauseAccess.read,
  input: Fields({}),
  output: Fields({ items: Type.Array(Item) }),
  told: { nothing: 'figures, no record' },
  async answer(db, _input, asking) {
    const snapshot = await snapshotFor(db, asking);
    return { items: clauses.map((clause) => itemOf(clause, snapshot, asking.actor.language)) };
  },
});

export const record = view({
  name: 'clauses.record',
  on: 'register',
  past: 'itself',
  path: '/clauses/:number',
  permission: clauseAccess.read,
  input: Fields({ number: ClauseNumber }),
  output: Fields({
    ...Item.properties,
    demand: Type.String(),
    measured: Type.String(),
    citation: Type.Array(Type.String()),
    kind: OneOf(['computed', 'attested', 'outOfReach', 'awaitsRegister']),
    inForceFrom: OrNull(Type.String()),
    reads: Type.Array(Type.String()),
    thresholdReason: OrNull(Type.String()),
  }),
  told: { nothing: 'figures, no record' },
  async answer(db, { number }, asking) {
    const { actor } = asking;
    const clause = clauseByNumber(number);
    if (clause === null) return null;
    const snapshot = await snapshotFor(db, asking);
    return {
      ...itemOf(clause, snapshot, actor.language),
      demand: clause.demand[actor.language],
      measured: clause.measured[actor.language],
      citation: [...clause.citation],
      kind: clause.kind,
      inForceFrom: clause.inForceFrom,
      reads: [...clause.reads],
      thresholdReason: settingOf(clause, snapshot)?.reason ?? null,
    };
  },
});

export const findings = view({
  name: 'clauses.findings',
  on: 'register',
  past: 'itself',
  path: '/clauses/:number/findings',
  permission: clauseAccess.read,
  input: Fields({ number: ClauseNumber, ...pageQuery }),
  output: Fields({ ...ListOf(Row).properties, outside: Type.Integer(), receipt: Receipt }),
  told: { shown: sensitiveOf },
  async answer(db, { number, page = 1 }, asking) {
    const { actor } = asking;
    const clause = clauseByNumber(number);
    if (clause === null) return null;
    const snapshot = await snapshotFor(db, asking);
    const all = judgementOf(clause, snapshot).findings;
    const visible = all
      .filter(await visibleIn(db, asking, snapshot))
      .sort((a, b) => compareSwedish(a.recordName, b.recordName));
    return {
      items: pageOf(visible, page).map((finding) => rowOf(clause, finding, snapshot, actor.language)),
      total: visible.length,
      page,
      pageSize,
      outside: all.length - visible.length,
      receipt: receiptOf(snapshot),
    };
  },
});

export const trend = view({
  name: 'clauses.trend',
  on: 'register',
  past: 'itself',
  path: '/clauses/:number/trend',
  permission: clauseAccess.read,
  input: Fields({ number: ClauseNumber }),
  output: Fields({
    points: Type.Array(
      Fields({
        day: Type.String(),
        verdict: OneOf(verdicts),
        numerator: Type.Integer(),
        denominator: Type.Integer(),
        threshold: Type.Integer(),
        policyVersion: Type.String(),
      }),
    ),
    marks: Type.Array(Fields({ day: Type.String(), kind: OneOf(['threshold', 'policy']) })),
  }),
  told: { nothing: 'figures, no record' },
  async answer(db, { number }, asking) {
    const clause = clauseByNumber(number);
    if (clause === null) return null;
    return trendOf(clause, memoryOf(db), await snapshotFor(db, asking));
  },
});

/** All findings that are the asker's own duty and that she may see, clause by clause. */
function dutiesOf(asking: Asking, snapshot: Snapshot): { clause: Clause; finding: Finding }[] {
  const { actor } = asking;
  if (actor.kind !== 'person') return [];
  const maySee = visibleTo(actor, snapshot);
  return clauses.flatMap((clause) =>
    judgementOf(clause, snapshot)
      .findings.filter((finding) => isDutyOf(actor, finding) && maySee(finding))
      .map((finding) => ({ clause, finding })),
  );
}

export const todo = view({
  name: 'clauses.todo',
  on: 'register',
  past: 'none',
  path: '/clauses/todo',
  permission: clauseAccess.read,
  input: Fields({ office: Type.Optional(Type.String({ maxLength: 60 })), ...pageQuery }),
  output: Fields({
    offices: Type.Array(Fields({ office: Type.String(), count: Type.Integer() })),
    ...ListOf(Fields({ ...Row.properties, number: Type.String(), title: Type.String() })).properties,
  }),
  told: { shown: sensitiveOf },
  async answer(db, { office, page = 1 }, asking) {
    const snapshot = await memoryOf(db).now(asking.now);
    const { language } = asking.actor;
    const all = dutiesOf(asking, snapshot);
    const counts = new Map<string, number>();
    for (const { finding } of all)
      counts.set(finding.responsible, (counts.get(finding.responsible) ?? 0) + 1);
    const wanted = all
      .filter(({ finding }) => office === undefined || finding.responsible === office)
      .sort((a, b) => compareSwedish(a.finding.responsible, b.finding.responsible));
    return {
      offices: [...counts].map(([name, count]) => ({ office: name, count })),
      items: pageOf(wanted, page).map(({ clause, finding }) => ({
        ...rowOf(clause, finding, snapshot, language),
        number: clause.number,
        title: clause.title[language],
      })),
      total: wanted.length,
      page,
      pageSize,
    };
  },
});
