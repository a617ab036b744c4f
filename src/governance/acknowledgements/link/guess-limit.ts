/** Links that lead nowhere an address may follow within the window (ms) before it has to wait. */
const mostMisses = 60;
const window = 10 * 60_000;
/** Addresses that are remembered at a time; the one that missed longest ago goes first. */
const mostAddresses = 5000;

/**
 * Counts links that led nowhere, by network address. A secret of 256 bits cannot be guessed: this keeps whoever tries from costing
 * the database anything. Lives in the process; a link that leads somewhere is never counted, so a town hall behind one address is
 * not locked out by its own people.
 */
export class GuessLimit {
  private readonly misses = new Map<string, { count: number; until: number }>();

  /** Seconds that the address has to wait; 0 when it may try. */
  secondsToWait(address: string, now: Date): number {
    const found = this.misses.get(address);
    if (found === undefined || found.until <= now.getTime() || found.count < mostMisses) return 0;
    return Math.ceil((found.until - now.getTime()) / 1000);
  }

  /** Remembers a link that led nowhere. */
  missed(address: string, now: Date): void {
    const found = this.misses.get(address);
    const isOld = found === undefined || found.until <= now.getTime();
    const count = isOld ? 1 : found.count + 1;
    const until = isOld ? now.getTime() + window : found.until;
    this.misses.delete(address);
    this.misses.set(address, { count, until });
    for (const oldest of this.misses.keys()) {
      if (this.misses.size <= mostAddresses) break;
      this.misses.delete(oldest);
    }
  }
}
