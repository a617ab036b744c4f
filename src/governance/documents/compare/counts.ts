/** What can have become of a sentence from one version to the next. */
export const changeKinds = ['same', 'changed', 'moved', 'new', 'gone'] as const;
type ChangeKind = (typeof changeKinds)[number];

/** How many sentences there are of each kind. */
export function countsOf(rows: readonly { readonly kind: ChangeKind }[]): Record<ChangeKind, number> {
  const counts = { same: 0, changed: 0, moved: 0, new: 0, gone: 0 };
  for (const row of rows) counts[row.kind] += 1;
  return counts;
}
