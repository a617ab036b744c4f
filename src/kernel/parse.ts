import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { suspectedField } from './personnummer.ts';
import { dayPattern, propertiesOf } from './schema.ts';
import { type FieldError, type Refusal, refuse } from './refusal.ts';

interface Checker {
  Check(value: unknown): boolean;
  Errors(value: unknown): readonly SchemaError[];
}
interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: object;
}

const checkers = new WeakMap<TSchema, Checker>();

function checkerOf(schema: TSchema): Checker {
  let checker = checkers.get(schema);
  if (checker === undefined) {
    checker = Compile(schema);
    checkers.set(schema, checker);
  }
  return checker;
}

/** Reads an input at the door: null when it is as the schema says, else a refusal that names every field at fault. */
export function parse(schema: TSchema, value: unknown, confirmed: ReadonlySet<string>): Refusal | null {
  if (typeof value !== 'object' || value === null || !isWholesome(value, 0)) return refuse('invalid');
  const checker = checkerOf(schema);
  if (!checker.Check(value)) {
    return refuse('invalid', {
      fields: dedupe(checker.Errors(value).flatMap((error) => fieldErrors(error, value))),
    });
  }
  if (confirmed.has('personnummer')) return null;
  const suspect = suspectedField(schema, value);
  return suspect === null ? null : refuse('personnummerSuspected', { field: suspect });
}

/** Deeper than any form of ours is. */
const deepest = 32;

/**
 * Can the value be stored and told to the log at all? Text that PostgreSQL or the canonical form cannot hold, numbers that
 * are not whole, and nests without end are somebody's mistake or malice, and are stopped before anything looks closer.
 */
function isWholesome(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000');
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= deepest) return false;
  const parts: unknown[] = [...Object.keys(value), ...Object.values<unknown>({ ...value })];
  return parts.every((part) => isWholesome(part, depth + 1));
}

/** Reads a query string: text becomes numbers, truths and lists where the schema wants them. Then as {@link parse}. */
export function fromQuery(
  schema: TSchema,
  query: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const properties = propertiesOf(schema);
  return Object.fromEntries(
    Object.entries(query).map(([key, value]) => {
      const type = typeOf(properties[key]);
      if (type === 'integer' && typeof value === 'string' && /^-?\d+$/.test(value))
        return [key, Number(value)];
      if (type === 'boolean' && (value === 'true' || value === 'false')) return [key, value === 'true'];
      if (type === 'array' && typeof value === 'string') return [key, value.split(',')];
      return [key, value];
    }),
  );
}

function typeOf(schema: TSchema | undefined): unknown {
  return schema !== undefined && 'type' in schema ? schema.type : undefined;
}

const codes: Readonly<Record<string, string>> = {
  minLength: 'tooShort',
  maxLength: 'tooLong',
  minimum: 'tooSmall',
  maximum: 'tooLarge',
  minItems: 'tooFew',
  maxItems: 'tooMany',
  uniqueItems: 'repeated',
  enum: 'notAmong',
  const: 'notAmong',
  anyOf: 'notAmong',
  type: 'wrongType',
  pattern: 'notAllowedCharacters',
};

function fieldErrors(error: SchemaError, value: unknown): FieldError[] {
  const path = error.instancePath.split('/').filter(Boolean).join('.');
  const inside = (name: string) => (path === '' ? name : `${path}.${name}`);
  const named = (key: string): string[] => {
    const value: unknown = Reflect.get(error.params, key);
    return Array.isArray(value) ? value.map(String) : [];
  };
  switch (error.keyword) {
    case 'required':
      return named('requiredProperties').map((name) => ({ field: inside(name), code: 'required' }));
    case 'additionalProperties':
      return named('additionalProperties').map((name) => ({ field: inside(name), code: 'unknownField' }));
    case 'boolean':
      return []; // the same unknown key, told once more by the schema library
    case 'format':
      return [{ field: path, code: Reflect.get(error.params, 'format') === 'date' ? 'notADay' : 'notAnId' }];
    default: {
      // Nothing typed is told as such, not as a text that is too short.
      if (isEmptyAt(value, error.instancePath)) return [{ field: path, code: 'required' }];
      if (Reflect.get(error.params, 'pattern') === dayPattern) return [{ field: path, code: 'notADay' }];
      const limit: unknown = Reflect.get(error.params, 'limit');
      const base = { field: path, code: codes[error.keyword] ?? 'invalid' };
      return [typeof limit === 'number' ? { ...base, limit } : base];
    }
  }
}

function isEmptyAt(value: unknown, path: string): boolean {
  let found = value;
  for (const part of path.split('/').filter(Boolean)) {
    if (typeof found !== 'object' || found === null) return false;
    found = Reflect.get(found, part);
  }
  return found === '';
}

/** One fault for each field: that it is no day or no id says more than that it is too short to be one. */
function dedupe(errors: readonly FieldError[]): FieldError[] {
  const telling = new Set(['notADay', 'notAnId']);
  const seen = new Map<string, FieldError>();
  for (const error of errors) {
    const earlier = seen.get(error.field);
    if (earlier === undefined || (telling.has(error.code) && earlier.code !== 'required'))
      seen.set(error.field, error);
  }
  return [...seen.values()];
}
