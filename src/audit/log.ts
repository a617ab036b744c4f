import { Type } from 'typebox';
import type { Reader } from '../kernel/db.ts';
import type { AnyRegister } from '../kernel/register.ts';
import { Fields, OneOf, OrNull } from '../kernel/schema.ts';
import { type Language, languages } from '../kernel/texts.ts';
import type { Asking } from '../kernel/view.ts';
import { auditTexts } from './audit.texts.ts';
import type { EventPage, Place } from './event.store.ts';
import { tell, ToldEvent } from './telling.ts';
import type { Head } from './tree.store.ts';
import { type Dictionary, dictionaryOf, registerWord } from './words.ts';

/** What the questions to the log have in common: the registers it tells of, and their words. */
export interface Log {
  readonly slices: readonly AnyRegister[];
  readonly dictionary: Dictionary;
  registerName(register: string, language: Language): string;
  /** A page in the language wanted, else the asker's own. */
  told(db: Reader, page: EventPage, asking: Asking, language: Language | undefined): Promise<ToldPage>;
}

interface ToldPage {
  items: ToldEvent[];
  next: string | null;
}

export function logOf(slices: readonly AnyRegister[]): Log {
  const own = { name: 'audit', actions: [], views: [], texts: auditTexts };
  const dictionary = dictionaryOf([...slices, own]);
  return {
    slices,
    dictionary,
    registerName: (register, language) => registerWord(register, { dictionary, language, names: new Map() }),
    told: async (db, page, asking, language = asking.actor.language) => ({
      items: await tell(db, page.rows, dictionary, language, asking),
      next: page.hasMore ? (page.rows.at(-1)?.id ?? null) : null,
    }),
  };
}

/** The id of a record of any register, or of an event. */
export const AnyId = Type.String({ format: 'uuid', minLength: 36, maxLength: 36 });

export const RegisterName = Type.String({ pattern: '^[a-zA-Z]{1,40}$' });

/** Which language the sentences shall be in, where it is another than the asker's own. */
export const languageInput = Type.Optional(OneOf(languages));

/** Beside which event the page begins; without it, at the newest. */
export const cursorInput = Type.Optional(AnyId);

/** A signed head of the tree, as it is shown. */
export const Checkpoint = Fields({ size: Type.Integer(), note: Type.String(), madeAt: Type.String() });

export function checkpointOf({ size, note, madeAt }: Head): { size: number; note: string; madeAt: string } {
  return { size, note, madeAt: madeAt.toISOString() };
}

export const PageOfEvents = Fields({ items: Type.Array(ToldEvent), next: OrNull(Type.String()) });

/** The page that follows an event, in the order newest first. */
export function olderThan(event: string | undefined): Place {
  return event === undefined ? { kind: 'newest' } : { kind: 'olderThan', event };
}
