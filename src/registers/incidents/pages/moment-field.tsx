import { dayOf, instantAt, timeOf } from '../../../kernel/calendar.ts';
import { type FieldBinding, FieldFrame, type FieldWords } from '../../../ui/field.tsx';

/** A day and a clock time in Sweden. The value is as the browser's own field has it, `2026-06-15T14:05`; '' when empty. */
export function MomentField({ value, onChange, name, ...frame }: FieldBinding<string> & FieldWords) {
  return (
    <FieldFrame {...frame}>
      {(attributes) => (
        <input
          {...attributes}
          className="input"
          data-width="short"
          type="datetime-local"
          name={name}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}

/** An instant as the field shows it. */
export function shownMoment(instant: string | null): string {
  if (instant === null) return '';
  const at = new Date(instant);
  return `${dayOf(at)}T${timeOf(at)}`;
}

/**
 * What stands in the field as an instant; what is no time is sent as it stands, and the server names the field. A field that was not
 * touched gives back the very instant, with its seconds.
 */
export function readMoment(value: string, before: string | null): string | null {
  if (value === '') return null;
  if (before !== null && shownMoment(before) === value) return before;
  const [day = '', time = ''] = value.split('T');
  return instantAt(day, time.slice(0, 5))?.toISOString() ?? value;
}
