import type { TSchema } from 'typebox';

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<Value>(random: () => number, values: readonly Value[]): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}

const deep = (): unknown => {
  let value: unknown = 'botten';
  for (let level = 0; level < 300; level++) value = level % 2 === 0 ? [value] : { inre: value };
  return value;
};

/** What no form sends: wrong kinds, too much, too deep, and characters that have stopped others. */
const junk: readonly (() => unknown)[] = [
  () => null,
  () => 0,
  () => -1,
  () => 1e308,
  () => 2 ** 53,
  () => 0.1,
  () => true,
  () => '',
  () => ' ',
  () => '\u0000',
  () => 'a\u0000b',
  () => '\ud800',
  () => '\u202eevil\u2066',
  () => '👩‍👩‍👧‍👦'.repeat(20),
  () => 'å'.repeat(100_000),
  () => "'; drop table person; --",
  () => '%_\\',
  () => '19811228-9874',
  () => '<script>alert(1)</script>',
  () => '2026-02-30',
  () => '0000-01-01',
  () => '9999-12-31',
  () => '00000000-0000-0000-0000-000000000000',
  () => '__proto__',
  () => [],
  () => Array.from({ length: 5000 }, (_, index) => index),
  () => ({}),
  () => ({ constructor: { prototype: {} }, toString: 1 }),
  () => JSON.parse('{"__proto__": {"admin": true}}') as unknown,
  deep,
];

export const anyJunk = (random: () => number): unknown => pick(random, junk)();

const texts = [
  'Löner',
  'Elevakter åk 7',
  'Ärende – ”öppet”',
  'a',
  'Smörgås 🥪',
  'KF 2026-06-15 § 47, dnr KS 2026/123',
  'anna@prov.example',
];
const days = ['2026-01-01', '2026-11-23', '2025-02-28', '2024-02-29', '2027-12-31', '1999-12-31'];

/** Identifiers that exist, of what a field with this name means. */
export type IdsFor = (field: string) => readonly string[];

/** A value that is as the schema says, or nearly. */
export function fromSchema(schema: TSchema, random: () => number, ids: IdsFor, field = ''): unknown {
  const rule = schema as unknown as Record<string, unknown>; // JSON Schema, whatever built it
  const inner = (one: unknown) => fromSchema(one as TSchema, random, ids, field);
  if (Array.isArray(rule['anyOf'])) return inner(pick(random, rule['anyOf'] as unknown[]));
  if ('const' in rule) return rule['const'];
  if (Array.isArray(rule['enum'])) return pick(random, rule['enum'] as unknown[]);
  switch (rule['type']) {
    case 'object':
      return objectFrom(rule, random, ids);
    case 'array':
      return [...new Set(Array.from({ length: Math.floor(random() * 4) }, () => inner(rule['items'])))];
    case 'integer':
    case 'number': {
      const least = Number(rule['minimum'] ?? 0);
      return least + Math.floor(random() * Math.min(Number(rule['maximum'] ?? 10) - least + 1, 1000));
    }
    case 'boolean':
      return random() < 0.5;
    case 'string':
      return textFrom(rule, random, ids(field));
    default:
      return null;
  }
}

function objectFrom(rule: Record<string, unknown>, random: () => number, ids: IdsFor): unknown {
  const properties = Object.entries((rule['properties'] ?? {}) as Record<string, TSchema>);
  const required = new Set(Array.isArray(rule['required']) ? (rule['required'] as unknown[]) : []);
  const kept = properties.filter(([name]) => required.has(name) || random() < 0.5);
  return Object.fromEntries(kept.map(([name, one]) => [name, fromSchema(one, random, ids, name)]));
}

function textFrom(rule: Record<string, unknown>, random: () => number, ids: readonly string[]): string {
  if (rule['format'] === 'uuid')
    return random() < 0.9 && ids.length > 0 ? pick(random, ids) : crypto.randomUUID();
  if (rule['format'] === 'date' || String(rule['pattern']).includes('\\d{4}')) return pick(random, days);
  const most = Number(rule['maxLength'] ?? 200);
  return (random() < 0.1 ? 'ö'.repeat(most) : `${pick(random, texts)} ${Math.floor(random() * 1000)}`).slice(
    0,
    most,
  );
}

/** The same with something broken in it: a field replaced, left out or added, at some depth; or not an object at all. */
export function broken(value: unknown, random: () => number): unknown {
  if (typeof value !== 'object' || value === null || random() < 0.1) return anyJunk(random);
  if (Array.isArray(value)) return [...(value as unknown[]), anyJunk(random)];
  const entries = Object.entries(value);
  const index = Math.floor(random() * entries.length);
  const chance = random();
  if (chance < 0.2) return Object.fromEntries(entries.filter((_, place) => place !== index));
  if (chance < 0.4)
    return { ...value, [pick(random, ['extra', 'constructor', 'toString', 'id', ''])]: anyJunk(random) };
  return Object.fromEntries(
    entries.map(([name, one], place) => {
      if (place !== index) return [name, one as unknown];
      return [name, chance < 0.6 ? broken(one, random) : anyJunk(random)];
    }),
  );
}
