import type { EventDraft } from '../kernel/action.ts';
import { refusedKind } from '../kernel/audit/append.ts';
import type { Json } from '../kernel/audit/canonical.ts';
import type { Tried } from '../kernel/audit/tell.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Asking, Told as ToldOf, View } from '../kernel/view.ts';

/**
 * What is told of an answer: which records and persons it showed, what was searched for, and what for. Null when it held
 * nothing that anybody need know was read. What somebody sees of herself is no reading of another.
 */
export function lookOf(
  view: View,
  input: Json,
  asking: Asking,
  answer: unknown,
  purpose: string | null,
): EventDraft | null {
  const concerns = concernsOf(view.told, answer, asking);
  const { search } = input as { search?: string };
  const isSearch = search !== undefined && search.trim() !== '';
  if (!isSearch && concerns.length === 0 && purpose === null) return null;
  const found = isSearch ? { search, hits: hitsOf(view, answer) } : {};
  const then = asking.asOf === null ? {} : { asOf: asking.asOf.toISOString() };
  return {
    kind: `${view.permission.register}.${isSearch ? 'searched' : 'read'}`,
    record: view.on === 'record' ? asking.id : null,
    concerns,
    reason: purpose,
    data: { view: view.name, query: input, ...found, ...then, concerns },
  };
}

/** The records and persons that an answer showed and that are told; the asker herself is not. */
export function concernsOf<Answer>(told: ToldOf<Answer>, answer: Answer, asking: Asking): readonly string[] {
  const shown = 'shown' in told ? told.shown(answer, asking) : [];
  const own = `person:${asking.actor.personId}`;
  return [...new Set(shown)].filter((one) => one !== own).sort();
}

function hitsOf(view: View, answer: unknown): number | null {
  const { total, items } = answer as { total?: number; items?: readonly unknown[] };
  return view.hits?.(answer) ?? total ?? items?.length ?? null;
}

/** Faults of form, and of programs: they say what somebody typed, not what she tried. */
const untoldCodes: ReadonlySet<string> = new Set([
  'invalid',
  'versionMoved',
  'versionMissing',
  'alreadyExists',
  'tooLarge',
  'keyReused',
  'personnummerSuspected',
  'purposeMissing',
  'noPast',
  'asOfInFuture',
  'asOfTooEarly',
]);

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What is told of a refusal: what was tried, on which record, and the code. Never what was sent. Null for what the action
 * says shall leave no trace, not even of which record it was (decision 0008), and for faults of form.
 */
export function attemptOf(tried: Tried, id: string | null, { code }: Refusal): EventDraft | null {
  const isAction = 'decide' in tried;
  if (untoldCodes.has(code) || (isAction && tried.untold?.includes(code) === true)) return null;
  const { name } = tried;
  const what = isAction ? { action: name } : 'answer' in tried ? { view: name } : { route: name };
  return {
    kind: refusedKind,
    record: id !== null && uuid.test(id) ? id : null,
    concerns: [],
    data: { ...what, code },
  };
}
