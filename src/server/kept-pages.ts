import type { PublicAnswer } from './public-answer.ts';

/**
 * Asks a question once for all who want to know at the same time. Whoever comes while it is being asked waits for the next time,
 * so that nobody is told anything older than her own asking, and a crowd holds one connection.
 */
export class SharedAnswer<Asker, Answer> {
  readonly #ask: (asker: Asker) => Promise<Answer>;
  #running: Promise<Answer> | null = null;
  #next: Promise<Answer> | null = null;

  constructor(ask: (asker: Asker) => Promise<Answer>) {
    this.#ask = ask;
  }

  /** The answer, asked for no earlier than now. */
  get(asker: Asker): Promise<Answer> {
    if (this.#next !== null) return this.#next;
    const running = this.#running;
    if (running === null) return this.#begin(asker);
    const begin = () => {
      this.#next = null;
      return this.#begin(asker);
    };
    this.#next = running.then(begin, begin);
    return this.#next;
  }

  #begin(asker: Asker): Promise<Answer> {
    const asked = this.#ask(asker).finally(() => {
      if (this.#running === asked) this.#running = null;
    });
    this.#running = asked;
    return asked;
  }
}

/**
 * Pages kept as they were made, each with what it was made of: it is made anew as soon as that is another. `ground` is read before
 * the page is made, so what is kept under it is never older than it says. For a handful of names.
 */
export class KeptPages {
  readonly #kept = new Map<string, { readonly ground: string; readonly answer: Promise<PublicAnswer> }>();

  page(name: string, ground: string, make: () => Promise<PublicAnswer>): Promise<PublicAnswer> {
    const before = this.#kept.get(name);
    if (before?.ground === ground) return before.answer;
    const kept = { ground, answer: make() };
    this.#kept.set(name, kept);
    // What could not be made is tried again.
    kept.answer.catch(() => {
      if (this.#kept.get(name) === kept) this.#kept.delete(name);
    });
    return kept.answer;
  }
}
