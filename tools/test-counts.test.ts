import { expect, test } from 'vitest';
import { countsIn } from './test-counts.ts';

const report = (files: readonly object[], failed: number) =>
  JSON.stringify({ numPassedTests: 7, numFailedTests: failed, testResults: files });
const file = `${process.cwd()}/e2e/day.test.ts`;

test('a failure is told with its file, its name and the first lines of why, without colours', () => {
  const why = ['\u001B[31mError: not there\u001B[39m', '', '    at e2e/day.test.ts:12:3'].join('\n');
  const counts = countsIn(
    report(
      [
        {
          name: file,
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'the morning', failureMessages: [] },
            { status: 'failed', fullName: 'the evening', failureMessages: [why] },
          ],
        },
      ],
      1,
    ),
  );
  expect(counts).toEqual({
    passed: 7,
    failed: 1,
    failures: ['e2e/day.test.ts > the evening\n    Error: not there\n        at e2e/day.test.ts:12:3'],
  });
});

test('a file that could not be read counts as a failure', () => {
  const counts = countsIn(
    report([{ name: file, status: 'failed', message: 'no such module', assertionResults: [] }], 0),
  );
  expect(counts).toEqual({ passed: 7, failed: 1, failures: ['e2e/day.test.ts\n    no such module'] });
});

test('a run that went well has nothing to tell', () => {
  const well = { name: file, status: 'passed', assertionResults: [{ status: 'passed', fullName: 'x' }] };
  expect(countsIn(report([well], 0))).toEqual({ passed: 7, failed: 0, failures: [] });
});
