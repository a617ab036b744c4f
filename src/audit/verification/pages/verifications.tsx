import { useEffect, useState } from 'react';
import { formatMoment, formatNumber } from '../../../kernel/format.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import '../../../ui/facts.css';
import { EmptyState, Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';
import { ActProblem, isShown } from '../../../registers/information/pages/act-problem.tsx';
import { tellFinding, wordsOf } from '../../../../tools/verify-audit/tell.ts';
import { witnessPagesTexts } from '../../witnesses/pages/pages.texts.ts';

type Row = ViewMap['logVerification.list']['answer']['items'][number];

/** How often (ms) it is asked whether a verification that was waited for has been made. */
const askAgainAfter = 5000;

export default function Verifications() {
  const texts = useTexts(witnessPagesTexts).verifications;
  const view = useView('logVerification.list');
  const verify = useAct('audit.verify');
  const rows = view.data?.items ?? [];
  const isWaiting = rows.some((row) => row.verifiedAt === null);
  const made = rows.filter((row) => row.verifiedAt !== null);
  const { reload } = view;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(reload, askAgainAfter);
    return () => clearInterval(timer);
  }, [isWaiting, reload]);
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      primary={
        view.data?.may.verify === true ? (
          <Button
            look="primary"
            isBusy={verify.isRunning}
            disabledReason={isWaiting ? texts.waiting : undefined}
            onClick={() => void verify.run({ input: {} }).catch(isShown)}
          >
            {texts.verify}
          </Button>
        ) : undefined
      }
    >
      <Loaded view={view}>
        {() => (
          <div className="stack">
            <ActProblem problem={verify.problem} />
            {isWaiting ? <Notice title={texts.waiting} isNews /> : null}
            {made[0]?.isWhole === false ? (
              <Notice kind="danger" title={texts.alarm}>
                {texts.alarmText}
              </Notice>
            ) : null}
            {made.length === 0 && !isWaiting ? (
              <EmptyState title={texts.none}>{texts.noneText}</EmptyState>
            ) : (
              <dl className="facts">
                {made.map((row) => (
                  <Made key={row.id} row={row} />
                ))}
              </dl>
            )}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Made({ row }: { readonly row: Row }) {
  const texts = useTexts(witnessPagesTexts).verifications;
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { id, verifiedAt, isWhole, size, erased, requestedBy, findingCount } = row;
  const figures = [
    texts.size(formatNumber(size ?? 0, language)),
    ...(erased === null || erased === 0 ? [] : [texts.erased(formatNumber(erased, language))]),
    requestedBy === null ? texts.daily : texts.byPerson,
  ];
  return (
    <div className="fact">
      <dt>{formatMoment(verifiedAt ?? '', language)}</dt>
      <dd>
        <span className="row">
          <span aria-hidden="true">
            <VerdictMark verdict={isWhole === true ? 'met' : 'overdue'} isBare />
          </span>
          {isWhole === true ? texts.whole : texts.notWhole}
        </span>
        <span className="soft">{figures.join(', ')}</span>
        {findingCount === 0 ? null : isOpen ? (
          <FindingList id={id} />
        ) : (
          <p>
            <Button look="quiet" size="small" onClick={() => setOpen(true)}>
              {texts.findings(formatNumber(findingCount, language))}
            </Button>
          </p>
        )}
      </dd>
    </div>
  );
}

function FindingList({ id }: { readonly id: string }) {
  const texts = useTexts(witnessPagesTexts).verifications;
  const words = wordsOf(useLanguage());
  const view = useView('logVerification.record', { id });
  return (
    <Loaded view={view}>
      {({ findings, findingCount }) => (
        <>
          <ul>
            {findings.map((finding) => {
              const told = tellFinding(finding, words);
              return <li key={told}>{told}</li>;
            })}
          </ul>
          {findings.length < findingCount ? <p className="soft">{texts.limited}</p> : null}
        </>
      )}
    </Loaded>
  );
}
