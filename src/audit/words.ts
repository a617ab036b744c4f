import { refusedKind } from '../kernel/audit/append.ts';
import type { Json } from '../kernel/audit/canonical.ts';
import type { Leaf } from '../kernel/audit/leaf.ts';
import { formatList, formatLongDate, formatMoment, parseDay } from '../kernel/format.ts';
import { kernelTexts } from '../kernel/kernel.texts.ts';
import type { AnyRegister, RegisterTexts } from '../kernel/register.ts';
import type { Language, Texts } from '../kernel/texts.ts';
import { auditTexts } from './audit.texts.ts';
import { figureText } from '../registers/incidents/figure-text.ts';
import { levelWord, valueWords } from './value-words.ts';

/** What every register calls its events and fields, found by the name that an event bears. */
export interface Dictionary {
  readonly phrases: ReadonlyMap<string, { readonly sv: string; readonly en: string }>;
  readonly registers: ReadonlyMap<string, Texts<RegisterTexts>>;
}

/** Gathers the words of all registers. One slice can hold several: its permissions say which. */
export function dictionaryOf(slices: readonly AnyRegister[]): Dictionary {
  const phrases = new Map<string, { sv: string; en: string }>();
  const registers = new Map<string, Texts<RegisterTexts>>();
  const names = new Set(slices.map((slice) => slice.name));
  for (const { name, actions, views, texts } of slices) {
    for (const [kind, sv] of Object.entries(texts.sv.events))
      phrases.set(kind, { sv, en: texts.en.events[kind] ?? sv });
    registers.set(name, texts);
    const others = [...actions, ...views].map((one) => one.permission.register);
    // A register's own slice has its words; one that acts upon others' lists has not.
    for (const other of others) if (!names.has(other) && !registers.has(other)) registers.set(other, texts);
  }
  return { phrases, registers };
}

/** What the names of records are, as far as the reader may know: `unit:<id>` → name. */
export type Names = ReadonlyMap<string, string>;

/** All that is needed to say an event in words. */
export interface Speech {
  readonly dictionary: Dictionary;
  readonly names: Names;
  readonly language: Language;
}

