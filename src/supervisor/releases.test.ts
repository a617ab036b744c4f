import { describe, expect, test } from 'vitest';
import { ageInDays, knownReleases, newerRelease, parseVersion, releaseOf } from './releases.ts';

describe('parseVersion', () => {
  test.each([
    ['postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)', { major: 15, minor: 18 }],
    ['postgres (PostgreSQL) 18.4', { major: 18, minor: 4 }],
    ['15.18 (Debian 15.18-0+deb12u1)', { major: 15, minor: 18 }],
    ['18.4\n', { major: 18, minor: 4 }],
    ['postgres (PostgreSQL) 19beta2', undefined],
    ['18devel', undefined],
    ['', undefined],
  ])('%s', (text, version) => {
    expect(parseVersion(text)).toEqual(version);
  });
});

describe('the table of releases', () => {
  test('has each version once and dates that are days', () => {
    const names = knownReleases.map(({ major, minor }) => `${major}.${minor}`);
    expect(new Set(names).size).toBe(names.length);
    for (const { releasedOn } of knownReleases) {
      expect(new Date(`${releasedOn}T00:00:00Z`).toISOString().slice(0, 10)).toBe(releasedOn);
    }
  });

  test('a higher minor of the same major is never older', () => {
    for (const one of knownReleases) {
      const newer = newerRelease(one);
      if (newer) expect(newer.releasedOn > one.releasedOn).toBe(true);
    }
  });

  test('18.4 is superseded by 18.6 and 18.6 by nothing known', () => {
    expect(newerRelease({ major: 18, minor: 4 })).toMatchObject({ major: 18, minor: 6 });
    expect(newerRelease({ major: 18, minor: 6 })).toBeUndefined();
  });

  test('age counts whole days from the day of release', () => {
    expect(releaseOf({ major: 18, minor: 4 })?.releasedOn).toBe('2026-05-14');
    expect(ageInDays({ major: 18, minor: 4 }, new Date('2026-05-15T23:59:00Z'))).toBe(1);
    expect(ageInDays({ major: 18, minor: 5 }, new Date('2026-11-23T00:00:00Z'))).toBeUndefined();
  });
});
