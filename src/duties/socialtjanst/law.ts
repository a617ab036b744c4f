import type { Bilingual } from '../../clauses/clause.ts';
import type { DutyVersion, Verification } from '../duty.ts';

export const transition: Bilingual = {
  sv: 'Reglerna som gällde den dag missförhållandet blev känt avgör. Plikten är densamma i båda socialtjänstlagarna.',
  en: 'The rules in force on the day the misconduct became known decide. The duty is the same in both acts on social services.',
};

const newAct: Verification = {
  state: 'reportedBySecondarySource',
  on: '2026-11-23',
  source: 'LSS läst i lagtexten; kapitlet i socialtjänstlagen (2025:400) enligt andrahandskälla',
};

const oldAct: Verification = {
  state: 'reportedBySecondarySource',
  on: '2026-11-26',
  source:
    'LSS läst i lagtexten; socialtjänstlagen (2001:453) 14 kap. i sammanfattningar och proposition 2009/10:131',
};

type Rule = Pick<DutyVersion, 'stages' | 'arises'> & {
  /** What the paragraph is called in the act of 2001, in that of 2025, and in LSS. */
  readonly citations: { readonly old: string; readonly new: string; readonly lss: string };
};

/** The rule by the act of 2001, and by that of 2025 from 1 July 2025. */
export function byBothActs({ citations, ...rule }: Rule): readonly DutyVersion[] {
  const shared = { ...rule, governedBy: 'knowledge', transition, exceptions: null } as const;
  return [
    {
      ...shared,
      from: '2011-07-01',
      until: '2025-06-30',
      citation: [citations.old, citations.lss],
      verification: oldAct,
    },
    {
      ...shared,
      from: '2025-07-01',
      until: null,
      citation: [citations.new, citations.lss],
      verification: newAct,
    },
  ];
}
