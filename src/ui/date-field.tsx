import { lazy, Suspense, useState } from 'react';
import { parseDay } from '../kernel/format.ts';
import { type FieldBinding, FieldFrame, type FieldWords } from './field.tsx';
import { useTexts } from './language.tsx';
import { uiTexts } from './ui.texts.ts';

const CalendarButton = lazy(async () => ({
  default: (await import('./calendar-button.tsx')).CalendarButton,
}));

/** Makes `2026-06-15` of `20260615` and `2026/6/15`; what is no date stays as it was typed. */
export function readDay(typed: string): string {
  const match = /^\s*(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})\s*$/.exec(typed);
  if (match === null) return typed.trim();
  const day = `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
  return parseDay(day) === undefined ? typed.trim() : day;
}

/** A day, typed ÅÅÅÅ-MM-DD with a calendar beside. The value is what stands in the box; '' when it is empty. */
export function DateField({
  value,
  onChange,
  name,
  error,
  hint,
  ...frame
}: FieldBinding<string> & FieldWords) {
  const texts = useTexts(uiTexts);
  const [isLeft, setLeft] = useState(false);
  const isWrong = isLeft && value !== '' && parseDay(value) === undefined;
  return (
    <FieldFrame
      {...frame}
      hint={hint ?? texts.dateForm}
      error={error ?? (isWrong ? texts.dateWrong : undefined)}
    >
      {(attributes) => (
        <span className="date-frame">
          <input
            {...attributes}
            className="input number"
            data-width="short"
            name={name}
            inputMode="numeric"
            autoComplete="off"
            maxLength={20}
            value={value}
            onChange={(event) => {
              setLeft(false);
              onChange(event.target.value);
            }}
            onBlur={() => {
              setLeft(true);
              const read = readDay(value);
              if (read !== value) onChange(read);
            }}
          />
          <Suspense fallback={null}>
            <CalendarButton value={parseDay(value) === undefined ? '' : value} onChange={onChange} />
          </Suspense>
        </span>
      )}
    </FieldFrame>
  );
}
