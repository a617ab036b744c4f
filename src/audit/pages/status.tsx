import { useState } from 'react';
import { formatMoment, formatNumber } from '../../kernel/format.ts';
import type { ViewMap } from '../../ui/api-types.ts';
import { Button } from '../../ui/button.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Loaded } from '../../ui/error-page.tsx';
import { useView } from '../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import './event-line.css';
import { logPagesTexts } from './pages.texts.ts';
import { LatestVerification, Witnesses } from './status-outside.tsx';

type Status = ViewMap['audit.status']['answer'];

export default function StatusPage() {
  const texts = useTexts(logPagesTexts);
  const view = useView('audit.status');
  return (
    <Loaded view={view}>
      {(status) => (
        <Page
          title={texts.status.title}
          lead={texts.status.lead}
          breadcrumbs={[{ label: texts.log.title, to: '/loggen' }]}
        >
          <Standing status={status} />
          <Figures status={status} />
          <LatestVerification />
          <Witnesses />
          <Checkpoint status={status} />
        </Page>
      )}
    </Loaded>
  );
}

function Standing({ status }: { readonly status: Status }) {
  const texts = useTexts(logPagesTexts).status;
  const language = useLanguage();
  const isWell = status.standing === 'running' || status.standing === 'unknown';
  return (
    <Section title={texts.standing}>
      <Notice kind={isWell ? 'note' : 'danger'} title={texts.standings[status.standing]}>
        <p>{texts.remedies[status.standing]}</p>
        {isWell || status.since === null ? null : (
          <p>
            {texts.since} {formatMoment(status.since, language)}
          </p>
        )}
      </Notice>
    </Section>
  );
}

function Figures({ status }: { readonly status: Status }) {
  const texts = useTexts(logPagesTexts).status;
  const language = useLanguage();
  const figure = (value: number) => <span className="number">{formatNumber(value, language)}</span>;
  return (
    <Section title={texts.figures}>
      <DefinitionList
        facts={[
          { term: texts.sealed, value: figure(status.sealed) },
          { term: texts.unsealed, value: figure(status.unsealed) },
          { term: texts.erased, value: figure(status.erased) },
        ]}
      />
    </Section>
  );
}

function Checkpoint({ status: { checkpoint, keys, now } }: { readonly status: Status }) {
  const texts = useTexts(logPagesTexts).status;
  const language = useLanguage();
  const age = useAge();
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  if (checkpoint === null) {
    return (
      <Section title={texts.checkpoint}>
        <p>{texts.none}</p>
      </Section>
    );
  }
  const copy = async () => {
    await navigator.clipboard.writeText(checkpoint.note);
    setCopied('yes');
  };
  return (
    <Section title={texts.checkpoint} lead={texts.checkpointText}>
      <DefinitionList
        facts={[
          { term: texts.madeAt, value: formatMoment(checkpoint.madeAt, language) },
          { term: texts.age, value: age(Date.parse(now) - Date.parse(checkpoint.madeAt)) },
          {
            term: texts.keys,
            value: keys.map((key) => (
              <div key={key}>
                <code className="event-hash">{key}</code>
              </div>
            )),
          },
        ]}
      />
      <pre className="event-leaf">{checkpoint.note}</pre>
      <div>
        <Button onClick={() => void copy().catch(() => setCopied('failed'))}>{texts.copy}</Button>
      </div>
      {copied === 'no' ? null : (
        <Notice kind={copied === 'yes' ? 'success' : 'danger'} isNews>
          {copied === 'yes' ? texts.copied : texts.notCopied}
        </Notice>
      )}
    </Section>
  );
}

/** How long ago, in the largest unit that says something. */
function useAge(): (milliseconds: number) => string {
  const { ages } = useTexts(logPagesTexts).status;
  const language = useLanguage();
  return (milliseconds) => {
    const seconds = Math.max(0, Math.round(milliseconds / 1000));
    const [unit, size] =
      seconds < 120
        ? (['seconds', 1] as const)
        : seconds < 7200
          ? (['minutes', 60] as const)
          : seconds < 172_800
            ? (['hours', 3600] as const)
            : (['days', 86_400] as const);
    return ages[unit](formatNumber(Math.floor(seconds / size), language));
  };
}
