import { knows } from '../governance/acknowledgements/acknowledgement.facts.ts';
import { policyInForce } from '../governance/documents/document.facts.ts';
import { holds } from '../kernel/calendar.ts';
import type { PersonFact } from '../people/person.facts.ts';
import type { Facts } from './facts.ts';

/** The facts by which it is known who has acknowledged the policy. */
export type KnowledgeFacts = Pick<Facts, 'acknowledged' | 'policyCovers' | 'documents' | 'documentVersions'>;

/** What somebody lacks of the policy in force: all of it, or what has changed since she read it. */
export type Lack = 'notAcknowledged' | 'changeNotAcknowledged';

/** Tells of anybody, by her id, what she lacks of the policy in force that day; null when none is. */
export function lackingIn(facts: KnowledgeFacts, today: string): ((id: string) => Lack | null) | null {
  const policy = policyInForce(facts.documents, facts.documentVersions, today);
  if (policy === null) return null;
  const { id } = policy.version;
  const covering = new Set(facts.policyCovers.get(id)?.coveredBy ?? [id]);
  return (subject) => {
    const knowledge = knows(facts.acknowledged.get(subject), covering);
    if (knowledge === 'all') return null;
    return knowledge === 'some' ? 'changeNotAcknowledged' : 'notAcknowledged';
  };
}

/** Somebody who is with us and lacks something of the policy. */
export interface LackingPerson {
  readonly fact: PersonFact;
  readonly message: Lack;
}

/** Who is with us on a day, counted and by unit; and who of them lacks something of the policy in force. */
export interface Knowledge {
  readonly here: readonly PersonFact[];
  readonly staff: ReadonlyMap<string, number>;
  readonly lacking: readonly LackingPerson[];
}

interface Here {
  readonly today: string;
  readonly here: readonly PersonFact[];
  readonly staff: ReadonlyMap<string, number>;
}

// Three clauses ask the same of tens of thousands of people. Both answers turn on these tables and the day alone, so the latest is
// kept by the tables' identity: who is here while nobody comes or goes, and who lacks what while nobody acknowledges.
const keptHere = new WeakMap<Facts['people'], Here>();
const keptKnowledge = new WeakMap<
  Facts['acknowledged'],
  { readonly from: readonly unknown[]; readonly knowledge: Knowledge }
>();

/** Who is with us and who of them lacks what; null when no policy is in force. */
export function knowledgeOf(facts: KnowledgeFacts & Pick<Facts, 'people'>, today: string): Knowledge | null {
  const { people, acknowledged, policyCovers, documents, documentVersions } = facts;
  const from = [people, policyCovers, documents, documentVersions, today];
  const kept = keptKnowledge.get(acknowledged);
  if (kept?.from.every((one, place) => one === from[place]) === true) return kept.knowledge;
  const lackOf = lackingIn(facts, today);
  if (lackOf === null) return null;
  const { here, staff } = hereOn(people, today);
  const lacking: LackingPerson[] = [];
  for (const fact of here) {
    const message = lackOf(fact.id);
    if (message !== null) lacking.push({ fact, message });
  }
  const knowledge = { here, staff, lacking };
  keptKnowledge.set(acknowledged, { from, knowledge });
  return knowledge;
}

function hereOn(people: Facts['people'], today: string): Here {
  const kept = keptHere.get(people);
  if (kept?.today === today) return kept;
  const here: PersonFact[] = [];
  const staff = new Map<string, number>();
  for (const person of people.values()) {
    if (!holds(person, today)) continue;
    here.push(person);
    if (person.unitId !== null) staff.set(person.unitId, (staff.get(person.unitId) ?? 0) + 1);
  }
  const found = { today, here, staff };
  keptHere.set(people, found);
  return found;
}
