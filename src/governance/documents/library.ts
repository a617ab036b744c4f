import { readdir, readFile } from 'node:fs/promises';
import { clauseByNumber } from '../../clauses/index.ts';
import { clauseWords } from './policy-text/clause-words.ts';
import { type Edition, parseEdition } from './policy-text/edition.ts';
import { readModelPolicy } from './policy-text/model-policy.ts';
import type { TieTarget } from './policy-text/ties.ts';

/** The texts Värna carries: the newest model policy, what it ties to each clause, and the editions of known policies. */
export interface Library {
  readonly modelPolicy: string;
  readonly targets: readonly TieTarget[];
  readonly editions: readonly Edition[];
}

const folder = new URL('../../../policy/', import.meta.url);
let library: Promise<Library> | null = null;

/** Read once; the files are the release's own and do not change while it runs. */
export function openLibrary(): Promise<Library> {
  library ??= readLibrary();
  return library;
}

async function readLibrary(): Promise<Library> {
  const models = (await readdir(new URL('monsterpolicy/', folder)))
    .filter((name) => /^\d{4}-\d{2}\.md$/.test(name))
    .sort();
  const modelPolicy = await readFile(new URL(`monsterpolicy/${models.at(-1) ?? ''}`, folder), 'utf8');
  const names = (await readdir(new URL('editions/', folder))).filter((name) => name.endsWith('.json'));
  const editions = await Promise.all(
    names.map(async (name) => parseEdition(await readFile(new URL(`editions/${name}`, folder), 'utf8'))),
  );
  return { modelPolicy, targets: targetsOf(modelPolicy), editions };
}

function targetsOf(modelPolicy: string): TieTarget[] {
  const model = readModelPolicy(modelPolicy, null);
  if (!model.ok) throw new Error(`the model policy cannot be read: ${model.refusal.code}`);
  const { text, ties } = model.value;
  return ties.map(({ sentence, clause }) => ({
    clause,
    quote: text.sentences[sentence - 1]?.text ?? '',
    words: clauseWords[clause] ?? '',
    responsible: clauseByNumber(clause)?.responsible ?? 'informationSecurityCoordinator',
  }));
}
