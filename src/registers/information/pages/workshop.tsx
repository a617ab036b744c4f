import { useEffect, useRef, useState } from 'react';
import { dayOf } from '../../../kernel/calendar.ts';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { LeaveGuard } from '../../../ui/leave-guard.tsx';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { type Aspect, aspects } from '../vocabulary.ts';
import { vocabularyTexts } from '../vocabulary.texts.ts';
import { AspectStep } from './aspect-step.tsx';
import { BeginStep } from './begin-step.tsx';
import type { InformationRecord } from './information-record.ts';
import { linesOf } from './lines.ts';
import { classifyTexts } from './pages.texts.ts';
import { SummaryStep } from './summary-step.tsx';

/** What a workshop has come to so far. Kept in this page only: never in the browser's storage, for it may be secret. */
export interface WorkshopValues {
  readonly participants: string;
  readonly levels: Readonly<Record<Aspect, number | null>>;
  readonly reasons: Readonly<Record<Aspect, string>>;
  readonly decidedOn: string;
  readonly nextReviewOn: string;
}

interface WorkshopProps {
  readonly information: InformationRecord;
  /** Level 4 was chosen. */
  readonly onStop: () => void;
}

/** Level 4 concerns Sweden's security: it is shown so that it can be recognised, and chosen it ends everything. */
const stopLevel = 4;

/** The questions one at a time, then a sheet to decide on. */
export function Workshop({ information, onStop }: WorkshopProps) {
  const texts = useTexts(classifyTexts);
  const words = useTexts(vocabularyTexts);
  const go = useGo();
  const classify = useAct('information.classify');
  const [step, setStep] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const asked = aspects.filter((aspect) => aspect !== 'traceability' || information.personalData !== 'none');
  const form = useForm({
    initial: begun(information),
    version: information.version,
    submit: (values, circumstances) =>
      classify.run({ id: information.id, input: inputOf(values, asked), ...circumstances }),
    onSaved: () => go(`/register/information/${information.id}`),
  });
  useEffect(() => {
    if (step > 0) heading.current?.focus();
  }, [step]);

  const aspect = asked[step - 1];
  const titles = [texts.beginTitle, ...asked.map((one) => words.aspects[one]), texts.summaryTitle];
  const chooseLevel = (chosen: Aspect, level: number) => {
    if (level === stopLevel) onStop();
    else form.set('levels', { ...form.values.levels, [chosen]: level });
  };
  return (
    <div className="workshop">
      <ol className="workshop-steps" aria-label={texts.sections}>
        {titles.map((title, index) => (
          <li
            key={title}
            aria-current={index === step ? 'step' : undefined}
            data-done={index < step || undefined}
          >
            {title}
          </li>
        ))}
      </ol>
      <p className="soft workshop-count">{texts.step(step + 1, titles.length)}</p>
      <h2 ref={heading} tabIndex={-1}>
        {titles[step]}
      </h2>
      {step === 0 ? <BeginStep form={form} onNext={() => setStep(1)} /> : null}
      {aspect === undefined ? null : (
        <AspectStep
          key={aspect}
          aspect={aspect}
          level={form.values.levels[aspect]}
          reason={form.values.reasons[aspect]}
          before={information.classification?.levels[aspect] ?? null}
          isLast={step === asked.length}
          onLevel={(level) => chooseLevel(aspect, level)}
          onReason={(reason) => form.set('reasons', { ...form.values.reasons, [aspect]: reason })}
          onBack={() => setStep(step - 1)}
          onNext={() => setStep(step + 1)}
        />
      )}
      {step > asked.length ? (
        <SummaryStep form={form} information={information} asked={asked} onStep={setStep} />
      ) : (
        <LeaveGuard isChanged={form.isChanged} />
      )}
    </div>
  );
}

function begun(information: InformationRecord): WorkshopValues {
  const nothing = { confidentiality: null, integrity: null, availability: null, traceability: null };
  return {
    participants: information.classification?.participants.join('\n') ?? '',
    // The earlier levels are shown beside and not filled in: a review is a new judgement.
    levels: nothing,
    reasons: { confidentiality: '', integrity: '', availability: '', traceability: '' },
    decidedOn: dayOf(new Date()),
    nextReviewOn: '',
  };
}

function inputOf(values: WorkshopValues, asked: readonly Aspect[]) {
  const isAsked = asked.includes('traceability');
  // An aspect left unanswered cannot come this far: each step asks for its level.
  const level = (aspect: Aspect) => values.levels[aspect] ?? 0;
  return {
    levels: {
      confidentiality: level('confidentiality'),
      integrity: level('integrity'),
      availability: level('availability'),
      traceability: isAsked ? level('traceability') : null,
    },
    reasons: { ...values.reasons, traceability: isAsked ? values.reasons.traceability : null },
    participants: linesOf(values.participants),
    decidedOn: values.decidedOn,
    nextReviewOn: values.nextReviewOn === '' ? null : values.nextReviewOn,
  };
}
