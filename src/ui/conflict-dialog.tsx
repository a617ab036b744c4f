import { useId, useState } from 'react';
import { Button } from './button.tsx';
import './conflict-dialog.css';
import { Dialog } from './dialog.tsx';
import type { Conflict } from './form-state.ts';
import { useTexts } from './language.tsx';
import { uiTexts } from './ui.texts.ts';

type Describe = (name: string, value: unknown) => string;

type ConflictDialogProps = {
  readonly conflict: Conflict;
  readonly values: object;
  readonly labels: Readonly<Record<string, string | undefined>>;
  readonly describe: Describe | undefined;
  readonly onResolve: (values: object) => void;
  readonly onClose: () => void;
};

/** The fields where the two versions differ. */
export function differingFields(
  values: object,
  current: Readonly<Record<string, unknown>>,
): readonly string[] {
  return Object.entries(values)
    .filter(([name, value]) => name in current && JSON.stringify(value) !== JSON.stringify(current[name]))
    .map(([name]) => name);
}

/** Two people changed one record: shows both versions of each field that differs and lets the person choose. */
export function ConflictDialog({
  conflict,
  values,
  labels,
  describe,
  onResolve,
  onClose,
}: ConflictDialogProps) {
  const texts = useTexts(uiTexts);
  const says = useSaying(describe);
  const id = useId();
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const names = differingFields(values, conflict.current);
  const mine: Readonly<Record<string, unknown>> = { ...values };

  const choose = (name: string, isTheirs: boolean) => {
    const next = new Set(theirs);
    if (isTheirs) next.add(name);
    else next.delete(name);
    setTheirs(next);
  };
  const resolve = () => {
    const taken = [...theirs].map((name) => [name, conflict.current[name]] as const);
    onResolve({ ...mine, ...Object.fromEntries(taken) });
  };
  const actions = (
    <>
      <Button look="primary" onClick={resolve}>
        {texts.conflictSave}
      </Button>
      <Button onClick={onClose}>{texts.cancel}</Button>
    </>
  );
  return (
    <Dialog title={texts.conflictTitle} size="wide" isOpen onClose={onClose} actions={actions}>
      <p>{texts.conflictText}</p>
      <div className="conflict">
        {names.map((name) => (
          <fieldset key={name}>
            <legend>{labels[name] ?? name}</legend>
            <div className="conflict-sides">
              {[false, true].map((isTheirs) => (
                <div className="choice" key={String(isTheirs)}>
                  <input
                    type="radio"
                    id={`${id}-${name}-${isTheirs}`}
                    name={`${id}-${name}`}
                    checked={theirs.has(name) === isTheirs}
                    onChange={() => choose(name, isTheirs)}
                  />
                  <label htmlFor={`${id}-${name}-${isTheirs}`}>
                    <span className="conflict-side">
                      {isTheirs ? texts.conflictTheirs : texts.conflictYours}
                    </span>
                    <br />
                    {says(name, isTheirs ? conflict.current[name] : mine[name])}
                  </label>
                </div>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </Dialog>
  );
}

function useSaying(describe: Describe | undefined): Describe {
  const texts = useTexts(uiTexts);
  const plain = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return texts.empty;
    if (typeof value === 'boolean') return value ? texts.yes : texts.no;
    if (Array.isArray(value)) return value.length === 0 ? texts.empty : value.map(plain).join(', ');
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    return Object.values(value).map(plain).join(', ');
  };
  return (name, value) => describe?.(name, value) ?? plain(value);
}
