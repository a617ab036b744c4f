import { readFile } from 'node:fs/promises';

/** How many tests a step ran, from the report it wrote; null for a step that is itself one check. */
export async function countOf(
  command: readonly string[],
): Promise<{ passed: number; failed: number } | null> {
  const flag = command.find((part) => part.startsWith('--outputFile='));
  if (flag === undefined) return null;
  try {
    const report: unknown = JSON.parse(await readFile(flag.slice('--outputFile='.length), 'utf8'));
    if (typeof report !== 'object' || report === null) return null;
    const passed: unknown = Reflect.get(report, 'numPassedTests');
    const failed: unknown = Reflect.get(report, 'numFailedTests');
    return typeof passed === 'number' && typeof failed === 'number' ? { passed, failed } : null;
  } catch {
    return { passed: 0, failed: 1 }; // a run that left no report is a failed run
  }
}
