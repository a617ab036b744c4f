import { type SubmitEvent, lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { Button } from './button.tsx';
import './form.css';
import type { FormState } from './form-state.ts';
import { useTexts } from './language.tsx';
import { Notice } from './notice.tsx';
import { uiTexts } from './ui.texts.ts';

// Conflicts and leaving with unsaved changes are rare; their windows are fetched when a form is shown, not before it.
const ConflictDialog = lazy(async () => ({
  default: (await import('./conflict-dialog.tsx')).ConflictDialog,
}));
const LeaveGuard = lazy(async () => ({ default: (await import('./leave-guard.tsx')).LeaveGuard }));

type FormProps<Values extends object> = {
  readonly form: FormState<Values>;
  /** A verb with its object: "Spara systemet". */
  readonly submitLabel: string;
  /** Beside the submit button, as a way out: a `LinkButton`. */
  readonly secondary?: ReactNode;
  /** Words for the fields, where two versions are to be chosen between. Needed when a record is changed. */
  readonly labels?: Partial<Record<keyof Values & string, string>>;
  /** How a value is said where two versions are shown; otherwise as text, yes/no or a list. */
  readonly describe?: (name: keyof Values & string, value: unknown) => string;
  readonly children: ReactNode;
};

/** A form in one column: summary of faults on top, fields, one button that saves. */
export function Form<Values extends object>(props: FormProps<Values>) {
  const { form, submitLabel, secondary, labels = {}, describe, children } = props;
  const texts = useTexts(uiTexts);
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void form.send();
  };
  return (
    <form className="form" noValidate onSubmit={onSubmit}>
      {form.isDraft ? (
        <Notice title={texts.draftRestored}>
          <Button look="quiet" size="small" onClick={form.discardDraft}>
            {texts.discardDraft}
          </Button>
        </Notice>
      ) : null}
      <FormTrouble form={form} />
      {children}
      <div className="form-actions">
        <Button look="primary" type="submit" isBusy={form.isBusy}>
          {form.isBusy ? texts.saving : submitLabel}
        </Button>
        {secondary}
      </div>
      <Suspense fallback={null}>
        {form.conflict === undefined ? null : (
          <ConflictDialog
            conflict={form.conflict}
            values={form.values}
            labels={labels}
            describe={describe as ((name: string, value: unknown) => string) | undefined}
            // The dialog returns the very keys it was given.
            onResolve={(values) => void form.resolve(values as Values)}
            onClose={form.dismiss}
          />
        )}
        <LeaveGuard isChanged={form.isChanged && !form.isBusy} />
      </Suspense>
    </form>
  );
}

/** Fields that belong together, under a heading of their own. */
export function FormGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="form-group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

/** What the server or the form's own rule found: a question, a summary that leads to the fields, or a message. */
function FormTrouble<Values extends object>({ form }: { readonly form: FormState<Values> }) {
  const texts = useTexts(uiTexts);
  const box = useRef<HTMLDivElement>(null);
  const { problem, faults } = form;
  const isQuestion = problem?.code === 'personnummerSuspected';
  useEffect(() => {
    if (problem !== undefined || faults.length > 0) box.current?.focus();
    // Only what came of a submission takes focus; that a fault goes away while it is mended must not.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see the line above
  }, [problem, form.isBusy]);

  if (isQuestion) {
    return (
      <div ref={box} tabIndex={-1}>
        <Notice kind="warning" title={texts.personnummerTitle} isNews>
          <p>{texts.personnummerText}</p>
          <div className="form-actions">
            <Button onClick={() => void form.send(['personnummer'])}>{texts.saveAnyway}</Button>
            <Button look="quiet" onClick={form.dismiss}>
              {texts.changeText}
            </Button>
          </div>
        </Notice>
      </div>
    );
  }
  if (faults.length > 0) {
    const count = faults.length === 1 ? texts.oneThing : texts.things(faults.length);
    return (
      <div ref={box} tabIndex={-1} className="error-summary" role="alert">
        <h2>{texts.errorSummary(count)}</h2>
        <ul>
          {faults.map((fault) => (
            <li key={`${fault.field} ${fault.code}`}>
              <a
                href={`#${form.fieldId(fault.field)}`}
                onClick={(event) => goToField(event, form.fieldId(fault.field))}
              >
                {fault.message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    );
  }
  if (problem === undefined || form.conflict !== undefined) return null;
  return (
    <div ref={box} tabIndex={-1}>
      <Notice kind="danger" isNews>
        <p>{problem.code === 'offline' ? texts.offlineText : problem.message}</p>
      </Notice>
    </div>
  );
}

/** Puts focus in the field itself, or in the first control of a group. */
function goToField(event: { preventDefault(): void }, id: string): void {
  const field = document.getElementById(id);
  if (field === null) return;
  event.preventDefault();
  const control = field.matches('input, select, textarea, button')
    ? field
    : field.querySelector<HTMLElement>('input:checked, input, select, textarea, button');
  field.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}
