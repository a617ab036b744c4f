import type { UnitId } from '../../../kernel/ids.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import type { MenuAction } from '../../../ui/menu.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { isShown } from '../../information/pages/act-problem.tsx';
import { incidentPagesTexts } from './pages.texts.ts';

/** The step that prints posters about reporting: of one unit, or of every unit when the id is null. */
export function usePosters(unitId: string | null) {
  const texts = useTexts(incidentPagesTexts).posters;
  const make = useAct('incident.makePosters', { invalidates: [] });
  const step: MenuAction = {
    key: 'posters',
    label: unitId === null ? texts.all : texts.one,
    // The very unit that is shown.
    onAction: () => void make.run({ input: { unitId: unitId as UnitId | null } }).then(saveFile, isShown),
  };
  return { step, problem: make.problem };
}
