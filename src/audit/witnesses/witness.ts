import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween, type Json } from '../../kernel/audit/canonical.ts';
import { holds } from '../../kernel/calendar.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Day, Fields, Line, OneOf, OrNull, Prose, Reason, type Static } from '../../kernel/schema.ts';
import { isAddress } from '../../mail/smtp.ts';
import { isWitnessKey } from '../tree/cosignature.ts';
import { readVerifierKey } from '../tree/note.ts';

/** How a witness gets the checkpoints. `public` is our own page, which is always there. */
export const witnessKinds = ['email', 'folder', 'https', 'public'] as const;
export type WitnessKind = (typeof witnessKinds)[number];

/** How often. */
export const schedules = ['hourly', 'daily', 'weekly'] as const;
export type Schedule = (typeof schedules)[number];

const described = {
  name: Line(120),
  /** Whom to turn to, in words. */
  contact: Prose(300),
  addresses: Type.Array(Type.String({ maxLength: 254 }), { maxItems: 20, uniqueItems: true }),
  folder: OrNull(Type.String({ maxLength: 500 })),
  url: OrNull(Type.String({ maxLength: 500 })),
  schedule: OneOf(schedules),
  /** The key that she cosigns with (C2SP, type 4); null when she only keeps what she gets. */
  verifierKey: OrNull(Type.String({ maxLength: 300 })),
  from: Day(),
  until: OrNull(Day()),
};

export const witnessInput = Fields({ kind: OneOf(['email', 'folder', 'https']), ...described });
export type WitnessInput = Static<typeof witnessInput>;

/** The kind is not changed later: what was delivered before was delivered in another way. */
export const describeWitnessInput = Fields(described);
export const endWitnessInput = Fields({ reason: Reason() });

export interface Witness extends Static<typeof describeWitnessInput> {
  readonly id: Id<'Witness'>;
  readonly version: number;
  readonly kind: WitnessKind;
}

export const witnessRefusals = [
  'addressMissing',
  'addressUnreadable',
  'folderNotAbsolute',
  'urlNotHttps',
  'keyUnreadable',
  'keyOfLog',
  'periodBackwards',
  'nameTaken',
  'alwaysThere',
  'ended',
  'nothingChanged',
] as const;

/** Enters a witness. The first checkpoint goes out within a minute. */
export function registerWitness(
  input: WitnessInput,
  circumstances: Circumstances,
): Decision<Witness> | Refusal {
  const fields = tidied(input.kind, input);
  if ('refused' in fields) return fields;
  const next: Witness = {
    ...fields,
    id: circumstances.newId<'Witness'>(),
    version: 1,
    kind: input.kind,
  };
  return registered(next);
}

/** Our own public page, entered by Värna at the first start. */
export function publicWitness(name: string, { newId, today }: Circumstances): Decision<Witness> {
  return registered({
    id: newId<'Witness'>(),
    version: 1,
    kind: 'public',
    name,
    contact: '',
    addresses: [],
    folder: null,
    url: null,
    schedule: 'hourly',
    verifierKey: null,
    from: today,
    until: null,
  });
}

function registered(next: Witness): Decision<Witness> {
  const event = { kind: 'witness.registered', record: next.id, changes: changesBetween(null, told(next)) };
  return { next, event };
}

/** Changes what is said of a witness. */
export function describeWitness(
  before: Witness,
  input: Static<typeof describeWitnessInput>,
  { today }: Circumstances,
): Decision<Witness> | Refusal {
  if (before.kind === 'public') return refuse('alwaysThere');
  if (before.until !== null && before.until < today) return refuse('ended');
  const fields = tidied(before.kind, input);
  if ('refused' in fields) return fields;
  const next = { ...before, ...fields, version: before.version + 1 };
  const changes = changesBetween(told(before), told(next));
  if (changes.length === 0) return refuse('nothingChanged');
  return { next, event: { kind: 'witness.described', record: before.id, changes } };
}

/** Today is the last day. What the witness has been given stays on record, and she keeps it. */
export function endWitness(
  before: Witness,
  reason: string,
  { today }: Circumstances,
): Decision<Witness> | Refusal {
  if (before.kind === 'public') return refuse('alwaysThere');
  if (before.until !== null && before.until < today) return refuse('ended');
  // One that has not begun holds for the one day that it would have begun.
  const until = today < before.from ? before.from : today;
  const next = { ...before, until, version: before.version + 1 };
  const changes = changesBetween(told(before), told(next));
  return { next, event: { kind: 'witness.ended', record: before.id, changes, reason } };
}

/** Is the witness one today? */
export function isActive(witness: Pick<Witness, 'from' | 'until'>, today: string): boolean {
  return holds(witness, today);
}

type Described = Omit<Witness, 'id' | 'version' | 'kind'>;

/** The fields as they are stored: those of another kind are emptied, what cannot be used is refused. */
function tidied(kind: WitnessKind, input: Static<typeof describeWitnessInput>): Described | Refusal {
  const { from, until, schedule } = input;
  if (until !== null && until < from) return refuse('periodBackwards', { field: 'until' });
  const addresses = kind === 'email' ? [...new Set(input.addresses.map((one) => one.trim()))] : [];
  if (kind === 'email' && addresses.length === 0) return refuse('addressMissing', { field: 'addresses' });
  if (!addresses.every(isAddress)) return refuse('addressUnreadable', { field: 'addresses' });
  const folder = kind === 'folder' ? (input.folder ?? '').trim() : null;
  if (folder !== null && !isAbsolute(folder)) return refuse('folderNotAbsolute', { field: 'folder' });
  const url = kind === 'https' ? (input.url ?? '').trim() : null;
  if (url !== null && !isHttps(url)) return refuse('urlNotHttps', { field: 'url' });
  const verifierKey = input.verifierKey?.trim() ?? '';
  const key = readVerifierKey(verifierKey);
  if (verifierKey !== '' && key === null) return refuse('keyUnreadable', { field: 'verifierKey' });
  if (key !== null && !isWitnessKey(key)) return refuse('keyOfLog', { field: 'verifierKey' });
  return {
    name: input.name.trim().replace(/\s+/gu, ' '),
    contact: input.contact.trim(),
    addresses,
    folder,
    url,
    schedule,
    verifierKey: verifierKey === '' ? null : verifierKey,
    from,
    until,
  };
}

/** An absolute path of this machine that means what it says: nothing in it leads up again. */
function isAbsolute(folder: string): boolean {
  return /^\/[^\p{Cc}]*$/u.test(folder) && !folder.split('/').includes('..') && folder !== '/';
}

/** https, without anything that would be sent along in the clear or by mistake. */
function isHttps(text: string): boolean {
  if (/\s/u.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'https:' && url.username === '' && url.password === '' && url.hash === '';
}

function told(witness: Witness): Record<string, Json> {
  const { id: _id, version: _version, ...fields } = witness;
  return { ...fields, addresses: [...fields.addresses] };
}
