import { formatLongDate } from '../../../kernel/format.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import type { Fact } from '../../../ui/definition-list.tsx';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { documentTexts } from '../document.texts.ts';
import { chainPagesTexts } from './chain-pages.texts.ts';
import { documentPagesTexts } from './pages.texts.ts';

type Version = ViewMap['documentVersion.record']['answer'];

/** What is to be said of a version: its decision and the days that follow from it, where it came from, and its hash. */
export function useVersionFacts(version: Version): Fact[] {
  const texts = useTexts(documentPagesTexts).version;
  const steps = useTexts(chainPagesTexts).steps;
  const { bodies } = useTexts(documentTexts);
  const language = useLanguage();
  const day = (value: string | null) => (value === null ? null : formatLongDate(value, language));
  const by = (value: string | null, isLate: boolean) =>
    value === null ? null : isLate ? (
      <span className="overdue">
        {day(value)} ▲ {steps.late}
      </span>
    ) : (
      day(value)
    );
  const { legalDays } = version;
  const source = version.blocks === null ? [{ term: texts.sourceName, value: version.sourceName }] : [];
  const hash =
    version.contentHash === ''
      ? []
      : [{ term: texts.contentHash, value: <code className="number">{version.contentHash}</code> }];
  if (version.decision === null) return [...source, ...hash];
  const minuted =
    legalDays === null
      ? []
      : [
          { term: texts.adjustedOn, value: day(version.adjustedOn) },
          ...(version.adjustedOn === null || legalDays.isAdjustedLate
            ? [{ term: steps.adjustBy, value: by(legalDays.adjustBy, legalDays.isAdjustedLate) }]
            : []),
          { term: texts.announcedOn, value: day(version.announcedOn) },
          ...(legalDays.announceBy !== null && (version.announcedOn === null || legalDays.isAnnouncedLate)
            ? [{ term: steps.announceBy, value: by(legalDays.announceBy, legalDays.isAnnouncedLate) }]
            : []),
          { term: texts.legalForceOn, value: day(version.legalForceOn) },
        ];
  const repealed =
    version.repealedOn === null
      ? []
      : [{ term: steps.repealedOn, value: `${day(version.repealedOn)}, ${version.repealDecision}` }];
  return [
    { term: texts.decision, value: version.decision },
    { term: texts.decidedBy, value: version.decidedBy === null ? null : bodies[version.decidedBy] },
    { term: texts.decidedOn, value: day(version.decidedOn) },
    { term: texts.inForceFrom, value: day(version.inForceFrom) },
    ...minuted,
    ...repealed,
    ...source,
    ...hash,
  ];
}
