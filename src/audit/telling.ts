import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { Json } from '../kernel/audit/canonical.ts';
import type { Leaf } from '../kernel/audit/leaf.ts';
import type { Reader } from '../kernel/db.ts';
import { Fields, OneOf, OrNull } from '../kernel/schema.ts';
import type { Language } from '../kernel/texts.ts';
import type { Asking } from '../kernel/view.ts';
import { officeTexts } from '../people/offices.texts.ts';
import { auditTexts } from './audit.texts.ts';
import type { EventRow } from './event.store.ts';
import { type Family, familyNames, familyOf } from './families.ts';
import { isNamed, type NamedRegister, namesOf } from './names.store.ts';
import {
  detailsOf,
  type Dictionary,
  mentioned,
  nameOf,
  phraseOf,
  registerWord,
  type Speech,
} from './words.ts';

const Named = Fields({
  register: Type.String(),
  registerName: Type.String(),
  id: Type.String(),
  name: Type.String(),
});

/** An event in the reader's language, with names instead of ids: of what she may see, and of nothing else. */
export const ToldEvent = Fields({
  id: Type.String(),
  /** Which leaf of the tree; null until the event has been sealed. */
  number: OrNull(Type.Integer()),
  at: Type.String(),
  kind: Type.String(),
  family: OneOf(familyNames),
  actor: Fields({ kind: Type.String(), personId: OrNull(Type.String()), name: Type.String() }),
  /** What was done, as the rest of the sentence that begins with the actor's name. */
  phrase: Type.String(),
  register: Type.String(),
  registerName: Type.String(),
  record: OrNull(Type.String()),
  recordName: OrNull(Type.String()),
  /** Whether it has a name that the reader may not see: its page would say that it is not there. */
  isOutOfSight: Type.Boolean(),
  /** Other records that changed with it or were shown: the first of those whose names the reader may see. */
  others: Type.Array(Named),
  /** How many more there are, those out of sight included. */
  moreOthers: Type.Integer(),
  details: Type.Array(
    Fields({ label: Type.String(), from: OrNull(Type.String()), to: OrNull(Type.String()) }),
  ),
  reason: OrNull(Type.String()),
  /** Why somebody looked, where she was asked. */
  purpose: OrNull(Type.String()),
  /** Set when the content has been erased (gallring). */
  erased: OrNull(Fields({ by: Type.String(), decision: OrNull(Type.String()) })),
});
export type ToldEvent = Static<typeof ToldEvent>;

/** Families in which the reason is what somebody needed it for. */
const looks: readonly Family[] = ['reads', 'searches', 'disclosures'];

/** How many other records a sentence names. */
const mostOthers = 5;

/** Says events in words. Names are looked up once for each register, however many events there are. */
export async function tell(
  db: Reader,
  rows: readonly EventRow[],
  dictionary: Dictionary,
  language: Language,
  asking: Asking,
): Promise<ToldEvent[]> {
  const leaves = rows.map((row) => (row.leaf === null ? null : (JSON.parse(row.leaf) as Leaf))); // the database checked it against its columns
  const ids = new Set([
    ...rows.flatMap((row) => row.concerns),
    ...leaves.flatMap((leaf) => (leaf === null ? [] : mentioned(leaf))),
  ]);
  const speech: Speech = { dictionary, language, names: await lookUp(db, ids, language, asking) };
  return rows.map((row, index) => toldEvent(row, leaves[index] ?? null, speech));
}

const namedRegisters = [
  'unit',
  'body',
  'entity',
  'person',
  'system',
  'information',
  'appointment',
  'personSource',
  'defaultOwner',
  'incident',
] as const satisfies readonly NamedRegister[];

