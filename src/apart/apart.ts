import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** What work in a process of its own may cost. */
interface ApartLimits {
  /** How long one task may take, the start of the process included. */
  readonly seconds: number;
  /** Memory that the process may hold; looked at where the system tells of it (Linux), elsewhere only its heap of objects. */
  readonly megabytes: number;
  /** How many tasks may wait for the one that is worked on. */
  readonly waiting: number;
  /** How long the process lives on without work, so that the next task need not wait for its start. */
  readonly idleSeconds: number;
  /** Native code of packages is let in. */
  readonly native: boolean;
}

/** How a task ended. `failed`: the process ended, or the task threw; the message is for the log of faults. */
export type Outcome<Answer> =
  | { readonly kind: 'done'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'tooSlow' }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'busy' };

type Reply<Answer> = { readonly answer: Answer } | { readonly fault: string };

/** How often memory is looked at, in milliseconds. */
const watchEvery = 40;
const root = fileURLToPath(new URL('../../', import.meta.url));
/** The program itself. Not the whole folder: the data and its secret may lie in it. */
const readable = ['src/*', 'node_modules/*', 'package.json'];

/**
 * Work on what others have made (files) or by code that is not ours (native), in a process of its own: one task at a time,
 * killed when it takes too long or too much. A thread was tried: native code in it can neither be stopped nor kept from
 * taking the whole server with it, and what it holds outside the heap of objects counts towards no limit. The process is
 * given no environment, and may read the program's own files and nothing else; it can write nothing and start nothing.
 */
export class Apart<Task, Answer> {
  readonly #module: URL;
  readonly #limits: ApartLimits;
  #child: ChildProcess | null = null;
  #line: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(module: URL, limits: ApartLimits) {
    this.#module = module;
    this.#limits = limits;
  }

  /** Does one task when those before it are done; `busy` at once when too many wait. Never throws. */
  ask(task: Task): Promise<Outcome<Answer>> {
    if (this.#waiting > this.#limits.waiting) return Promise.resolve({ kind: 'busy' });
    this.#waiting += 1;
    const outcome = this.#line.then(() => this.#work(task));
    this.#line = outcome.then(() => {
      this.#waiting -= 1;
    });
    return outcome;
  }

  #start(): ChildProcess {
    const { megabytes, native } = this.#limits;
    const child = fork(this.#module, {
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [
        '--permission',
        ...readable.map((path) => `--allow-fs-read=${root}${path}`),
        ...(native ? ['--allow-addons'] : []),
        `--max-old-space-size=${megabytes}`,
      ],
    });
    // Neither the process nor its channel keeps a server alive that wants to end.
    child.unref();
    child.channel?.unref();
    child.on('error', () => undefined);
    child.on('exit', () => {
      if (this.#child === child) this.#child = null;
    });
    this.#child = child;
    return child;
  }

  async #work(task: Task): Promise<Outcome<Answer>> {
    clearTimeout(this.#idle);
    const child = this.#child ?? this.#start();
    const outcome = await new Promise<Outcome<Answer>>((resolve) => {
      const { pid } = child;
      const late = setTimeout(() => settle({ kind: 'tooSlow' }), this.#limits.seconds * 1000);
      const watch = setInterval(() => {
        void megabytesOf(pid).then((held) => {
          if (held > this.#limits.megabytes) settle({ kind: 'tooLarge' });
        });
      }, watchEvery);
      const onMessage = (reply: Reply<Answer>) =>
        settle('answer' in reply ? { kind: 'done', answer: reply.answer } : failed(reply.fault));
      const onExit = (code: number | null, signal: string | null) =>
        settle(failed(`the process ended with ${code ?? signal}`));
      const settle = (end: Outcome<Answer>) => {
        clearTimeout(late);
        clearInterval(watch);
        child.off('message', onMessage).off('exit', onExit);
        resolve(end);
      };
      child.on('message', onMessage).on('exit', onExit);
      child.send(task as object, (error) => {
        if (error !== null) settle(failed(error.message));
      });
    });
    if (outcome.kind === 'done') this.#idle = setTimeout(() => this.end(), this.#limits.idleSeconds * 1000);
    else this.end();
    this.#idle?.unref();
    return outcome;
  }

  /** Ends the process, whatever it is doing. The next task starts a new one. */
  end(): void {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }
}

function failed(message: string): { readonly kind: 'failed'; readonly message: string } {
  return { kind: 'failed', message };
}

/** What a process holds in memory; 0 where the system does not tell. */
async function megabytesOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
}
