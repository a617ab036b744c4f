import { lazy, Suspense } from 'react';
import type { ComboBoxProps } from './combo-box-field.tsx';
import './combo-box.css';
import './field.css';

/** The list that opens is heavy, and no page needs it before it is shown. */
const ComboBoxField = lazy(async () => ({ default: (await import('./combo-box-field.tsx')).ComboBoxField }));

/** One of many things, found by writing a part of its name. The value is the whole option, so that its name is at hand. */
export function ComboBox(props: ComboBoxProps) {
  return (
    <Suspense fallback={<Waiting label={props.label} />}>
      <ComboBoxField {...props} />
    </Suspense>
  );
}

/** The room that the field will take, so that nothing on the page moves when it comes. */
function Waiting({ label }: Pick<ComboBoxProps, 'label'>) {
  return (
    <div className="field" aria-hidden="true">
      <span className="field-label">{label}</span>
      <div className="combo-frame">
        <input className="input" disabled />
      </div>
    </div>
  );
}
