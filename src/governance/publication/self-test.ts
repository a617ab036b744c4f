import { createHash } from 'node:crypto';
import { systemActor } from '../../kernel/access.ts';
import { underLock } from '../../kernel/locks.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { act, type Services } from '../../kernel/run.ts';
import { getPage, type GotPage } from '../../outgoing/get-page.ts';
import { pdfKinds } from '../../pdf/pdf-document.ts';
import { versionPdf } from '../documents/files/version-text.store.ts';
import { listSites } from './allowed-site.store.ts';
import {
  type CheckInput,
  isCheckDue,
  judgeFile,
  judgeWords,
  type KnownFile,
  plainCheck,
  type Searched,
} from './place-check.ts';
import { codeOf, documentPath, documentsPath, pathOfAsk, publicPath, readAsk } from './public-address.ts';
import { inForceOf } from './public-facts.ts';
import {
  type PublicDocument,
  publicPolicy,
  type PublicSentence,
  publicText,
  type PublicVersion,
} from './public.store.ts';
import { check, register } from './publication.actions.ts';
import { listPlaces } from './publication.store.ts';
import type { PublicationPlace } from './publication.ts';
import { framedIn, saysExactly, search, wordsOfPage } from './served-text.ts';

/** What the self-test needs to know of the installation. */
export interface SelfTest {
  readonly services: Services;
  /** Where the server answers itself, over the loopback: its own pages are read there as a visitor would read them. */
  readonly origin: string;
  /** The address people use: what another site embeds. */
  readonly publicUrl: string;
  /** Certificates to trust besides the usual ones; for tests. */
  readonly ca?: string;
  /** How long (ms) a place may take. */
  readonly timeout?: number;
}

/** How many places are read at the same time. */
const atOnce = 4;
/** How many earlier versions a page is held against. */
const mostEarlier = 10;
/** Our own page may be as large as a text may be. */
const largestOwn = 16 * 1024 * 1024;

interface Policy {
  readonly document: PublicDocument;
  readonly versionId: PublicVersion['id'];
  readonly contentHash: string;
  readonly sentences: readonly PublicSentence[];
}

/**
 * Reads every place whose turn it is, as anybody would, and tells the register what was seen (P05, P06); with `ownToo`, our own pages
 * whatever their turn. Our page becomes a place the first time there is a policy to publish. One process at a time.
 */
export async function checkPlaces(test: SelfTest, ownToo: boolean): Promise<void> {
  const { db, clock } = test.services;
  const document = await publicPolicy(db);
  const version = document === null ? undefined : inForceOf(document);
  if (document === null || version === undefined) return;
  const isDue = (place: PublicationPlace) =>
    isCheckDue(place, version.contentHash, clock()) || (ownToo && isOwn(place));
  const before = await listPlaces(db);
  const hasOwn = before.some((place) => place.address === publicPath);
  if (hasOwn && !before.some(isDue)) return;
  await underLock(db, 'publication', async () => {
    // Another process may have been here since.
    if (!(await listPlaces(db)).some((place) => place.address === publicPath))
      await registerOwnPage(test.services);
    const due = (await listPlaces(db)).filter(isDue);
    const { sentences } = await publicText(db, version.id);
    const policy = { document, versionId: version.id, contentHash: version.contentHash, sentences };
    for (let at = 0; at < due.length; at += atOnce)
      await Promise.all(due.slice(at, at + atOnce).map((place) => checkOne(test, place, policy)));
  });
}

function isOwn({ address }: Pick<PublicationPlace, 'address'>): boolean {
  // Two slashes begin another site's address, and a browser takes a backslash for one.
  return /^\/(?![/\\])/.test(address);
}

async function checkOne(test: SelfTest, place: PublicationPlace, policy: Policy): Promise<void> {
  const seen = await (isOwn(place) ? seenOnOwn(test, place, policy) : seenAt(test, place, policy));
  const request = { actor: systemActor, id: place.id, input: seen, version: null, idempotencyKey: null };
  const result = await act(test.services, check, { ...request, confirmed: new Set<string>() });
  // Somebody may have removed the place meanwhile: then there is nothing to tell.
  if (isRefusal(result) && result.code !== 'placeEnded')
    throw new Error(`the self-test was refused: ${result.code}`);
}

async function registerOwnPage(services: Services): Promise<void> {
  const input = { kind: 'website', name: 'Värnas publika sida', address: publicPath };
  const request = { actor: systemActor, id: null, input, version: null, idempotencyKey: null };
  const result = await act(services, register, { ...request, confirmed: new Set<string>() });
  if (isRefusal(result)) throw new Error(`the self-test was refused: ${result.code}`);
}

