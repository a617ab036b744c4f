import { type ReactNode, useId } from 'react';
import './field.css';
import { useTexts } from './language.tsx';
import { uiTexts } from './ui.texts.ts';

/** What a form gives each of its fields: `{...form.field('title')}`. */
export type FieldBinding<Value> = {
  readonly id?: string;
  readonly name?: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly error?: string | undefined;
};

/** What every field has besides its binding. */
export type FieldWords = {
  readonly label: string;
  /** One sentence that helps before the mistake is made. */
  readonly hint?: ReactNode;
  /** Fields are required unless they say otherwise. */
  readonly isOptional?: boolean;
};

/** Attributes that tie a control to its label, hint and error. */
export type ControlAttributes = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
};

type FieldFrameProps = FieldWords & {
  readonly id?: string | undefined;
  readonly error?: string | undefined;
  /** `group` for several controls under one heading (ticks, circles). */
  readonly kind?: 'single' | 'group';
  readonly children: (attributes: ControlAttributes) => ReactNode;
};

/** Label above, hint, control, error under it: the same for every kind of field. */
export function FieldFrame(props: FieldFrameProps) {
  const { label, hint, isOptional = false, error, kind = 'single', children } = props;
  const texts = useTexts(uiTexts);
  const ownId = useId();
  const id = props.id ?? ownId;
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
    .join(' ')
    .trim();
  const attributes: ControlAttributes = {
    id,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': error === undefined ? undefined : true,
    'aria-required': isOptional ? undefined : true,
  };
  const words = (
    <>
      {label}
      {isOptional ? <span className="field-optional"> ({texts.optional})</span> : null}
    </>
  );
  const inside = (
    <>
      {hint === undefined ? null : (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children(attributes)}
      {error === undefined ? null : (
        <div className="field-error" id={`${id}-error`}>
          {error}
        </div>
      )}
    </>
  );
  const isInvalid = error === undefined ? undefined : '';
  if (kind === 'group') {
    return (
      <fieldset
        className="field"
        data-invalid={isInvalid}
        id={id}
        aria-describedby={attributes['aria-describedby']}
      >
        <legend className="field-label">{words}</legend>
        {inside}
      </fieldset>
    );
  }
  return (
    <div className="field" data-invalid={isInvalid}>
      <label className="field-label" htmlFor={id}>
        {words}
      </label>
      {inside}
    </div>
  );
}
