import { logPath } from '../../audit/witnesses/public-log.ts';
import { witnessTexts } from '../../audit/witnesses/witness.texts.ts';
import { escapeHtml as escape, formatNumber } from '../../kernel/format.ts';
import type { Language } from '../../kernel/texts.ts';
import { pickTexts } from '../../kernel/texts.ts';
import { publicationTexts } from './publication.texts.ts';
import { documentsPath, feedPath } from './public-address.ts';

/** How a support role is reached: the office's own address, and no name. */
export interface PublicContact {
  readonly office: 'securityCoordinator' | 'itManager';
  readonly email: string | null;
  readonly telephone: string | null;
}

/** What stands around every public page. */
export interface PublicFrame {
  readonly municipality: string;
  readonly language: Language;
  /** Where the page is, without its question. */
  readonly path: string;
  readonly contacts: readonly PublicContact[];
  /** How large the log's newest head is, on the page that says so. */
  readonly logSize: number | null;
}

/**
 * A public page in plain HTML that needs no script: the municipality's name, the other language, the page, and at its foot whom
 * to ask and the way to the log's own page once the log has a head.
 */
export function framed(title: string, body: string, frame: PublicFrame): string {
  const { municipality, language, path } = frame;
  const texts = pickTexts(publicationTexts, language).page;
  const other = language === 'sv' ? 'en' : 'sv';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – ${escape(municipality)}</title>
<link rel="stylesheet" href="/policy.css">
<link rel="icon" type="image/svg+xml" href="/favicon.svg">
<link rel="alternate" type="application/atom+xml" href="${feedPath}" title="${escape(texts.feed)}">
</head>
<body>
<header><p>${escape(municipality)}</p><nav aria-label="${escape(texts.language)}">
<a href="${documentsPath}">${escape(texts.documents)}</a>
<a href="${escape(path)}?lang=${other}" lang="${other}">${language === 'sv' ? 'English' : 'Svenska'}</a>
<a href="/rapportera">${escape(texts.report)}</a>
<a href="/">${escape(texts.signIn)}</a></nav></header>
<main>
${body}
</main>
${footOf(frame)}</body>
</html>
`;
}

function footOf({ contacts, logSize, language }: PublicFrame): string {
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

/** The page in place of a PDF that cannot be made now, with the way to the text at `path`. */
export function noPdfPage(frame: PublicFrame, path: string): string {
  const texts = pickTexts(publicationTexts, frame.language).page;
  const way = `<a href="${escape(path)}">${escape(texts.noPdfText)}</a>`;
  return framed(texts.noPdf, `<h1>${escape(texts.noPdf)}</h1><p>${way}</p>`, frame);
}

/** The page for every address below `/dokument` that leads nowhere, whether nothing is there or nobody outside may see it. */
export function notFoundPage(frame: PublicFrame): string {
  const texts = pickTexts(publicationTexts, frame.language).page;
  const way = `<p><a href="${documentsPath}">${escape(texts.documents)}</a></p>`;
  const body = `<h1>${escape(texts.notFound)}</h1>\n<p>${escape(texts.notFoundText)}</p>\n${way}`;
  return framed(texts.notFound, body, { ...frame, path: documentsPath });
}
