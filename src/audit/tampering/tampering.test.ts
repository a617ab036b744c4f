import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../tools/verify-audit/finding.ts';
import type { Tampering } from './forms.ts';
import { headTamperings } from './head-cases.ts';
import { leafTamperings } from './leaf-cases.ts';
import { erasureTamperings, rowTamperings } from './row-cases.ts';
import { type Installation, makeInstallation, verifiedAfter } from './testing.ts';

/** Somebody with the superuser's password, against a verifier and one checkpoint that was kept outside. */
let made: Installation;
beforeAll(async () => {
  made = await makeInstallation();
});

const codesOf = (report: Report): string[] => [...new Set(report.findings.map((finding) => finding.code))];

it('finds nothing in a log that nobody has touched, a lawful erasure included', async () => {
  const { live, exported } = await verifiedAfter(made, () => Promise.resolve(undefined));
  for (const report of [live, exported]) {
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({
      ok: true,
      size: made.leaves.length,
      witnessed: [made.witnessed.size],
      erased: 1,
      erasedBy: [{ decision: 'KS 2026-10-06 § 112', events: 1 }],
      rows: { checked: 15, erased: 0 },
    });
  }
  expect(live.root).toBe(exported.root);
});

const all: readonly Tampering[] = [
  ...leafTamperings,
  ...rowTamperings,
  ...erasureTamperings,
  ...headTamperings,
];

it('is tried with more than fifty tamperings, each another', () => {
  expect(new Set(all.map((one) => one.name)).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(50);
});

describe('the verifier finds out when', () => {
  it.each(all.map((one) => [one.name, one] as const))('%s', async (_name, { tamper, live, exported }) => {
    const found = await verifiedAfter(made, (intruder) => tamper(intruder));
    for (const one of live(made)) {
      expect(found.live.findings, codesOf(found.live).join()).toContainEqual(expect.objectContaining(one));
    }
    expect(found.live.ok).toBe(false);
    if (exported === null) return;
    for (const one of exported(made)) {
      expect(found.exported.findings, codesOf(found.exported).join()).toContainEqual(
        expect.objectContaining(one),
      );
    }
    expect(found.exported.ok).toBe(false);
  });
});
