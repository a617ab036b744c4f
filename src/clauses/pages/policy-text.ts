import type { Verdict } from '../clause.ts';
import type { ClauseItem, PolicyAnswer, PolicySection, PolicySentence } from './answers.ts';

/** What the reader has asked to see marked: every demand, her own offices', or those that are not met. */
export type Selection = 'all' | 'mine' | 'failing';

/** A paragraph, or a run of list items that make one list. */
export type Block =
  | { readonly kind: 'paragraph'; readonly sentences: readonly PolicySentence[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly PolicySentence[])[] };

/** The sentences of a version by their numbers. */
export function sentencesByNumber(policy: PolicyAnswer): ReadonlyMap<number, PolicySentence> {
  return new Map(policy.sentences.map((sentence) => [sentence.number, sentence]));
}

/** The paragraphs of a section as blocks: items that follow each other are one list. */
export function blocksOf(
  section: Pick<PolicySection, 'paragraphs'>,
  sentences: ReadonlyMap<number, PolicySentence>,
): Block[] {
  const blocks: Block[] = [];
  for (const paragraph of section.paragraphs) {
    const own = paragraph.sentences.flatMap((number) => sentences.get(number) ?? []);
    if (own.length === 0) continue;
    const last = blocks[blocks.length - 1];
    if (paragraph.kind === 'text') blocks.push({ kind: 'paragraph', sentences: own });
    else if (last?.kind === 'list') blocks[blocks.length - 1] = { kind: 'list', items: [...last.items, own] };
    else blocks.push({ kind: 'list', items: [own] });
  }
  return blocks;
}

/** A demand that nobody has said anything about: neither tied, attested by an office, nor set aside with a reason. */
export function isOpen(sentence: PolicySentence): boolean {
  return (
    sentence.demand !== null &&
    sentence.clauses.length === 0 &&
    sentence.proposal === null &&
    sentence.setAsideReason === null &&
    !sentence.attested
  );
}

// What a reader should know first stands first.
const gravity: readonly Verdict[] = [
  'not_met',
  'partly',
  'undetermined',
  'not_in_force',
  'met',
  'not_applicable',
];

/** The gravest verdict among a section's demands; null when it demands nothing. */
export function verdictOfSection(
  section: Pick<PolicySection, 'paragraphs'>,
  sentences: ReadonlyMap<number, PolicySentence>,
  clauses: ReadonlyMap<string, ClauseItem>,
): Verdict | null {
  const found = new Set(
    section.paragraphs
      .flatMap((paragraph) => paragraph.sentences)
      .flatMap((number) => sentences.get(number)?.clauses ?? [])
      .flatMap((number) => clauses.get(number)?.verdict ?? []),
  );
  return gravity.find((verdict) => found.has(verdict)) ?? null;
}

/** The clauses that no sentence of the text is tied to. */
export function clausesOutside(
  policy: Pick<PolicyAnswer, 'sentences'> | null,
  clauses: readonly ClauseItem[],
): readonly ClauseItem[] {
  const tied = new Set(policy?.sentences.flatMap((sentence) => sentence.clauses) ?? []);
  return clauses.filter((clause) => !tied.has(clause.number));
}

/** Is the clause one that the selection marks? `offices` are the ones the reader holds. */
export function isSelected(clause: ClauseItem, selection: Selection, offices: ReadonlySet<string>): boolean {
  if (selection === 'mine') return offices.has(clause.responsible);
  if (selection === 'failing') return clause.verdict === 'not_met' || clause.verdict === 'partly';
  return true;
}

/** How many clauses have each verdict, gravest first; verdicts that none has are left out. */
export function countVerdicts(clauses: readonly ClauseItem[]): { verdict: Verdict; count: number }[] {
  return gravity
    .map((verdict) => ({ verdict, count: clauses.filter((clause) => clause.verdict === verdict).length }))
    .filter(({ count }) => count > 0);
}

/** An element's id for a section, by its place in the text. */
export function sectionId(index: number): string {
  return `avsnitt-${index + 1}`;
}

/** The highest level among the headings of a text; texts begin at the first or the second. */
export function topLevel(sections: readonly Pick<PolicySection, 'heading' | 'level'>[]): number {
  return Math.min(...sections.filter(({ heading }) => heading !== '').map(({ level }) => level));
}
