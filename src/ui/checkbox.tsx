import { type ReactNode, useId } from 'react';
import { type FieldBinding, FieldFrame, type FieldWords } from './field.tsx';
import type { Option } from './select.tsx';

type CheckboxProps = FieldBinding<boolean> & { readonly label: ReactNode; readonly hint?: ReactNode };

/** One yes or no. */
export function Checkbox({ id, name, value, onChange, label, hint, error }: CheckboxProps) {
  const ownId = useId();
  const inputId = id ?? ownId;
  const described = [
    hint === undefined ? '' : `${inputId}-hint`,
    error === undefined ? '' : `${inputId}-error`,
  ]
    .join(' ')
    .trim();
  return (
    <div className="field" data-invalid={error === undefined ? undefined : ''}>
      <div className="choice">
        <input
          type="checkbox"
          id={inputId}
          name={name}
          checked={value}
          aria-describedby={described === '' ? undefined : described}
          aria-invalid={error === undefined ? undefined : true}
          onChange={(event) => onChange(event.target.checked)}
        />
        <label htmlFor={inputId}>{label}</label>
        {hint === undefined ? null : (
          <span className="choice-hint" id={`${inputId}-hint`}>
            {hint}
          </span>
        )}
      </div>
      {error === undefined ? null : (
        <div className="field-error" id={`${inputId}-error`}>
          {error}
        </div>
      )}
    </div>
  );
}

type CheckboxGroupProps<Value extends string> = FieldBinding<readonly Value[]> &
  FieldWords & { readonly options: readonly Option<Value>[] };

/** Any number of a few known things. The value keeps the order of the options. */
export function CheckboxGroup<Value extends string>({
  value,
  onChange,
  name,
  options,
  ...frame
}: CheckboxGroupProps<Value>) {
  const toggle = (one: Value, isOn: boolean) => {
    const chosen = new Set(isOn ? [...value, one] : value.filter((other) => other !== one));
    onChange(options.map((option) => option.value).filter((other) => chosen.has(other)));
  };
  return (
    <FieldFrame {...frame} kind="group">
      {({ id }) => (
        <div className="choices">
          {options.map((option) => (
            <div className="choice" key={option.value}>
              <input
                type="checkbox"
                id={`${id}-${option.value}`}
                name={name}
                checked={value.includes(option.value)}
                aria-describedby={option.hint === undefined ? undefined : `${id}-${option.value}-hint`}
                onChange={(event) => toggle(option.value, event.target.checked)}
              />
              <label htmlFor={`${id}-${option.value}`}>{option.label}</label>
              {option.hint === undefined ? null : (
                <span className="choice-hint" id={`${id}-${option.value}-hint`}>
                  {option.hint}
                </span>
              )}
            </div>
          ))}
        </div>
      )}
    </FieldFrame>
  );
}
