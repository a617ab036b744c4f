import { useId, useMemo, useRef, useState } from 'react';
import { type FieldFault, Problem } from './client.ts';
import type { FieldBinding } from './field.tsx';

/** What goes with a submission besides its values. Hand it on to `act.run({ input, ...circumstances })`. */
export type Circumstances = {
  readonly confirm?: readonly string[];
  readonly version?: number;
};

export type FormOptions<Values extends object, Answer> = {
  readonly initial: Values;
  /** The version of the record being changed; none when it is new. */
  readonly version?: number | undefined;
  /** Sends the values: `(input, circumstances) => edit.run({ id, input, ...circumstances })`. */
  readonly submit: (values: Values, circumstances: Circumstances) => Promise<Answer>;
  readonly onSaved?: (answer: Answer) => void;
  /** The slice's own rule, the same the server judges by: faults found here are shown without asking the server. */
  readonly check?: (values: Values) => readonly FieldFault[];
  /** Keeps what is written in this tab until it is saved, for long forms. A name unique to the record. */
  readonly draftKey?: string;
};

/** A conflict to be resolved: the record as somebody else has just saved it. */
export type Conflict = { readonly current: Readonly<Record<string, unknown>> };

/** A form under way. Spread `field(name)` on a field; give the whole to `Form`. */
export type FormState<Values extends object> = {
  readonly values: Values;
  readonly set: <Name extends keyof Values & string>(name: Name, value: Values[Name]) => void;
  readonly field: <Name extends keyof Values & string>(name: Name) => Required<FieldBinding<Values[Name]>>;
  readonly fieldId: (name: string) => string;
  readonly faults: readonly FieldFault[];
  readonly problem: Problem | undefined;
  readonly isBusy: boolean;
  readonly isChanged: boolean;
  readonly isDraft: boolean;
  readonly discardDraft: () => void;
  /** Sends; `confirm` holds the codes of warnings just answered. */
  readonly send: (confirm?: readonly string[]) => Promise<void>;
  readonly conflict: Conflict | undefined;
  /** Ends a conflict with the values chosen, and sends them against the version now saved. */
  readonly resolve: (values: Values) => Promise<void>;
  readonly dismiss: () => void;
};

/** Holds a form's values, sends them, and keeps what came back. Throws nothing: refusals become faults and problems. */
export function useForm<Values extends object, Answer>(
  options: FormOptions<Values, Answer>,
): FormState<Values> {
  const formId = useId();
  const { version, draftKey, onSaved } = options;
  const drafted = useMemo(() => readDraft<Values>(draftKey), [draftKey]);
  const [values, setValues] = useState<Values>(drafted ?? options.initial);
  const [isDraft, setDraft] = useState(drafted !== undefined);
  const [isChanged, setChanged] = useState(drafted !== undefined);
  const settle = () => {
    clearDraft(draftKey);
    setDraft(false);
    setChanged(false);
  };
  const sending = useSending(options, (answer) => {
    settle();
    onSaved?.(answer);
  });
  const { faults, setFaults, problem, setProblem, isBusy, send } = sending;
  const current = problem?.status === 409 ? problem.body.current : undefined;
  const versioned = version === undefined ? {} : { version };

  const set: FormState<Values>['set'] = (name, value) => {
    // Several fields may be set in one go, so each builds on the one before.
    setValues((before) => {
      const next = { ...before, [name]: value };
      writeDraft(draftKey, next);
      return next;
    });
    setChanged(true);
    setFaults((before) => before.filter((fault) => !isAbout(fault, name)));
  };
  return {
    values,
    set,
    field: (name) => ({
      id: `${formId}-${name}`,
      name,
      value: values[name],
      onChange: (value) => set(name, value),
      error: joinMessages(faults.filter((fault) => isAbout(fault, name))),
    }),
    fieldId: (name) => `${formId}-${name.split('.')[0] ?? name}`,
    faults,
    problem,
    isBusy,
    isChanged,
    isDraft,
    discardDraft: () => {
      settle();
      setValues(options.initial);
    },
    send: (confirm = []) => send(values, { ...versioned, ...(confirm.length > 0 ? { confirm } : {}) }),
    conflict: current === undefined ? undefined : { current },
    resolve: (chosen) => {
      setValues(chosen);
      const saved = current?.['version'];
      return send(chosen, typeof saved === 'number' ? { version: saved } : versioned);
    },
    dismiss: () => setProblem(undefined),
  };
}

/** One submission at a time, and what came of the last. */
function useSending<Values extends object, Answer>(
  { check, submit }: Pick<FormOptions<Values, Answer>, 'check' | 'submit'>,
  onSaved: (answer: Answer) => void,
) {
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const isSending = useRef(false);

  const send = async (values: Values, circumstances: Circumstances) => {
    if (isSending.current) return;
    const found = check?.(values) ?? [];
    setFaults(found);
    setProblem(undefined);
    if (found.length > 0) return;
    isSending.current = true;
    setBusy(true);
    try {
      onSaved(await submit(values, circumstances));
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      setProblem(cause);
      setFaults(cause.body.errors ?? []);
    } finally {
      isSending.current = false;
      setBusy(false);
    }
  };
  return { faults, setFaults, problem, setProblem, isBusy, send };
}

function isAbout(fault: FieldFault, name: string): boolean {
  return fault.field === name || fault.field.startsWith(`${name}.`);
}

function joinMessages(faults: readonly FieldFault[]): string | undefined {
  return faults.length === 0 ? undefined : faults.map((fault) => fault.message).join(' ');
}

function readDraft<Values>(key: string | undefined): Values | undefined {
  const text = key === undefined ? null : sessionStorage.getItem(`varna-draft ${key}`);
  try {
    // Written by this very form in this tab; another release's draft would at worst be refused by the server.
    return text === null ? undefined : (JSON.parse(text) as Values);
  } catch {
    return undefined;
  }
}

function writeDraft(key: string | undefined, values: object): void {
  if (key !== undefined) sessionStorage.setItem(`varna-draft ${key}`, JSON.stringify(values));
}

function clearDraft(key: string | undefined): void {
  if (key !== undefined) sessionStorage.removeItem(`varna-draft ${key}`);
}
