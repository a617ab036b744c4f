/**
 * Finds texts that say ”1 händelser” or ”1 events”. A text that takes a figure is tried with one; where it is then wrong,
 * a text beside it must be there for one alone, as `day` beside `days`.
 */
export type Spoken = 'sv' | 'en';

/** What ends as a plural does and is none: mostly verbs, after a name or a number. */
const others: Readonly<Record<Spoken, ReadonlySet<string>>> = {
  sv: new Set(
    'byter flyttar förlorar gäller går innehåller klarar kommer kvar saknar slutar stämmer står säger tar upphör väntar'.split(
      ' ',
    ),
  ),
  en: new Set('becomes does ends exists goes has holds is its lacks leaves loses says was works'.split(' ')),
};

const plural: Readonly<Record<Spoken, RegExp>> = {
  sv: /(?<![\p{L}\d.,–]|[§.]\s|\b(?:av|of|version|edition|number|row|paragraph)\s)1 (?:\p{Ll}+a )?(\p{Ll}{2,}[aoe]r)(?!\p{L})/u,
  en: /(?<![\p{L}\d.,–]|[§.]\s|\b(?:av|of|version|edition|number|row|paragraph)\s)1 (?:(?!of )\p{Ll}+ )?(\p{Ll}{2,}s|people|are|have|were)(?!\p{L})/u,
};

/** The plural that a text says of one, or undefined. A text that does not take a figure says nothing of one. */
export function pluralOfOne(text: unknown, spoken: Spoken): string | undefined {
  if (typeof text !== 'function') return undefined;
  // A figure comes as a number or as the digits of one: a text looks for the one that it is given.
  const nouns = [1, '1'].map((one) => plural[spoken].exec(sayWith(text, one) ?? '')?.[1]);
  const isWrong = nouns.every((noun) => noun !== undefined && !others[spoken].has(noun));
  return isWrong ? nouns[0] : undefined;
}

/** How many letters of a plural the singular may lack. */
const endings: Readonly<Record<Spoken, number>> = { sv: 2, en: 1 };

/** Whether a text of the same group is for one alone: it begins with one, and is about what the plural is about. */
export function hasSingular(group: object, noun: string, spoken: Spoken): boolean {
  const stem = noun.slice(0, Math.min(5, noun.length - endings[spoken]));
  const first = spoken === 'sv' ? /^(?:1|en|ett)\s/i : /^(?:1|one|an?)\s/i;
  const aboutOne = (text: unknown) => typeof text === 'string' && first.test(text) && text.includes(stem);
  return Object.values(group).some((text) => aboutOne(text) || aboutOne(sayWith(text, 'x')));
}

function sayWith(text: unknown, value: unknown): string | undefined {
  if (typeof text !== 'function') return undefined;
  try {
    const said: unknown = Reflect.apply(
      text,
      undefined,
      Array.from({ length: text.length }, () => value),
    );
    return typeof said === 'string' ? said : undefined;
  } catch {
    return undefined; // it wants something else than a figure
  }
}
