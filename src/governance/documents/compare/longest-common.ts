/** The most pairs of places that are weighed: two texts of two thousand sentences, or sentences of as many words. */
const mostPairs = 4_000_000;

/**
 * The longest common subsequence of two lists, as pairs of places in both, in order. Quadratic in what differs; the common
 * beginning and end cost nothing. Where too much differs nothing between them is taken for common: a text that is made to be
 * slow gives a coarse answer, never a slow one.
 */
export function longestCommon(
  one: readonly string[],
  other: readonly string[],
): (readonly [number, number])[] {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const pairs: (readonly [number, number])[] = [];
  for (let at = 0; at < start; at += 1) pairs.push([at, at]);
  pairs.push(...middle(one, other, start, end));
  for (let at = end; at > 0; at -= 1) pairs.push([one.length - at, other.length - at]);
  return pairs;
}

function middle(
  one: readonly string[],
  other: readonly string[],
  start: number,
  end: number,
): (readonly [number, number])[] {
  const height = one.length - end - start;
  const width = other.length - end - start;
  if (height * width > mostPairs) return [];
  const row = width + 1;
  // lengths[i * row + j]: the longest of what is left of both from i and j.
  const lengths = new Uint16Array((height + 1) * row);
  const at = (i: number, j: number): number => lengths[i * row + j] ?? 0;
  for (let i = height - 1; i >= 0; i -= 1) {
    for (let j = width - 1; j >= 0; j -= 1) {
      const isSame = one[start + i] === other[start + j];
      lengths[i * row + j] = isSame ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  while (i < height && j < width) {
    if (one[start + i] === other[start + j]) {
      pairs.push([start + i, start + j]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
