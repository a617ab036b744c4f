import { formatList } from '../../../kernel/format.ts';
import type { Language, TextsLike } from '../../../kernel/texts.ts';
import { type Plan, type PlanStep, stepKinds } from '../units/plan.ts';
import type { reorganiseTextsSv } from './reorganise.texts.sv.ts';

type Words = TextsLike<typeof reorganiseTextsSv>;

/** A step in a sentence, with the names that the units have today. */
export function stepWords(
  step: PlanStep,
  nameOf: (id: string) => string | undefined,
  words: Words,
  language: Language,
): string {
  const name = (id: string) => nameOf(id) ?? words.unknownUnit;
  const unit = name(step.unitId);
  switch (step.kind) {
    case 'merge':
      return words.sentences.merge(unit, name(step.intoId));
    case 'split':
      return words.sentences.split(
        unit,
        formatList(
          step.parts.map((part) => part.name),
          language,
        ),
      );
    case 'move':
      return step.parentId === null
        ? words.sentences.moveTop(unit)
        : words.sentences.move(unit, name(step.parentId));
    case 'end':
      return step.recordsTo === null
        ? words.sentences.end(unit)
        : words.sentences.endTo(unit, name(step.recordsTo));
  }
}

/** The plan that an address holds; null when it holds none that can be read. The server reads it strictly. */
export function planFrom(text: string | undefined): Plan | null {
  if (text === undefined) return null;
  try {
    const plan = JSON.parse(text) as Partial<Plan>; // checked below as far as it is shown
    if (typeof plan.effectiveOn !== 'string' || !Array.isArray(plan.steps)) return null;
    return { effectiveOn: plan.effectiveOn, steps: plan.steps.filter(isStep) };
  } catch {
    return null;
  }
}

function isStep(value: unknown): value is PlanStep {
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('unitId' in value)) return false;
  const hasParts = !('parts' in value) || Array.isArray(value.parts);
  return hasParts && stepKinds.some((kind) => kind === value.kind);
}
