import { escapeHtml as escape, formatNumber } from '../../kernel/format.ts';
import { pickTexts } from '../../kernel/texts.ts';
import { documentTexts } from '../documents/document.texts.ts';
import { documentPath, documentsPath, feedPath, pathOfAsk, codeOf, versionPath } from './public-address.ts';
import { adoptionFacts, endOf, inForceOf, successorOf } from './public-facts.ts';
import { framed, type PublicFrame } from './public-frame.ts';
import { publicStyle } from './public-style.ts';
import { textHtml } from './public-text.ts';
import { publicationTexts } from './publication.texts.ts';
import type { PublicDocument, PublicText, PublicVersion, Tied } from './public.store.ts';

/** One version of a document with all its words, and what is tied to it. */
export interface Published {
  readonly document: PublicDocument;
  readonly version: PublicVersion;
  readonly text: PublicText;
  /** What it elaborates: the titles of clauses, and documents. */
  readonly clauses: readonly string[];
  readonly parents: readonly Tied[];
  readonly children: readonly Tied[];
}

/** The page that says that no policy has come into force yet. */
export function noPolicyPage(frame: PublicFrame): string {
  const texts = pickTexts(publicationTexts, frame.language).page;
  return framed(texts.title, `<h1>${escape(texts.title)}</h1><p>${escape(texts.none)}</p>`, frame);
}

/**
 * The page of one version: the adopted text word for word under its adoption block, and after it the document's versions, what
 * it builds on and what builds on it. One that is not in force says so before anything else.
 */
export function documentPage(published: Published, frame: PublicFrame): string {
  const { document } = published;
  const body = `<h1 lang="sv">${escape(document.title)}</h1>
${warningOf(published, frame)}${bodyOf(published, frame)}
${versionsOf(published, frame)}`;
  return framed(document.title, body, frame);
}

/** The text and its adoption block alone, for showing within another site's page: links open outside the frame. */
export function embeddedPage(published: Published, frame: PublicFrame): string {
  const { document } = published;
  const texts = pickTexts(publicationTexts, frame.language).page;
  const whole = `<p class="small"><a href="${documentPath(document)}" target="_blank" rel="noopener">${escape(texts.versions)}</a></p>`;
  const body = `<h1 lang="sv">${escape(document.title)}</h1>\n${bodyOf(published, frame)}\n${whole}`;
  return bare(document.title, frame, '<link rel="stylesheet" href="/policy.css">', body);
}

/** The same as a file of its own, with its style in it. */
export function documentFile(published: Published, frame: PublicFrame): string {
  const { document } = published;
  const body = `<h1 lang="sv">${escape(document.title)}</h1>\n${warningOf(published, frame, false)}${bodyOf(published, frame)}`;
  return bare(document.title, frame, `<style>${publicStyle}</style>`, body);
}

