import { formatLongDate, formatPercent } from '../../kernel/format.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Loaded } from '../../ui/error-page.tsx';
import { useView } from '../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../ui/language.tsx';
import { Link } from '../../ui/link.tsx';
import { Loading, Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useRouteParameter } from '../../ui/routing.ts';
import { clauseTexts } from '../clause.texts.ts';
import type { ViewMap } from '../../ui/api-types.ts';
import { useAddress } from './address.ts';
import { ClauseFindings } from './clause-findings.tsx';
import { ClauseTrend } from './clause-trend.tsx';
import { ClauseVerdict } from './clause-verdict.tsx';
import './clause.css';
import { clausePagesTexts } from './pages.texts.ts';
import './policy.css';
import { useResponsible } from './responsible.ts';
import { Threshold } from './threshold.tsx';
import { usePolicyOf } from './use-policy.ts';

type ClauseRecord = ViewMap['clauses.record']['answer'];

/** One clause: where the adopted text says it, how it is measured, how it stands, what fails, and how it has gone. */
export default function ClausePage() {
  const number = useRouteParameter('number');
  const address = useAddress();
  const asOf = address.read('asOf');
  const texts = useTexts(clausePagesTexts);
  const language = useLanguage();
  const view = useView('clauses.record', { id: number, query: { asOf } });
  return (
    <Loaded view={view}>
      {(clause) => (
        <Page
          title={clause.title}
          breadcrumbs={[
            { label: texts.policy.title, to: '/policyn' },
            { label: texts.clause.listTitle, to: '/krav' },
          ]}
          state={<ClauseVerdict clause={clause} asOf={asOf} />}
        >
          {asOf === '' ? null : (
            <Notice title={texts.policy.past(formatLongDate(asOf, language))}>
              <p>
                <Link to={address.href({ asOf: undefined })}>{texts.policy.toToday}</Link>
              </p>
            </Notice>
          )}
          <InText number={clause.number} asOf={asOf} />
          <Section title={texts.clause.demand}>
            <p>{clause.demand}</p>
          </Section>
          <Section title={texts.clause.measured}>
            <p>{clause.measured}</p>
          </Section>
          <ClauseFindings clause={clause} asOf={asOf} />
          <Section title={texts.clause.trend}>
            <ClauseTrend number={clause.number} asOf={asOf} />
          </Section>
          <Facts clause={clause} />
          <Threshold clause={clause} isSettable={asOf === ''} />
          <ReceiptOf clause={clause} />
        </Page>
      )}
    </Loaded>
  );
}

/** The sentences of the adopted text that the clause stands for. */
function InText({ number, asOf }: { readonly number: string; readonly asOf: string }) {
  const texts = useTexts(clausePagesTexts).clause;
  const { data } = usePolicyOf(asOf);
  if (data === undefined) return <Loading lines={2} />;
  const { policy } = data;
  const sentences = policy?.sentences.filter((one) => one.clauses.includes(number)) ?? [];
  return (
    <Section title={texts.inText}>
      {sentences.length === 0 ? (
        <p className="soft">{policy === null ? texts.noPolicy : texts.notInText}</p>
      ) : (
        <div>
          {sentences.map((sentence) => (
            <blockquote className="clause-quote document" lang="sv" key={sentence.number}>
              {sentence.text}
            </blockquote>
          ))}
        </div>
      )}
    </Section>
  );
}

function Facts({ clause }: { readonly clause: ClauseRecord }) {
  const texts = useTexts(clausePagesTexts).clause;
  const words = useTexts(clauseTexts);
  const language = useLanguage();
  const responsible = useResponsible();
  const share = formatPercent(clause.threshold / 100, language);
  const threshold = clause.threshold === 100 ? texts.thresholdWhole : texts.thresholdShare(share);
  const reason = clause.thresholdReason === null ? '' : `. ${texts.thresholdReason(clause.thresholdReason)}`;
  return (
    <Section title={texts.verdict}>
      <DefinitionList
        facts={[
          { term: texts.responsible, value: responsible(clause.responsible) },
          { term: texts.strength, value: words.strengths[clause.strength] },
          {
            term: texts.citation,
            value: clause.citation.length === 0 ? texts.policyItself : clause.citation.join('; '),
          },
          ...(clause.inForceFrom === null
            ? []
            : [{ term: texts.inForceFrom, value: formatLongDate(clause.inForceFrom, language) }]),
          { term: texts.threshold, value: threshold + reason },
        ]}
      />
    </Section>
  );
}

/** By what the judgement can be made again. */
function ReceiptOf({ clause }: { readonly clause: ClauseRecord }) {
  const texts = useTexts(clausePagesTexts).clause;
  const { receipt } = clause;
  return (
    <Disclosure title={texts.receipt}>
      <p className="soft">{texts.receiptText}</p>
      <div className="receipt">
        <DefinitionList
          facts={[
            { term: texts.auditHead, value: receipt.auditHead },
            { term: texts.asOf, value: receipt.asOf },
            {
              term: texts.policyVersion,
              value: receipt.policyVersion === 'none' ? texts.none : receipt.policyVersion,
            },
            { term: texts.codeVersion, value: receipt.codeVersion },
            { term: texts.id, value: clause.id },
          ]}
        />
      </div>
    </Disclosure>
  );
}
