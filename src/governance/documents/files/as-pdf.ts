import type { PdfBlock, PdfDocument } from '../../../pdf/pdf-document.ts';
import { type Group, grouped } from '../blocks/grouped.ts';
import { runsOf } from '../blocks/link.ts';
import type { VersionText } from './version-text.ts';

/** A version as a document to typeset: how it was decided first, then its text. */
export function asPdf(text: VersionText): PdfDocument {
  return {
    language: 'sv',
    title: text.title,
    author: text.municipality,
    day: text.day,
    head: [text.municipality, text.name],
    foot: text.title,
    blocks: [{ kind: 'facts', facts: text.facts }, ...grouped(text.blocks).map(blockOf)],
  };
}

function blockOf(group: Group): PdfBlock {
  if (!('kind' in group)) {
    const items = group.map((item) => runsOf(item.text));
    return { kind: 'list', isNumbered: group[0]?.isNumbered === true, items };
  }
  switch (group.kind) {
    case 'heading':
      return { kind: 'heading', level: levelOf(group.level), text: runsOf(group.text) };
    case 'paragraph':
      return { kind: 'paragraph', text: runsOf(group.text) };
    case 'table':
      return { kind: 'table', rows: group.rows.map((row) => row.map(runsOf)) };
  }
}

function levelOf(level: number): 1 | 2 | 3 {
  if (level <= 1) return 1;
  return level === 2 ? 2 : 3;
}
