/** One minor release of PostgreSQL. */
export type Release = { readonly major: number; readonly minor: number; readonly releasedOn: string };

/** The oldest major version the product runs on (docs: storage needs collation, MERGE and `public` closed by default). */
export const oldestSupportedMajor = 15;

/**
 * Days after which a minor release is taken to be superseded although this table knows nothing newer.
 * The PostgreSQL project publishes minor releases at least once every three months
 * (https://www.postgresql.org/support/versioning/); a month is added for packaging.
 */
export const daysUntilPresumedSuperseded = 120;

/**
 * Releases we know, with the day the PostgreSQL project published them
 * (https://www.postgresql.org/docs/release/). 18.5 was withdrawn before publication.
 */
export const knownReleases: readonly Release[] = [
  ...sameDay('2024-11-21', [
    [15, 10],
    [16, 6],
    [17, 2],
  ]),
  ...sameDay('2025-02-20', [
    [15, 12],
    [16, 8],
    [17, 4],
  ]),
  ...sameDay('2025-05-08', [
    [15, 13],
    [16, 9],
    [17, 5],
  ]),
  ...sameDay('2025-08-14', [
    [15, 14],
    [16, 10],
    [17, 6],
  ]),
  ...sameDay('2025-09-25', [[18, 0]]),
  ...sameDay('2025-11-13', [
    [15, 15],
    [16, 11],
    [17, 7],
    [18, 1],
  ]),
  ...sameDay('2026-02-12', [
    [15, 16],
    [16, 12],
    [17, 8],
    [18, 2],
  ]),
  ...sameDay('2026-02-26', [
    [15, 17],
    [16, 13],
    [17, 9],
    [18, 3],
  ]),
  ...sameDay('2026-05-14', [
    [15, 18],
    [16, 14],
    [17, 10],
    [18, 4],
  ]),
  ...sameDay('2026-08-13', [
    [15, 19],
    [16, 15],
    [17, 11],
    [18, 6],
  ]),
];

function sameDay(releasedOn: string, versions: readonly (readonly [number, number])[]): Release[] {
  return versions.map(([major, minor]) => ({ major, minor, releasedOn }));
}

/** A PostgreSQL version as two numbers. */
export type Version = { readonly major: number; readonly minor: number };

/**
 * Reads the version from what PostgreSQL prints about itself: `postgres (PostgreSQL) 15.18 (Debian …)`,
 * `18.4`, `15.18 (Debian …)`. Undefined for a pre-release such as `18beta1` and for anything else.
 */
export function parseVersion(text: string): Version | undefined {
  const match = /(?:^|\s)(\d+)\.(\d+)(?:\s|$)/.exec(text.trim());
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  return { major: Number(match[1]), minor: Number(match[2]) };
}

/** The version as PostgreSQL writes it, `18.4`. */
export function formatVersion(version: Version): string {
  return `${version.major}.${version.minor}`;
}

/** The known release of exactly this version. */
export function releaseOf(version: Version): Release | undefined {
  return knownReleases.find((release) => release.major === version.major && release.minor === version.minor);
}

/** The newest release we know of the same major version, if it is newer than the given one. */
export function newerRelease(version: Version): Release | undefined {
  return knownReleases
    .filter((release) => release.major === version.major && release.minor > version.minor)
    .sort((one, other) => other.minor - one.minor)[0];
}

/** Whole days from the release to `now`; undefined when the release is not in the table. */
export function ageInDays(version: Version, now: Date): number | undefined {
  const release = releaseOf(version);
  if (!release) return undefined;
  return Math.floor((now.getTime() - Date.parse(`${release.releasedOn}T00:00:00Z`)) / 86_400_000);
}
