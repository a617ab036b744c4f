import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { appRole, queryValue, unreadyReason, withClient } from './connect.ts';
import { reasonOf, SupervisorError, type SupervisorTexts } from './errors.ts';
import { oldestSupportedMajor } from './releases.ts';

const patienceMilliseconds = 10_000;
const pauseMilliseconds = 250;

/** A server somebody else runs. */
export type UrlSource = {
  readonly version: string;
  readonly owner: pg.ClientConfig;
  readonly app: pg.ClientConfig;
};

/**
 * Adds startup options (`-c name=value`) to a connection URL, after those already in it.
 * @throws SupervisorError `badUrl`
 */
export function withStartupOptions(url: string, options: readonly string[], texts: SupervisorTexts): string {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch (error) {
    throw new SupervisorError('badUrl', texts.badUrl(), error);
  }
  if (parsed.protocol !== 'postgres:' && parsed.protocol !== 'postgresql:') {
    throw new SupervisorError('badUrl', texts.badUrl());
  }
  const present = parsed.searchParams.get('options');
  parsed.searchParams.set('options', [...(present === null ? [] : [present]), ...options].join(' '));
  // URLSearchParams writes a blank as "+", which pg's parser takes for a plus sign inside a value.
  parsed.search = parsed.search.replaceAll('+', '%20');
  return parsed.toString();
}

/**
 * The connections to a server named by URL, after proving that it answers and is new enough. Waits ten seconds for
 * a server that is starting, as when both come up together after a power cut.
 * @throws SupervisorError `badUrl`, `unreachableServer`, `tooOldServer`
 */
export async function openUrl(
  databaseUrl: string,
  appDatabaseUrl: string | undefined,
  texts: SupervisorTexts,
): Promise<UrlSource> {
  const planning = '-c plan_cache_mode=force_custom_plan';
  const owner = { connectionString: withStartupOptions(databaseUrl, [planning], texts) };
  const app = {
    connectionString:
      appDatabaseUrl === undefined
        ? withStartupOptions(databaseUrl, [planning, `-c role=${appRole}`], texts)
        : withStartupOptions(appDatabaseUrl, [planning], texts),
  };
  const version = await serverVersion(owner, texts);
  if (Number.parseInt(version, 10) < oldestSupportedMajor) {
    throw new SupervisorError('tooOldServer', texts.tooOldServer(version));
  }
  return { version, owner, app };
}

async function serverVersion(config: pg.ClientConfig, texts: SupervisorTexts): Promise<string> {
  const begun = performance.now();
  for (;;) {
    try {
      return await withClient(config, async (client) =>
        String(await queryValue(client, 'show server_version')),
      );
    } catch (error) {
      const mayPass = unreadyReason(error) !== undefined || error instanceof AggregateError;
      if (!mayPass || performance.now() - begun > patienceMilliseconds) {
        throw new SupervisorError('unreachableServer', texts.unreachableServer(reasonOf(error)), error);
      }
      await sleep(pauseMilliseconds);
    }
  }
}
