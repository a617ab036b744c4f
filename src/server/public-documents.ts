import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { clauses } from '../clauses/index.ts';
import { versionPdf } from '../governance/documents/files/version-text.store.ts';
import { listContacts } from '../governance/advice/support.store.ts';
import { listSites } from '../governance/publication/allowed-site.store.ts';
import {
  documentsPath,
  feedPath,
  indexJsonPath,
  pathOfAsk,
  type PublicAsk,
  readAsk,
  versionPath,
} from '../governance/publication/public-address.ts';
import { inForceOf } from '../governance/publication/public-facts.ts';
import { feedOf } from '../governance/publication/public-feed.ts';
import { noPdfPage, notFoundPage, type PublicFrame } from '../governance/publication/public-frame.ts';
import { documentJson, indexJson } from '../governance/publication/public-json.ts';
import {
  documentFile,
  documentPage,
  embeddedPage,
  indexPage,
  type Published,
} from '../governance/publication/public-page.ts';
import {
  installationId,
  type PublicDocument,
  publicDocument,
  publicDocuments,
  publicStamp,
  publicText,
  publicTies,
  type Tied,
} from '../governance/publication/public.store.ts';
import type { Reader } from '../kernel/db.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { Services } from '../kernel/run.ts';
import type { Language } from '../kernel/texts.ts';
import { municipalityName } from '../settings/setting.store.ts';
import { KeptPages, SharedAnswer } from './kept-pages.ts';
import { languageOf, type PublicAnswer, sendPublic } from './public-answer.ts';

type Asked = FastifyRequest<{ Querystring: { lang?: string } }>;

/** What stands around a public page. */
export async function frameFor(db: Reader, language: Language, path: string): Promise<PublicFrame> {
  const [municipality, contacts] = await Promise.all([municipalityName(db), listContacts(db)]);
  return { municipality, contacts, language, path, logSize: null };
}

/**
 * Serves the governing documents that everyone may read: their list, each of them, each of its versions for good, the feed, and
 * the facts for programs. Whatever leads nowhere is answered alike, whether it is not there or not open.
 */
export function serveDocuments(
  app: FastifyInstance,
  services: () => Services | null,
  publicUrl: string,
): void {
  const serve = (path: string, answer: (open: Services, request: Asked) => Promise<PublicAnswer | string>) =>
    app.get<{ Querystring: { lang?: string } }>(path, async (request, reply: FastifyReply) => {
      const open = services();
      if (open === null) return reply.code(503).header('retry-after', '5').type('text/plain').send('');
      const answered = await answer(open, request);
      if (typeof answered !== 'string') return sendPublic(request, reply, open.clock, answered);
      return reply.header('cache-control', 'public, max-age=60').redirect(answered, 301);
    });
  const grounds = new SharedAnswer(groundOf);
  const pages = new KeptPages();
  const serveKept = (
    path: string,
    make: (db: Reader, ground: Ground, language: Language) => Promise<PublicAnswer>,
  ) =>
    serve(path, async ({ db }, request) => {
      const ground = await grounds.get(db);
      const language = languageOf(request);
      return pages.page(`${path} ${language}`, ground.stamp, () => make(db, ground, language));
    });
  serveKept(documentsPath, async (db, { municipality, contacts }, language) => {
    const frame = { municipality, contacts, language, path: documentsPath, logSize: null };
    const [documents, ties] = await Promise.all([publicDocuments(db), publicTies(db, null)]);
    const parents = Map.groupBy(ties, (tie) => tie.documentId);
    const parentsOf = new Map(
      [...parents].map(([id, of]) => [id, of.flatMap((tie) => (tie.parent === null ? [] : [tie.parent]))]),
    );
    return { body: indexPage(documents, distinct(parentsOf), frame), type: 'text/html' };
  });
  serveKept(feedPath, async (db, { municipality, installation }, language) => {
    const frame = { municipality, installation, language, publicUrl };
    return { body: feedOf(await publicDocuments(db), frame), type: 'application/atom+xml', isForAll: true };
  });
  serveKept(indexJsonPath, async (db, { municipality }) => {
    const facts = indexJson(await publicDocuments(db), municipality, publicUrl);
    return { body: JSON.stringify(facts), type: 'application/json', isForAll: true };
  });
  serve(`${documentsPath}/*`, (open, request) => answerDocument(open, request, publicUrl));
}

/** What the list of all documents, its feed and its facts are made of, and a stamp that is another as soon as any of it is. */
interface Ground extends Pick<PublicFrame, 'municipality' | 'contacts'> {
  readonly installation: string;
  readonly stamp: string;
}

