import { useTexts } from '../../ui/language.tsx';
import type { ClauseItem, PolicyAnswer, PolicySection, PolicySentence } from './answers.ts';
import { DemandNote, type NoteActions } from './demand-note.tsx';
import { useIsWide } from './is-wide.ts';
import { clausePagesTexts } from './pages.texts.ts';
import { blocksOf, isOpen, sectionId, sentencesByNumber, topLevel } from './policy-text.ts';

type DocumentProps = {
  readonly policy: PolicyAnswer;
  readonly clauses: ReadonlyMap<string, ClauseItem>;
  /** Which clauses the reader's selection marks. */
  readonly isShown: (clause: ClauseItem) => boolean;
  /** True when only a selection is marked: the rest of the text steps back. */
  readonly isNarrowed: boolean;
  readonly asOf: string;
  readonly actions: NoteActions;
};

/** The adopted text itself, word for word, with what is known about each demand in its margin. */
export function PolicyDocument(props: DocumentProps) {
  const { policy, clauses } = props;
  const texts = useTexts(clausePagesTexts).policy;
  const sentences = sentencesByNumber(policy);
  const isWide = useIsWide();
  const top = topLevel(policy.sections);
  const titleOf = (number: string) => clauses.get(number)?.title ?? number;

  const sentence = (one: PolicySentence) => {
    const shown = one.clauses.flatMap((number) => clauses.get(number) ?? []).filter(props.isShown);
    const unsettled =
      !props.isNarrowed && (one.proposal !== null || one.attested || isOpen(one) || isAside(one));
    const isMarked = shown.length > 0 || unsettled;
    const note = isMarked ? (
      <DemandNote
        sentence={one}
        clauses={shown}
        titleOf={titleOf}
        asOf={props.asOf}
        actions={props.actions}
      />
    ) : null;
    return (
      <span
        key={one.number}
        id={`mening-${one.number}`}
        className="policy-sentence"
        data-marked={isMarked ? '' : undefined}
        data-faded={props.isNarrowed && !isMarked ? '' : undefined}
      >
        {isWide ? note : null}
        <span className="policy-words">{one.text}</span> {isWide ? null : note}
      </span>
    );
  };
  return (
    <div className="policy-document document" lang="sv">
      {policy.sections.map((section, index) => (
        <section key={index} id={sectionId(index)} aria-label={section.heading || texts.opening}>
          <Heading section={section} title={policy.document.title} top={top} />
          {blocksOf(section, sentences).map((block, at) =>
            block.kind === 'paragraph' ? (
              <p key={at}>{block.sentences.map(sentence)}</p>
            ) : (
              <ul key={at}>
                {block.items.map((item) => (
                  <li key={item[0]?.number}>{item.map(sentence)}</li>
                ))}
              </ul>
            ),
          )}
        </section>
      ))}
    </div>
  );
}

function isAside(sentence: PolicySentence): boolean {
  return sentence.setAsideReason !== null && sentence.demand !== null;
}

type HeadingProps = {
  readonly section: PolicySection;
  readonly title: string;
  /** The highest level of the text's own headings: it comes next below the page's. */
  readonly top: number;
};

/** The text's own heading. One that only repeats the document's title is not shown twice. */
function Heading({ section, title, top }: HeadingProps) {
  if (section.heading === '' || section.heading === title) return null;
  const words = (
    <>
      {section.number === null ? null : <span className="policy-number">{section.number} </span>}
      {section.heading}
    </>
  );
  return section.level <= top ? <h2>{words}</h2> : <h3>{words}</h3>;
}
