import { Type, type Static } from 'typebox';
import Value from 'typebox/value';
import type { PolicyText } from './policy-text.ts';

/**
 * Why a sentence with a demanding word asks for nothing that can be measured: it states what the policy is for; it states
 * the aim that all the clauses together measure; or it explains a word.
 */
export const noDemandReasons = ['statesPurpose', 'overallAim', 'definition'] as const;
export type NoDemandReason = (typeof noDemandReasons)[number];

const editionSentence = Type.Object(
  {
    number: Type.Integer({ minimum: 1 }),
    hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    clauses: Type.Array(Type.String({ pattern: '^P[0-9]{2}$' })),
    noDemand: Type.Optional(Type.Enum([...noDemandReasons])),
  },
  { additionalProperties: false },
);

/**
 * An edition: what is known of a municipality's adopted text without holding a word of it. With it the import of that text
 * ties every demand without a click.
 */
const editionSchema = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]{3,60}$' }),
    municipality: Type.String({ minLength: 1, maxLength: 100 }),
    sentences: Type.Array(editionSentence, { minItems: 1 }),
  },
  { additionalProperties: false },
);

/** See `editionSchema`. */
export type Edition = Static<typeof editionSchema>;

/** Reads an edition file's JSON. Throws on any other shape: the file is ours, and a fault in it is a fault in the product. */
export function parseEdition(json: string): Edition {
  return Value.Parse(editionSchema, JSON.parse(json));
}

/** Where a text, its edition and the catalogue of clauses disagree. */
export type EditionFault =
  | { kind: 'sentenceDiffers'; sentence: number }
  | { kind: 'sentenceMissing'; sentence: number }
  | { kind: 'sentenceUnknown'; sentence: number }
  | { kind: 'demandUnbound'; sentence: number }
  | { kind: 'clauseUnknown'; sentence: number; clause: string }
  | { kind: 'clauseUnbound'; clause: string };

/**
 * Checks an edition against the text and the catalogue, both ways: every sentence is there with its hash, every demand has
 * a clause or a reason, every clause is known, and every clause has a sentence. Empty when all agree.
 */
export function checkEdition(text: PolicyText, edition: Edition, clauses: readonly string[]): EditionFault[] {
  const faults: EditionFault[] = [];
  const rows = new Map(edition.sentences.map((row) => [row.number, row]));
  const known = new Set(clauses);
  const bound = new Set<string>();
  for (const sentence of text.sentences) {
    const row = rows.get(sentence.number);
    const number = sentence.number;
    if (row === undefined) faults.push({ kind: 'sentenceUnknown', sentence: number });
    else if (row.hash !== sentence.hash) faults.push({ kind: 'sentenceDiffers', sentence: number });
    const unbound = row === undefined || (row.clauses.length === 0 && row.noDemand === undefined);
    if (sentence.demand !== null && unbound) faults.push({ kind: 'demandUnbound', sentence: number });
  }
  for (const row of edition.sentences) {
    if (row.number > text.sentences.length) faults.push({ kind: 'sentenceMissing', sentence: row.number });
    for (const clause of row.clauses) {
      bound.add(clause);
      if (!known.has(clause)) faults.push({ kind: 'clauseUnknown', sentence: row.number, clause });
    }
  }
  for (const clause of clauses) if (!bound.has(clause)) faults.push({ kind: 'clauseUnbound', clause });
  return faults;
}