async function groundOf(db: Reader): Promise<Ground> {
  const [documents, municipality, contacts, installation] = await Promise.all([
    publicStamp(db),
    municipalityName(db),
    listContacts(db),
    installationId(db),
  ]);
  const stamp = JSON.stringify([documents, municipality, contacts, installation]);
  return { municipality, contacts, installation, stamp };
}

/** A document is tied to another once, however many of its demands it elaborates. */
function distinct(ties: ReadonlyMap<string, readonly Tied[]>): ReadonlyMap<string, readonly Tied[]> {
  return new Map([...ties].map(([id, of]) => [id, [...new Map(of.map((one) => [one.id, one])).values()]]));
}

async function answerDocument(
  { db }: Services,
  request: Asked,
  publicUrl: string,
): Promise<PublicAnswer | string> {
  const [path = '', question] = request.url.split('?', 2);
  const asked = readAsk(path.slice(documentsPath.length + 1));
  const document = asked === null ? null : await publicDocument(db, asked.code);
  const answer =
    asked === null || document === null ? null : await answerOf(db, request, { document, asked, publicUrl });
  if (asked === null || document === null || answer === null) {
    const frame = await frameFor(db, languageOf(request), documentsPath);
    return { body: notFoundPage(frame), type: 'text/html', code: 404 };
  }
  // Under an earlier title, or none: the one address that the page has now.
  const own = pathOfAsk(document, asked);
  return own === path ? answer : own + (question === undefined ? '' : `?${question}`);
}

async function answerOf(
  db: Reader,
  request: Asked,
  { document, asked, publicUrl }: { document: PublicDocument; asked: PublicAsk; publicUrl: string },
): Promise<PublicAnswer | null> {
  const { part, number } = asked;
  if (part === 'json') {
    const body = JSON.stringify(documentJson(document, publicUrl));
    return { body, type: 'application/json', isForAll: true };
  }
  const frame = await frameFor(db, languageOf(request), pathOfAsk(document, asked));
  const published = await publishedOf(db, document, number, frame.language);
  if (published === null) return null;
  if (part === 'embedded') {
    const framedBy = (await listSites(db)).filter((one) => one.kind === 'embedding').map((one) => one.site);
    return { body: embeddedPage(published, frame), type: 'text/html', framedBy };
  }
  if (part === 'pdf') return pdfOf(db, published, frame);
  if (part === 'file') {
    const fileName = `${pathOfAsk(document, { ...asked, number: null, part: 'page' })
      .split('/')
      .at(-1)}-${number}.html`;
    return { body: documentFile(published, frame), type: 'text/html', fileName };
  }
  return { body: documentPage(published, frame), type: 'text/html' };
}

/** Shown by the browser, and not saved straight away: most come to read. */
async function pdfOf(
  db: Reader,
  { document, version }: Published,
  frame: PublicFrame,
): Promise<PublicAnswer | null> {
  const file = await versionPdf(db, version.id, 'reading', 'anyone');
  if (file === null) return null;
  if (isRefusal(file)) {
    return { body: noPdfPage(frame, versionPath(document, version.number)), type: 'text/html', code: 503 };
  }
  return { body: file.bytes, type: 'application/pdf' };
}

/**
 * A version of a document with its words and what is tied to it: the one with the number, else the one in force, else the one that
 * was in force last. Null when it has no such version that everyone may read.
 */
export async function publishedOf(
  db: Reader,
  document: PublicDocument,
  number: number | null,
  language: Language,
): Promise<Published | null> {
  const version =
    number === null
      ? (inForceOf(document) ?? document.versions[0])
      : document.versions.find((one) => one.number === number);
  if (version === undefined) return null;
  const [text, ties] = await Promise.all([publicText(db, version.id), publicTies(db, document.id)]);
  const own = ties.filter((tie) => tie.documentId === document.id);
  const children = ties.filter((tie) => tie.documentId !== document.id);
  const numbers = new Set(own.flatMap((tie) => (tie.clause === null ? [] : [tie.clause])));
  const unique = (of: readonly (Tied | null)[]) => [
    ...new Map(of.flatMap((one) => (one === null ? [] : [[one.id, one] as const]))).values(),
  ];
  return {
    document,
    version,
    text,
    clauses: clauses.filter((one) => numbers.has(one.number)).map((one) => one.title[language]),
    parents: unique(own.map((tie) => tie.parent)),
    children: unique(children.map((tie) => tie.child)),
  };
}
