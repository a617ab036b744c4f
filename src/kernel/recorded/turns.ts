import { type Refusal, refuse } from '../refusal.ts';

interface Limits {
  /** How much is worked on at a time. */
  readonly atOnce: number;
  /** How many may wait for their turn. */
  readonly waiting: number;
  /** How much of one person's may be worked on or wait. */
  readonly each: number;
}

/**
 * Work that costs more than other work waits for its turn, so that it never takes the whole server; what finds the line
 * full is refused at once and may come back.
 */
export class Turns {
  private readonly limits: Limits;
  private readonly ofEach = new Map<string, number>();
  private readonly line: (() => void)[] = [];
  private working = 0;

  constructor(limits: Limits) {
    this.limits = limits;
  }

  /** Does the work when its turn has come. `who` is whose it is. */
  async take<Answer>(who: string, work: () => Promise<Answer>): Promise<Answer | Refusal> {
    const own = this.ofEach.get(who) ?? 0;
    if (own >= this.limits.each) return refuse('tooMany');
    if (this.working >= this.limits.atOnce && this.line.length >= this.limits.waiting) return refuse('busy');
    this.ofEach.set(who, own + 1);
    try {
      await this.turn();
      return await work();
    } finally {
      this.leave(who);
    }
  }

  private turn(): Promise<void> | undefined {
    if (this.working < this.limits.atOnce) {
      this.working++;
      return undefined;
    }
    return new Promise((resolve) => {
      this.line.push(resolve);
    });
  }

  /** The place goes straight to the next in line. */
  private leave(who: string): void {
    const own = this.ofEach.get(who) ?? 0;
    if (own <= 1) this.ofEach.delete(who);
    else this.ofEach.set(who, own - 1);
    const next = this.line.shift();
    if (next === undefined) this.working--;
    else next();
  }
}
