import { Fragment } from 'react';
import type { ViewMap } from '../../../ui/api-types.ts';
import type { Block } from '../blocks/block.ts';
import { grouped } from '../blocks/grouped.ts';
import { runsOf } from '../blocks/link.ts';

type Version = Pick<ViewMap['documentVersion.record']['answer'], 'sections' | 'sentences' | 'blocks'>;

/** The text for reading through: as it was written, or as it was read in. The policy page shows it with its marks. */
export function VersionText({ version }: { readonly version: Version }) {
  return (
    <div className="version-text document" lang="sv">
      {version.blocks === null ? <ReadText version={version} /> : <Blocks blocks={version.blocks} />}
    </div>
  );
}

function ReadText({ version }: { readonly version: Version }) {
  const words = new Map(version.sentences.map((sentence) => [sentence.number, sentence.text]));
  const say = (numbers: readonly number[]) => numbers.map((number) => words.get(number) ?? '').join(' ');
  return version.sections.map((section, index) => (
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
  ));
}

function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return grouped(blocks).map((group, at) => {
    if (!('kind' in group)) {
      const List = group[0]?.isNumbered === true ? 'ol' : 'ul';
      return (
        <List key={at}>
          {group.map((item, place) => (
            <li key={place}>
              <Words text={item.text} />
            </li>
          ))}
        </List>
      );
    }
    if (group.kind === 'table') return <Table key={at} rows={group.rows} />;
    if (group.kind !== 'heading')
      return (
        <p key={at}>
          <Words text={group.text} />
        </p>
      );
    // The page's own headings are the first two levels.
    const Heading = group.level === 1 ? 'h3' : group.level === 2 ? 'h4' : 'h5';
    return (
      <Heading key={at}>
        <Words text={group.text} />
      </Heading>
    );
  });
}

function Table({ rows }: { readonly rows: readonly (readonly string[])[] }) {
  const [head = [], ...body] = rows;
  return (
    <div className="text-table" role="region" aria-label={head.join(', ')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((cell, at) => (
              <th key={at} scope="col">
                <Words text={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, at) => (
            <tr key={at}>
              {row.map((cell, place) => (
                <td key={place}>
                  <Words text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Words({ text }: { readonly text: string }) {
  return runsOf(text).map((run, at) =>
    run.href === null ? (
      <Fragment key={at}>{run.words}</Fragment>
    ) : (
      <a key={at} href={run.href} rel="noreferrer noopener">
        {run.words}
      </a>
    ),
  );
}
