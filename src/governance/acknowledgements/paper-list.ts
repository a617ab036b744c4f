import type { RecipientState } from './campaign.list.store.ts';

/** What a line of a signed list comes to. */
export const lineOutcomes = ['found', 'alreadyAcknowledged', 'left', 'several', 'unknown', 'twice'] as const;
export type LineOutcome = (typeof lineOutcomes)[number];

export interface MatchedLine {
  readonly line: string;
  readonly outcome: LineOutcome;
  /** Only where one person is meant and has not acknowledged. */
  readonly recipientId: string | null;
  readonly unitName: string | null;
}

interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly unitName: string | null;
  readonly state: RecipientState;
}

/** A name as two spellings of it are compared: without stray spaces, in small letters, in the order it is said. */
export function plainName(line: string): string {
  const [family = '', given] = line.split(',', 2);
  const said = given === undefined ? family : `${given} ${family}`;
  return said.trim().replace(/\s+/gu, ' ').toLocaleLowerCase('sv');
}

/** The names of a list, as they were written; blank lines are no names. */
export function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

/**
 * Finds whom each line of a signed list means. A name that nobody has, or several have, is told and entered for nobody: who
 * signed is not guessed.
 */
export function matchLines(
  lines: readonly string[],
  candidates: readonly Candidate[],
): readonly MatchedLine[] {
  const byName = Map.groupBy(candidates, (one) => plainName(one.name));
  const seen = new Set<string>();
  return lines.map((line): MatchedLine => {
    const name = plainName(line);
    const found = byName.get(name) ?? [];
    const [first] = found;
    const none = { line, recipientId: null, unitName: null };
    if (first === undefined) return { ...none, outcome: 'unknown' };
    if (found.length > 1) return { ...none, outcome: 'several' };
    if (seen.has(name)) return { ...none, outcome: 'twice' };
    seen.add(name);
    if (first.state === 'left') return { ...none, outcome: 'left' };
    if (first.state === 'acknowledged') return { ...none, outcome: 'alreadyAcknowledged' };
    return { line, outcome: 'found', recipientId: first.id, unitName: first.unitName };
  });
}
