import pg from 'pg';
import type { Actor } from '../src/kernel/access.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { ask, type Services } from '../src/kernel/run.ts';
import type { View } from '../src/kernel/view.ts';
import { type ListCase, listCases } from './list-cases.ts';
import { inTurn, median, milliseconds, quantile, type Row } from './measure.ts';

const rounds = 120;
const longest = 50;
const timesBare = 3;

interface Page {
  readonly items: readonly { readonly id: string }[];
  readonly total: number;
}

/**
 * Each page by the view, with rights, owners and classes, in turn with the same page by bare SQL: prepared statements
 * on one connection. @throws when the two do not show the same rows: then they are not the same question.
 */
export async function measureLists(
  services: Services,
  views: readonly View[],
  actor: Actor,
  bare: pg.ClientConfig,
  unitId: string,
): Promise<Row[]> {
  const client = new pg.Client(bare);
  await client.connect();
  try {
    const rows: Row[] = [];
    for (const [index, one] of listCases(unitId).entries()) {
      const view = views.find((candidate) => candidate.name === one.view);
      if (view === undefined) throw new Error(`there is no view ${one.view}`);
      const shown = () => askPage(services, view, actor, one);
      const written = () => queryPage(client, `list_${index}`, one, services.clock());
      same(one, await shown(), await written());
      rows.push(rowOf(one, await inTurn(rounds, 10, shown, written)));
    }
    return rows;
  } finally {
    await client.end();
  }
}

async function askPage(services: Services, view: View, actor: Actor, one: ListCase): Promise<Page> {
  const asked = await ask(services, view, { actor, id: null, query: one.query });
  if (isRefusal(asked)) throw new Error(`${one.view} ${JSON.stringify(one.query)}: ${asked.code}`);
  return asked.answer as Page; // every list answers with a page
}

async function queryPage(client: pg.Client, name: string, one: ListCase, now: Date): Promise<Page> {
  const values = [now.toISOString().slice(0, 10), one.parameter ?? ''];
  const rows = await prepared<{ id: string }>(client, `${name}_page`, one.page, values);
  const counted = await prepared<{ total: number }>(client, `${name}_count`, one.count, values);
  return { items: rows, total: counted[0]?.total ?? -1 };
}

/** A statement gets the parameters it names and no others: PostgreSQL could not tell the type of one that is not used. */
async function prepared<R extends pg.QueryResultRow>(
  client: pg.Client,
  name: string,
  text: string,
  values: readonly string[],
): Promise<R[]> {
  const used = values.flatMap((value, index) =>
    text.includes(`$${index + 1}`) ? [{ value, from: `$${index + 1}` }] : [],
  );
  const numbered = used.reduce((whole, { from }, index) => whole.replaceAll(from, `$${index + 1}`), text);
  const { rows } = await client.query<R>({ name, text: numbered, values: used.map((one) => one.value) });
  return rows;
}

function same(one: ListCase, shown: Page, written: Page): void {
  const ids = (page: Page) =>
    page.items
      .map((item) => item.id)
      .sort()
      .join();
  if (shown.total === written.total && ids(shown) === ids(written)) return;
  throw new Error(
    `${one.view} ${JSON.stringify(one.query)}: the bare SQL shows other rows (${shown.total}, ${written.total})`,
  );
}

function rowOf(one: ListCase, times: { measured: number[]; reference: number[] }): Row {
  const shown = quantile(times.measured, 0.99);
  const written = quantile(times.reference, 0.99);
  const narrowed = Object.entries(one.query).map(([key, value]) =>
    key === 'unitId' ? 'unit' : `${key}=${value}`,
  );
  return {
    name: `${one.view} ${narrowed.join(' ')}`.trimEnd(),
    measured: `${milliseconds(median(times.measured))}, p99 ${milliseconds(shown)}`,
    reference: `${milliseconds(median(times.reference))}, p99 ${milliseconds(written)} (bare SQL)`,
    ratio: shown / written,
    budget: `p99 ≤ ${timesBare} × and < ${longest} ms`,
    met: shown <= timesBare * written && shown < longest,
  };
}