/** One thing that an event tells: what changed, from what, to what. A value that was not there is null. */
export interface Detail {
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What a register is called. */
export function registerWord(register: string, { dictionary, language }: Speech): string {
  const own: Readonly<Record<string, string>> = auditTexts[language].registers;
  return own[register] ?? dictionary.registers.get(register)?.[language].name ?? register;
}

/** What somebody did, as the rest of a sentence that begins with who: ”klassade informationen”. */
export function phraseOf(kind: string, register: string, speech: Speech): string {
  const { language, dictionary } = speech;
  const told = dictionary.phrases.get(kind)?.[language];
  if (told !== undefined) return told;
  const verb = kind.slice(kind.lastIndexOf('.') + 1);
  const general = auditTexts[language].general;
  return isGeneral(verb, general)
    ? general[verb](registerWord(register, speech))
    : auditTexts[language].unknownKind(kind);
}

function isGeneral<G extends object>(verb: string, general: G): verb is Extract<keyof G, string> {
  return Object.hasOwn(general, verb);
}

/** Which register a field's ids are of; a field that is not here is looked up in all. */
const idFields: Readonly<Record<string, string>> = {
  unitId: 'unit',
  bodyId: 'body',
  entityId: 'entity',
  personId: 'person',
  person: 'person',
  decidedBy: 'person',
  enteredFor: 'person',
  systemId: 'system',
  informationIds: 'information',
  informationId: 'information',
  sourceId: 'personSource',
};

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Every id that the event mentions, as `register:id`; `?:id` where the field does not say of which register. */
export function mentioned(leaf: Leaf): readonly string[] {
  const found = new Set<string>(leaf.touched);
  const visit = (field: string, value: Json): void => {
    if (typeof value === 'string') {
      if (uuid.test(value)) found.add(`${idFields[field] ?? '?'}:${value}`);
      else if (/^[a-zA-Z]+:/.test(value) && uuid.test(value.slice(value.indexOf(':') + 1))) found.add(value);
    } else if (Array.isArray(value)) value.forEach((one: Json) => visit(field, one));
    else if (isObject(value)) for (const [key, one] of Object.entries(value)) visit(key, one);
  };
  for (const change of leaf.changes) {
    visit(change.field, change.from);
    visit(change.field, change.to);
  }
  visit('', leaf.data);
  if (leaf.record !== null) found.add(`${leaf.register}:${leaf.record}`);
  return [...found];
}

/** What changed, and what else the event tells that has a label. What has none is in the leaf for whoever wants it. */
export function detailsOf(leaf: Leaf, speech: Speech): readonly Detail[] {
  const value = (field: string, json: Json) => valueWord(field, json, leaf.register, speech);
  const changes = leaf.changes.map(({ field, from, to }) => ({
    label: labelOf(field, leaf.register, speech) ?? field,
    from: value(field, from),
    to: value(field, to),
  }));
  const data = isObject(leaf.data) ? Object.entries(leaf.data) : [];
  const facts = data.flatMap(([field, json]) => {
    const label =
      leaf.kind === refusedKind ? attemptLabel(field, speech) : labelOf(field, leaf.register, speech);
    return label === undefined ? [] : [{ label, from: null, to: value(field, json) }];
  });
  return [...changes, ...facts].filter((one) => one.from !== null || one.to !== null);
}

function attemptLabel(field: string, speech: Speech): string | undefined {
  const texts = auditTexts[speech.language];
  const own: Readonly<Record<string, string>> = { ...texts.attempt, times: texts.data.times };
  return own[field];
}

function labelOf(field: string, register: string, { dictionary, language }: Speech): string | undefined {
  const own: Readonly<Record<string, string>> = auditTexts[language].data;
  return dictionary.registers.get(register)?.[language].fields[field] ?? own[field];
}

/** A value in words; null where there is none. */
function valueWord(field: string, value: Json, register: string, speech: Speech): string | null {
  const { language } = speech;
  const texts = auditTexts[language];
  if (value === null || value === '') return null;
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (typeof value === 'number') return levelWord(field, value, language) ?? figureText(value, language);
  if (typeof value === 'string') return textWord(field, value, register, speech);
  if (isObject(value)) {
    const parts = Object.entries(value).flatMap(([key, one]) => {
      const word = valueWord(key, one, register, speech);
      const label = labelOf(key, register, speech) ?? valueWords(language)[register]?.[field]?.[key] ?? key;
      return word === null ? [] : [`${label}: ${word}`];
    });
    return parts.length === 0 ? null : parts.join('; ');
  }
  const parts = value.flatMap((one) => valueWord(field, one, register, speech) ?? []);
  return parts.length === 0 ? null : formatList(parts, language);
}

function textWord(field: string, value: string, register: string, speech: Speech): string {
  const { language, names } = speech;
  if (field === 'code') return refusalWord(value, register, speech);
  const word = valueWords(language)[register]?.[field]?.[value];
  if (word !== undefined) return word;
  if (uuid.test(value)) return nameOf(idFields[field] ?? '?', value, speech);
  // A figure that was said of a case is kept as it was written, with a point.
  if (field.startsWith('figure.') && /^\d+(?:\.\d+)?$/.test(value))
    return figureText(Number(value), language);
  if (parseDay(value) === undefined) return names.get(value) ?? value;
  return value.includes('T') ? formatMoment(value, language) : formatLongDate(value, language);
}

/** The sentence that the person was shown when she was refused. */
function refusalWord(code: string, register: string, { dictionary, language }: Speech): string {
  const general: Readonly<Record<string, string>> = kernelTexts[language].refusals;
  return dictionary.registers.get(register)?.[language].refusals[code] ?? general[code] ?? code;
}

/** What a record is called, or that it is one the reader cannot see. `?` is a register that is not known. */
export function nameOf(register: string, id: string, { names, language }: Speech): string {
  const unseen: Readonly<Record<string, string>> = auditTexts[language].unseen;
  return (
    names.get(`${register}:${id}`) ??
    names.get(`?:${id}`) ??
    unseen[register] ??
    auditTexts[language].unseenRecord
  );
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