function bare(title: string, { language, municipality }: PublicFrame, style: string, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – ${escape(municipality)}</title>
${style}
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

function warningOf({ document, version }: Published, { language }: PublicFrame, hasLink = true): string {
  if (version.state === 'inForce') return '';
  const texts = pickTexts(publicationTexts, language).page;
  const way =
    inForceOf(document) === undefined
      ? escape(texts.nothingInForce)
      : hasLink
        ? `<a href="${documentPath(document)}">${escape(texts.toInForce)}</a>`
        : '';
  return `<p class="note" role="note"><strong>${escape(texts.notInForce)}</strong> ${way}</p>\n`;
}

function bodyOf({ document, version, text }: Published, { language }: PublicFrame): string {
  const texts = pickTexts(publicationTexts, language).page;
  const facts = adoptionFacts(document, version, language).map(
    ([term, value]) => `<div><dt>${escape(term)}</dt><dd>${escape(value)}</dd></div>`,
  );
  const { html, headings } = textHtml(text);
  const top = headings.reduce((least, one) => Math.min(least, one.level), Infinity);
  const contents = headings
    .filter((one) => one.level === top)
    .map(({ id, words }) => `<li><a href="#${id}">${escape(words)}</a></li>`);
  const hasDemands = text.sentences.some((one) => one.demand !== null);
  return `<dl class="adoption">${facts.join('\n')}</dl>
<p class="small">${escape(texts.copy)}${hasDemands ? ` ${escape(texts.demands)}` : ''}</p>
${contents.length < 2 ? '' : `<nav class="contents" aria-label="${escape(texts.contents)}"><ol lang="sv">${contents.join('')}</ol></nav>\n`}<div lang="sv">
${html}
</div>`;
}

function versionsOf(published: Published, { language }: PublicFrame): string {
  const { document, version, clauses, parents, children } = published;
  const texts = pickTexts(publicationTexts, language).page;
  const above = [...clauses.map((title) => escape(title)), ...parents.map(linkTo)];
  const list = (title: string, rows: readonly string[]) =>
    rows.length === 0
      ? ''
      : `<h2>${escape(title)}</h2>\n<ul>${rows.map((row) => `<li>${row}</li>`).join('\n')}</ul>\n`;
  const versions = document.versions.map((one) => versionLine(document, one, language));
  const permanent = versionPath(document, version.number);
  return `<aside aria-label="${escape(texts.versions)}">
${list(texts.elaborates, above)}${list(texts.elaboratedBy, children.map(linkTo))}${list(texts.versions, versions)}<div class="screen">${list(texts.downloads, downloadsOf(published, language))}</div>
<p class="small">${escape(texts.permanent)}: <a href="${permanent}">${permanent}</a><br>${escape(texts.hash)}: ${version.contentHash}</p>
</aside>`;
}

/** In which forms the text can be taken away; each version has them at its own permanent address. */
function downloadsOf({ document, version }: Published, language: PublicFrame['language']): string[] {
  const texts = pickTexts(publicationTexts, language).page;
  const code = codeOf(document.id);
  const file = pathOfAsk(document, { code, number: version.number, part: 'file' });
  const pdf = pathOfAsk(document, { code, number: version.number, part: 'pdf' });
  const json = pathOfAsk(document, { code, number: null, part: 'json' });
  return [
    `<a href="${pdf}">${escape(texts.pdf)}</a>`,
    `<a href="${file}">${escape(texts.file)}</a>`,
    `<a href="${json}">${escape(texts.facts)}</a>`,
    `<a href="${feedPath}">${escape(texts.feed)}</a>`,
  ];
}

function linkTo(document: Pick<Tied, 'id' | 'title'>): string {
  return `<a href="${documentPath(document)}" lang="sv">${escape(document.title)}</a>`;
}

/** `Version 2 – gäller från 2026-07-01. Ersatt av version 3`, as a link to where it stands for good. */
function versionLine(
  document: PublicDocument,
  version: PublicVersion,
  language: PublicFrame['language'],
): string {
  const texts = pickTexts(publicationTexts, language).page;
  const number = (value: number) => formatNumber(value, language);
  const successor = successorOf(document, version);
  const end = endOf(document, version);
  const begin = version.inForceFrom;
  const period =
    begin === null
      ? ''
      : version.state === 'inForce'
        ? texts.from(begin)
        : `${begin} – ${end ?? ''}`.trimEnd();
  const then =
    version.state === 'superseded' && successor !== undefined
      ? texts.replacedBy(number(successor.number))
      : version.repealedOn !== null
        ? texts.repealed(version.repealedOn)
        : texts.states[version.state];
  const told = [period, version.decision ?? '', version.repealDecision ?? ''].filter((part) => part !== '');
  return `<a href="${versionPath(document, version.number)}">${escape(texts.versionOf(number(version.number)))}</a> – ${escape(then)}<br><span class="small">${escape(told.join(' · '))}</span>`;
}

/** The list of every document that everyone may read: what is in force by kind, and last what no longer is. */
export function indexPage(
  documents: readonly PublicDocument[],
  parentsOf: ReadonlyMap<string, readonly Tied[]>,
  frame: PublicFrame,
): string {
  const texts = pickTexts(publicationTexts, frame.language).page;
  const { kinds } = pickTexts(documentTexts, frame.language);
  const groups = (['policy', 'guideline', 'instruction', 'routine'] as const).flatMap((kind) => {
    const rows = documents.flatMap((one) => {
      const version = one.kind === kind ? inForceOf(one) : undefined;
      return version === undefined ? [] : [rowOf(one, version, parentsOf.get(one.id) ?? [], frame)];
    });
    return rows.length === 0 ? [] : [groupOf(texts.groups[kind], rows)];
  });
  const ended = documents.flatMap((one) => {
    const [newest] = one.versions;
    if (inForceOf(one) !== undefined || newest === undefined) return [];
    const day = newest.repealedOn === null ? '' : ` · ${texts.repealed(newest.repealedOn)}`;
    return [`${linkTo(one)}<br><span class="small">${escape(kinds[one.kind] + day)}</span>`];
  });
  const none = groups.length === 0 ? `<p>${escape(texts.noDocuments)}</p>` : '';
  const parts = [none, ...groups, ...(ended.length === 0 ? [] : [groupOf(texts.ended, ended)])];
  const follow = `<p class="small screen"><a href="${feedPath}">${escape(texts.feed)}</a> · <a href="${documentsPath}.json">${escape(texts.facts)}</a></p>`;
  const body = `<h1>${escape(texts.documents)}</h1>\n<p>${escape(texts.documentsLead)}</p>\n${parts.join('\n')}\n${follow}`;
  return framed(texts.documents, body, frame);
}

function groupOf(title: string, rows: readonly string[]): string {
  return `<h2>${escape(title)}</h2>\n<ul class="documents">${rows.map((row) => `<li>${row}</li>`).join('\n')}</ul>`;
}

function rowOf(
  document: PublicDocument,
  version: PublicVersion,
  parents: readonly Tied[],
  { language }: PublicFrame,
): string {
  const texts = pickTexts(publicationTexts, language).page;
  const words = pickTexts(documentTexts, language);
  const told = [
    version.decidedBy === null ? '' : words.bodies[version.decidedBy],
    version.decision ?? '',
    version.inForceFrom === null ? '' : texts.from(version.inForceFrom),
  ].filter((part) => part !== '');
  const above =
    parents.length === 0
      ? ''
      : `<br><span class="small">${escape(texts.elaborates)}: ${parents.map(linkTo).join(', ')}</span>`;
  return `${linkTo(document)}<br><span class="small">${escape(told.join(' · '))}</span>${above}`;
}
