import { offices } from '../kernel/offices.ts';
import type { RegisterName } from '../kernel/registers.ts';
import type { Language } from '../kernel/texts.ts';
import type { FactName, Facts } from './facts.ts';

/** The policy's sections, in its order; also the folders of this directory. */
export const sections = [
  'bakgrund',
  'informationssakerhet',
  'ansvar',
  'stod',
  'mal',
  'malgrupp',
  'styrning',
  'organisation',
  'avtal',
  'klassificering',
  'avvikelser',
  'uppfoljning',
] as const;
export type Section = (typeof sections)[number];

/** Who answers for a clause or a finding: an office, a body that no single person stands for, or each and every one. */
export const responsibles = [...offices, 'council', 'executiveBoard', 'everyone'] as const;
export type Responsible = (typeof responsibles)[number];

/**
 * What a judgement can say. An empty population or missing evidence is `undetermined`, never `met`.
 */
export const verdicts = [
  'met',
  'partly',
  'not_met',
  'not_applicable',
  'not_in_force',
  'undetermined',
] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * How a clause is followed: `computed` from the registers; `attested` by an office, in date; `outOfReach` of a machine,
 * accepted as such; or it `awaitsRegister` that is not built yet, and answers `undetermined`.
 */
export type ClauseKind = 'computed' | 'attested' | 'outOfReach' | 'awaitsRegister';

/** What is shown beside a figure. The words are in clause.texts. */
export type NoteCode =
  | 'registerMissing'
  | 'emptyPopulation'
  | 'populationNotDeclared'
  | 'policyMissing'
  | 'partNotMeasured';

/** Words in both languages. They differ: a copy is no translation (tools/check-texts). */
export type Bilingual = Readonly<Record<Language, string>>;
export type Parameters = Readonly<Record<string, string | number>>;
/** A finding's sentence: fixed words, or made from the finding's parameters. */
export type Message = Readonly<Record<Language, string | ((parameters: Parameters) => string)>>;

/** One record that does not meet the demand: what is missing, whose duty it is, and which action mends it. */
export interface Finding<Code extends string = string> {
  readonly register: RegisterName;
  /** Null when it is the lack of any record that is found. */
  readonly recordId: string | null;
  readonly recordName: string;
  /** The field to mend, in the record's own terms; null when none is to blame more than another. */
  readonly field: string | null;
  readonly responsible: Responsible;
  /** Who holds that office today; null when nobody does. */
  readonly responsiblePersonId: string | null;
  readonly unitId: string | null;
  readonly message: Code;
  readonly parameters: Parameters;
  /** The operationId that mends it; null when it is mended outside Värna. */
  readonly action: string | null;
}

/**
 * How many were looked at, how many hold, and each one that does not. `met + offenders = population`, always. The
 * offenders are worked out when they are first asked for: most who ask want the figure alone.
 */
export interface Share<Code extends string = string> {
  readonly population: number;
  readonly met: number;
  readonly offenders: readonly Finding<Code>[];
  readonly notes: readonly NoteCode[];
}

interface Described {
  /** Equal to the file's path below src/clauses, without its ending. */
  readonly id: string;
  /** As in the catalogue, ”P28”. Never reused. */
  readonly number: string;
  readonly section: Section;
  /** A missed `bor` is not a breach. */
  readonly strength: 'ska' | 'bor';
  readonly responsible: Responsible;
  /** The law behind the demand, besides the policy itself. */
  readonly citation: readonly string[];
  /** From which day the demand holds, when a law says so; null: as long as the policy does. */
  readonly inForceFrom: string | null;
  readonly title: Bilingual;
  /** The demand in plain words of our own. */
  readonly demand: Bilingual;
  /** What is measured, and what is not. */
  readonly measured: Bilingual;
}

/** A clause that is computed from facts: it is typed by what it reads, and is given nothing else. */
export interface ClauseDeclaration<Reads extends readonly FactName[], Code extends string> extends Described {
  readonly kind: ClauseKind;
  readonly reads: Reads;
  readonly messages: Readonly<Record<Code, Message>>;
  /** Pure. Is there anything to ask at all? Different from an empty population, which is missing evidence. */
  applies(facts: Pick<Facts, Reads[number]>, today: string): boolean;
  /** Pure. */
  findings(facts: Pick<Facts, Reads[number]>, today: string): Share<NoInfer<Code>>;
}

