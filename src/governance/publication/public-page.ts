import { logPath } from '../../audit/witnesses/public-log.ts';
import { witnessTexts } from '../../audit/witnesses/witness.texts.ts';
import { escapeHtml as escape, formatNumber, unescapeHtml as unescape } from '../../kernel/format.ts';
import { typesetDecision } from '../../kernel/decision-reference.ts';
import type { Language } from '../../kernel/texts.ts';
import { pickTexts } from '../../kernel/texts.ts';
import type { DocumentVersion, GoverningDocument } from '../documents/document.ts';
import { hashOf, type StoredSentence } from '../documents/stored-sentence.ts';
import { sentenceHash } from '../documents/policy-text/sentence-hash.ts';
import { publicationTexts } from './publication.texts.ts';

/** What the public page shows: the version in force, whole. */
export interface Published {
  readonly document: GoverningDocument;
  readonly version: DocumentVersion;
  readonly sentences: readonly Pick<StoredSentence, 'number' | 'text'>[];
  readonly municipality: string;
}

/** How a support role is reached: the office's own address, and no name. */
export interface PublicContact {
  readonly office: 'securityCoordinator' | 'itManager';
  readonly email: string | null;
  readonly telephone: string | null;
}

/** What stands at the page's foot: how the support roles are reached, and how large the log's newest head is. */
export interface PublicFoot {
  readonly logSize: number | null;
  readonly contacts: readonly PublicContact[];
}

/** Where the page is, for everyone, without signing in. */
export const publicPath = '/policy';

/**
 * The public page: the adopted text word for word under its adoption block, in plain HTML that needs no script. Each
 * sentence is an element of its own, so that {@link publishedHash} can read back from the page what it really says. At its foot
 * whom to ask, and the way to the log's own page once the log has a head.
 */
