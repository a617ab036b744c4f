import { type ReactNode, useRef, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import type { FieldFault } from '../../../ui/client.ts';
import { useTexts } from '../../../ui/language.tsx';
import { planPagesTexts } from './pages.texts.ts';
import './plans.css';

interface RowsEditorProps<Row> {
  /** The id that an error summary leads to, and the name that faults have before the row's number. */
  readonly id: string;
  readonly name: string;
  readonly rows: readonly Row[];
  readonly onChange: (rows: readonly Row[]) => void;
  readonly faults: readonly FieldFault[];
  /** What a row is called by its number. */
  readonly nameOf: (number: string) => string;
  readonly addLabel: string;
  readonly empty: Row;
  readonly children: (
    row: Row,
    change: (part: Partial<Row>) => void,
    errorOf: (field: string) => string | undefined,
  ) => ReactNode;
}

let lastKey = 0;
const newKey = (): number => (lastKey += 1);

/** Rows of fields in an order of their own: written, moved up and down by buttons, added at the end and taken away. */
export function RowsEditor<Row extends object>(props: RowsEditorProps<Row>) {
  const { id, name, rows, onChange, faults, nameOf, addLabel, empty, children } = props;
  const texts = useTexts(planPagesTexts).write;
  const [said, setSaid] = useState('');
  // Keys follow their rows when these move, so that what is being written keeps its field.
  const keys = useRef<number[]>([]);
  while (keys.current.length < rows.length) keys.current.push(newKey());
  keys.current.length = rows.length;

  const move = (at: number, by: number) => {
    const row = rows[at];
    if (row === undefined) return;
    const others = rows.filter((_, place) => place !== at);
    const [key = newKey()] = keys.current.splice(at, 1);
    keys.current.splice(at + by, 0, key);
    onChange([...others.slice(0, at + by), row, ...others.slice(at + by)]);
    setSaid(texts.moved(nameOf(String(at + 1)), String(at + by + 1)));
  };
  const remove = (at: number) => {
    keys.current.splice(at, 1);
    onChange(rows.filter((_, place) => place !== at));
  };
  const own = faults.find((fault) => fault.field === name)?.message;
  return (
    <div className="plan-rows" id={id} tabIndex={-1}>
      {own === undefined ? null : <div className="field-error">{own}</div>}
      <ol className="plan-rows-list">
        {rows.map((row, at) => (
          <li key={keys.current[at]}>
            <fieldset className="plan-row">
              <legend>{nameOf(String(at + 1))}</legend>
              {children(
                row,
                (part) => onChange(rows.map((one, place) => (place === at ? { ...one, ...part } : one))),
                (field) => faults.find((fault) => fault.field === `${name}.${at}.${field}`)?.message,
              )}
              <div className="row">
                {at === 0 ? null : (
                  <Button size="small" look="quiet" onClick={() => move(at, -1)}>
                    {texts.up}
                    <span className="visually-hidden"> {nameOf(String(at + 1))}</span>
                  </Button>
                )}
                {at === rows.length - 1 ? null : (
                  <Button size="small" look="quiet" onClick={() => move(at, 1)}>
                    {texts.down}
                    <span className="visually-hidden"> {nameOf(String(at + 1))}</span>
                  </Button>
                )}
                <Button size="small" look="quiet" onClick={() => remove(at)}>
                  {texts.remove}
                  <span className="visually-hidden"> {nameOf(String(at + 1))}</span>
                </Button>
              </div>
            </fieldset>
          </li>
        ))}
      </ol>
      <div>
        <Button size="small" onClick={() => onChange([...rows, empty])}>
          {addLabel}
        </Button>
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}
