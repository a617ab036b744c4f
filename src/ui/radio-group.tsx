import { type KeyboardEvent, useId } from 'react';
import { type FieldBinding, FieldFrame, type FieldWords } from './field.tsx';
import { Tick } from './icons.tsx';
import './radio-group.css';
import type { Option } from './select.tsx';

type RadioGroupProps<Value extends string> = FieldBinding<Value | ''> &
  FieldWords & { readonly options: readonly Option<Value>[] };

/** One of a few known things, all in sight. */
export function RadioGroup<Value extends string>({
  value,
  onChange,
  name,
  options,
  ...frame
}: RadioGroupProps<Value>) {
  const ownName = useId();
  return (
    <FieldFrame {...frame} kind="group">
      {({ id }) => (
        <div className="choices">
          {options.map((option) => (
            <div className="choice" key={option.value}>
              <input
                type="radio"
                id={`${id}-${option.value}`}
                name={name ?? ownName}
                checked={value === option.value}
                aria-describedby={option.hint === undefined ? undefined : `${id}-${option.value}-hint`}
                onChange={() => onChange(option.value)}
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

/** One level of a scale: its number, its word, what it means, and an example from life. */
export type Level = {
  readonly level: number;
  readonly title: string;
  readonly text?: string;
  readonly example?: string;
};

type LevelGroupProps = FieldBinding<number | null> & FieldWords & { readonly levels: readonly Level[] };

/** A scale of levels as big cards, made for a projector and a thumb. Keys 0–4 choose, as do the arrows. */
export function LevelGroup({ value, onChange, name, levels, ...frame }: LevelGroupProps) {
  const ownName = useId();
  const chooseByKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const level = levels.find((one) => String(one.level) === event.key);
    if (level === undefined) return;
    event.preventDefault();
    onChange(level.level);
  };
  return (
    <FieldFrame {...frame} kind="group">
      {({ id }) => (
        <div className="level-cards" onKeyDown={chooseByKey}>
          {levels.map(({ level, title, text, example }) => (
            <label className="level-card" key={level}>
              <input
                type="radio"
                id={`${id}-${level}`}
                name={name ?? ownName}
                checked={value === level}
                aria-labelledby={`${id}-${level}-title`}
                aria-describedby={`${id}-${level}-text`}
                onChange={() => onChange(level)}
              />
              <span className="level-number" aria-hidden="true">
                {level}
              </span>
              <span className="level-title" id={`${id}-${level}-title`}>
                <span className="visually-hidden">{level} </span>
                {title}
                <Tick />
              </span>
              <span className="level-text" id={`${id}-${level}-text`}>
                {text}
                {example === undefined ? null : <span className="level-example"> {example}</span>}
              </span>
            </label>
          ))}
        </div>
      )}
    </FieldFrame>
  );
}
