import { formatNumber } from '../../../kernel/format.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Loaded } from '../../../ui/error-page.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { Tag } from '../../../ui/verdict-mark.tsx';
import { countsOf } from '../compare/counts.ts';
import type { DocumentVersionId } from '../document.ts';
import { chainPagesTexts } from './chain-pages.texts.ts';
import './compare.css';

type Comparison = ViewMap['documentVersion.compare']['answer'];
type Row = Comparison['rows'][number];

/** Two versions side by side in words: what is new, changed, moved and gone, and what stands as it was. */
export default function ComparePage() {
  const id = useRouteParameter('id');
  const before = useRouteParameter('med');
  // An id from the path; the server says if it is none.
  const view = useView('documentVersion.compare', { id, query: { with: before as DocumentVersionId } });
  return <Loaded view={view}>{(comparison) => <Compared comparison={comparison} />}</Loaded>;
}

function Compared({ comparison }: { readonly comparison: Comparison }) {
  const texts = useTexts(chainPagesTexts).compare;
  const language = useLanguage();
  const { title, before, now, rows } = comparison;
  const say = (value: number) => formatNumber(value, language);
  const counts = countsOf(rows);
  const changed = rows.filter((row) => row.kind !== 'same');
  const demands = changed.filter((row) => row.demandBefore !== null || row.demandNow !== null);
  const told = (of: ReturnType<typeof countsOf>) =>
    (['new', 'changed', 'moved', 'gone', 'same'] as const)
      .filter((kind) => of[kind] > 0)
      .map((kind) => texts.counts[kind](of[kind], say(of[kind])))
      .join(', ');
  return (
    <Page
      title={texts.title(title)}
      lead={texts.lead(say(before.number), say(now.number))}
      breadcrumbs={[{ label: texts.version(say(now.number)), to: `/styrdokument/${now.id}` }]}
    >
      <Section title={texts.summary}>
        <p>{changed.length === 0 ? texts.nothing : `${texts.sentences} ${told(counts)}.`}</p>
        {demands.length === 0 ? null : (
          <>
            <p>{`${texts.demands} ${told(countsOf(demands))}.`}</p>
            <p className="soft">{texts.follow}</p>
          </>
        )}
      </Section>
      <Section title={texts.text}>
        <ol className="compared document" lang="sv">
          {rows.map((row, at) => (
            <ComparedRow
              key={at}
              row={row}
              heading={row.heading === rows[at - 1]?.heading ? '' : row.heading}
            />
          ))}
        </ol>
      </Section>
    </Page>
  );
}

function ComparedRow({ row, heading }: { readonly row: Row; readonly heading: string }) {
  const texts = useTexts(chainPagesTexts).compare;
  const language = useLanguage();
  const isDemandMoved = row.kind !== 'same' && row.demandBefore !== row.demandNow;
  return (
    <li data-kind={row.kind}>
      {heading === '' ? null : <h3>{heading}</h3>}
      {row.kind === 'same' ? null : (
        <p className="compared-kind" lang={language}>
          <Tag>{texts.kinds[row.kind]}</Tag>
          {isDemandMoved ? (
            <span className="soft">
              {texts.strength(
                texts.demand[row.demandBefore ?? 'none'],
                texts.demand[row.demandNow ?? 'none'],
              )}
            </span>
          ) : null}
        </p>
      )}
      <p>
        {row.kind !== 'changed' ? (
          row.kind === 'gone' ? (
            <del>{row.text}</del>
          ) : row.kind === 'new' ? (
            <ins>{row.text}</ins>
          ) : (
            row.text
          )
        ) : (
          row.pieces.map((piece, at) => {
            if (piece.kind === 'kept') return <span key={at}>{piece.words}</span>;
            // The brackets and words say it too, for those who see no colour or hear the text.
            return piece.kind === 'added' ? (
              <ins key={at}>
                <span className="visually-hidden" lang={language}>
                  {' '}
                  [{texts.added}:{' '}
                </span>
                {piece.words}
                <span className="visually-hidden">]</span>
              </ins>
            ) : (
              <del key={at}>
                <span className="visually-hidden" lang={language}>
                  {' '}
                  [{texts.removed}:{' '}
                </span>
                {piece.words}
                <span className="visually-hidden">]</span>
              </del>
            );
          })
        )}
      </p>
    </li>
  );
}
