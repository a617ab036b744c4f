import { useEffect, useState } from 'react';
import { useTexts } from '../../ui/language.tsx';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import type { ClauseItem, PolicyAnswer } from './answers.ts';
import { clausePagesTexts } from './pages.texts.ts';
import { sectionId, sentencesByNumber, verdictOfSection } from './policy-text.ts';

type ContentsProps = {
  readonly policy: PolicyAnswer;
  readonly clauses: ReadonlyMap<string, ClauseItem>;
};

/** Where the reader is in the text, with the gravest mark of each section. */
export function PolicyContents({ policy, clauses }: ContentsProps) {
  const texts = useTexts(clausePagesTexts).policy;
  const sentences = sentencesByNumber(policy);
  const here = useSectionInView(policy.sections.length);
  return (
    <nav className="policy-contents" aria-label={texts.contents}>
      <p className="policy-contents-title" aria-hidden="true">
        {texts.contents}
      </p>
      <ol>
        {policy.sections.map((section, index) => {
          const verdict = verdictOfSection(section, sentences, clauses);
          return (
            <li key={index} data-level={Math.min(section.level, 3)}>
              <a
                href={`#${sectionId(index)}`}
                aria-current={here === index ? 'location' : undefined}
                onClick={(event) => goTo(event, index)}
              >
                <span>{section.heading || texts.untitled}</span>
                {verdict === null ? null : <VerdictMark verdict={verdict} isBare />}
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** Goes there without a new page in the browser's history, and lets Tab go on from there. */
function goTo(event: { preventDefault(): void }, index: number): void {
  const section = document.getElementById(sectionId(index));
  if (section === null) return;
  event.preventDefault();
  section.tabIndex = -1;
  section.focus({ preventScroll: true });
  section.scrollIntoView();
}

/** The section that stands at the top of the window. */
function useSectionInView(count: number): number {
  const [here, setHere] = useState(0);
  useEffect(() => {
    const seen = new Set<number>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const index = Number(entry.target.id.slice(sectionId(0).length - 1)) - 1;
          if (entry.isIntersecting) seen.add(index);
          else seen.delete(index);
        }
        if (seen.size > 0) setHere(Math.min(...seen));
      },
      { rootMargin: '-80px 0px -60% 0px' },
    );
    for (let index = 0; index < count; index += 1) {
      const section = document.getElementById(sectionId(index));
      if (section !== null) observer.observe(section);
    }
    return () => observer.disconnect();
  }, [count]);
  return here;
}
