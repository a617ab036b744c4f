import { lazy, type ReactNode, Suspense, useState } from 'react';
import { formatNumber } from '../../../kernel/format.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { Section } from '../../../ui/page.tsx';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';
import { useResponsible } from '../../../clauses/pages/responsible.ts';
import { documentPagesTexts } from './pages.texts.ts';
import { Proposals } from './proposals.tsx';
import { TieRows } from './tie-rows.tsx';

const TieDialog = lazy(() => import('../../../clauses/pages/tie-dialog.tsx'));

type Version = ViewMap['documentVersion.record']['answer'];
type Sentence = Version['sentences'][number];

/** How the demands of a text are followed up: what is proposed, what is open, and the way to settle it. */
export function TiesSection({ version }: { readonly version: Version }) {
  const texts = useTexts(documentPagesTexts).version;
  const language = useLanguage();
  const clauses = useView('clauses.list');
  const [tying, setTying] = useState<Sentence>();
  const titles = new Map(clauses.data?.items.map((one) => [one.number, one.title]) ?? []);
  const demands = version.sentences.filter((one) => one.demand !== null);
  const proposed = version.sentences.filter((one) => one.proposal !== null);
  const isSettled = (one: Sentence) => one.clauses.length > 0 || one.attested || one.setAsideReason !== null;
  const open = demands.filter((one) => one.proposal === null && !isSettled(one));
  const attested = demands.filter((one) => one.attested);
  const onTie = version.may.tie ? setTying : undefined;
  const count = (number: number) => formatNumber(number, language);
  const settled = texts.tiesLead(count(demands.filter(isSettled).length), count(demands.length));
  return (
    <Section
      title={texts.ties}
      lead={
        proposed.length === 0
          ? settled
          : `${settled} ${texts.waiting(proposed.length, count(proposed.length))}`
      }
    >
      {proposed.length === 0 && open.length === 0 ? (
        <p>
          <VerdictMark verdict="met" isBare /> {texts.settled}
        </p>
      ) : null}
      <Proposals
        versionId={version.id}
        sentences={proposed}
        titleOf={(number) => titles.get(number) ?? number}
        onTie={onTie}
      />
      {open.length === 0 ? null : (
        <TieRows title={texts.open} text={texts.openText} sentences={open}>
          {(sentence) => <TieButton label={texts.tie} onTie={onTie} sentence={sentence} />}
        </TieRows>
      )}
      <AttestedRows sentences={attested} onTie={onTie} />
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

type OnTie = ((sentence: Sentence) => void) | undefined;

function TieButton(props: { readonly label: ReactNode; readonly sentence: Sentence; readonly onTie: OnTie }) {
  const { label, sentence, onTie } = props;
  if (onTie === undefined) return null;
  return (
    <div>
      <Button size="small" onClick={() => onTie(sentence)}>
        {label}
      </Button>
    </div>
  );
}

/** The demands that an office attests every year. */
function AttestedRows({
  sentences,
  onTie,
}: {
  readonly sentences: readonly Sentence[];
  readonly onTie: OnTie;
}) {
  const texts = useTexts(documentPagesTexts).version;
  const responsible = useResponsible();
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
          <p>{responsible(sentence.responsibleOffice ?? '')}</p>
          <TieButton label={texts.change} onTie={onTie} sentence={sentence} />
        </>
      )}
    </TieRows>
  );
}