async function lookUp(
  db: Reader,
  entries: ReadonlySet<string>,
  language: Language,
  { actor, today }: Asking,
): Promise<ReadonlyMap<string, string>> {
  const of = (register: string) =>
    [...entries].filter((one) => one.startsWith(`${register}:`)).map((one) => one.slice(register.length + 1));
  const anywhere = of('?');
  const names = new Map<string, string>();
  const found = await Promise.all(
    namedRegisters.map(async (register) => ({
      register,
      own: await namesOf(db, register, [...of(register), ...anywhere], actor, today),
    })),
  );
  for (const { register, own } of found) {
    for (const [id, name] of own) {
      const word = register === 'appointment' ? appointmentName(name, language) : name;
      names.set(`${register}:${id}`, word);
      if (entries.has(`?:${id}`)) names.set(`?:${id}`, word);
    }
  }
  return names;
}

/** `manager:Maria Lind` becomes ”Chef, Maria Lind”. */
function appointmentName(name: string, language: Language): string {
  const [office = '', person = ''] = name.split(/:(.*)/s);
  return `${officeWord(office, language)}, ${person}`;
}

/** What an office is called. */
export function officeWord(office: string, language: Language): string {
  const offices: Readonly<Record<string, string>> = officeTexts[language].offices;
  return offices[office] ?? office;
}

/** The persons whose doings are shown, as the log is told of them. */
export function actorsOf(events: readonly ToldEvent[]): string[] {
  return events.flatMap(({ actor }) => (actor.personId === null ? [] : [`person:${actor.personId}`]));
}

function toldEvent(row: EventRow, leaf: Leaf | null, speech: Speech): ToldEvent {
  const own = row.record === null ? null : `${row.register}:${row.record}`;
  const entries = [...new Set([...row.touched, ...row.concerns])].filter(
    (entry) => entry !== own && isNamed(entry.slice(0, entry.indexOf(':'))),
  );
  const seen = entries.filter((entry) => speech.names.has(entry)).slice(0, mostOthers);
  const family = familyOf(row.kind);
  const isLook = looks.includes(family);
  return {
    id: row.id,
    number: row.number,
    at: row.at.toISOString(),
    kind: row.kind,
    family,
    actor: {
      kind: row.actorKind,
      personId: row.actorId,
      name: cameIn(row, leaf, speech) ?? actorName(row, speech.language),
    },
    phrase: phraseOf(row.kind, row.register, speech),
    register: row.register,
    registerName: registerWord(row.register, speech),
    record: row.record,
    isOutOfSight:
      row.record !== null && isNamed(row.register) && !speech.names.has(`${row.register}:${row.record}`),
    recordName:
      row.record !== null && isNamed(row.register) ? nameOf(row.register, row.record, speech) : null,
    others: seen.map((entry) => {
      const [register = '', id = ''] = entry.split(':');
      return {
        register,
        registerName: registerWord(register, speech),
        id,
        name: speech.names.get(entry) ?? '',
      };
    }),
    moreOthers: entries.length - seen.length,
    details: leaf === null ? [] : [...detailsOf(leaf, speech)],
    reason: isLook ? null : (leaf?.reason ?? null),
    purpose: isLook ? (leaf?.reason ?? null) : null,
    erased: row.erasedBy === null ? null : { by: row.erasedBy, decision: row.erasedByDecision },
  };
}

/** Whoever signs in has not signed in yet, and so is nobody; the event says who she turned out to be. */
function cameIn(row: EventRow, leaf: Leaf | null, { names }: Speech): string | null {
  if (row.actorKind !== 'anonymous' || !entries.includes(row.kind)) return null;
  const person = (leaf?.data as { person?: Json } | null | undefined)?.person;
  return typeof person === 'string' ? (names.get(`person:${person}`) ?? null) : null;
}
const entries = ['session.opened', 'account.accepted', 'setup.begun'];

/** Who did it. The name of somebody who acted in the municipality's service is hers to have seen. */
function actorName(row: EventRow, language: Language): string {
  const texts = auditTexts[language];
  if (row.actorKind === 'system') return texts.system;
  if (row.actorKind === 'anonymous') return texts.nobody;
  return row.actorName ?? texts.somebody;
}
