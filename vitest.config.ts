import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { longFiles } from './tools/long-files.ts';

/** What a browser does takes longest, and looking at every page most of all: begun last, it would end alone. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const length = ({ moduleId }: TestSpecification) =>
      moduleId.endsWith('e2e/pages.test.ts') ? 2 : /e2e|gallery|tampering/.test(moduleId) ? 1 : 0;
    return usual.toSorted((one, other) => length(other) - length(one));
  }
}

const isLong = process.env['VARNA_TEST_LOOKS'] === 'all';
/** Whoever names one of them wants it. */
const leftOut = isLong ? [] : longFiles.filter((file) => !process.argv.includes(file));

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'e2e/**/*.test.ts'],
    exclude: ['**/*.long.test.ts', 'node_modules/**', ...leftOut],
    globalSetup: ['src/testing/global-setup.ts'],
    sequence: { sequencer: LongestFirst },
    // Half of what they do is to wait, for a browser or a disk: three keep two cores at work.
    maxWorkers: 3,
    // A browser on a shared machine may be slow once; vitest still reports what it had to try again.
    retry: process.env['CI'] === 'true' ? 1 : 0,
    // Long enough for a walk through the browser on a machine that others use too. Nothing but what hangs takes so long: no test says less.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // What a page shows is looked for until it is there, as long as the browser itself waits for it.
    expect: { poll: { timeout: 60_000, interval: 100 } },
  },
});
