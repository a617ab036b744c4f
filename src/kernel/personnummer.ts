import { looksLikePersonnummer } from './personnummer-form.ts';
import { propertiesOf, type TSchema } from './schema.ts';

/** The first free text of an input that looks like one, by its field; null when none does. */
export function suspectedField(schema: TSchema, value: unknown): string | null {
  return freeTexts(schema, value, '').find((text) => looksLikePersonnummer(text.value))?.field ?? null;
}

/** Every text in the value that a person typed freely, with its field. */
function freeTexts(schema: TSchema, value: unknown, field: string): { field: string; value: string }[] {
  if ('anyOf' in schema && Array.isArray(schema.anyOf)) {
    return schema.anyOf.flatMap((one: TSchema) => freeTexts(one, value, field));
  }
  if (typeof value === 'string') return 'x-free-text' in schema ? [{ field, value }] : [];
  if (Array.isArray(value)) {
    const items = 'items' in schema ? (schema.items as TSchema) : null; // an array schema's own form
    return items === null ? [] : value.flatMap((one, index) => freeTexts(items, one, `${field}.${index}`));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(propertiesOf(schema)).flatMap(([name, property]) =>
    freeTexts(property, Reflect.get(value, name), field === '' ? name : `${field}.${name}`),
  );
}
