import { dayOf, instantAt, timeOf } from '../../../kernel/calendar.ts';
import { type FieldBinding, FieldFrame, type FieldWords } from '../../../ui/field.tsx';
import { useTexts } from '../../../ui/language.tsx';
import { incidentPagesTexts } from './pages.texts.ts';
import './case.css';

/** A day and a clock time in Sweden, typed as they are said. The value is `2026-06-15T14:05`; '' when both are empty. */
export function MomentField({ value, onChange, name, label, ...frame }: FieldBinding<string> & FieldWords) {
  const texts = useTexts(incidentPagesTexts).form;
  const [day = '', time = ''] = value.split('T');
  const change = (nextDay: string, nextTime: string) =>
    onChange(nextDay === '' && nextTime === '' ? '' : `${nextDay}T${nextTime}`);
  return (
    <FieldFrame {...frame} label={label} kind="group">
      {({ id, ...attributes }) => (
        <span className="row">
          <input
            {...attributes}
            id={`${id}-day`}
            className="input number"
            data-width="short"
            name={name}
            inputMode="numeric"
            autoComplete="off"
            aria-label={texts.dayOf(label)}
            placeholder={texts.dayForm}
            maxLength={10}
            value={day}
            onChange={(event) => change(event.target.value, time)}
          />
          <input
            {...attributes}
            id={`${id}-time`}
            className="input number case-time"
            inputMode="numeric"
            autoComplete="off"
            aria-label={texts.timeOf(label)}
            placeholder={texts.timeForm}
            maxLength={5}
            value={time}
            onChange={(event) => change(day, event.target.value)}
            onBlur={() => change(day, readTime(time))}
          />
        </span>
      )}
    </FieldFrame>
  );
}

/** Makes `14:05` of `14.05`, `1405` and `14`; what is no time stays as it was typed. */
export function readTime(typed: string): string {
  const match = /^\s*(\d{1,2})(?:[.: ]?(\d{2}))?\s*$/.exec(typed);
  return match === null ? typed.trim() : `${match[1]?.padStart(2, '0')}:${match[2] ?? '00'}`;
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
  return instantAt(day, readTime(time))?.toISOString() ?? value;
}
