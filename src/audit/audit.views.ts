import { Type } from 'typebox';
import { covers } from '../kernel/access.ts';
import { addDays, endOfDay } from '../kernel/calendar.ts';
import type { Reader } from '../kernel/db.ts';
import { compareSwedish } from '../kernel/format.ts';
import type { AnyRegister } from '../kernel/register.ts';
import { Day, Fields, OneOf, OrNull } from '../kernel/schema.ts';
import type { Language } from '../kernel/texts.ts';
import { type Asking, view } from '../kernel/view.ts';
import { auditAccess } from './audit.access.ts';
import {
  type EventFilter,
  type EventPage,
  findEvent,
  kindsInLog,
  type Place,
  searchEvents,
} from './event.store.ts';
import { type Family, familyNames, familyOf } from './families.ts';
import { aboutMeView, historyView, readersView } from './history.views.ts';
import {
  AnyId,
  Checkpoint,
  checkpointOf,
  cursorInput,
  languageInput,
  type Log,
  logOf,
  olderThan,
  RegisterName,
} from './log.ts';
import { actorsOf, ToldEvent } from './telling.ts';
import { readCovering } from './tree.store.ts';
import { veilOver } from './veil.store.ts';

/** Events a page of the log holds, where nothing else is asked for. */
const pageSize = 50;
/** What the log does by itself every time it grows. Shown to whoever asks for it. */
const technicalKinds = ['audit.sealed'];

/** The questions that can be asked of the log; `slices` are the registers that it tells of. */
export function auditViews(slices: readonly AnyRegister[]) {
  const log = logOf(slices);
  return [historyView(log), readersView(log), aboutMeView(log), eventsView(log), eventView(log)] as const;
}

const Found = Fields({
  ...ToldEvent.properties,
  touched: Type.Array(Type.String()),
  /** The exact text that was hashed, where it was asked for; null when it has been erased. */
  leaf: Type.Optional(OrNull(Type.String())),
});

/** Events, newest first: the log page, and the contract that scripts rely on. */
function eventsView(log: Log) {
  return view({
    name: 'audit.events',
    on: 'register',
    permission: auditAccess.search,
    input: Fields({
      from: Type.Optional(Day()),
      to: Type.Optional(Day()),
      person: Type.Optional(AnyId),
      /** Only what the asker has done herself. */
      mine: Type.Optional(Type.Boolean()),
      family: Type.Optional(OneOf(familyNames)),
      register: Type.Optional(RegisterName),
      record: Type.Optional(AnyId),
      /** The log's own technical events too. */
      technical: Type.Optional(Type.Boolean()),
      /** The page after this event: older ones. */
      after: cursorInput,
      /** The page before this event: newer ones, those nearest it. */
      newerThan: cursorInput,
      leaf: Type.Optional(Type.Boolean()),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
      language: languageInput,
    }),
    output: Fields({
      items: Type.Array(Found),
      next: OrNull(Type.String()),
      previous: OrNull(Type.String()),
      /** False for somebody who sees only what she has done herself. */
      all: Type.Boolean(),
      /** The registers that the log can be narrowed to. */
      registers: Type.Array(Fields({ name: Type.String(), label: Type.String() })),
    }),
    told: { shown: ({ items }) => items.flatMap(shownBy) },
    // To follow what somebody has done is to process personal data about her. A record of no register said may be a person.
    purpose: {
      when: ({ person, register, record }) =>
        person !== undefined || (record !== undefined && (register === undefined || register === 'person')),
    },
    past: 'none',
    answer: async (db, input, asking) => {
      const filter = await filterOf(db, input, asking, (prefix) => log.dictionary.registers.has(prefix));
      const place: Place =
        input.newerThan === undefined
          ? olderThan(input.after)
          : { kind: 'newerThan', event: input.newerThan };
      const page =
        filter === null
          ? nothing
          : await searchEvents(db, filter, place, input.limit ?? pageSize, veilOver(asking));
      const { items } = await log.told(db, page, asking, input.language);
      const [first, last] = [page.rows.at(0), page.rows.at(-1)];
      const isForward = place.kind === 'newerThan';
      return {
        items: items.map((one, index) => ({
          ...one,
          touched: [...(page.rows[index]?.touched ?? [])],
          ...(input.leaf === true ? { leaf: page.rows[index]?.leaf ?? null } : {}),
        })),
        next: isForward || page.hasMore ? (last?.id ?? null) : null,
        previous: place.kind === 'olderThan' || (isForward && page.hasMore) ? (first?.id ?? null) : null,
        all: asking.scope.everything,
        registers: registersOf(log, input.language ?? asking.actor.language),
      };
    },
  });
}

