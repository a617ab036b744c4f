import type { ViewMap } from '../../../ui/api-types.ts';

type Version = Pick<ViewMap['documentVersion.record']['answer'], 'sections' | 'sentences'>;

/** The text as it was read in, for reading through. The policy page shows it with its marks. */
export function VersionText({ version }: { readonly version: Version }) {
  const words = new Map(version.sentences.map((sentence) => [sentence.number, sentence.text]));
  const say = (numbers: readonly number[]) => numbers.map((number) => words.get(number) ?? '').join(' ');
  return (
    <div className="version-text document" lang="sv">
      {version.sections.map((section, index) => (
        <div key={index}>
          {section.heading === '' ? null : (
            <h3>{section.number === null ? section.heading : `${section.number} ${section.heading}`}</h3>
          )}
          {section.paragraphs.map((paragraph) =>
            paragraph.kind === 'item' ? (
              <ul key={paragraph.sentences[0]}>
                <li>{say(paragraph.sentences)}</li>
              </ul>
            ) : (
              <p key={paragraph.sentences[0]}>{say(paragraph.sentences)}</p>
            ),
          )}
        </div>
      ))}
    </div>
  );
}
