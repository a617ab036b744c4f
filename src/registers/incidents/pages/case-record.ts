import type { ViewMap } from '../../../ui/api-types.ts';
import { useTexts } from '../../../ui/language.tsx';
import { uiTexts } from '../../../ui/ui.texts.ts';
import { incidentTexts } from '../incident.texts.ts';
import { incidentPagesTexts } from './pages.texts.ts';

/** One case as its view answers. */
export type CaseRecord = ViewMap['incident.record']['answer'];
export type CaseListRow = ViewMap['incident.list']['answer']['items'][number];

interface MayStep {
  readonly allowed: boolean;
  readonly because: string | null;
}

/** The reason why a step cannot be taken now, in words; undefined when it can. */
export function useWhyNot(): (step: MayStep) => string | undefined {
  const { pastShown } = useTexts(uiTexts);
  const { forbidden } = useTexts(incidentPagesTexts).record;
  const refusals: Readonly<Record<string, string>> = useTexts(incidentTexts).refusals;
  return ({ allowed, because }) => {
    if (allowed) return undefined;
    return because === 'pastShown' ? pastShown : (refusals[because ?? ''] ?? forbidden);
  };
}

/** What a case is called: its number and heading, as far as the viewer may know them. */
export function useCaseName(): (one: {
  readonly number: string | null;
  readonly title: string | null;
}) => string {
  const { masked } = useTexts(incidentTexts);
  const { numbered } = useTexts(incidentPagesTexts).record;
  return ({ number, title }) => (number === null ? (title ?? masked) : numbered(number, title ?? masked));
}