/** One event, with what it takes to verify it. */
function eventView(log: Log) {
  return view({
    name: 'audit.event',
    on: 'record',
    permission: auditAccess.search,
    input: Fields({ language: languageInput }),
    output: Fields({
      ...ToldEvent.properties,
      touched: Type.Array(Type.String()),
      /** The exact text that was hashed; null when it has been erased. */
      leaf: OrNull(Type.String()),
      /** Base64. */
      leafHash: Type.String(),
      /** The first checkpoint that covers it. */
      checkpoint: OrNull(Checkpoint),
    }),
    told: { shown: (event) => shownBy(event) },
    past: 'none',
    answer: async (db, input, asking) => {
      const row = await findEvent(db, asking.id, veilOver(asking));
      if (row === null || !covers(asking.scope, { person: row.actorId })) return null;
      const { items } = await log.told(db, { rows: [row], hasMore: false }, asking, input.language);
      const [one] = items;
      if (one === undefined) return null;
      const head = row.number === null ? null : await readCovering(db, row.number);
      return {
        ...one,
        touched: [...row.touched],
        leaf: row.leaf,
        leafHash: row.leafHash.toString('base64'),
        checkpoint: head === null ? null : checkpointOf(head),
      };
    },
  });
}

function registersOf(log: Log, language: Language): { name: string; label: string }[] {
  return [...log.dictionary.registers.keys()]
    .map((name) => ({ name, label: log.registerName(name, language) }))
    .sort((one, other) => compareSwedish(one.label, other.label));
}

/** What an event shows: whose doing it was, and of what, where that may be sensitive. */
function shownBy(event: ToldEvent): string[] {
  const { register, record } = event;
  const isKept = record !== null && ['information', 'system', 'person'].includes(register);
  return [...actorsOf([event]), ...(isKept ? [`${register}:${record}`] : [])];
}

const nothing: EventPage = { rows: [], hasMore: false };

interface SearchInput {
  readonly from?: string;
  readonly to?: string;
  readonly person?: string;
  readonly mine?: boolean;
  readonly family?: Family;
  readonly register?: string;
  readonly record?: string;
  readonly technical?: boolean;
}

/** What is asked for as the store wants it; null when it is nothing that the asker may see. */
async function filterOf(
  db: Reader,
  input: SearchInput,
  { actor, scope }: Asking,
  isRegister: (prefix: string) => boolean,
): Promise<EventFilter | null> {
  const { from, to, family, register, record } = input;
  const own = actor.personId ?? undefined;
  if (input.mine === true && own === undefined) return null;
  if (!scope.everything && (own === undefined || (input.person !== undefined && input.person !== own)))
    return null;
  const person = scope.everything && input.mine !== true ? input.person : own;
  const hidden = input.technical === true ? [] : technicalKinds;
  // Kinds bear their register's name; some, such as refusals, are of any register.
  const mayBeOf = (kind: string) => {
    const prefix = kind.slice(0, kind.indexOf('.'));
    return register === undefined || record !== undefined || prefix === register || !isRegister(prefix);
  };
  const isNarrow = family !== undefined || (register !== undefined && record === undefined);
  const kinds = isNarrow
    ? (await kindsInLog(db)).filter(
        (kind) =>
          (family === undefined || familyOf(kind) === family) && !hidden.includes(kind) && mayBeOf(kind),
      )
    : undefined;
  return {
    hidden,
    ...(from === undefined ? {} : { from: afterDay(addDays(from, -1)) }),
    ...(to === undefined ? {} : { before: afterDay(to) }),
    ...(person === undefined ? {} : { person }),
    ...(register === undefined ? {} : { register }),
    ...(record === undefined ? {} : { record }),
    ...(kinds === undefined ? {} : { kinds }),
  };
}

/** The instant at which the next Swedish day begins. */
function afterDay(day: string): Date {
  return new Date(endOfDay(day).getTime() + 1);
}
