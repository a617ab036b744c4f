import { type Dispatch, type SetStateAction, useState } from 'react';
import { Button, LinkButton } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPage, errorKind } from '../../ui/error-page.tsx';
import { useView } from '../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../ui/language.tsx';
import { type ListState, useListState } from '../../ui/list-state.ts';
import { ListTools } from '../../ui/list-tools.tsx';
import { EmptyState, Loading } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { PersonField } from '../../people/pages/choice-fields.tsx';
import { familyNames } from '../families.ts';
import { EventLine } from './event-line.tsx';
import { logPagesTexts } from './pages.texts.ts';

/** The log's state in the address. Any other choice begins again at the newest. */
function useLogState(): ListState {
  const list = useListState({
    filters: ['from', 'to', 'person', 'family', 'register', 'record', 'technical', 'after', 'newerThan'],
  });
  const anew = { after: undefined, newerThan: undefined };
  const { after: _after, newerThan: _newerThan, ...conditions } = list.filters;
  return {
    ...list,
    isNarrowed: Object.keys(conditions).length > 0,
    href: (changes) => list.href({ ...anew, ...changes }),
    change: (changes) => list.change({ ...anew, ...changes }),
  };
}

export default function LogPage() {
  const texts = useTexts(logPagesTexts).log;
  const language = useLanguage();
  const list = useLogState();
  const view = useView('audit.events', { query: { ...list.query, language } });
  if (view.data === undefined && view.problem !== undefined) {
    return <ErrorPage kind={errorKind(view.problem)} problem={view.problem} onRetry={view.reload} />;
  }
  const isAll = view.data?.all ?? true;
  return (
    <Page
      title={isAll ? texts.title : texts.ownTitle}
      lead={isAll ? texts.lead : texts.ownLead}
      more={
        isAll
          ? [
              { key: 'status', label: texts.status, to: '/loggen/status' },
              { key: 'mine', label: texts.mine, to: '/konto/last-om-mig' },
            ]
          : []
      }
    >
      <div className="list" aria-busy={view.isRefreshing || undefined}>
        <Filters list={list} isAll={isAll} />
        {view.data === undefined ? <Loading lines={8} /> : <Events answer={view.data} list={list} />}
      </div>
    </Page>
  );
}

type Answer = NonNullable<ReturnType<typeof useView<'audit.events'>>['data']>;

function Events({ answer, list }: { readonly answer: Answer; readonly list: ListState }) {
  const texts = useTexts(logPagesTexts).log;
  if (answer.items.length === 0) {
    return (
      <EmptyState title={texts.none} action={<LinkButton to={list.clearedHref()}>{texts.clear}</LinkButton>}>
        {texts.noneText}
      </EmptyState>
    );
  }
  return (
    <>
      <ol className="events">
        {answer.items.map((event) => (
          <EventLine key={event.id} event={event} isOfMany hasPage />
        ))}
      </ol>
      <nav className="row" aria-label={texts.pages}>
        {answer.previous === null ? null : (
          <LinkButton to={list.href({ newerThan: answer.previous })}>{texts.newer}</LinkButton>
        )}
        {answer.next === null ? null : (
          <LinkButton to={list.href({ after: answer.next })}>{texts.older}</LinkButton>
        )}
      </nav>
    </>
  );
}

function Filters({ list, isAll }: { readonly list: ListState; readonly isAll: boolean }) {
  const texts = useTexts(logPagesTexts).log;
  const [isChoosing, setChoosing] = useState(false);
  const families = familyNames.map((name) => ({ value: name, label: texts.families[name] }));
  return (
    <>
      <ListTools
        list={list}
        searchLabel={undefined}
        orders={[]}
        filters={[
          { key: 'family', label: texts.family, options: families },
          { key: 'person', label: texts.person, describe: () => texts.chosen },
          { key: 'register', label: texts.register },
          { key: 'record', label: texts.record, describe: () => texts.chosenRecord },
          { key: 'from', label: texts.from },
          { key: 'to', label: texts.to },
          ...(isAll
            ? [
                {
                  key: 'technical',
                  label: texts.technical,
                  options: [{ value: 'true', label: texts.technicalShown }],
                },
              ]
            : []),
        ]}
      />
      <Days key={`${list.filters['from']?.[0]} ${list.filters['to']?.[0]}`} list={list} />
      {isAll ? (
        <div>
          <Button onClick={() => setChoosing(true)}>{texts.personTitle}</Button>
        </div>
      ) : null}
      {isChoosing ? <PersonDialog list={list} onClose={() => setChoosing(false)} /> : null}
    </>
  );
}

function Days({ list }: { readonly list: ListState }) {
  const texts = useTexts(logPagesTexts).log;
  const [from, setFrom] = useState(list.filters['from']?.[0] ?? '');
  const [to, setTo] = useState(list.filters['to']?.[0] ?? '');
  const field = (name: string, value: string, onChange: Dispatch<SetStateAction<string>>) => ({
    id: `log-${name}`,
    name,
    value,
    onChange,
    error: undefined,
  });
  return (
    <form
      className="log-days"
      aria-label={texts.days}
      onSubmit={(event) => {
        event.preventDefault();
        list.change({ from, to });
      }}
    >
      <DateField label={texts.from} {...field('from', from, setFrom)} />
      <DateField label={texts.to} {...field('to', to, setTo)} />
      <Button type="submit">{texts.setDays}</Button>
    </form>
  );
}

function PersonDialog({ list, onClose }: { readonly list: ListState; readonly onClose: () => void }) {
  const texts = useTexts(logPagesTexts).log;
  const [person, setPerson] = useState('');
  const show = () => {
    list.change({ person });
    onClose();
  };
  return (
    <Dialog
      title={texts.personTitle}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button look="primary" onClick={show}>
            {texts.show}
          </Button>
          <Button onClick={onClose}>{texts.cancel}</Button>
        </>
      }
    >
      <p>{texts.personText}</p>
      <PersonField
        label={texts.person}
        id="log-person"
        name="person"
        value={person}
        onChange={setPerson}
        error={undefined}
      />
    </Dialog>
  );
}
