import type { ReactNode } from 'react';

/** Sentences of a text, each with what is said of it beside. */
export function TieRows<Sentence extends { readonly number: number; readonly text: string }>(props: {
  readonly title: string;
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly action?: ReactNode;
  readonly children: (sentence: Sentence) => ReactNode;
}) {
  return (
    <div>
      <div className="section-head">
        <h3>{props.title}</h3>
        {props.action}
      </div>
      <p className="soft">{props.text}</p>
      <ul className="tie-rows">
        {props.sentences.map((sentence) => (
          <li className="tie-row" key={sentence.number}>
            <blockquote className="document" lang="sv">
              {sentence.text}
            </blockquote>
            <div>{props.children(sentence)}</div>
          </li>
        ))}
      </ul>
    </div>
  );
}
