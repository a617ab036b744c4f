import { type FieldBinding, FieldFrame, type FieldWords } from './field.tsx';
import { Chevron } from './icons.tsx';
import { useTexts } from './language.tsx';
import { uiTexts } from './ui.texts.ts';

/** One thing to choose. */
export type Option<Value extends string = string> = {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
};

type SelectProps<Value extends string> = FieldBinding<Value | ''> &
  FieldWords & {
    readonly options: readonly Option<Value>[];
    /** What stands for no choice; without it "Välj …". */
    readonly emptyLabel?: string;
  };

/** One of a few known things; the browser's own list, which every phone and screen reader knows. */
export function Select<Value extends string>({
  value,
  onChange,
  name,
  options,
  emptyLabel,
  ...frame
}: SelectProps<Value>) {
  const texts = useTexts(uiTexts);
  return (
    <FieldFrame {...frame}>
      {(attributes) => (
        <span className="select-frame">
          <select
            {...attributes}
            className="input"
            name={name}
            value={value}
            onChange={(event) =>
              onChange(options.find((one) => one.value === event.target.value)?.value ?? '')
            }
          >
            <option value="">{emptyLabel ?? texts.choose}</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <Chevron />
        </span>
      )}
    </FieldFrame>
  );
}
