import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import type { Scope } from '../kernel/access.ts';
import { action, type LoadRequest } from '../kernel/action.ts';
import type { Json } from '../kernel/audit/canonical.ts';
import type { Reader } from '../kernel/db.ts';
import { Turns } from '../kernel/recorded/turns.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { Fields, Line, OneOf, type Static, type TSchema } from '../kernel/schema.ts';
import type { Language } from '../kernel/texts.ts';
import type { ViewDeclaration } from '../kernel/view.ts';
import { askAgain, Filter } from './again.ts';
import { type Cell, csvOf, type Sheet } from './csv.ts';
import { xlsxOf } from './xlsx.ts';

/** So many rows at most in one file. */
const mostRows = 50_000;

const formats = ['csv', 'xlsx'] as const;
const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const exportInput = Fields({
  filter: Filter,
  format: OneOf(formats),
  /** To whom the information is disclosed (utlämnande); without one the file is for the exporter's own work. */
  recipient: Type.Optional(Line(200)),
  diaryNumber: Type.Optional(Line(60)),
});

/** What a list answers with, as far as an export needs to know. */
type ListAnswer = { readonly items: readonly unknown[]; readonly total?: number };
type RowOf<Answer> = Answer extends { items: readonly (infer Row)[] } ? Row : never;

interface ExportOptions<Name extends string, Row> {
  readonly name: Name;
  /** What the file is called. */
  title(language: Language): string;
  /** A row as the file holds it, from label to value, in the order of the columns. */
  columns(row: Row, language: Language): Readonly<Record<string, Cell>>;
  /** What is asked of the list besides the selection: more than its page shows at once. */
  readonly also?: Static<typeof Filter>;
  /** May a row be given to somebody outside at all? Where nothing is said, every row that the exporter sees may. */
  mayLeave?(row: Row): boolean;
}

/** A file of every row can take seconds and much memory, and everybody signed in may ask for one: nobody waits in line. */
const turns = new Turns({ atOnce: 2, waiting: 0, each: 1 });

/** All that is decided on: the rows are already a file. */
interface Made {
  readonly scope: Scope;
  readonly query: Json;
  readonly concerns: readonly string[];
  readonly rows: number;
  readonly name: string;
  readonly sha256: string;
  /** The file, in base64. */
  readonly content: string;
}

/**
 * The action that gives a list away as a file: every row of the selection within the asker's scope, for a purpose that
 * is told to the log with the number of rows, to whom, and the file's SHA-256. It is derived from the list's own view,
 * so that a file never shows more than the page does, and what the page tells of being read the file tells too.
 */
export function exportOf<const Name extends string, Input extends TSchema, Output extends TSchema>(
  list: ViewDeclaration<string, Input, Output>,
  options: ExportOptions<Name, RowOf<Static<Output>>>,
) {
  const { register } = list.permission;
  return action({
    name: options.name,
    on: 'register',
    permission: list.permission,
    readable: list.permission,
    input: exportInput,
    refusals: ['nothingToExport', 'tooManyRows', 'recipientMissing'],
    purpose: 'required',
    // Large, and made anew each time: what was given away is told by its hash.
    secretAnswer: true,
    prepare: (db, request) => {
      const { actor } = request.circumstances;
      return turns.take(actor.credentialId ?? actor.kind, () => makeFile(list, options, db, request));
    },
    // What was read is what is given away and told: a row that has changed since then is as it was.
    load: (_transaction, _request, made) => Promise.resolve(made),
    // The rows are those within the scope already.
    keys: ({ scope }) => scope.keys,
    decide: (made, { format, recipient, diaryNumber }) => {
      if (diaryNumber !== undefined && recipient === undefined) {
        return refuse('recipientMissing', { field: 'recipient' });
      }
      const { sha256 } = made;
      const data = {
        view: list.name,
        query: made.query,
        rows: made.rows,
        format,
        sha256,
        recipient: recipient ?? null,
        diaryNumber: diaryNumber ?? null,
        concerns: made.concerns,
      };
      const kind = `${register}.${recipient === undefined ? 'exported' : 'disclosed'}`;
      return { next: sha256, event: { kind, record: null, concerns: made.concerns, data } };
    },
    save: (_transaction, { name, content, rows }, sha256) =>
      Promise.resolve({
        name,
        type: types[name.endsWith('.csv') ? 'csv' : 'xlsx'],
        rows,
        sha256,
        content,
      }),
  });
}

/** Asks the list for every row of the selection, and makes the file of them. */
async function makeFile<Input extends TSchema, Output extends TSchema>(
  list: ViewDeclaration<string, Input, Output>,
  options: ExportOptions<string, RowOf<Static<Output>>>,
  db: Reader,
  request: LoadRequest<Static<typeof exportInput>>,
): Promise<Made | Refusal | null> {
  const { page: _page, ...filter } = request.input.filter;
  const asked = await askAgain(list, db, request, { ...filter, ...options.also }, { size: mostRows });
  if (asked === null || isRefusal(asked)) return asked;
  const { answer, ...told } = asked;
  const { items: found, total = found.length } = answer as ListAnswer; // every list answers so (ListOf)
  const isDisclosed = request.input.recipient !== undefined;
  const leaves = (row: unknown) => !isDisclosed || (options.mayLeave?.(row as RowOf<Static<Output>>) ?? true);
  const items = found.filter(leaves);
  if (items.length === 0) return refuse('nothingToExport');
  if (total > found.length) return refuse('tooManyRows', { parameters: { limit: mostRows } });
  const { actor, today } = request.circumstances;
  const { format } = request.input;
  const title = options.title(actor.language);
  const sheet = sheetOf(items.map((row) => options.columns(row as RowOf<Static<Output>>, actor.language)));
  const bytes = format === 'csv' ? csvOf(sheet) : xlsxOf(title, sheet);
  return {
    ...told,
    rows: items.length,
    name: `${title} ${today}.${format}`,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    content: bytes.toString('base64'),
  };
}

/** The labels come from the first row: every row has the same columns. */
function sheetOf(rows: readonly Readonly<Record<string, Cell>>[]): Sheet {
  return [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
}
