import type { AffectedParty, Impact, PartyRole, QuestionKey, Sector } from '../../case-facts.ts';
import { answered } from '../cases.ts';

/**
 * Something that happened in public, told by its facts in our own words, with the duties that a lawyer would list. Names of
 * nämnder and hours of the day are ours where the sources give none. The older act on essential services (2018:1174) is
 * repealed and left out.
 */
export interface Story {
  readonly name: string;
  readonly what: string;
  /** What the sources do not say for certain, and we have assumed. */
  readonly assumed: string;
  /** When it was noticed, ISO 8601 in UTC. */
  readonly at: string;
  readonly parties: readonly AffectedParty[];
  readonly yes: readonly QuestionKey[];
  readonly unknown?: readonly QuestionKey[];
  readonly impact?: Impact;
  /** Sent for a party: the duty, the stage, when. */
  readonly sent?: readonly (readonly [string, string, string, string])[];
  /**
   * By the law of the day: number and party, with the Swedish time when it has one. A question mark: a decision is
   * needed. What does not arise is not listed.
   */
  readonly then: readonly string[];
  /** What was sent too late, number and party. */
  readonly late?: readonly string[];
  /** If the same had happened in November 2026: the numbers that arise for somebody, and that somebody must decide. */
  readonly now: { readonly arises: string; readonly decide: string };
}

interface Differences {
  /** When it knew, where that was not when the event was noticed. */
  readonly knewAt?: string;
  readonly yes?: readonly QuestionKey[];
  readonly no?: readonly QuestionKey[];
  readonly unknown?: readonly QuestionKey[];
}

/** Somebody concerned, with these roles. Part of `legalEntity` where that is another. */
export function concerned(
  name: string,
  roles: readonly PartyRole[],
  { knewAt, yes = [], no = [], unknown = [] }: Differences = {},
  { legalEntity = name, sectors = ['publicAdministration'] as readonly Sector[] } = {},
): AffectedParty {
  return {
    id: name,
    legalEntityId: legalEntity,
    name,
    roles,
    sectors,
    knowledge: knewAt === undefined ? null : { at: knewAt, reason: 'Enligt källan' },
    answers: { ...answered('yes', ...yes), ...answered('no', ...no), ...answered('unknown', ...unknown) },
    impact: {},
  };
}

/** A municipality as a legal entity, that gives health care and social services; its nämnder are the controllers. */
export function town(name: string): AffectedParty {
  return concerned(
    name,
    ['coveredEntity', 'careProvider', 'socialServices'],
    {},
    { sectors: ['publicAdministration', 'healthCare'] },
  );
}

/** A nämnd, controller for its own. */
export function committee(name: string, legalEntity: string, differences: Differences = {}): AffectedParty {
  return concerned(name, ['controller'], differences, { legalEntity });
}
