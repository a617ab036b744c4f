import { type FieldBinding, FieldFrame, type FieldWords } from './field.tsx';
import { formatNumber } from '../kernel/format.ts';
import { useLanguage, useTexts } from './language.tsx';
import { uiTexts } from './ui.texts.ts';

type TextFieldProps = FieldBinding<string> &
  FieldWords & {
    readonly type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'search';
    readonly autoComplete?: string;
    readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email';
    readonly width?: 'short';
  };

/** One line of text. */
export function TextField({
  value,
  onChange,
  name,
  type = 'text',
  width,
  autoComplete,
  inputMode,
  ...frame
}: TextFieldProps) {
  return (
    <FieldFrame {...frame}>
      {(attributes) => (
        <input
          {...attributes}
          className="input"
          data-width={width}
          name={name}
          type={type}
          value={value}
          autoComplete={autoComplete ?? 'off'}
          inputMode={inputMode}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}

type TextAreaProps = FieldBinding<string> &
  FieldWords & { readonly maxLength?: number; readonly rows?: number };

/** Several lines of text. It can be overfilled, so that a pasted text is shown whole; the counter then says by how much. */
export function TextArea({ value, onChange, name, maxLength, rows = 4, ...frame }: TextAreaProps) {
  return (
    <FieldFrame {...frame}>
      {(attributes) => (
        <>
          <textarea
            {...attributes}
            className="input"
            name={name}
            rows={rows}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {maxLength === undefined ? null : <Count length={value.length} limit={maxLength} />}
        </>
      )}
    </FieldFrame>
  );
}

function Count({ length, limit }: { readonly length: number; readonly limit: number }) {
  const texts = useTexts(uiTexts);
  const language = useLanguage();
  const left = limit - length;
  // Said aloud only near the end: a counter that speaks at every letter cannot be written with.
  const isNear = left < Math.min(50, limit / 10);
  return (
    <div className="field-count" data-over={left < 0 ? '' : undefined} aria-live={isNear ? 'polite' : 'off'}>
      {left < 0
        ? texts.charactersOver(formatNumber(-left, language))
        : texts.charactersLeft(formatNumber(left, language))}
    </div>
  );
}
