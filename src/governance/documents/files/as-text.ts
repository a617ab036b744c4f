import { grouped } from '../blocks/grouped.ts';
import { runsOf } from '../blocks/link.ts';
import type { VersionText } from './version-text.ts';

/** Signs on a line: what any reader shows without breaking it again. */
const width = 72;

/**
 * A version as plain text, wrapped, in UTF-8: headings underlined or numbered by their signs, items behind a dash or their
 * number, a row of a table on a line of its own with bars between its cells, and a link's address behind its words.
 */
export function asText(text: VersionText): Buffer {
  const [kind, ...facts] = text.facts;
  const front = [
    ...(kind === undefined ? [] : [kind]),
    { term: 'Utgivare', value: text.municipality },
    ...facts,
  ];
  const body = grouped(text.blocks).flatMap((group): string[] => {
    if (!('kind' in group)) {
      const mark = (at: number) => (group[0]?.isNumbered === true ? `${at + 1}) ` : '- ');
      return [
        group.map((item, at) => wrapped(plain(item.text), mark(at), ' '.repeat(mark(at).length))).join('\n'),
      ];
    }
    if (group.kind === 'heading') return [`${'#'.repeat(group.level)} ${plain(group.text)}`];
    if (group.kind === 'paragraph') return [wrapped(plain(group.text))];
    return [group.rows.map((row) => `| ${row.map(plain).join(' | ')} |`).join('\n')];
  });
  const parts = [
    `${text.title}\n${'='.repeat(Math.min(width, text.title.length))}`,
    front.map(({ term, value }) => wrapped(`${term}: ${value}`, '', '    ')).join('\n'),
    '-'.repeat(width),
    ...body,
  ];
  return Buffer.from(`${parts.join('\n\n')}\n`, 'utf8');
}

function plain(text: string): string {
  return runsOf(text)
    .map(({ words, href }) => (href === null || href === words ? words : `${words} (${href})`))
    .join('');
}

/** A paragraph on lines of at most `width` signs; a word longer than that has a line to itself. */
function wrapped(text: string, first = '', others = ''): string {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = others + word;
    } else line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join('\n');
}
