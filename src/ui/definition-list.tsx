import type { ReactNode } from 'react';
import './facts.css';
import { useTexts } from './language.tsx';
import { uiTexts } from './ui.texts.ts';

/** One fact of a record. A value that is missing is shown as missing, not left out. */
export type Fact = { readonly term: string; readonly value: ReactNode };

/** A record's facts in two columns: what it is, what it says. */
export function DefinitionList({ facts }: { readonly facts: readonly Fact[] }) {
  const texts = useTexts(uiTexts);
  return (
    <dl className="facts">
      {facts.map(({ term, value }) => (
        <div className="fact" key={term}>
          <dt>{term}</dt>
          <dd>
            {value === null || value === undefined || value === '' ? (
              <span className="fact-none">
                <span aria-hidden="true">–</span>
                <span className="visually-hidden">{texts.empty}</span>
              </span>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
