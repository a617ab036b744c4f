import { Button } from '../../../ui/button.tsx';
import { useTexts } from '../../../ui/language.tsx';
import { chainPagesTexts } from './chain-pages.texts.ts';
import '../../../ui/field.css';

type Rows = readonly (readonly string[])[];

/** A table as fields. The first row is its head. */
export function TableFields({
  rows,
  label,
  onChange,
}: {
  readonly rows: Rows;
  readonly label: string;
  readonly onChange: (rows: string[][]) => void;
}) {
  const texts = useTexts(chainPagesTexts).write;
  const copy = () => rows.map((row) => [...row]);
  const width = rows[0]?.length ?? 1;
  const set = (row: number, column: number, value: string) =>
    onChange(
      rows.map((cells, at) => cells.map((cell, place) => (at === row && place === column ? value : cell))),
    );
  return (
    <div className="editor-table" role="group" aria-label={label}>
      {rows.map((cells, row) => (
        <div
          className="editor-row"
          key={row}
          style={{ gridTemplateColumns: `repeat(${width}, minmax(0, 1fr))` }}
        >
          {cells.map((cell, column) => (
            <input
              key={column}
              className="input"
              lang="sv"
              aria-label={texts.cell(String(row + 1), String(column + 1))}
              data-head={row === 0 ? '' : undefined}
              value={cell}
              onChange={(event) => set(row, column, event.target.value)}
            />
          ))}
        </div>
      ))}
      <div className="row">
        <Button
          size="small"
          look="quiet"
          onClick={() => onChange([...copy(), Array<string>(width).fill('')])}
        >
          {texts.addRow}
        </Button>
        {rows.length > 1 ? (
          <Button size="small" look="quiet" onClick={() => onChange(copy().slice(0, -1))}>
            {texts.removeRow}
          </Button>
        ) : null}
        {width < 12 ? (
          <Button size="small" look="quiet" onClick={() => onChange(copy().map((row) => [...row, '']))}>
            {texts.addColumn}
          </Button>
        ) : null}
        {width > 1 ? (
          <Button size="small" look="quiet" onClick={() => onChange(copy().map((row) => row.slice(0, -1)))}>
            {texts.removeColumn}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
