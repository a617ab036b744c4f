import type { ReactNode } from 'react';
import { formatNumber } from '../kernel/format.ts';
import { Button, LinkButton } from './button.tsx';
import './data-list.css';
import { ErrorPage, errorKind } from './error-page.tsx';
import type { ViewState } from './hooks.ts';
import { Chevron } from './icons.tsx';
import { useLanguage, useTexts } from './language.tsx';
import { Link } from './link.tsx';
import { type ListFilter, ListTools } from './list-tools.tsx';
import type { ListState } from './list-state.ts';
import { EmptyState, Loading } from './notice.tsx';
import { uiTexts } from './ui.texts.ts';

/** One column. The first is the row's name and carries its link. */
export type Column<Row> = {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** What the server calls this order; without it the column cannot be sorted by. */
  readonly sortKey?: string;
  /** Numbers stand to the right, in figures of one width. What is brief, a day or a case's number, is not broken over two lines. */
  readonly kind?: 'text' | 'number' | 'brief';
  /** Left out where the screen is narrower than a laptop's; a phone's card shows it. */
  readonly isMinor?: boolean;
};

/** One page of a list as every list view answers. */
type PageOfRows<Row> = {
  readonly items: readonly Row[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
};

type DataListProps<Row> = {
  /** What the rows are, for those who listen: "System". */
  readonly label: string;
  readonly list: ListState;
  readonly view: ViewState<PageOfRows<Row>>;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly rowTo: (row: Row) => string;
  readonly filters?: readonly ListFilter[];
  /** Label of the search box; without it there is none. */
  readonly searchLabel?: string;
  /** What stands here before there is any row at all: an `EmptyState` that says what to do first. */
  readonly empty?: ReactNode;
  /** Beside the number of rows: an export button. */
  readonly footAction?: ReactNode;
};

/** The list pattern: sentence-like filters, sortable columns, one link a row, 50 rows a page, cards on a phone. */
export function DataList<Row>(props: DataListProps<Row>) {
  const { list, view, filters = [], searchLabel, empty } = props;
  const texts = useTexts(uiTexts);
  if (view.data === undefined && view.problem !== undefined) {
    return <ErrorPage kind={errorKind(view.problem)} problem={view.problem} onRetry={view.reload} />;
  }
  const orders = props.columns.flatMap(({ sortKey, label }) =>
    sortKey === undefined ? [] : [{ value: sortKey, label }],
  );
  const total = view.data?.total;
  if (total === 0 && !list.isNarrowed) return empty ?? <EmptyState title={texts.noRows} />;
  return (
    <div className="list" aria-busy={view.isRefreshing || undefined}>
      <ListTools list={list} filters={filters} searchLabel={searchLabel} orders={orders} />
      {view.data === undefined ? <Loading lines={8} /> : null}
      {total === 0 ? (
        <EmptyState
          title={texts.noRowsInFilter}
          action={<LinkButton to={list.clearedHref()}>{texts.clearFilters}</LinkButton>}
        >
          {texts.noRowsInFilterText}
        </EmptyState>
      ) : null}
      {view.data === undefined || total === 0 ? null : (
        <>
          <ListTable {...props} rows={view.data.items} />
          <ListFoot list={list} answer={view.data} action={props.footAction} />
        </>
      )}
    </div>
  );
}

/** The table itself. Roles are spelled out because css makes cards of it on a phone, which would take them away. */
function ListTable<Row>(props: DataListProps<Row> & { readonly rows: readonly Row[] }) {
  const { label, list, columns, rows, rowKey, rowTo } = props;
  return (
    <table className="list-table" role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <ColumnHead key={column.key} column={column} list={list} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column, index) => (
              <td
                key={column.key}
                role="cell"
                data-label={column.label}
                data-kind={column.kind}
                data-minor={column.isMinor === true ? '' : undefined}
                data-title={index === 0 ? '' : undefined}
              >
                {index === 0 ? (
                  <Link className="list-link" to={rowTo(row)}>
                    {column.cell(row)}
                  </Link>
                ) : (
                  <div>{column.cell(row)}</div>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ColumnHead<Row>({ column, list }: { readonly column: Column<Row>; readonly list: ListState }) {
  const { sortKey, label } = column;
  const isUp = sortKey !== undefined && list.sort === sortKey;
  const isDown = sortKey !== undefined && list.sort === `-${sortKey}`;
  const sorted = isUp ? 'ascending' : isDown ? 'descending' : undefined;
  return (
    <th
      role="columnheader"
      scope="col"
      data-kind={column.kind}
      data-minor={column.isMinor === true ? '' : undefined}
      aria-sort={sorted}
    >
      {sortKey === undefined ? (
        label
      ) : (
        <Link to={list.href({ sort: isUp ? `-${sortKey}` : sortKey })} isReplacing>
          {label}
          <Chevron />
        </Link>
      )}
    </th>
  );
}

type ListFootProps = {
  readonly list: ListState;
  readonly answer: PageOfRows<unknown>;
  readonly action: ReactNode;
};

function ListFoot({ list, answer, action }: ListFootProps) {
  const texts = useTexts(uiTexts);
  const language = useLanguage();
  const say = (value: number) => formatNumber(value, language);
  const { total, page, pageSize, items } = answer;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const first = (page - 1) * pageSize + 1;
  const count = total === 1 ? texts.rowTotal : texts.rowsTotal(say(total));
  return (
    <div className="list-foot">
      <span role="status">
        {pages === 1 ? count : texts.rowsShown(say(first), say(first + items.length - 1), say(total))}
      </span>
      {action}
      {pages === 1 ? null : (
        <nav className="list-pages" aria-label={texts.pages}>
          {page > 1 ? (
            <LinkButton size="small" to={list.href({ page: page === 2 ? undefined : String(page - 1) })}>
              {texts.previousPage}
            </LinkButton>
          ) : null}
          <span>{texts.page(say(page), say(pages))}</span>
          {page < pages ? (
            <LinkButton size="small" to={list.href({ page: String(page + 1) })}>
              {texts.nextPage}
            </LinkButton>
          ) : null}
        </nav>
      )}
      {items.length === 0 && page > 1 ? (
        <Button size="small" onClick={() => list.change({})}>
          {texts.page('1', say(pages))}
        </Button>
      ) : null}
    </div>
  );
}
