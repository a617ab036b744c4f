import type { Option } from '../../../ui/select.tsx';

/** Choices from a set of words: the code is the value, the word is what is read. The order is that of the words. */
export function optionsOf<Code extends string>(
  words: Readonly<Record<Code, string>>,
): readonly Option<Code>[] {
  return Object.entries<string>(words).map(([value, label]) => ({ value: value as Code, label })); // its own keys
}

/** The same for a part of the codes, in their order. */
export function someOptions<Code extends string>(
  codes: readonly Code[],
  words: Readonly<Record<Code, string>>,
): readonly Option<Code>[] {
  return codes.map((value) => ({ value, label: words[value] }));
}