/** A clause with its inner types forgotten: what the list of clauses holds. */
export interface Clause extends Described {
  readonly kind: ClauseKind;
  readonly reads: readonly FactName[];
  readonly messages: Readonly<Record<string, Message>>;
  applies(facts: Facts, today: string): boolean;
  findings(facts: Facts, today: string): Share;
}

/** Declares a clause. A finding's message that has no words, or a fact that is not in `reads`, does not compile. */
export function clause<const Reads extends readonly FactName[], Code extends string>(
  declaration: ClauseDeclaration<Reads, Code>,
): Clause {
  return declaration;
}

/** Declares a clause whose register is not built yet: it says so, and never guesses. */
export function awaitingClause(declaration: Described): Clause {
  return {
    ...declaration,
    kind: 'awaitsRegister',
    reads: [],
    messages: {},
    applies: always,
    findings: () => ({ population: 0, met: 0, offenders: [], notes: [] }),
  };
}

/** For a clause that applies to every municipality. */
export function always(): boolean {
  return true;
}

/** A finding without its message: which record, whose duty, and how it is mended. */
export type Description = Omit<Finding, 'message'>;

/**
 * Looks at each of a population once: `lacks` answers null where the demand holds, and else the one message that tells
 * why not; `describe` makes the finding of it. A record that fails in several ways is one offender, so that findings and
 * met make up the population.
 */
export function shareOf<Fact, Code extends string>(
  population: Iterable<Fact>,
  lacks: (fact: Fact) => Code | null,
  describe: (fact: Fact, message: Code) => Description,
  notes: readonly NoteCode[] = [],
): Share<Code> {
  const failing = new Failing<Fact, Code>();
  let count = 0;
  for (const fact of population) {
    count += 1;
    const message = lacks(fact);
    if (message !== null) failing.add(fact, message);
  }
  return failing.outOf(count, describe, notes);
}

/**
 * As {@link shareOf}, over what belongs to each of the wholes; `lacks` answers undefined for a part that is not asked at
 * all. For tens of thousands of parts: nothing is made for those that hold.
 */
export function shareOfParts<Whole, Part, Code extends string>(
  wholes: Iterable<Whole>,
  partsOf: (whole: Whole) => readonly Part[],
  lacks: (whole: Whole, part: Part) => Code | null | undefined,
  describe: (whole: Whole, part: Part, message: Code) => Description,
  notes: readonly NoteCode[] = [],
): Share<Code> {
  const failing = new Failing<{ readonly whole: Whole; readonly part: Part }, Code>();
  let count = 0;
  for (const whole of wholes) {
    for (const part of partsOf(whole)) {
      const message = lacks(whole, part);
      if (message === undefined) continue;
      count += 1;
      if (message !== null) failing.add({ whole, part }, message);
    }
  }
  return failing.outOf(count, ({ whole, part }, message) => describe(whole, part, message), notes);
}

/** As {@link shareOf}, where those that fail have been found already, out of a population of so many. */
export function shareLacking<Fact, Code extends string>(
  population: number,
  lacking: Iterable<{ readonly fact: Fact; readonly message: Code }>,
  describe: (fact: Fact, message: Code) => Description,
  notes: readonly NoteCode[] = [],
): Share<Code> {
  const failing = new Failing<Fact, Code>();
  for (const { fact, message } of lacking) failing.add(fact, message);
  return failing.outOf(population, describe, notes);
}

/** Those that fail, with why; described when somebody asks, and then once. */
class Failing<Fact, Code extends string> {
  private readonly facts: Fact[] = [];
  private readonly messages: Code[] = [];

  add(fact: Fact, message: Code): void {
    this.facts.push(fact);
    this.messages.push(message);
  }

  outOf(
    population: number,
    describe: (fact: Fact, message: Code) => Description,
    notes: readonly NoteCode[],
  ): Share<Code> {
    const { facts, messages } = this;
    let offenders: readonly Finding<Code>[] | null = null;
    return {
      population,
      met: population - facts.length,
      notes,
      get offenders() {
        offenders ??= messages.map((message, index) => {
          const fact = facts[index] as Fact; // added together with its message
          return { ...describe(fact, message), message };
        });
        return offenders;
      },
    };
  }
}

/** The sentence of a finding in the reader's language. */
export function sentenceOf(owner: Clause, finding: Finding, language: Language): string {
  const message = owner.messages[finding.message]?.[language];
  if (message === undefined) throw new Error(`${owner.number} has no words for ${finding.message}`);
  return typeof message === 'string' ? message : message(finding.parameters);
}
