import type { ViewMap } from '../../../ui/api-types.ts';
import { uiTexts } from '../../../ui/ui.texts.ts';
import { useTexts } from '../../../ui/language.tsx';
import { systemTexts } from '../system.texts.ts';
import { systemPagesTexts } from './pages.texts.ts';

/** One system as its view answers. */
export type SystemRecord = ViewMap['system.record']['answer'];

interface MayStep {
  readonly allowed: boolean;
  readonly because: string | null;
}

/** The reason why a step cannot be taken now, in words; undefined when it can. */
export function useWhyNot(system: SystemRecord): (step: MayStep) => string | undefined {
  const { pastShown } = useTexts(uiTexts);
  const { forbidden } = useTexts(systemPagesTexts).record;
  const refusals: Readonly<Record<string, string>> = useTexts(systemTexts).refusals;
  return ({ allowed, because }) => {
    if (allowed) return undefined;
    if (because === 'pastShown') return pastShown;
    const count =
      because === 'stillCarries' ? system.carried.length + system.hiddenCarried : system.handlings;
    return (refusals[because ?? ''] ?? forbidden).replace('{count}', String(count));
  };
}
