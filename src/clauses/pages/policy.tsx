import { lazy, Suspense, useState } from 'react';
import { formatDay, formatLongDate, formatNumber } from '../../kernel/format.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Loaded } from '../../ui/error-page.tsx';
import { useAct, useView } from '../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../ui/language.tsx';
import { Link } from '../../ui/link.tsx';
import { EmptyState, Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useSession } from '../../ui/session.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { useAddress } from './address.ts';
import type { ClauseItem, PolicyAnswer, PolicySentence } from './answers.ts';
import { ClauseVerdict } from './clause-verdict.tsx';
import { clausePagesTexts, policyTextTexts } from './pages.texts.ts';
import './policy.css';
import { PolicyBar, selectionOf } from './policy-bar.tsx';
import { PolicyContents } from './policy-contents.tsx';
import { PolicyDocument } from './policy-document.tsx';
import { clausesOutside, countVerdicts, isSelected } from './policy-text.ts';
import { usePolicyOf } from './use-policy.ts';

const ClauseSheet = lazy(() => import('./clause-sheet.tsx'));
const TieDialog = lazy(() => import('./tie-dialog.tsx'));

/** The policy: the adopted text itself, with each demand's verdict in the margin, today or as it was on a day. */
export default function PolicyPage() {
  const asOf = useAddress().read('asOf');
  const policy = usePolicyOf(asOf);
  const clauses = useView('clauses.list', { query: { asOf } });
  return (
    <Loaded view={policy}>
      {(found) => (
        <Loaded view={clauses}>
          {({ items }) => (
            <Policy policy={found.policy} mayImport={found.mayImport} items={items} asOf={asOf} />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

type PolicyProps = {
  readonly policy: PolicyAnswer | null;
  readonly mayImport: boolean;
  readonly items: readonly ClauseItem[];
  readonly asOf: string;
};

function Policy({ policy, mayImport, items, asOf }: PolicyProps) {
  const texts = useTexts(clausePagesTexts).policy;
  const address = useAddress();
  const session = useSession();
  const [opened, setOpened] = useState<string>();
  const [tying, setTying] = useState<PolicySentence>();
  const confirm = useAct('documentVersion.confirmProposals');
  const offices = new Set(session.data?.offices.map((held) => held.office) ?? []);
  const selection = selectionOf(address.read('visa'));
  const byNumber = new Map(items.map((item) => [item.number, item]));
  const isShown = (clause: ClauseItem) => isSelected(clause, selection, offices);
  const shown = items.filter(isShown);
  const mayTie = policy !== null && policy.may.tie && asOf === '' && policy.state !== 'superseded';
  const takeProposal = (sentence: PolicySentence) => {
    if (policy === null) return;
    const input = { sentences: [{ number: sentence.number, version: sentence.version }] };
    // What went wrong is shown from the action's own state below.
    confirm.run({ id: policy.id, input }).catch(() => undefined);
  };
  const openedClause = opened === undefined ? undefined : byNumber.get(opened);
  return (
    <Page
      title={policy?.document.title ?? texts.title}
      {...(policy === null ? {} : { state: <Adoption policy={policy} /> })}
      more={moreOf(texts)}
    >
      <div className="policy-page">
        <PolicyNotices policy={policy} asOf={asOf} mayImport={mayImport} />
        {confirm.problem === undefined ? null : (
          <Notice kind="danger" isNews>
            {confirm.problem.message}
          </Notice>
        )}
        {policy === null && asOf === '' ? null : <Figures items={items} />}
        <PolicyBar
          selection={selection}
          count={shown.length}
          asOf={asOf}
          today={formatDay(new Date().toISOString())}
        />
        {policy === null ? null : (
          <div className="policy-columns">
            <PolicyContents policy={policy} clauses={byNumber} />
            <PolicyDocument
              policy={policy}
              clauses={byNumber}
              isShown={isShown}
              isNarrowed={selection !== 'all'}
              asOf={asOf}
              actions={{
                open: setOpened,
                confirm: mayTie ? takeProposal : undefined,
                tie: mayTie ? setTying : undefined,
              }}
            />
          </div>
        )}
        <Outside clauses={clausesOutside(policy, items).filter(isShown)} asOf={asOf} />
        {policy === null ? null : <Leftovers policy={policy} />}
      </div>
      <Suspense fallback={null}>
        {openedClause === undefined ? null : (
          <ClauseSheet clause={openedClause} asOf={asOf} onClose={() => setOpened(undefined)} />
        )}
        {tying === undefined || policy === null ? null : (
          <TieDialog
            versionId={policy.id}
            sentence={tying}
            clauses={items}
            onClose={() => setTying(undefined)}
          />
        )}
      </Suspense>
    </Page>
  );
}

function moreOf(texts: { allClauses: string; versions: string; publicPage: string }) {
  return [
    { key: 'clauses', label: texts.allClauses, to: '/krav' },
    { key: 'versions', label: texts.versions, to: '/styrdokument' },
    { key: 'public', label: texts.publicPage, onAction: () => window.location.assign('/policy') },
  ];
}

/** Who adopted the text, and from when it holds. */
function Adoption({ policy }: { readonly policy: PolicyAnswer }) {
  const texts = useTexts(clausePagesTexts).policy;
  const language = useLanguage();
  if (policy.decision === null) return null;
  const { inForceFrom } = policy;
  const { reviewOn } = policy.document;
  const parts = [
    texts.adoptedBy(policy.decision),
    ...(inForceFrom === null ? [] : [texts.inForceFrom(formatLongDate(inForceFrom, language))]),
    ...(reviewOn === null ? [] : [texts.reviewOn(formatLongDate(reviewOn, language))]),
  ];
  return <p className="policy-adoption">{parts.join(' · ')}</p>;
}

/** What the reader must know before reading: nothing here, a draft, not yet in force, or another day. */
function PolicyNotices(props: Omit<PolicyProps, 'items'>) {
  const { policy, asOf, mayImport } = props;
  const texts = useTexts(clausePagesTexts).policy;
  const language = useLanguage();
  const address = useAddress();
  const day = formatLongDate(asOf, language);
  if (policy === null && asOf === '') {
    const action = (
      <LinkButton look="primary" to="/styrdokument/las-in">
        {texts.import}
      </LinkButton>
    );
    return (
      <EmptyState title={texts.none} action={mayImport ? action : undefined}>
        {mayImport ? texts.noneText : texts.noneTextOthers}
      </EmptyState>
    );
  }
  const toVersion =
    policy === null ? null : (
      <p>
        <Link to={`/styrdokument/${policy.id}`}>{texts.goToVersion}</Link>
      </p>
    );
  return (
    <>
      {asOf === '' ? null : (
        <Notice title={policy === null ? texts.noneThatDay(day) : texts.past(day)}>
          {policy === null ? <p>{texts.noneThatDayText}</p> : null}
          <p>
            <Link to={address.href({ asOf: undefined })}>{texts.toToday}</Link>
          </p>
        </Notice>
      )}
      {policy?.state === 'draft' ? (
        <Notice kind="warning" title={texts.draft}>
          <p>{texts.draftText}</p>
          {toVersion}
        </Notice>
      ) : null}
      {policy?.state === 'decided' ? (
        <Notice title={texts.decided(formatLongDate(policy.inForceFrom ?? '', language))}>{toVersion}</Notice>
      ) : null}
    </>
  );
}

/** How many of the demands have each verdict: a line of text, not a row of gauges. */
function Figures({ items }: { readonly items: readonly ClauseItem[] }) {
  const texts = useTexts(clausePagesTexts).policy;
  const language = useLanguage();
  return (
    <ul className="policy-figures" aria-label={texts.figures}>
      {countVerdicts(items).map(({ verdict, count }) => (
        <li key={verdict}>
          <span className="number">{formatNumber(count, language)}</span> <VerdictMark verdict={verdict} />
        </li>
      ))}
    </ul>
  );
}

function Outside({ clauses, asOf }: { readonly clauses: readonly ClauseItem[]; readonly asOf: string }) {
  const texts = useTexts(clausePagesTexts).policy;
  if (clauses.length === 0) return null;
  return (
    <section className="policy-outside" aria-labelledby="utanfor">
      <h2 id="utanfor">{texts.outside}</h2>
      <p className="soft">{texts.outsideText}</p>
      <ul>
        {clauses.map((clause) => (
          <li key={clause.number}>
            <Link to={`/krav/${clause.number}${asOf === '' ? '' : `?asOf=${asOf}`}`}>{clause.title}</Link>
            <ClauseVerdict clause={clause} asOf={asOf} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the document held besides sentences and headings: kept, and shown to whoever asks. */
function Leftovers({ policy }: { readonly policy: PolicyAnswer }) {
  const texts = useTexts(clausePagesTexts).policy;
  const words: Readonly<Record<string, string>> = useTexts(policyTextTexts).leftover;
  // Marks and hyphens are of the typesetter's making; the words are what a reader may miss.
  const shown = policy.leftovers.filter(({ reason }) => reason !== 'mark' && reason !== 'lineHyphen');
  if (shown.length === 0) return null;
  return (
    <div className="policy-leftovers">
      <Disclosure title={texts.leftovers}>
        <p className="soft">{texts.leftoversText}</p>
        <ul>
          {shown.map(({ text, reason }, index) => (
            <li key={`${reason} ${index}`}>
              <span lang="sv">{text}</span> <span className="soft">– {words[reason]}</span>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
