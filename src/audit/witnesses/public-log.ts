import { escapeHtml, formatMoment, formatNumber } from '../../kernel/format.ts';
import { type Language, pickTexts } from '../../kernel/texts.ts';
import { witnessTexts } from './witness.texts.ts';

/** Where the page is, for everyone, without signing in. */
export const logPath = '/logg';

/** What the public page says of the log. None of it tells what has happened. */
export interface PublicLog {
  readonly municipality: string;
  readonly head: { readonly size: number; readonly note: string; readonly madeAt: Date } | null;
  /** The key that signs now, as a C2SP verifier key. */
  readonly verifierKey: string | null;
  readonly witnesses: readonly {
    readonly name: string;
    readonly isPublicPage: boolean;
    readonly deliveredAt: Date | null;
  }[];
  readonly verification: { readonly at: Date; readonly size: number; readonly isWhole: boolean } | null;
}

/** The public page about the log, in plain HTML that needs no script. */
export function publicLogPage(log: PublicLog, language: Language): string {
  const texts = pickTexts(witnessTexts, language).public;
  const other = language === 'sv' ? 'en' : 'sv';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(texts.title)} – ${escapeHtml(log.municipality)}</title>
<link rel="stylesheet" href="/policy.css">
</head>
<body>
<header><p>${escapeHtml(log.municipality)}</p><nav aria-label="${escapeHtml(texts.navigation)}">
<a href="${logPath}?lang=${other}" lang="${other}">${language === 'sv' ? 'English' : 'Svenska'}</a>
<a href="/policy">${escapeHtml(texts.policy)}</a></nav></header>
<main>
<h1>${escapeHtml(texts.title)}</h1>
<p>${escapeHtml(texts.lead)}</p>
<h2>${escapeHtml(texts.how)}</h2>
<p>${escapeHtml(texts.howText)}</p>
<h2>${escapeHtml(texts.newest)}</h2>
${headOf(log, language)}
<h2>${escapeHtml(texts.verified)}</h2>
<p>${escapeHtml(verificationOf(log, language))}</p>
<h2>${escapeHtml(texts.witnesses)}</h2>
${witnessesOf(log, language)}
</main>
</body>
</html>
`;
}

function headOf({ head, verifierKey }: PublicLog, language: Language): string {
  const texts = pickTexts(witnessTexts, language).public;
  if (head === null) return `<p>${escapeHtml(texts.none)}</p>`;
  const moment = formatMoment(head.madeAt.toISOString(), language);
  const key =
    verifierKey === null
      ? ''
      : `<h2>${escapeHtml(texts.key)}</h2>
<p>${escapeHtml(texts.keyText)}</p>
<pre tabindex="0" aria-label="${escapeHtml(texts.key)}">${escapeHtml(verifierKey)}</pre>`;
  return `<p>${escapeHtml(texts.newestText(formatNumber(head.size, language), moment))}</p>
<pre tabindex="0" aria-label="${escapeHtml(texts.newest)}">${escapeHtml(head.note)}</pre>
<p><a href="/api/v1/audit/checkpoint">${escapeHtml(texts.asFile)}</a></p>
${key}`;
}

function verificationOf({ verification }: PublicLog, language: Language): string {
  const texts = pickTexts(witnessTexts, language).public;
  if (verification === null) return texts.notVerified;
  const moment = formatMoment(verification.at.toISOString(), language);
  return verification.isWhole
    ? texts.whole(moment, formatNumber(verification.size, language))
    : texts.notWhole(moment);
}

function witnessesOf({ witnesses }: PublicLog, language: Language): string {
  const texts = pickTexts(witnessTexts, language).public;
  const when = (at: Date | null) => (at === null ? texts.never : formatMoment(at.toISOString(), language));
  const rows = witnesses.map(
    ({ name, isPublicPage, deliveredAt }) =>
      `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(isPublicPage ? texts.always : `${texts.last}: ${when(deliveredAt)}`)}</dd></div>`,
  );
  return rows.length === 0
    ? `<p>${escapeHtml(texts.noWitnesses)}</p>`
    : `<dl class="adoption">${rows.join('\n')}</dl>`;
}
