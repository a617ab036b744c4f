import type { GoverningDocument, VersionState } from '../documents/document.ts';

/** Where everyone reads the policy in force, without signing in. */
export const publicPath = '/policy';
/** Where everyone reads the other governing documents; the signed-in pages have `/styrdokument`. */
export const documentsPath = '/dokument';
export const feedPath = `${documentsPath}/flode.xml`;
export const indexJsonPath = `${documentsPath}.json`;

/** States that the public sees: what is or has been in force. What is only decided on has not come yet. */
const shownStates = ['inForce', 'superseded', 'repealed'] as const;
export type ShownState = (typeof shownStates)[number];

export function isShown(state: VersionState): state is ShownState {
  return shownStates.some((one) => one === state);
}

const codeLength = 10;
/** The longest that the readable part may be, in letters. */
const longestName = 60;

/**
 * A document's own address, `/dokument/riktlinje-for-losenord-9f86d081ab`: readable, and known by its last ten digits alone,
 * so that it still leads there when the title has changed. They are the random end of the document's id.
 */
export function documentPath({ id, title }: Pick<GoverningDocument, 'id' | 'title'>): string {
  return `${documentsPath}/${[nameOf(title), codeOf(id)].filter((part) => part !== '').join('-')}`;
}

/** The permanent address of one version. */
export function versionPath(document: Pick<GoverningDocument, 'id' | 'title'>, number: number): string {
  return `${documentPath(document)}/version/${number}`;
}

/** The part of a document's id that its address carries. */
export function codeOf(id: string): string {
  return id.slice(-codeLength);
}

/** Å and ä become a, ö becomes o, and what is neither letter nor digit a hyphen. */
function nameOf(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestName)
    .replace(/^-+|-+$/g, '');
}

/** What is asked for of a document. */
export type PublicPart = 'page' | 'json' | 'embedded' | 'file' | 'pdf';

export interface PublicAsk {
  readonly code: string;
  /** The version asked for; null for the one in force. */
  readonly number: number | null;
  readonly part: PublicPart;
}

const askForm =
  /^(?:[a-z0-9-]{0,80}-)?([0-9a-f]{10})(?:(\.json)|\/(inbaddad)|\/version\/([1-9]\d{0,5})(\.html|\.pdf)?)?$/;

/** Reads what follows `/dokument/`; null when no document could be meant. */
export function readAsk(rest: string): PublicAsk | null {
  const found = askForm.exec(rest);
  if (found === null) return null;
  const [, code = '', json, embedded, number, file] = found;
  const part =
    json !== undefined
      ? 'json'
      : embedded !== undefined
        ? 'embedded'
        : file === '.html'
          ? 'file'
          : file === '.pdf'
            ? 'pdf'
            : 'page';
  return { code, number: number === undefined ? null : Number(number), part };
}

/** The path of what was asked for, as it is to be written: with the document's name as it is now. */
export function pathOfAsk(
  document: Pick<GoverningDocument, 'id' | 'title'>,
  { number, part }: PublicAsk,
): string {
  const base = number === null ? documentPath(document) : versionPath(document, number);
  return base + { page: '', json: '.json', embedded: '/inbaddad', file: '.html', pdf: '.pdf' }[part];
}
