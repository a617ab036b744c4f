import { lazy, type ReactNode, Suspense, useState } from 'react';
import { formatNumber } from '../../../kernel/format.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';
import { officeTexts } from '../../../people/offices.texts.ts';
import { Link } from '../../../ui/link.tsx';
import { documentPagesTexts } from './pages.texts.ts';

const TieDialog = lazy(() => import('../../../clauses/pages/tie-dialog.tsx'));

type Version = ViewMap['documentVersion.record']['answer'];
type Sentence = Version['sentences'][number];

/** How the demands of a text are followed up: what is proposed, what is open, and the way to settle it. */
export function TiesSection({ version }: { readonly version: Version }) {
  const texts = useTexts(documentPagesTexts).version;
  const language = useLanguage();
  const clauses = useView('clauses.list');
  const confirmAll = useAct('documentVersion.confirmProposals');
  const tie = useAct('documentVersion.tie');
  const [tying, setTying] = useState<Sentence>();
  const titles = new Map(clauses.data?.items.map((one) => [one.number, one.title]) ?? []);
  const demands = version.sentences.filter((one) => one.demand !== null);
  const tied = demands.filter((one) => one.clauses.length > 0 || one.attested);
  const proposed = version.sentences.filter((one) => one.proposed.length > 0);
  const open = demands.filter(
    (one) =>
      one.clauses.length === 0 && one.proposed.length === 0 && one.setAsideReason === null && !one.attested,
  );
  const attested = demands.filter((one) => one.attested);
  const problem = confirmAll.problem ?? tie.problem;
  const mayTie = version.may.tie;
  const take = (sentence: Sentence) => {
    const numbers = [...new Set([...sentence.clauses, ...sentence.proposed])].sort();
    const input = { sentence: sentence.number, clauses: numbers, setAsideReason: null };
    // A refusal is shown below, from the action's own state.
    void tie.run({ id: version.id, input }).catch(() => undefined);
  };
  const all = (
    <Button
      isBusy={confirmAll.isRunning}
      onClick={() => void confirmAll.run({ id: version.id, input: {} }).catch(() => undefined)}
    >
      {texts.confirmAll(formatNumber(proposed.length, language))}
    </Button>
  );
  return (
    <Section
      title={texts.ties}
      lead={texts.tiesLead(formatNumber(tied.length, language), formatNumber(demands.length, language))}
    >
      {problem === undefined ? null : (
        <Notice kind="danger" isNews>
          {problem.message}
        </Notice>
      )}
      {proposed.length === 0 && open.length === 0 ? (
        <p>
          <VerdictMark verdict="met" isBare /> {texts.settled}
        </p>
      ) : null}
      {proposed.length === 0 ? null : (
        <TieRows
          title={texts.proposals}
          text={texts.proposalsText}
          sentences={proposed}
          action={mayTie && proposed.length > 1 ? all : null}
        >
          {(sentence) => (
            <>
              {sentence.proposed.map((number) => (
                <p key={number}>
                  {titles.get(number)} <span className="faint number">{number}</span>
                </p>
              ))}
              {mayTie ? (
                <div className="row">
                  <Button size="small" onClick={() => take(sentence)}>
                    {texts.confirm}
                  </Button>
                  <Button size="small" look="quiet" onClick={() => setTying(sentence)}>
                    {texts.change}
                  </Button>
                </div>
              ) : null}
            </>
          )}
        </TieRows>
      )}
      {open.length === 0 ? null : (
        <TieRows title={texts.open} text={texts.openText} sentences={open} action={null}>
          {(sentence) =>
            mayTie ? (
              <div>
                <Button size="small" onClick={() => setTying(sentence)}>
                  {texts.tie}
                </Button>
              </div>
            ) : null
          }
        </TieRows>
      )}
      <AttestedRows sentences={attested} onChange={mayTie ? setTying : undefined} />
      <Suspense fallback={null}>
        {tying === undefined ? null : (
          <TieDialog
            versionId={version.id}
            sentence={tying}
            scope={version.document.scope}
            clauses={clauses.data?.items ?? []}
            onClose={() => setTying(undefined)}
          />
        )}
      </Suspense>
    </Section>
  );
}

/** The demands that an office attests every year. */
function AttestedRows({
  sentences,
  onChange,
}: {
  readonly sentences: readonly Sentence[];
  readonly onChange: ((sentence: Sentence) => void) | undefined;
}) {
  const texts = useTexts(documentPagesTexts).version;
  const offices: Readonly<Record<string, string>> = useTexts(officeTexts).offices;
  if (sentences.length === 0) return null;
  return (
    <TieRows
      title={texts.attested}
      text={texts.attestedText}
      sentences={sentences}
      action={<Link to="/styrdokument/intyg">{texts.attested}</Link>}
    >
      {(sentence) => (
        <>
          <p>{offices[sentence.responsibleOffice ?? '']}</p>
          {onChange === undefined ? null : (
            <div>
              <Button size="small" look="quiet" onClick={() => onChange(sentence)}>
                {texts.change}
              </Button>
            </div>
          )}
        </>
      )}
    </TieRows>
  );
}

function TieRows(props: {
  readonly title: string;
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly action: ReactNode;
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
