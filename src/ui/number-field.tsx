import { useState } from 'react';
import { type FieldBinding, FieldFrame, type FieldWords } from './field.tsx';
import { formatNumber } from '../kernel/format.ts';
import { useLanguage } from './language.tsx';

type NumberFieldProps = FieldBinding<number | null> &
  FieldWords & {
    readonly decimals?: number;
    /** What is counted, after the box: "dagar". */
    readonly unit?: string;
  };

/** Reads `3 300,5` and `3300.5` alike; null when it is empty or no number. */
export function readNumber(text: string): number | null {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace('\u2212', '-')
    .replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** A number, typed as people write it. What cannot be read counts as empty and is refused by the form's rule. */
export function NumberField({ value, onChange, name, decimals = 0, unit, ...frame }: NumberFieldProps) {
  const language = useLanguage();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = value === null ? '' : formatNumber(value, language, decimals);
  return (
    <FieldFrame {...frame}>
      {(attributes) => (
        <span className="row">
          <input
            {...attributes}
            className="input number"
            data-width="short"
            name={name}
            inputMode={decimals > 0 ? 'decimal' : 'numeric'}
            autoComplete="off"
            value={typed ?? shown}
            onChange={(event) => {
              setTyped(event.target.value);
              onChange(readNumber(event.target.value));
            }}
            onBlur={() => {
              if (value !== null) setTyped(null);
            }}
          />
          {unit === undefined ? null : <span>{unit}</span>}
        </span>
      )}
    </FieldFrame>
  );
}
