import { type AcknowledgedFact, knows } from '../governance/acknowledgements/acknowledgement.facts.ts';
import { policyInForce } from '../governance/documents/document.facts.ts';
import { holds } from '../kernel/calendar.ts';
import type { PersonFact } from '../people/person.facts.ts';
import type { Facts } from './facts.ts';

/** The facts by which it is known who has acknowledged the policy. */
export type KnowledgeFacts = Pick<Facts, 'acknowledged' | 'policyCovers' | 'documents' | 'documentVersions'>;

/** What somebody, by her id, lacks of the policy in force: all of it, what has changed since she read it, or nothing. */
export type Lacking = (id: string) => 'notAcknowledged' | 'changeNotAcknowledged' | null;

/** Tells of anybody what she lacks of the policy in force that day; null when none is. */
export function lackingIn(facts: KnowledgeFacts, today: string): Lacking | null {
  const policy = policyInForce(facts.documents, facts.documentVersions, today);
  if (policy === null) return null;
  const { id } = policy.version;
  const covering = new Set(facts.policyCovers.get(id)?.coveredBy ?? [id]);
  return (subject) => {
    const known: AcknowledgedFact | undefined = facts.acknowledged.get(subject);
    const knowledge = knows(known, covering);
    if (knowledge === 'all') return null;
    return knowledge === 'some' ? 'changeNotAcknowledged' : 'notAcknowledged';
  };
}

/** Those who are with us on a day, in the table's order. */
export function peopleOn(people: Facts['people'], today: string): PersonFact[] {
  const here: PersonFact[] = [];
  for (const person of people.values()) if (holds(person, today)) here.push(person);
  return here;
}
