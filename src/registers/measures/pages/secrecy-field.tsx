import { CheckboxGroup } from '../../../ui/checkbox.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import type { FieldBinding } from '../../../ui/field.tsx';
import { useTexts } from '../../../ui/language.tsx';
import { type SecrecyProvision, secrecyProvisions } from '../../information/vocabulary.ts';
import { vocabularyTexts } from '../../information/vocabulary.texts.ts';
import { measureTexts } from '../measure.texts.ts';
import { measurePagesTexts } from './pages.texts.ts';

/** The provisions by which a record is secret; none for most. */
export function SecrecyField(binding: FieldBinding<readonly SecrecyProvision[]>) {
  const words = useTexts(vocabularyTexts).secrecyProvisions;
  const { secrecyHint } = useTexts(measurePagesTexts).form;
  const { fields } = useTexts(measureTexts);
  // Most records have none, and the list of provisions is long.
  return (
    <Disclosure title={fields.secrecyProvisions} isOpen={binding.value.length > 0}>
      <CheckboxGroup
        {...binding}
        label={fields.secrecyProvisions}
        hint={secrecyHint}
        options={secrecyProvisions.map((code) => ({ value: code, label: `${code} ${words[code]}` }))}
        isOptional
      />
    </Disclosure>
  );
}

/** The provisions in words, for a record's facts; null where there are none. */
export function useSecrecyWords(): (codes: readonly SecrecyProvision[]) => string | null {
  const words = useTexts(vocabularyTexts).secrecyProvisions;
  return (codes) => (codes.length === 0 ? null : codes.map((code) => `${code} ${words[code]}`).join('; '));
}
