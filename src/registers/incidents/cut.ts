/**
 * The beginning of a text, at most so many letters long. A sign that takes two, as most pictures do, is kept whole or left out: half
 * of one has no place in the log. The text itself has only whole ones.
 */
export function beginningOf(text: string, most: number): string {
  const cut = text.slice(0, most);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}
