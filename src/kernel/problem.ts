import { fill } from './format.ts';
import { kernelTexts } from './kernel.texts.ts';
import type { AnyRegister } from './register.ts';
import type { FieldError, Refusal } from './refusal.ts';
import { statusOf } from './refusal.ts';
import { type Language, pickTexts } from './texts.ts';

/** A problem document (RFC 9457) as Värna sends it. `code` is stable; `title` and `detail` are for people. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
  readonly current?: unknown;
}

/** Puts a refusal into words: the register's own sentence for its own code, the kernel's for the kernel's. */
export function problemOf(refusal: Refusal, language: Language, register: AnyRegister | null): Problem {
  const kernel = pickTexts(kernelTexts, language);
  const own = register === null ? null : pickTexts(register.texts, language);
  const sentence =
    (own === null ? undefined : lookUp(own.refusals, refusal.code)) ??
    lookUp(kernel.refusals, refusal.code) ??
    kernel.refusals.internal;
  const message = fill(sentence, refusal.parameters ?? {}, language);
  const label = (field: string) =>
    own === null ? field : (lookUp(own.fields, field.split('.')[0] ?? '') ?? field);
  const told = (error: FieldError) => ({
    field: error.field,
    code: error.code,
    message: fill(
      lookUp(kernel.fieldErrors, error.code) ?? kernel.fieldErrors.invalid,
      { field: label(error.field), limit: error.limit ?? '' },
      language,
    ),
  });
  const named = refusal.field === undefined ? [] : [{ field: refusal.field, code: refusal.code, message }];
  const errors = [...(refusal.fields ?? []).map(told), ...named];
  return {
    type: `urn:varna:problem:${refusal.code}`,
    title: message,
    status: statusOf(refusal),
    detail:
      errors.length > 0 && refusal.fields !== undefined
        ? errors.map((error) => error.message).join(' ')
        : message,
    code: refusal.code,
    ...(errors.length > 0 ? { errors } : {}),
    ...(refusal.current === undefined ? {} : { current: refusal.current }),
  };
}

function lookUp(texts: object, key: string): string | undefined {
  const value: unknown = Object.hasOwn(texts, key) ? Reflect.get(texts, key) : undefined;
  return typeof value === 'string' ? value : undefined;
}
