import PostalMime, { type Email } from 'postal-mime';
import { serve } from '../../../apart/serve.ts';
import { type HtmlReader, scanHtml, silentElements } from '../../../governance/documents/blocks/paste.ts';
import { beginningOf } from '../cut.ts';
import type { Letter, LetterFile } from './letter.ts';
import { readReturnNotice } from './return-notice.ts';

/** What is asked of this process: a letter as it lay in the mailbox, or its beginning. */
export interface LetterTask {
  readonly bytes: Uint8Array;
}

serve(({ bytes }: LetterTask) => readLetter(bytes));

/** Parts within parts, and bytes of headers: more is a letter that is made to harm. */
const limits = { maxNestingDepth: 30, maxHeadersSize: 512 * 1024 } as const;
/** Signs of a text that are looked at. What is longer is no report of an event. */
const longestText = 500_000;
const mostFiles = 40;

/** Reads a letter. @throws where its parts lie too deep or its headers are too long */
export async function readLetter(bytes: Uint8Array): Promise<Letter> {
  const email = await PostalMime.parse(bytes, limits);
  const header = headersOf(email);
  return {
    messageId: (email.messageId ?? '').slice(0, 500),
    from: plain(email.from?.address ?? '')
      .trim()
      .toLowerCase(),
    date: header('date'),
    subject: beginningOf(onOneLine(email.subject ?? ''), 300),
    text: textOf(email),
    files: filesOf(email),
    signs: {
      returnPath: header('return-path'),
      autoSubmitted: header('auto-submitted'),
      precedence: header('precedence'),
      suppress: header('x-auto-response-suppress'),
      contentType: header('content-type'),
      isFromList: header('list-id') !== '' || header('list-unsubscribe') !== '',
      isAutoReply: ['x-autoreply', 'x-autorespond', 'x-autoresponse'].some((name) => header(name) !== ''),
    },
    returned: readReturnNotice(bytes, header('content-type')),
  };
}

/** A header by its name, in small letters and cut; empty where there is none. Of several the first, which the last server wrote. */
function headersOf({ headers }: Email): (name: string) => string {
  return (name) => (headers.find(({ key }) => key === name)?.value ?? '').trim().toLowerCase().slice(0, 300);
}

/** What a letter says in words: its plain text, else its page with the mark-up taken off. */
function textOf({ text, html }: Email): string {
  const isSaid = (text ?? '').trim() !== '';
  // Cut before anything is looked for, so that no letter takes long.
  const words = isSaid
    ? (text ?? '').slice(0, 2 * longestText)
    : shownIn((html ?? '').slice(0, 4 * longestText));
  const lines = plain(words)
    .replace(/\r\n?/gu, '\n')
    .split('\n')
    .map((line) => line.trimEnd());
  const told = lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
  return beginningOf(told, longestText);
}

function onOneLine(text: string): string {
  return plain(text).replace(/\s+/gu, ' ').trim();
}

/** Without control signs and what turns the direction: both hide what stands there. */
function plain(text: string): string {
  return (
    text
      .toWellFormed()
      .normalize('NFC')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose
      .replace(
        /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu,
        '',
      )
  );
}

/** Elements that end a line. */
const lineEnds = /^(?:p|div|br|tr|li|h[1-6]|blockquote|table|ul|ol|hr|pre|section|article)$/;

/** The words that a page shows, line by line. Nothing in it is run, fetched or followed. */
function shownIn(html: string): string {
  const parts: string[] = [];
  let silence: string | null = null;
  const reader: HtmlReader = {
    words: (words) => {
      if (silence === null) parts.push(words.replace(/\s+/gu, ' '));
    },
    tag: (name, isClosing, attributes) => {
      if (silence !== null) {
        if (isClosing && name === silence) silence = null;
      } else if (silentElements.has(name)) {
        if (!isClosing && !attributes.endsWith('/')) silence = name;
      } else if (lineEnds.test(name)) parts.push('\n');
    },
  };
  scanHtml(html, reader);
  return parts
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .join('\n');
}

/** The files that were added before those that a page is laid out with, as logotypes are. */
function filesOf({ attachments }: Email): LetterFile[] {
  const added = attachments.filter(
    ({ disposition, related }) => disposition === 'attachment' && related !== true,
  );
  const others = attachments.filter((one) => !added.includes(one));
  return [...added, ...others].slice(0, mostFiles).map(({ filename, content }, at) => ({
    name: beginningOf(onOneLine(filename ?? ''), 200) || `fil-${at + 1}`,
    bytes: typeof content === 'string' ? Buffer.from(content, 'utf8') : new Uint8Array(content),
  }));
}
