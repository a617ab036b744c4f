import { readFile } from 'node:fs/promises';

/** What a step's tests came to; a failure is a few lines that say which, where and why. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly string[];
}

/** The part of vitest's report that is read here. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

/** Lines of a failure that are told again at the end, where somebody who sees only that must find them; the run itself told all. */
const linesToldAgain = 12;

/** How many tests a step ran and what failed, from the report it wrote; null for a step that is itself one check. */
export async function countOf(command: readonly string[]): Promise<Counts | null> {
  const flag = command.find((part) => part.startsWith('--outputFile='));
  if (flag === undefined) return null;
  try {
    return countsIn(await readFile(flag.slice('--outputFile='.length), 'utf8'));
  } catch {
    return { passed: 0, failed: 1, failures: ['the run left no report'] };
  }
}

/** The counts in a report; throws when it is none. */
export function countsIn(text: string): Counts {
  const report = JSON.parse(text) as Report;
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = name.replace(`${process.cwd()}/`, '');
    const failed = assertionResults.filter((one) => one.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [tell(file, message ?? '')];
    return failed.map((one) => tell(`${file} > ${one.fullName}`, (one.failureMessages ?? []).join('\n')));
  });
  return {
    passed: report.numPassedTests,
    // A file that could not even be read has no test to count.
    failed: Math.max(report.numFailedTests, failures.length),
    failures,
  };
}

function tell(title: string, message: string): string {
  // Without the colours of a terminal.
  const lines = message.replaceAll(/\u001B\[[\d;]*m/g, '').split('\n');
  const kept = lines.filter((line) => line.trim() !== '').slice(0, linesToldAgain);
  return [title, ...kept.map((line) => `    ${line.slice(0, 300)}`)].join('\n');
}
