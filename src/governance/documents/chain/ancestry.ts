/** That one document elaborates another: `child` comes from `parent`. */
export interface Descent {
  readonly child: string;
  readonly parent: string;
}

/**
 * Would the tie make a document its own ancestor? True when the parent already comes, in any number of steps, from the child,
 * or is the child itself.
 */
export function wouldCircle(descents: readonly Descent[], added: Descent): boolean {
  const parentsOf = new Map<string, string[]>();
  for (const { child, parent } of descents) parentsOf.set(child, [...(parentsOf.get(child) ?? []), parent]);
  const seen = new Set<string>();
  const ahead = [added.parent];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (next === added.child) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    ahead.push(...(parentsOf.get(next) ?? []));
  }
  return false;
}
