import { optionsOf } from '../../registers/information/pages/options.ts';
import { DateField } from '../../ui/date-field.tsx';
import type { FieldBinding } from '../../ui/field.tsx';
import { useTexts } from '../../ui/language.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import type { VerificationState } from '../duty.ts';
import { dutyTexts } from '../duty.texts.ts';
import type { HeldRow } from './held-rows.tsx';
import { dutyPagesTexts } from './pages.texts.ts';

/** What every row is entered with, besides what it says. */
export interface RowValues {
  readonly from: string;
  readonly until: string;
  readonly state: VerificationState | '';
  readonly source: string;
  readonly readOn: string;
  readonly reason: string;
}

/** The values a form begins with: those of the row that is changed, or of a new one from today. */
export function rowValues(row: HeldRow | null, today: string): RowValues {
  return {
    from: row?.from ?? today,
    until: row?.until ?? '',
    state: row?.verification.state ?? '',
    source: row?.verification.source ?? '',
    readOn: row?.verification.on ?? today,
    reason: '',
  };
}

/** As the register takes them. A choice that is missing is refused by it, field by field. */
export function rowInput({ from, until, state, source, readOn, reason }: RowValues) {
  return {
    from,
    until: until === '' ? null : until,
    state: state as VerificationState, // the register says so when it is missing
    source,
    readOn,
    reason,
  };
}

interface RowFieldsProps {
  readonly fields: { readonly [Name in keyof RowValues]: Required<FieldBinding<RowValues[Name]>> };
}

/** For which days, how sure it is and by which source, and why it is entered. */
export function RowFields({ fields }: RowFieldsProps) {
  const texts = useTexts(dutyPagesTexts);
  const words = useTexts(dutyTexts);
  return (
    <>
      <DateField {...fields.from} label={words.fields.from} />
      <DateField {...fields.until} label={words.fields.until} hint={texts.untilHint} isOptional />
      <RadioGroup {...fields.state} label={words.fields.state} options={optionsOf(words.verification)} />
      <TextField {...fields.source} label={words.fields.source} hint={texts.sourceHint} />
      <DateField {...fields.readOn} label={words.fields.readOn} />
      <TextArea
        {...fields.reason}
        label={words.fields.reason}
        hint={texts.reasonHint}
        rows={3}
        maxLength={1000}
      />
    </>
  );
}