export function publicPage(
  published: Published | null,
  municipality: string,
  language: Language,
  foot: PublicFoot = { logSize: null, contacts: [] },
): string {
  const texts = pickTexts(publicationTexts, language).page;
  const title = published?.document.title ?? texts.title;
  const body =
    published === null
      ? `<h1>${escape(texts.title)}</h1><p>${escape(texts.none)}</p>`
      : textOf(published, language);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – ${escape(municipality)}</title>
<link rel="stylesheet" href="/policy.css">
</head>
<body>
<header><p>${escape(municipality)}</p><nav aria-label="${escape(texts.language)}">
<a href="${publicPath}?lang=${language === 'sv' ? 'en' : 'sv'}" lang="${language === 'sv' ? 'en' : 'sv'}">${language === 'sv' ? 'English' : 'Svenska'}</a>
<a href="/">${escape(texts.signIn)}</a></nav></header>
<main lang="sv">
${body}
</main>
${footOf(foot, language)}</body>
</html>
`;
}

function footOf({ logSize, contacts }: PublicFoot, language: Language): string {
  const parts = [...contactsOf(contacts, language), ...logLineOf(logSize, language)];
  return parts.length === 0 ? '' : `<footer>${parts.join('')}</footer>\n`;
}

function logLineOf(logSize: number | null, language: Language): string[] {
  if (logSize === null) return [];
  const { foot } = pickTexts(witnessTexts, language).public;
  return [`<p><a href="${logPath}">${escape(foot(formatNumber(logSize, language)))}</a></p>`];
}

function contactsOf(contacts: readonly PublicContact[], language: Language): string[] {
  const texts = pickTexts(publicationTexts, language).page;
  const lines = contacts.flatMap(({ office, email, telephone }) => {
    const ways = [
      ...(email === null ? [] : [`<a href="mailto:${escape(email)}">${escape(email)}</a>`]),
      ...(telephone === null
        ? []
        : [`<a href="tel:${escape(telephone.replace(/[^+\d]/g, ''))}">${escape(telephone)}</a>`]),
    ];
    return ways.length === 0 ? [] : [`<li>${escape(texts.offices[office])}: ${ways.join(', ')}</li>`];
  });
  return lines.length === 0 ? [] : [`<h2>${escape(texts.support)}</h2><ul>${lines.join('')}</ul>`];
}

function textOf(published: Published, language: Language): string {
  const { version, document } = published;
  const texts = pickTexts(publicationTexts, language).page;
  const sentence = new Map(published.sentences.map((one) => [one.number, one.text]));
  const facts: [string, string | null][] = [
    [texts.decision, version.decision === null ? null : typesetDecision(version.decision)],
    [texts.inForceFrom, version.inForceFrom],
    [texts.legalForceOn, version.legalForceOn],
    [texts.version, String(version.number)],
    [texts.reviewOn, document.reviewOn],
  ];
  const told = facts.flatMap(([term, value]) =>
    value === null ? [] : [`<div><dt>${escape(term)}</dt><dd>${escape(value)}</dd></div>`],
  );
  const sections = version.outline.sections.map((section, index) => {
    const heading = section.heading === '' ? '' : `<h2 id="avsnitt-${index}">${escape(section.heading)}</h2>`;
    const paragraphs = section.paragraphs.map((paragraph) => {
      const spans = paragraph.sentences.map(
        (number) => `<span class="sentence">${escape(sentence.get(number) ?? '')}</span>`,
      );
      return paragraph.kind === 'item'
        ? `<p class="item">${spans.join(' ')}</p>`
        : `<p>${spans.join(' ')}</p>`;
    });
    return [heading, ...paragraphs].join('\n');
  });
  const contents = version.outline.sections.flatMap((section, index) =>
    section.heading === '' ? [] : [`<li><a href="#avsnitt-${index}">${escape(section.heading)}</a></li>`],
  );
  return `<h1>${escape(document.title)}</h1>
<dl class="adoption" lang="${language}">${told.join('\n')}</dl>
<nav class="contents" aria-label="${escape(texts.contents)}"><ol>${contents.join('')}</ol></nav>
${sections.join('\n')}`;
}

/** What a served page says, as the content hash of the sentences found in it; null when there are none. */
export function publishedHash(html: string): string | null {
  const found = [...html.matchAll(/<span class="sentence">([^<]*)<\/span>/g)].map(([, text = '']) =>
    unescape(text),
  );
  return found.length === 0 ? null : hashOf(found.map((text) => ({ hash: sentenceHash(text) })));
}

/** The page's own style: a document on paper, on screen and in print. */
export const publicStyle = `
:root { color-scheme: light dark; --ink: #1c2422; --soft: #55605c; --paper: #fdfcf9; --line: #d9d8d1; --accent: #1f5a4a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebe8; --soft: #a9b3ae; --paper: #161b19; --line: #38403d; --accent: #8fc9b5; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.55 Georgia, 'Times New Roman', serif; }
header, main, footer { max-width: 44rem; margin: 0 auto; padding: 1rem 1.25rem; }
header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 1.5rem; border-bottom: 1px solid var(--line); font: 1rem/1.5 system-ui, sans-serif; }
header p { margin: 0; font-weight: 600; } header nav { display: flex; gap: 1.25rem; }
a { color: var(--accent); text-underline-offset: .2em; } a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
h1, h2, p, dd, li { overflow-wrap: anywhere; hyphens: auto; }
h1 { font-size: 2rem; line-height: 1.25; margin: 2rem 0 1.5rem; text-wrap: balance; }
h2 { font-size: 1.375rem; line-height: 1.3; margin: 2.5rem 0 .5rem; }
footer { margin-top: 2rem; border-top: 1px solid var(--line); font: .9375rem/1.5 system-ui, sans-serif; }
pre { overflow-x: auto; margin: 1rem 0; padding: .75rem 1rem; border-left: 3px solid var(--accent); font: .875rem/1.6 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
p { margin: .75rem 0; } p.item { padding-left: 1.5rem; text-indent: -1rem; } p.item::before { content: '– '; }
.adoption { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .75rem 2rem; margin: 0 0 2rem; padding: 1rem 0; border-block: 1px solid var(--line); font: 1rem/1.4 system-ui, sans-serif; }
.adoption dt { color: var(--soft); font-size: .875rem; } .adoption dd { margin: 0; }
.contents ol { columns: 2 16rem; padding-left: 1.25rem; font: 1rem/1.9 system-ui, sans-serif; }
footer h2 { font-size: 1rem; margin: 0; } footer ul { margin: .25rem 0; padding: 0; list-style: none; }
@media print { :root { --ink: #000; --paper: #fff; --accent: #000; --soft: #000; } header nav, .contents { display: none; } body { font-size: 11pt; } h2 { break-after: avoid; } }
`;
