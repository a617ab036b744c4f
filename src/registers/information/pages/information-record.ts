import type { ViewMap } from '../../../ui/api-types.ts';
import { uiTexts } from '../../../ui/ui.texts.ts';
import { useTexts } from '../../../ui/language.tsx';
import { informationTexts } from '../information.texts.ts';
import { informationPagesTexts } from './pages.texts.ts';

/** One piece of information as its view answers. */
export type InformationRecord = ViewMap['information.record']['answer'];

/** Whether a step can be taken now, and if not, why: `forbidden` or a code of the register. */
export interface MayStep {
  readonly allowed: boolean;
  readonly because: string | null;
}

/** The reason why a step cannot be taken now, in words; undefined when it can. */
export function useWhyNot(): (step: MayStep) => string | undefined {
  const { pastShown } = useTexts(uiTexts);
  const { forbidden } = useTexts(informationPagesTexts).record;
  const refusals: Readonly<Record<string, string>> = useTexts(informationTexts).refusals;
  return ({ allowed, because }) => {
    if (allowed) return undefined;
    return because === 'pastShown' ? pastShown : (refusals[because ?? ''] ?? forbidden);
  };
}
