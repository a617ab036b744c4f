import { Fragment, useEffect, useId, useState } from 'react';
import './field.css';
import { Chevron, Cross } from './icons.tsx';
import { useTexts } from './language.tsx';
import { Link } from './link.tsx';
import type { ListState } from './list-state.ts';
import type { Option } from './select.tsx';
import { uiTexts } from './ui.texts.ts';

/** A condition the list can be narrowed by, read as a sentence: "Tillstånd: i drift". */
export type ListFilter = {
  readonly key: string;
  readonly label: string;
  /** What can be chosen. Without it the condition only comes by a link, and can only be taken away. */
  readonly options?: readonly Option[];
  /** Words for a value that is not among the options. */
  readonly describe?: (value: string) => string;
};

const waitBeforeSearching = 300; // milliseconds: long enough not to ask at every letter

type ListToolsProps = {
  readonly list: ListState;
  readonly filters: readonly ListFilter[];
  readonly searchLabel: string | undefined;
  /** The sortable columns: on a phone there is no head to press. */
  readonly orders: readonly Option[];
};

/** Search box and filter chips above a list. */
export function ListTools({ list, filters, searchLabel, orders }: ListToolsProps) {
  const texts = useTexts(uiTexts);
  const shown = filters.filter(
    (filter) => filter.options !== undefined || list.filters[filter.key] !== undefined,
  );
  return (
    <div className="list-tools" role="group" aria-label={texts.listFilters}>
      {searchLabel === undefined ? null : <SearchBox key={list.search} list={list} label={searchLabel} />}
      {shown.map((filter) =>
        filter.options === undefined ? (
          <GivenChip key={filter.key} filter={filter} list={list} />
        ) : (
          <ChoiceChip key={filter.key} filter={filter} options={filter.options} list={list} />
        ),
      )}
      {orders.length === 0 ? null : <SortChip list={list} orders={orders} />}
      {list.isNarrowed ? (
        <Link to={list.clearedHref()} isReplacing>
          {texts.clearFilters}
        </Link>
      ) : null}
    </div>
  );
}

function SearchBox({ list, label }: { readonly list: ListState; readonly label: string }) {
  const [typed, setTyped] = useState(list.search);
  const { change, search } = list;
  useEffect(() => {
    if (typed.trim() === search) return undefined;
    const timer = setTimeout(() => change({ search: typed.trim() }), waitBeforeSearching);
    return () => clearTimeout(timer);
  }, [typed, search, change]);
  return (
    <input
      className="input list-search"
      type="search"
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}

type ChoiceChipProps = {
  readonly filter: ListFilter;
  readonly options: readonly Option[];
  readonly list: ListState;
};

/** A chip that is a list to choose from: the browser's own, laid unseen over the words. */
function ChoiceChip({ filter, options, list }: ChoiceChipProps) {
  const texts = useTexts(uiTexts);
  const id = useId();
  const value = list.filters[filter.key]?.[0] ?? '';
  const word = options.find((option) => option.value === value)?.label ?? filter.describe?.(value);
  return (
    <span className="chip" data-on={value === '' ? undefined : ''}>
      <label htmlFor={id}>{leadIn(filter.label)}</label>
      <strong aria-hidden="true">{value === '' ? texts.filterAny : (word ?? value)}</strong>
      <Chevron />
      <select id={id} value={value} onChange={(event) => list.change({ [filter.key]: event.target.value })}>
        <option value="">{texts.filterAny}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}

/** The order, where the list is cards. */
function SortChip({ list, orders }: { readonly list: ListState; readonly orders: readonly Option[] }) {
  const texts = useTexts(uiTexts);
  const id = useId();
  const isDown = list.sort.startsWith('-');
  const word = orders.find((order) => order.value === list.sort.replace('-', ''))?.label;
  return (
    <span className="chip list-sort">
      <label htmlFor={id}>{texts.sortBy}:</label>
      <strong aria-hidden="true">
        {word} {isDown ? '↓' : '↑'}
      </strong>
      <Chevron />
      <select id={id} value={list.sort} onChange={(event) => list.change({ sort: event.target.value })}>
        {orders.map((order) => (
          <Fragment key={order.value}>
            <option value={order.value}>
              {order.label}, {texts.sortedUp}
            </option>
            <option value={`-${order.value}`}>
              {order.label}, {texts.sortedDown}
            </option>
          </Fragment>
        ))}
      </select>
    </span>
  );
}

function GivenChip({ filter, list }: { readonly filter: ListFilter; readonly list: ListState }) {
  const texts = useTexts(uiTexts);
  const words = (list.filters[filter.key] ?? []).map((value) => filter.describe?.(value) ?? value).join(', ');
  return (
    <Link
      className="chip"
      data-on=""
      to={list.href({ [filter.key]: undefined })}
      isReplacing
      aria-label={texts.filterOff(filter.label, words)}
    >
      {leadIn(filter.label)} <strong>{words}</strong> <Cross />
    </Link>
  );
}

/** `Läge:`, but a question is its own lead-in. */
function leadIn(label: string): string {
  return label.endsWith('?') ? label : `${label}:`;
}
