import { escapeHtml as escape } from '../../../kernel/format.ts';
import { levelsInOrder } from '../../../pdf/pdf-document.ts';
import { type Group, grouped } from '../blocks/grouped.ts';
import { runsOf } from '../blocks/link.ts';
import type { VersionText } from './version-text.ts';

/** A version as one HTML file that needs nothing besides itself: no script, no picture, nothing fetched. */
export function asHtml(text: VersionText): Buffer {
  const facts = text.facts.map(
    ({ term, value }) => `<div><dt>${escape(term)}</dt><dd>${escape(value)}</dd></div>`,
  );
  const html = `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="author" content="${escape(text.municipality)}">
<title>${escape(text.title)} – ${escape(text.municipality)}</title>
<style>${style}</style>
</head>
<body>
<header><p>${escape(text.municipality)}</p><p>${escape(text.name)}</p></header>
<main>
<h1>${escape(text.title)}</h1>
<dl>${facts.join('\n')}</dl>
${bodyOf(text.blocks)}
</main>
</body>
</html>
`;
  return Buffer.from(html, 'utf8');
}

function bodyOf(blocks: VersionText['blocks']): string {
  const levels = levelsInOrder(blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : [])));
  return grouped(blocks)
    .map((group) =>
      elementOf(
        'kind' in group && group.kind === 'heading' ? { ...group, level: levels.shift() ?? 1 } : group,
      ),
    )
    .join('\n');
}

function elementOf(group: Group): string {
  if (!('kind' in group)) {
    const list = group[0]?.isNumbered === true ? 'ol' : 'ul';
    return `<${list}>${group.map((item) => `<li>${words(item.text)}</li>`).join('\n')}</${list}>`;
  }
  switch (group.kind) {
    case 'heading':
      return `<h${group.level + 1}>${words(group.text)}</h${group.level + 1}>`;
    case 'paragraph':
      return `<p>${words(group.text)}</p>`;
    case 'table':
      return tableOf(group.rows);
  }
}

function tableOf([head = [], ...rows]: readonly (readonly string[])[]): string {
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${words(cell)}</td>`).join('')}</tr>`);
  const first = head.map((cell) => `<th scope="col">${words(cell)}</th>`).join('');
  return `<table><thead><tr>${first}</tr></thead><tbody>${body.join('\n')}</tbody></table>`;
}

function words(text: string): string {
  return runsOf(text)
    .map((run) =>
      run.href === null
        ? escape(run.words)
        : `<a href="${escape(run.href)}" rel="noreferrer">${escape(run.words)}</a>`,
    )
    .join('');
}

const style = `
:root { color-scheme: light dark; --ink: #1c2422; --soft: #55605c; --paper: #fdfcf9; --line: #d9d8d1; --accent: #1f5a4a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebe8; --soft: #a9b3ae; --paper: #161b19; --line: #38403d; --accent: #8fc9b5; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.55 'Source Serif 4', Georgia, 'Times New Roman', serif; }
header, main { max-width: 44rem; margin: 0 auto; padding: 1rem 1.25rem; }
header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 1.5rem; border-bottom: 1px solid var(--line); }
header, dl, table { font-family: 'Source Sans 3', system-ui, sans-serif; font-size: 1rem; line-height: 1.4; }
header p { margin: 0; }
h1, h2, h3, h4, p, dd, li, td, th { overflow-wrap: anywhere; hyphens: auto; }
h1, h2, h3, h4 { font-family: 'Source Sans 3', system-ui, sans-serif; line-height: 1.25; margin: 2rem 0 .5rem; }
h1 { font-size: 2rem; } h2 { font-size: 1.375rem; } h3 { font-size: 1.1875rem; } h4 { font-size: 1.125rem; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .75rem 2rem; margin: 1.5rem 0 2rem; padding: 1rem 0; border-block: 1px solid var(--line); }
dt { font-size: .875rem; color: var(--soft); } dd { margin: 0; }
table { border-collapse: collapse; width: 100%; margin: 1.5rem 0; } th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); }
a { color: var(--accent); text-underline-offset: .2em; }
@media print { :root { --ink: #000; --paper: #fff; --accent: #000; --soft: #333; } body { font-size: 11pt; } h2, h3, h4 { break-after: avoid; } }
`;
