import { Worker } from 'node:worker_threads';
import { type Examined, examine } from './examine.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Reads runs of lines in their order, by helping threads where there are any. As many runs are on their way as there are
 * threads and one more, so that the memory is the same however long the log is.
 */
export async function* examineAll(runs: AsyncIterable<Bytes>, workers: number): AsyncIterable<Examined> {
  if (workers === 0) {
    for await (const bytes of runs) yield examine(bytes);
    return;
  }
  const threads = Array.from({ length: workers }, () => new Thread());
  try {
    const underWay: Promise<Examined>[] = [];
    let turn = 0;
    for await (const bytes of runs) {
      const thread = threads[turn++ % workers];
      if (thread !== undefined) underWay.push(thread.examine(bytes));
      const oldest = underWay.length > 2 * workers ? underWay.shift() : undefined;
      if (oldest !== undefined) yield await oldest;
    }
    for (const run of underWay) yield await run;
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

class Thread {
  readonly #worker = new Worker(new URL('./examine-worker.ts', import.meta.url));
  readonly #waiting: { resolve: (run: Examined) => void; reject: (error: Error) => void }[] = [];

  constructor() {
    this.#worker.on('message', (run: Examined) => this.#waiting.shift()?.resolve(run));
    this.#worker.on('error', (error: Error) => {
      for (const one of this.#waiting.splice(0)) one.reject(error);
    });
  }

  examine(bytes: Bytes): Promise<Examined> {
    const answer = new Promise<Examined>((resolve, reject) => this.#waiting.push({ resolve, reject }));
    // Told again by whoever awaits it; a thread that fails must not end the process before that.
    answer.catch(() => undefined);
    this.#worker.postMessage(bytes, [bytes.buffer]);
    return answer;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
