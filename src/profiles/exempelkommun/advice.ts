import { type Actor, systemActor } from '../../kernel/access.ts';
import type { Action } from '../../kernel/action.ts';
import { dayOf } from '../../kernel/calendar.ts';
import type { Services } from '../../kernel/run.ts';
import { answer, ask, close } from '../../governance/advice/advice.actions.ts';
import type { SupportRole } from '../../governance/advice/advice.ts';
import { publish, setSupportContact } from '../../governance/advice/support.actions.ts';
import { roleHolders } from '../../governance/advice/support.store.ts';
import { loadActor } from '../../people/actor.store.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { exampleId } from './rows.ts';

/** How the example's makers do what a person would have done. */
export type Perform = (
  services: Services,
  action: Action,
  id: string | null,
  version: number | null,
  input: unknown,
  actor?: Actor,
) => Promise<{ id: string; version: number }>;
/** The services as they were so many days ago. */
export type Ago = (days: number) => Services;

interface Example {
  readonly asker: number;
  readonly askedOf: SupportRole;
  readonly subject: string;
  readonly question: string;
  readonly daysAgo: number;
  /** Days from question to answer; null while nobody has answered. */
  readonly answeredAfter: number | null;
  readonly answer: string;
}

const examples: readonly Example[] = [
  {
    asker: 120,
    askedOf: 'securityCoordinator',
    subject: 'Får jag spara elevfoton i mobilen?',
    question: 'Vi tar bilder på skolavslutningen. Får jag ha dem kvar i min jobbtelefon över sommaren?',
    daysAgo: 160,
    answeredAfter: 1,
    answer: 'Nej. För över dem till skolans lagring samma vecka och ta bort dem ur telefonen.',
  },
  {
    asker: 210,
    askedOf: 'itManager',
    subject: 'Får jag skicka journaler med e-post?',
    question: 'En vårdgivare i en annan region vill ha en journalkopia i dag. Kan jag mejla den?',
    daysAgo: 90,
    answeredAfter: 0,
    answer: 'Nej, inte med vanlig e-post. Använd säkra meddelanden, så hjälper vi dig att komma i gång.',
  },
  {
    asker: 60,
    askedOf: 'itManager',
    subject: 'Vilken AI-tjänst får vi använda?',
    question: 'Vi vill låta en tjänst sammanfatta protokoll. Vilken är godkänd?',
    daysAgo: 45,
    answeredAfter: 9,
    answer: 'Bara den som finns i vår portal, och bara för offentliga handlingar.',
  },
  {
    asker: 300,
    askedOf: 'securityCoordinator',
    subject: 'En besökare fotograferade i receptionen',
    question: 'Ska jag rapportera det som en händelse, eller räcker det att jag sade ifrån?',
    daysAgo: 0,
    answeredAfter: null,
    answer: '',
  },
];

/** What was asked and answered in the example municipality: mostly in time, once too late, and one that waits. */
export async function fillAdvice(perform: Perform, ago: Ago): Promise<void> {
  const contact = { office: 'securityCoordinator', email: 'sakerhet@exempelkommun.example', telephone: null };
  await perform(ago(320), setSupportContact, null, null, contact);
  const it = { office: 'itManager', email: 'it-stod@exempelkommun.example', telephone: '0900-10 100' };
  await perform(ago(320), setSupportContact, null, null, it);
  for (const example of examples) await converse(perform, ago, example);
  for (const { askedOf, subject, answer: text, answeredAfter, daysAgo } of examples.slice(0, 2)) {
    const input = { office: askedOf, question: subject, answer: text, adviceId: null };
    await perform(ago(daysAgo - (answeredAfter ?? 0)), publish, null, null, input);
  }
}

async function converse(perform: Perform, ago: Ago, example: Example): Promise<void> {
  const { asker, askedOf, subject, question, daysAgo, answeredAfter } = example;
  const asking = ago(daysAgo);
  const person = await actorOf(asking, exampleId('person', String(asker)));
  const input = { askedOf, subject, question, about: null };
  const made = await perform(asking, ask, null, null, input, person);
  if (answeredAfter === null) return;
  const answering = ago(daysAgo - answeredAfter);
  const holder = await holderOf(answering, askedOf);
  const words = { answer: example.answer };
  const answered = await perform(answering, answer, made.id, made.version, words, holder);
  await perform(ago(daysAgo - answeredAfter - 1), close, made.id, answered.version, {}, person);
}

/** Who holds the role in the example: the coordinator, and whoever leads IT. */
async function holderOf(services: Services, office: SupportRole): Promise<Actor> {
  const [holder] = await roleHolders(services.db, [office], dayOf(services.clock()));
  return holder === undefined ? systemActor : actorOf(services, holder.personId);
}

/** Somebody of the example, as she was that day. */
export async function actorOf(services: Services, id: string): Promise<Actor> {
  const loaded = await loadActor(services.db, id as PersonId, dayOf(services.clock())); // a person of this example
  if (loaded === null) throw new Error('the example has nobody to ask');
  return { ...loaded, language: 'sv', credentialId: null };
}
