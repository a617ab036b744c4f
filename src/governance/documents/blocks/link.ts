/** A run of words, with where it leads when it is a link. */
export interface Run {
  readonly words: string;
  readonly href: string | null;
}

const link =
  /\[([^[\]\n]{1,500})\]\((https?:\/\/[^\s()<>"]{1,1000}|mailto:[^\s()<>"@]{1,100}@[^\s()<>"]{1,200})\)/gu;

/** A text's runs: plain words, and links. What only looks like a link (another scheme, a broken bracket) stays words. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const match of text.matchAll(link)) {
    if (match.index > at) runs.push({ words: text.slice(at, match.index), href: null });
    runs.push({ words: match[1] ?? '', href: match[2] ?? null });
    at = match.index + match[0].length;
  }
  if (at < text.length) runs.push({ words: text.slice(at), href: null });
  return runs;
}

/** A text without its links' addresses: what is read aloud, compared and hashed. */
export function wordsOf(text: string): string {
  return runsOf(text)
    .map((run) => run.words)
    .join('');
}
