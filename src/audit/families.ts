/**
 * The families that the log's kinds of events fall into, as people ask for them and as gallring is decided. In this
 * order: a kind belongs to the first family that has a pattern for it, and what no other has named is a change. A
 * star stands for any letters.
 */
export const families = {
  reads: ['*.read'],
  searches: ['*.searched'],
  disclosures: ['*.exported', '*.printed', '*.disclosed', '*.reportExported', '*.reportDisclosed'],
  signIns: ['session.*', 'account.proofRefused'],
  refusals: ['access.*'],
  mail: ['mail.*', 'push.*'],
  log: ['audit.*', 'retentionRule.*', 'witness.*', 'installation.*'],
  changes: ['*'],
} as const satisfies Record<string, readonly string[]>;

export type Family = keyof typeof families;

/** The families in the order in which a kind is tried against them. */
export const familyNames = Object.keys(families) as readonly Family[]; // keyed by every family, in the order written

/** Kinds that are never erased, whatever is decided: without them nobody can tell what has been erased, and why. */
export const neverErased = ['audit.*', 'retentionRule.*'] as const;

/** Which family a kind of event (`information.classified`) belongs to. Every kind has one. */
export function familyOf(kind: string): Family {
  return familyNames.find((name) => families[name].some((pattern) => matches(pattern, kind))) ?? 'changes';
}

/** May the content of an event of this kind be erased at all? */
export function isErasable(kind: string): boolean {
  return !neverErased.some((pattern) => matches(pattern, kind));
}

/** What a store compares a kind with, as LIKE patterns: it matches one of `any` and none of `none`. */
export interface KindPatterns {
  readonly any: readonly string[];
  readonly none: readonly string[];
}

/** A family as LIKE patterns: its own, less those of the families before it. Says the same as {@link familyOf}. */
export function patternsOf(family: Family): KindPatterns {
  const before = familyNames.slice(0, familyNames.indexOf(family)).flatMap((name) => families[name]);
  return { any: families[family].map(like), none: before.map(like) };
}

function matches(pattern: string, kind: string): boolean {
  const [head = '', tail] = pattern.split('*');
  if (tail === undefined) return pattern === kind;
  return kind.length >= head.length + tail.length && kind.startsWith(head) && kind.endsWith(tail);
}

function like(pattern: string): string {
  return pattern.replace('*', '%');
}
