import { useState } from 'react';
import { formatMoment, formatNumber } from '../../kernel/format.ts';
import type { ViewMap } from '../../ui/api-types.ts';
import { Button } from '../../ui/button.tsx';
import { ask } from '../../ui/client.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Loaded } from '../../ui/error-page.tsx';
import { useView } from '../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../ui/language.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useRouteParameter } from '../../ui/routing.ts';
import { Erased } from './event-line.tsx';
import { logPagesTexts } from './pages.texts.ts';
import { hasPage, recordPath } from './record-path.ts';

type LogEvent = ViewMap['audit.event']['answer'];

export default function EventPage() {
  const language = useLanguage();
  const view = useView('audit.event', { id: useRouteParameter('id'), query: { language } });
  return <Loaded view={view}>{(event) => <Record event={event} />}</Loaded>;
}

function Record({ event }: { readonly event: LogEvent }) {
  const texts = useTexts(logPagesTexts);
  const language = useLanguage();
  const title =
    event.number === null
      ? texts.record.unsealedTitle
      : texts.record.title(formatNumber(event.number, language));
  return (
    <Page
      title={title}
      lead={`${event.actor.name} ${event.phrase}.`}
      breadcrumbs={[{ label: texts.log.title, to: '/loggen' }]}
    >
      <Erased event={event} />
      <Section title={texts.record.facts}>
        <Facts event={event} />
      </Section>
      <Changes event={event} />
      <Others event={event} />
      <Seal event={event} />
    </Page>
  );
}

function Facts({ event }: { readonly event: LogEvent }) {
  const texts = useTexts(logPagesTexts);
  const language = useLanguage();
  const { actor, register, record, recordName } = event;
  const to =
    record !== null && hasPage(register) && !event.isOutOfSight ? recordPath(register, record) : undefined;
  const name = recordName ?? record;
  const facts = [
    { term: texts.record.at, value: formatMoment(event.at, language) },
    {
      term: texts.record.who,
      value:
        actor.personId === null ? actor.name : <Link to={`/personer/${actor.personId}`}>{actor.name}</Link>,
    },
    { term: texts.record.what, value: event.phrase },
    { term: texts.record.kind, value: <code>{event.kind}</code> },
    { term: texts.record.register, value: event.registerName },
    { term: texts.record.which, value: to === undefined ? name : <Link to={to}>{name}</Link> },
    ...(event.reason === null ? [] : [{ term: texts.event.reason, value: event.reason }]),
    ...(event.purpose === null ? [] : [{ term: texts.event.purpose, value: event.purpose }]),
  ];
  return <DefinitionList facts={facts} />;
}

function Changes({ event }: { readonly event: LogEvent }) {
  const texts = useTexts(logPagesTexts).record;
  if (event.details.length === 0) return null;
  return (
    <Section title={texts.changes}>
      <table className="event-changes">
        <thead>
          <tr>
            <th scope="col">{texts.field}</th>
            <th scope="col">{texts.before}</th>
            <th scope="col">{texts.after}</th>
          </tr>
        </thead>
        <tbody>
          {event.details.map(({ label, from, to }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td data-label={texts.before}>{from ?? '–'}</td>
              <td data-label={texts.after}>{to ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Others({ event }: { readonly event: LogEvent }) {
  const texts = useTexts(logPagesTexts);
  const language = useLanguage();
  if (event.others.length === 0) return null;
  return (
    <Section title={texts.record.records}>
      <ul>
        {event.others.map(({ register, registerName, id, name }) => (
          <li key={`${register}:${id}`}>
            <Link to={recordPath(register, id) ?? '/'}>{name}</Link>{' '}
            <span className="soft">{registerName}</span>
          </li>
        ))}
      </ul>
      {event.moreOthers === 0 ? null : <p>{texts.event.more(formatNumber(event.moreOthers, language))}</p>}
    </Section>
  );
}

/** What it takes to check the event without trusting whoever shows it. */
function Seal({ event }: { readonly event: LogEvent }) {
  const texts = useTexts(logPagesTexts).record;
  const language = useLanguage();
  const [hasFailed, setFailed] = useState(false);
  const { number, checkpoint } = event;
  const covered =
    checkpoint === null
      ? texts.noCheckpoint
      : texts.checkpointOf(
          formatNumber(checkpoint.size, language),
          formatMoment(checkpoint.madeAt, language),
        );
  return (
    <Section title={texts.sealTitle} lead={number === null ? texts.notSealedText : texts.sealText}>
      <DefinitionList
        facts={[
          { term: texts.number, value: number === null ? null : formatNumber(number, language) },
          { term: texts.hash, value: <code className="event-hash">{event.leafHash}</code> },
          { term: texts.checkpoint, value: covered },
        ]}
      />
      {number === null || checkpoint === null ? null : (
        <div>
          <Button onClick={() => void download(event, number, checkpoint.size).catch(() => setFailed(true))}>
            {texts.download}
          </Button>
        </div>
      )}
      {hasFailed ? (
        <Notice kind="danger" isNews>
          {texts.failed}
        </Notice>
      ) : null}
      {event.leaf === null ? null : (
        <Disclosure title={texts.leaf}>
          <pre className="event-leaf">{event.leaf}</pre>
        </Disclosure>
      )}
      {checkpoint === null ? null : (
        <Disclosure title={texts.checkpointText}>
          <pre className="event-leaf">{checkpoint.note}</pre>
        </Disclosure>
      )}
    </Section>
  );
}

/** Saves the leaf, its place and the way from it to the signed head, as one file. */
async function download(event: LogEvent, leaf: number, size: number): Promise<void> {
  const proof = await ask('audit.proof', { query: { leaf, size } });
  const content = {
    number: leaf,
    leaf: event.leaf,
    leafHash: event.leafHash,
    size: proof.size,
    root: proof.root,
    inclusionProof: proof.hashes,
    checkpoint: proof.checkpoint,
  };
  const address = URL.createObjectURL(
    new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = `bevis-${leaf}.json`;
  link.click();
  URL.revokeObjectURL(address);
}
