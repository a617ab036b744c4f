/** By which column a list is sorted, and which way. */
export interface Order<Name extends string> {
  readonly by: Name;
  readonly descending: boolean;
}

/**
 * Reads a list's `sort` (`name`, `-name`) against the columns it can be sorted by. What is no column of its own, also
 * when every object has it (`constructor`), is the fallback: an old link still shows the list.
 */
export function orderOf<Sorts extends Record<string, unknown>>(
  sorts: Sorts,
  fallback: keyof Sorts & string,
  sort: string = fallback,
): Order<keyof Sorts & string> {
  const name = sort.replace(/^-/, '');
  return { by: Object.hasOwn(sorts, name) ? name : fallback, descending: sort.startsWith('-') };
}
