import { ExportButton } from '../../../ui/export-button.tsx';
import { useState } from 'react';
import { formatLongDate, formatNumber } from '../../../kernel/format.ts';
import { History } from '../../../audit/pages/history.tsx';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { EmptyState } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Tag } from '../../../ui/verdict-mark.tsx';
import { personSourceTexts } from '../person-source.texts.ts';
import { sourcePagesTexts } from './pages.texts.ts';
import { EditSourceDialog, EndSourceDialog, NewSourceDialog, SynchroniseDialog } from './source-dialogs.tsx';

export type Source = ViewMap['personSource.list']['answer']['items'][number];

export default function PersonSources() {
  const texts = useTexts(sourcePagesTexts);
  const view = useView('personSource.list');
  const [isAdding, setAdding] = useState(false);
  const mayAdd = view.data?.mayRegister === true;
  const add = mayAdd ? (
    <Button look="primary" onClick={() => setAdding(true)}>
      {texts.add}
    </Button>
  ) : undefined;
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      primary={add}
      breadcrumbs={[{ label: texts.people, to: '/personer' }]}
    >
      <Loaded view={view}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={texts.none}>{texts.noneText}</EmptyState>
          ) : (
            <>
              {items.map((source) => (
                <SourceSection key={source.id} source={source} />
              ))}
              <ExportButton action="personSource.export" total={items.length} />
            </>
          )
        }
      </Loaded>
      <NewSourceDialog isOpen={isAdding} onClose={() => setAdding(false)} />
      <History register="personSource" />
    </Page>
  );
}

type Open = 'none' | 'synchronise' | 'edit' | 'end';

function SourceSection({ source }: { readonly source: Source }) {
  const texts = useTexts(sourcePagesTexts);
  const [open, setOpen] = useState<Open>('none');
  const close = () => setOpen('none');
  const state =
    source.endedOn !== null
      ? texts.endedState
      : source.synchronisedOn === null
        ? texts.never
        : source.isOverdue
          ? texts.overdue
          : texts.fresh;
  return (
    <Section title={source.name} action={<Tag>{state}</Tag>}>
      <SourceFacts source={source} />
      {source.mayChange ? (
        <div className="row">
          <Button onClick={() => setOpen('synchronise')}>{texts.synchronise}</Button>
          <Button look="quiet" onClick={() => setOpen('edit')}>
            {texts.edit}
          </Button>
          <Button look="quiet" onClick={() => setOpen('end')}>
            {texts.end}
          </Button>
        </div>
      ) : null}
      <SynchroniseDialog source={source} isOpen={open === 'synchronise'} onClose={close} />
      <EditSourceDialog source={source} isOpen={open === 'edit'} onClose={close} />
      <EndSourceDialog source={source} isOpen={open === 'end'} onClose={close} />
    </Section>
  );
}

function SourceFacts({ source }: { readonly source: Source }) {
  const texts = useTexts(sourcePagesTexts);
  const { fields } = useTexts(personSourceTexts);
  const language = useLanguage();
  const day = (text: string | null) => (text === null ? null : formatLongDate(text, language));
  const count = formatNumber(source.persons, language);
  const facts = [
    { term: fields.kind, value: texts.kinds[source.kind] },
    {
      term: fields.synchronisedOn,
      value: source.synchronisedOn === null ? texts.never : day(source.synchronisedOn),
    },
    ...(source.endedOn === null
      ? [
          { term: texts.dueOn, value: day(source.dueOn) },
          {
            term: texts.interval,
            value: texts.everyDays(formatNumber(source.intervalDays, language), source.intervalDays === 1),
          },
        ]
      : [{ term: fields.endedOn, value: day(source.endedOn) }]),
    { term: texts.persons, value: <Link to={`/personer?sourceId=${source.id}`}>{count}</Link> },
  ];
  return <DefinitionList facts={facts} />;
}
