import { systemActor } from './kernel/access.ts';
import type { Action } from './kernel/action.ts';
import { dayOf } from './kernel/calendar.ts';
import { offices } from './kernel/offices.ts';
import { isRefusal, type Refusal } from './kernel/refusal.ts';
import { act, type Services } from './kernel/run.ts';
import { normalEmail } from './people/signin/account.store.ts';
import { beginAtConsole } from './people/signin/setup.actions.ts';
import { ownerByEmail, ownerByOffice, type TokenOwner } from './people/signin/token.store.ts';

/** Whoever runs the command line runs the machine: what she asks for is done, and told to the log. */
export async function actAtConsole(
  services: Services,
  action: Action,
  input: unknown,
): Promise<Readonly<Record<string, unknown>> | Refusal> {
  const request = {
    actor: systemActor,
    id: null,
    input,
    version: null,
    idempotencyKey: null,
    confirmed: new Set<string>(),
  };
  const acted = await act(services, action, request);
  // An action answers with an object, to which the kernel has added the event.
  return isRefusal(acted) ? acted : (acted.answer as Record<string, unknown>);
}

/** Somebody by e-mail or by office; null when nobody is that today. */
export async function findPerson(services: Services, who: string): Promise<TokenOwner | null> {
  const today = dayOf(services.clock());
  return isOffice(who)
    ? ownerByOffice(services.db, who, today)
    : ownerByEmail(services.db, normalEmail(who), today);
}

export function isOffice(who: string): boolean {
  return offices.some((office) => office === who);
}

/**
 * The very first person, where an installation has none and a program needs a token before anybody has visited. Null
 * when there are people already.
 */
export async function enterFirstPerson(
  services: Services,
  name: { readonly givenName: string; readonly familyName: string },
  email: string | null,
): Promise<TokenOwner | null> {
  const entered = await actAtConsole(services, beginAtConsole, { ...name, email });
  if (isRefusal(entered)) return null;
  return findPerson(services, 'administrator');
}
