import type { FastifyReply } from 'fastify';
import { isNameless } from '../people/signin/identify.ts';
import type { Actor } from '../kernel/access.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';

/** How many large bodies one sender may have on their way at once. */
const each = 3;
/** …and all together who have not signed in: some megabytes of memory each. Whoever has signed in is not held back by them. */
const nameless = 8;

/**
 * Large bodies that are being received. Each takes memory from its first byte to the answer, so that they are counted before they are
 * read; who sends too many may come back.
 */
export class LargeBodies {
  private readonly ofEach = new Map<string, number>();
  private ofNameless = 0;

  /** Counts one more until its answer has gone or its connection has. Null when it may come. */
  receive(actor: Actor, reply: FastifyReply): Refusal | null {
    const who = actor.credentialId ?? actor.kind;
    const own = this.ofEach.get(who) ?? 0;
    if (own >= each) return refuse('tooMany');
    if (isNameless(actor) && this.ofNameless >= nameless) return refuse('busy');
    this.ofEach.set(who, own + 1);
    if (isNameless(actor)) this.ofNameless++;
    reply.raw.once('close', () => this.leave(who, isNameless(actor)));
    return null;
  }

  private leave(who: string, wasNameless: boolean): void {
    const own = this.ofEach.get(who) ?? 0;
    if (own <= 1) this.ofEach.delete(who);
    else this.ofEach.set(who, own - 1);
    if (wasNameless) this.ofNameless--;
  }
}
