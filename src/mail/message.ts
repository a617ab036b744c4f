import { escapeHtml } from '../kernel/format.ts';
import type { Language } from '../kernel/texts.ts';
import { pickTexts } from '../kernel/texts.ts';
import { mailTexts } from './mail.texts.ts';
import { isAddress } from './smtp.ts';

/** What mail is sent for. */
export const mailKinds = [
  'checkpoint',
  'acknowledgement',
  'test',
  'exceptionEnding',
  'clock',
  'reportAnswer',
  'newReport',
  'deviceGone',
] as const;
export type MailKind = (typeof mailKinds)[number];

/** A mail as the slice that sends it says it; the frame around it is the same for all. */
export interface MailDraft {
  readonly kind: MailKind;
  readonly address: string;
  /** Whose address it is, where it stands in the register of persons. */
  readonly personId: string | null;
  readonly language: Language;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Text that must be shown as it is, line by line. */
  readonly verbatim: string | null;
  readonly link: { readonly label: string; readonly url: string } | null;
  /** Why the reader got it: ”du är antecknad som vittne”. */
  readonly because: string;
  readonly attachment: { readonly name: string; readonly text: string } | null;
}

/** A mail with its words in place. */
export interface ComposedMail {
  readonly kind: MailKind;
  readonly address: string;
  readonly personId: string | null;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachment: MailDraft['attachment'];
}

/**
 * Puts a mail in its frame: who sends it, what it says, why it came, as plain text and as HTML that needs neither images nor
 * scripts. @throws when address, subject or file name could break a header: whoever made the draft has let text through
 * unread
 */
export function compose(draft: MailDraft, municipality: string): ComposedMail {
  const { kind, address, personId, language, subject, attachment } = draft;
  if (!isAddress(address)) throw new Error('a mail to something that is no address');
  if (hasControl(subject) || hasControl(attachment?.name ?? ''))
    throw new Error('a mail with a line break where a header is');
  const frame = { kind, address, personId, language, subject, attachment };
  return { ...frame, text: textOf(draft, municipality), html: htmlOf(draft, municipality) };
}

function hasControl(text: string): boolean {
  return /\p{Cc}/u.test(text);
}

function textOf(draft: MailDraft, municipality: string): string {
  const { sender, why } = pickTexts(mailTexts, draft.language).frame;
  return [
    ...draft.paragraphs,
    ...(draft.verbatim === null ? [] : [draft.verbatim.trimEnd()]),
    ...(draft.link === null ? [] : [`${draft.link.label}: ${draft.link.url}`]),
    `-- \n${sender(municipality)}\n${why(draft.because)}\n`,
  ].join('\n\n');
}

function htmlOf(draft: MailDraft, municipality: string): string {
  const { sender, why } = pickTexts(mailTexts, draft.language).frame;
  const paragraphs = draft.paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`);
  const verbatim =
    draft.verbatim === null
      ? ''
      : `<pre style="font-size:13px;white-space:pre-wrap;word-break:break-all;border-left:3px solid #1d5a45;padding-left:12px">${escapeHtml(draft.verbatim.trimEnd())}</pre>`;
  const link =
    draft.link === null
      ? ''
      : `<p><a href="${escapeHtml(draft.link.url)}">${escapeHtml(draft.link.label)}</a></p>`;
  return `<!doctype html>
<html lang="${draft.language}"><head><meta charset="utf-8"><title>${escapeHtml(draft.subject)}</title></head>
<body style="font:16px/1.5 sans-serif;color:#1c2422;max-width:40em">
${paragraphs.join('\n')}
${verbatim}${link}
<p style="margin-top:2em;border-top:1px solid #d9d8d1;padding-top:.75em;font-size:14px;color:#55605c">${escapeHtml(sender(municipality))}<br>${escapeHtml(why(draft.because))}</p>
</body></html>
`;
}
