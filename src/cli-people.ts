import { type Command, print, requiredText, tell, Told, withServices } from './cli-command.ts';
import { actAtConsole, enterFirstPerson, findPerson, isOffice } from './console-person.ts';
import { dayOf } from './kernel/calendar.ts';
import type { PersonId } from './kernel/ids.ts';
import { offices } from './kernel/offices.ts';
import { problemOf } from './kernel/problem.ts';
import { isRefusal, type Refusal } from './kernel/refusal.ts';
import type { Services } from './kernel/run.ts';
import { register as registerPerson } from './people/persons/person.actions.ts';
import { invite } from './people/signin/invitation.actions.ts';
import { accountRegister } from './people/signin/register.ts';
import { createAtConsole, longestTokenDays } from './people/signin/token.actions.ts';

/** `varna token create`: prints a token for somebody, and nothing else. */
export async function createToken(command: Command): Promise<void> {
  const { texts, options } = command;
  const who = requiredText(command, 'as');
  const days = Number(options['days'] ?? 1);
  if (!Number.isInteger(days) || days < 1 || days > longestTokenDays) {
    throw new Told(texts.badDays(String(longestTokenDays)));
  }
  const scopes = options['read-only'] === true ? ['read'] : ['read', 'write'];
  const name =
    typeof options['name'] === 'string' ? options['name'] : `varna token create --as ${who}`.slice(0, 100);
  await withServices(command, async (services) => {
    const person = (await findPerson(services, who)) ?? (await firstPerson(command, services, who));
    if (person === null) throw new Told(texts.nobody(who, offices.join(', ')));
    const { personId } = person;
    const created = await actAtConsole(services, createAtConsole, { name, scopes, days, personId });
    print(String(answered(command, created)['token']));
  });
}

/** Where there are no people at all, an office that sets up the rest is entered; any other must be appointed. */
async function firstPerson({ texts }: Command, services: Services, who: string) {
  const isFirst = who === 'administrator' || who === 'informationSecurityCoordinator' || !isOffice(who);
  if (!isFirst) return null;
  const name = { givenName: texts.firstGivenName, familyName: texts.firstFamilyName };
  const person = await enterFirstPerson(services, name, isOffice(who) ? null : who);
  if (person !== null) tell(texts.nobodyYet(who));
  return person;
}

/** `varna user invite`: prints a link that lets somebody in. */
export async function inviteUser(command: Command): Promise<void> {
  const { texts, options } = command;
  const email = requiredText(command, 'email');
  await withServices(command, async (services) => {
    let personId = (await findPerson(services, email))?.personId;
    if (personId === undefined) {
      const { 'given-name': givenName, 'family-name': familyName } = options;
      if (typeof givenName !== 'string' || typeof familyName !== 'string') throw new Told(texts.nameNeeded);
      const entered = await actAtConsole(services, registerPerson, {
        kind: 'employee',
        givenName,
        familyName,
        email,
        telephone: null,
        organisation: null,
        unitId: null,
        sourceId: null,
        from: dayOf(services.clock()),
        until: null,
      });
      personId = String(answered(command, entered)['id']) as PersonId; // an action answers with the record's id
    }
    print(String(answered(command, await actAtConsole(services, invite, { personId, email }))['link']));
  });
}

function answered(
  { configuration, texts }: Command,
  acted: Readonly<Record<string, unknown>> | Refusal,
): Readonly<Record<string, unknown>> {
  if (!isRefusal(acted)) return acted;
  throw new Told(texts.refused(problemOf(acted, configuration.language, accountRegister).detail));
}
