/** One line of the table: what was measured beside its reference, and what it may be. */
export interface Row {
  readonly name: string;
  readonly measured: string;
  readonly reference: string;
  /** Measured over reference; of throughputs, where more is better, the same way round. Null where there is none. */
  readonly ratio: number | null;
  readonly budget: string;
  readonly met: boolean;
}

/** The value that half of them lie below. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that this share of them lies at or below (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Runs it and tells how long it took, in milliseconds. */
export async function timed(run: () => unknown): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

/**
 * Times two ways of doing the same in turn, so that whatever else the machine does falls on both alike. The first
 * `warm` rounds are not counted: the compiler and the caches get to know both.
 */
export async function inTurn(
  rounds: number,
  warm: number,
  measured: (round: number) => Promise<unknown>,
  reference: (round: number) => Promise<unknown>,
): Promise<{ measured: number[]; reference: number[] }> {
  const times = { measured: [] as number[], reference: [] as number[] };
  for (let round = 0; round < warm + rounds; round++) {
    const first = await timed(() => measured(round));
    const second = await timed(() => reference(round));
    if (round < warm) continue;
    times.measured.push(first);
    times.reference.push(second);
  }
  return times;
}

/** Milliseconds, as short as they can be read. */
export function milliseconds(value: number): string {
  return value < 10 ? `${value.toFixed(2)} ms` : `${value.toFixed(0)} ms`;
}

const columns = ['', 'measured', 'reference', 'ratio', 'budget', ''] as const;

/** The rows as a table of text, aligned, with `met` or `MISSED` last. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.name,
    row.measured,
    row.reference,
    row.ratio === null ? '–' : row.ratio.toFixed(2),
    row.budget,
    row.met ? 'met' : 'MISSED',
  ]);
  const all = [[...columns], ...cells];
  const widths = columns.map((_, index) => Math.max(...all.map((line) => line[index]?.length ?? 0)));
  return all
    .map((line) =>
      line
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