function getOwn({ origin, timeout }: SelfTest, path: string): Promise<GotPage> {
  const url = new URL(path, origin);
  const slow = timeout === undefined ? {} : { timeout };
  return getPage(url.href, { internalHosts: new Set([new URL(origin).host]), largest: largestOwn, ...slow });
}

/** What is read at a place, and what was known of a file there. */
type Place = KnownFile & Pick<PublicationPlace, 'address'>;

/** One of our own pages: it has to say the text exactly, with nothing between. */
async function seenOnOwn(test: SelfTest, place: Place, policy: Policy): Promise<CheckInput> {
  const { contentHash, sentences } = policy;
  const page = await getOwn(test, place.address);
  if (!page.ok) return plainCheck(page.fault, contentHash, null, page.status);
  if (page.kind === 'pdf') return seenFile(test, place, page.sha256, policy);
  if (saysExactly(page.text, sentences)) return plainCheck('same', contentHash, contentHash);
  return judged(test, page, policy);
}

/** A page of somebody else's: the text in its words, or our page in its frame. */
async function seenAt(test: SelfTest, place: Place, policy: Policy): Promise<CheckInput> {
  const { contentHash } = policy;
  const sites = await listSites(test.services.db);
  const internalHosts = new Set(sites.filter((one) => one.kind === 'internal').map((one) => one.site));
  const { ca, timeout } = test;
  const trusted = { ...(ca === undefined ? {} : { ca }), ...(timeout === undefined ? {} : { timeout }) };
  const page = await getPage(place.address, { internalHosts, ...trusted });
  if (!page.ok) return plainCheck(page.fault, contentHash, null, page.status);
  if (page.kind === 'pdf') return seenFile(test, place, page.sha256, policy);
  if (page.kind === 'html' && framesPolicy(page, test.publicUrl, policy)) {
    const origins = new Set(sites.filter((one) => one.kind === 'embedding').map((one) => one.site));
    if (!origins.has(page.address.origin)) return plainCheck('notAllowedToEmbed', contentHash);
    const path = pathOfAsk(policy.document, {
      code: codeOf(policy.document.id),
      number: null,
      part: 'embedded',
    });
    const own = await seenOnOwn(test, { address: path, fileHash: null, fileOf: null }, policy);
    return own.outcome === 'same' ? { ...own, outcome: 'embedded' } : own;
  }
  return judged(test, page, policy);
}

/**
 * A file: held against those that Värna makes of the text in force, for reading and for keeping. What it says is not read: a PDF may
 * show other words than it holds.
 */
async function seenFile(
  { services }: SelfTest,
  known: KnownFile,
  sha256: string,
  { versionId, contentHash }: Policy,
): Promise<CheckInput> {
  const ours: string[] = [];
  for (const kind of pdfKinds) {
    const file = await versionPdf(services.db, versionId, kind, 'known');
    if (file !== null && !isRefusal(file)) ours.push(createHash('sha256').update(file.bytes).digest('hex'));
  }
  return judgeFile(sha256, ours, contentHash, known);
}

/** Does the page show our page for embedding, the policy's, within itself? */
function framesPolicy(
  { text, address }: GotPage & { ok: true },
  publicUrl: string,
  { document }: Policy,
): boolean {
  return framedIn(text).some((source) => {
    const url = URL.parse(source, address);
    if (url?.origin !== new URL(publicUrl).origin || !url.pathname.startsWith(`${documentsPath}/`))
      return false;
    const asked = readAsk(url.pathname.slice(documentsPath.length + 1));
    return asked?.part === 'embedded' && asked.code === codeOf(document.id);
  });
}

/** What a page's words say: held against the text in force, and where it is not there whole, against earlier ones. */
async function judged(test: SelfTest, page: GotPage & { ok: true }, policy: Policy): Promise<CheckInput> {
  const { document, contentHash, sentences } = policy;
  const words = wordsOfPage(page.text, page.kind === 'text' ? 'text' : 'html');
  const inForce = { contentHash, result: await search(words, sentences) };
  const others: Searched[] = [];
  if (inForce.result.firstMissing !== null) {
    const earlier = document.versions.filter((one) => one.state !== 'inForce').slice(0, mostEarlier);
    for (const version of earlier) {
      const text = await publicText(test.services.db, version.id);
      others.push({ contentHash: version.contentHash, result: await search(words, text.sentences) });
    }
  }
  const ours = [publicPath, documentPath(document)].map((path) => test.publicUrl + path);
  return judgeWords(
    inForce,
    others,
    ours.some((address) => page.text.includes(address)),
  );
}
