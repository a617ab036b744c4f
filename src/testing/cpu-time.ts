/**
 * The processor time (ms) that this thread spends on the work. What guards against work that grows without bound measures this
 * and not the clock, so that a busy machine does not fail it.
 */
export function cpuTimeOf(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
