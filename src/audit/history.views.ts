import { Type } from 'typebox';
import { scopeOf } from '../kernel/access.ts';
import type { Reader } from '../kernel/db.ts';
import { Fields, OrNull } from '../kernel/schema.ts';
import { type Asking, view } from '../kernel/view.ts';
import { auditAccess } from './audit.access.ts';
import { officesAt } from './audit.store.ts';
import { changesOf, type EventPage, readingsOf, searchEvents } from './event.store.ts';
import { familyOf } from './families.ts';
import { AnyId, cursorInput, languageInput, type Log, olderThan, PageOfEvents, RegisterName } from './log.ts';
import { isNamed, namesOf } from './names.store.ts';
import { mayReadWhole, maySeeReaders, readRecord } from './readable.ts';
import { actorsOf, officeWord, ToldEvent } from './telling.ts';
import { veilOver, veilOverHistory } from './veil.store.ts';

/** Events a page of a history holds. */
const pageSize = 30;

const ofRecord = {
  register: RegisterName,
  id: AnyId,
  cursor: cursorInput,
  language: languageInput,
};

/** The history of a record: who changed what, when and why. For whoever may read the record now. */
export function historyView(log: Log) {
  const ofRegister = (register: string) =>
    [...log.dictionary.phrases.keys()].filter(
      (kind) => kind.startsWith(`${register}.`) && familyOf(kind) === 'changes',
    );
  return view({
    name: 'audit.history',
    on: 'register',
    permission: auditAccess.history,
    // Without an id: of a register whose records are looked at together, such as the settings.
    input: Fields({ ...ofRecord, id: Type.Optional(AnyId) }),
    output: Fields({
      ...PageOfEvents.properties,
      registerName: Type.String(),
      /** What the record is called; null where its register gives no names, or of a whole register. */
      name: OrNull(Type.String()),
      /** What the log is told that this showed. */
      shown: Type.Array(Type.String()),
      may: Fields({ readLog: Type.Boolean(), seeReaders: Type.Boolean() }),
    }),
    told: { shown: ({ shown }) => shown },
    past: 'none',
    answer: async (db, { register, id, cursor, language }, asking) => {
      const place = olderThan(cursor);
      const veil = veilOver(asking);
      const answer = async (page: EventPage, seeReaders: boolean, shown: readonly string[]) => ({
        ...(await log.told(db, page, asking, language)),
        shown: [...shown],
        registerName: log.registerName(register, language ?? asking.actor.language),
        name: id === undefined ? null : await nameWithin(db, register, id, asking),
        may: { readLog: isExaminer(asking), seeReaders },
      });
      if (id === undefined) {
        if (!mayReadWhole(register, asking)) return null;
        return answer(
          await searchEvents(db, { kinds: ofRegister(register) }, place, pageSize, veil),
          false,
          [],
        );
      }
      const shown = await readRecord(db, log.slices, register, id, asking);
      if (shown === null) return null;
      const page = await changesOf(db, register, id, place, pageSize, veilOverHistory(asking));
      return answer(page, await maySeeReaders(db, register, id, asking), shown);
    },
  });
}

async function nameWithin(db: Reader, register: string, id: string, { actor, today }: Asking) {
  if (!isNamed(register) || register === 'appointment') return null;
  return (await namesOf(db, register, [id], actor, today)).get(id) ?? null;
}

function isExaminer({ actor }: Asking): boolean {
  return scopeOf(actor, auditAccess.search)?.everything === true;
}

/** Who has been shown a record, and why. For examiners and for whoever owns it. */
export function readersView(log: Log) {
  return view({
    name: 'audit.readers',
    on: 'register',
    permission: auditAccess.readers,
    input: Fields(ofRecord),
    output: PageOfEvents,
    told: { shown: ({ items }) => actorsOf(items) },
    // As of the log page, whose answer this is a part of (audit.views.ts).
    purpose: { when: ({ register }) => register === 'person' },
    past: 'none',
    answer: async (db, { register, id, cursor, language }, asking) => {
      if (!(await maySeeReaders(db, register, id, asking))) return null;
      const page = await readingsOf(db, `${register}:${id}`, olderThan(cursor), pageSize, veilOver(asking));
      return log.told(db, page, asking, language);
    },
  });
}

/** What others have read about the asker. That they are examiners is no reason to hide it from her. */
export function aboutMeView(log: Log) {
  return view({
    name: 'audit.aboutMe',
    on: 'register',
    permission: auditAccess.aboutMe,
    input: Fields({ cursor: cursorInput, language: languageInput }),
    output: Fields({
      ...PageOfEvents.properties,
      /** The offices that the reader held at the time. */
      items: Type.Array(Fields({ ...ToldEvent.properties, offices: Type.Array(Type.String()) })),
    }),
    told: { nothing: 'who has read about the asker is hers to know' },
    past: 'none',
    answer: async (db, { cursor, language }, asking) => {
      const me = asking.actor.personId;
      if (me === null) return { items: [], next: null };
      const veil = veilOver(asking, 'secretCases');
      const page = await readingsOf(db, `person:${me}`, olderThan(cursor), pageSize, veil, me);
      const { items, next } = await log.told(db, page, asking, language);
      const offices = await officesAt(db, page.rows);
      const words = (id: string) =>
        (offices.get(id) ?? []).map((office) => officeWord(office, language ?? asking.actor.language));
      return { items: items.map((one) => ({ ...one, offices: words(one.id) })), next };
    },
  });
}
