import type { Actor } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { act, type Services } from '../../kernel/run.ts';
import { loadPolicyDocument, versionInState } from '../documents/document.store.ts';
import { sentencesOf } from '../documents/sentence.store.ts';
import { municipalityName } from '../../settings/setting.store.ts';
import { check, register } from './publication.actions.ts';
import { type Published, publicPath, publishedHash } from './public-page.ts';
import { listPlaces } from './publication.store.ts';
import type { PublicationPlace } from './publication.ts';

/** The policy in force with all its words, for the public page; null when none is. */
export async function loadPublished(db: Reader): Promise<Published | null> {
  const document = await loadPolicyDocument(db);
  const version = document === null ? null : await versionInState(db, document.id, 'inForce');
  if (document === null || version === null) return null;
  return {
    document,
    version,
    sentences: await sentencesOf(db, version.id),
    municipality: await municipalityName(db),
  };
}

/**
 * Reads the installation's own public page as anybody would, and tells the register what it said (P05). Run at start, daily,
 * and after an adoption. The page becomes a publication place the first time there is a policy to publish.
 */
export async function testOwnPage(services: Services, system: Actor, origin: string): Promise<void> {
  if ((await loadPublished(services.db)) === null) return;
  const place = (await ownPlace(services.db)) ?? (await registerOwnPage(services, system));
  if (place === null) return;
  const seenHash = await seenAt(new URL(place.address, origin));
  await actAsSystem(services, system, check, place.id, { seenHash });
}

async function ownPlace(db: Reader): Promise<PublicationPlace | null> {
  return (await listPlaces(db)).find((place) => place.address === publicPath) ?? null;
}

async function registerOwnPage(services: Services, system: Actor): Promise<PublicationPlace | null> {
  const input = { kind: 'website', name: 'Värnas publika sida', address: publicPath };
  await actAsSystem(services, system, register, null, input);
  return ownPlace(services.db);
}

async function actAsSystem(
  services: Services,
  system: Actor,
  action: Parameters<typeof act>[1],
  id: string | null,
  input: object,
) {
  const request = {
    actor: system,
    id,
    input,
    version: null,
    idempotencyKey: null,
    confirmed: new Set<string>(),
  };
  const result = await act(services, action, request);
  if (isRefusal(result)) throw new Error(`the self-test was refused: ${result.code}`);
}

async function seenAt(address: URL): Promise<string | null> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(10_000), redirect: 'error' });
    return response.ok ? publishedHash(await response.text()) : null;
  } catch {
    return null; // not reachable is what was seen
  }
}
