import { type SyntheticEvent, useEffect, useId, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useTexts } from '../../../ui/language.tsx';
import { LevelGroup } from '../../../ui/radio-group.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { criteria } from '../criteria.ts';
import type { Aspect } from '../vocabulary.ts';
import { vocabularyTexts } from '../vocabulary.texts.ts';
import { useLevelName } from './class-figure.tsx';
import { classifyTexts } from './pages.texts.ts';

interface AspectStepProps {
  readonly aspect: Aspect;
  readonly level: number | null;
  readonly reason: string;
  /** The level in force until now. */
  readonly before: number | null;
  readonly isLast: boolean;
  readonly onLevel: (level: number) => void;
  readonly onReason: (reason: string) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** One aspect: its question, what each level means with an example, and the worst credible consequence in words. */
export function AspectStep(props: AspectStepProps) {
  const { aspect, level, reason, before, onLevel, onReason } = props;
  const texts = useTexts(classifyTexts);
  const all = useTexts(criteria);
  const words = useTexts(vocabularyTexts).levels;
  const nameOf = useLevelName();
  const id = useId();
  const [isTried, setTried] = useState(false);
  useLevelKeys(onLevel);

  const { question, meaning, levels } = all[aspect];
  const missesLevel = isTried && level === null;
  const missesReason = isTried && reason.trim().length < 3;
  const next = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (level === null) document.getElementById(`${id}-level`)?.querySelector('input')?.focus();
    else if (reason.trim().length < 3) document.getElementById(`${id}-reason`)?.focus();
    else props.onNext();
  };
  const hint = [before === null ? '' : texts.before(nameOf(before)), texts.levelHint].join(' ').trim();
  return (
    <form className="form workshop-aspect" noValidate onSubmit={next}>
      <p className="workshop-question">{question}</p>
      <p className="soft">{meaning}</p>
      <LevelGroup
        id={`${id}-level`}
        label={texts.chooseLevel}
        hint={hint}
        value={level}
        onChange={(chosen) => (chosen === null ? undefined : onLevel(chosen))}
        error={missesLevel ? texts.levelMissing : undefined}
        levels={[
          { level: 0, title: words.level0, ...levels.level0 },
          { level: 1, title: words.level1, ...levels.level1 },
          { level: 2, title: words.level2, ...levels.level2 },
          { level: 3, title: words.level3, ...levels.level3 },
          { level: 4, title: all.stop.title, text: all.stop.text, example: all.stop.example },
        ]}
      />
      <TextArea
        id={`${id}-reason`}
        label={texts.reason}
        hint={texts.reasonHint}
        value={reason}
        onChange={onReason}
        maxLength={2000}
        error={missesReason ? texts.reasonMissing : undefined}
      />
      <div className="form-actions">
        <Button look="primary" type="submit">
          {props.isLast ? texts.toSummary : texts.next}
        </Button>
        <Button onClick={props.onBack}>{texts.back}</Button>
      </div>
    </form>
  );
}

/** The keys 0–4 choose wherever the focus is, except where somebody is writing: made for a projector. */
function useLevelKeys(onLevel: (level: number) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const isWriting =
        event.target instanceof Element &&
        event.target.matches('textarea, select, input:not([type="radio"])');
      if (isWriting || !/^[0-4]$/.test(event.key)) return;
      event.preventDefault();
      onLevel(Number(event.key));
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  });
}
