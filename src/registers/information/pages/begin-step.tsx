import { type SyntheticEvent, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import type { FormState } from '../../../ui/form-state.ts';
import { useTexts } from '../../../ui/language.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { linesOf } from './lines.ts';
import { classifyTexts } from './pages.texts.ts';
import type { WorkshopValues } from './workshop.tsx';

interface BeginStepProps {
  readonly form: FormState<WorkshopValues>;
  readonly onNext: () => void;
}

/** Who takes part: a classification without its participants proves nothing afterwards (P42). */
export function BeginStep({ form, onNext }: BeginStepProps) {
  const texts = useTexts(classifyTexts);
  const [isMissing, setMissing] = useState(false);
  const field = form.field('participants');
  const next = (event: SyntheticEvent) => {
    event.preventDefault();
    const isEmpty = linesOf(form.values.participants).length === 0;
    setMissing(isEmpty);
    if (isEmpty) document.getElementById(field.id)?.focus();
    else onNext();
  };
  return (
    <form className="form" noValidate onSubmit={next}>
      <p>{texts.beginText}</p>
      <TextArea
        {...field}
        label={texts.participants}
        hint={texts.participantsHint}
        error={isMissing ? texts.participantsMissing : field.error}
      />
      <div className="form-actions">
        <Button look="primary" type="submit">
          {texts.begin}
        </Button>
      </div>
    </form>
  );
}
