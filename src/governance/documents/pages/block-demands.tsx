import { Chevron } from '../../../ui/icons.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { useTexts } from '../../../ui/language.tsx';
import type { Block, DemandMark } from '../blocks/block.ts';
import { marked, sentencesIn } from '../blocks/editing.ts';
import { chainPagesTexts } from './chain-pages.texts.ts';
import '../../../ui/field.css';

/** What a block demands, sentence by sentence, as the machine reads it; the writer may say otherwise. */
export function BlockDemands({
  block,
  marks,
  onMark,
}: {
  readonly block: Block;
  readonly marks: readonly DemandMark[];
  readonly onMark: (marks: readonly DemandMark[]) => void;
}) {
  const texts = useTexts(chainPagesTexts).write;
  const sentences = sentencesIn(block, marks);
  const shall = sentences.filter((one) => one.demand === 'ska').length;
  const should = sentences.filter((one) => one.demand === 'bor').length;
  if (sentences.length === 0) return null;
  return (
    <Disclosure title={texts.demands(String(shall), String(should))}>
      <ul className="editor-demands">
        {sentences.map((sentence, at) => (
          <li key={at}>
            <span lang="sv">{sentence.text}</span>
            <span className="select-frame">
              <select
                className="input"
                aria-label={texts.demandOf(sentence.text)}
                value={sentence.demand ?? 'none'}
                onChange={(event) => {
                  const { value } = event.target;
                  onMark(marked(marks, sentence, value === 'ska' || value === 'bor' ? value : null));
                }}
              >
                <option value="ska">{texts.shall}</option>
                <option value="bor">{texts.should}</option>
                <option value="none">{texts.noDemand}</option>
              </select>
              <Chevron />
            </span>
            {sentence.isMarked ? <span className="soft">{texts.byHand}</span> : null}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
