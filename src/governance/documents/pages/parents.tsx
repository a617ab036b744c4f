import { lazy, Suspense, useState } from 'react';
import type { Id } from '../../../kernel/ids.ts';
import { ActProblem, isShown } from '../../../registers/information/pages/act-problem.tsx';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { Section } from '../../../ui/page.tsx';
import { chainPagesTexts } from './chain-pages.texts.ts';

const ParentDialog = lazy(() => import('./parent-dialog.tsx'));

type Document = ViewMap['document.record']['answer'];

/** What the document springs from: clauses, and demands of documents above it. */
export function Parents({ document }: { readonly document: Document }) {
  const texts = useTexts(chainPagesTexts).parents;
  const clauses = useView('clauses.list');
  const untie = useAct('document.untieParent');
  const [isTying, setTying] = useState(false);
  const titles = new Map((clauses.data?.items ?? []).map((one) => [one.number, one.title]));
  const { id, parents, may } = document;
  const add = may.keep ? (
    <Button size="small" onClick={() => setTying(true)}>
      {texts.add}
    </Button>
  ) : undefined;
  return (
    <Section title={texts.title} lead={parents.length === 0 ? texts.none : undefined} action={add}>
      <ActProblem problem={untie.problem} />
      <ul className="version-list">
        {parents.map((parent) => (
          <li className="version-row" key={parent.id}>
            <div>
              {parent.clause === null ? (
                <>
                  <p className="version-title">
                    <Link to={`/styrdokument/dokument/${parent.parentDocumentId}`}>{parent.parentTitle}</Link>
                  </p>
                  {parent.quote === null ? null : (
                    <blockquote className="document" lang="sv">
                      {parent.quote}
                    </blockquote>
                  )}
                  {parent.isInForce === false ? <p className="overdue">▲ {texts.gone}</p> : null}
                </>
              ) : (
                <p className="version-title">
                  <Link to={`/krav/${parent.clause}`}>{titles.get(parent.clause) ?? parent.clause}</Link>{' '}
                  <span className="faint number">{parent.clause}</span>
                </p>
              )}
            </div>
            {may.keep ? (
              <Button
                size="small"
                look="quiet"
                aria-label={texts.removeNamed(parent.parentTitle ?? parent.clause ?? '')}
                onClick={() =>
                  // The id of a row just shown.
                  void untie.run({ id, input: { tie: parent.id as Id<'DocumentParent'> } }).catch(isShown)
                }
              >
                {texts.remove}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <Suspense fallback={null}>
        {isTying ? <ParentDialog document={document} onClose={() => setTying(false)} /> : null}
      </Suspense>
    </Section>
  );
}
