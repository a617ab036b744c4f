import { type Dispatch, type SetStateAction, useState } from 'react';
import { Button, LinkButton } from '../../ui/button.tsx';
import '../../ui/data-list.css';
import { DateField } from '../../ui/date-field.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ErrorPage, errorKind } from '../../ui/error-page.tsx';
import { useView } from '../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../ui/language.tsx';
import { type ListState, useListState } from '../../ui/list-state.ts';
import { ListTools } from '../../ui/list-tools.tsx';
import { EmptyState, Loading } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { PurposeDialog } from '../../ui/purpose-dialog.tsx';
import { PersonField } from '../../people/pages/choice-fields.tsx';
import { familyNames } from '../families.ts';
import { EventLine } from './event-line.tsx';
import { logPagesTexts } from './pages.texts.ts';

/** The log's state in the address. Any other choice begins again at the newest. */
function useLogState(): ListState {
  const list = useListState({
    filters: [
      'from',
      'to',
      'person',
      'mine',
      'family',
      'register',
      'record',
      'technical',
      'after',
      'newerThan',
    ],
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
  const [purpose, setPurpose] = useState<string>();
  const [isChoosing, setChoosing] = useState(false);
  const isWaiting = needsPurpose(list) && purpose === undefined;
  const view = useView('audit.events', {
    query: { ...list.query, language },
    purpose,
    isEnabled: !isWaiting,
  });
  if (view.data === undefined && view.problem !== undefined) {
    return <ErrorPage kind={errorKind(view.problem)} problem={view.problem} onRetry={view.reload} />;
  }
  const isAll = view.data?.all ?? true;
  const close = () => {
    setChoosing(false);
    if (isWaiting) list.change({ person: undefined, record: undefined });
  };
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
        <Filters list={list} answer={view.data} onPerson={() => setChoosing(true)} />
        {view.data === undefined ? <Loading lines={8} /> : <Events answer={view.data} list={list} />}
      </div>
      {isChoosing || isWaiting ? <PersonDialog list={list} onPurpose={setPurpose} onClose={close} /> : null}
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

type FiltersProps = {
  readonly list: ListState;
  readonly answer: Answer | undefined;
  readonly onPerson: () => void;
};

function Filters({ list, answer, onPerson }: FiltersProps) {
  const texts = useTexts(logPagesTexts).log;
  const families = familyNames.map((name) => ({ value: name, label: texts.families[name] }));
  const registers = (answer?.registers ?? []).map(({ name, label }) => ({ value: name, label }));
  const technical = [{ value: 'true', label: texts.technicalShown }];
  const isAll = answer?.all ?? true;
  const hasDays = list.filters['from'] !== undefined || list.filters['to'] !== undefined;
  return (
    <>
      <ListTools
        list={list}
        searchLabel={undefined}
        orders={[]}
        filters={[
          { key: 'family', label: texts.family, options: families },
          { key: 'register', label: texts.register, options: registers },
          { key: 'person', label: texts.person, describe: () => texts.chosen },
          { key: 'mine', label: texts.person, describe: () => texts.me },
          { key: 'record', label: texts.record, describe: () => texts.chosenRecord },
          { key: 'from', label: texts.from },
          { key: 'to', label: texts.to },
          ...(isAll ? [{ key: 'technical', label: texts.technical, options: technical }] : []),
        ]}
      />
      <Disclosure title={isAll ? texts.daysAndPerson : texts.days} isOpen={hasDays}>
        <Days key={`${list.filters['from']?.[0]} ${list.filters['to']?.[0]}`} list={list} />
        {isAll ? <Button onClick={onPerson}>{texts.personTitle}</Button> : null}
      </Disclosure>
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

type PersonDialogProps = {
  readonly list: ListState;
  readonly onPurpose: (purpose: string) => void;
  readonly onClose: () => void;
};

/** Whom to follow, and what for. The person is in the address, and the purpose is not: others keep logs of addresses. */
function PersonDialog({ list, onPurpose, onClose }: PersonDialogProps) {
  const texts = useTexts(logPagesTexts).log;
  const given = list.filters['person']?.[0] ?? '';
  const [person, setPerson] = useState(given);
  const show = (purpose: string) => {
    onPurpose(purpose);
    if (person !== given) list.change({ person });
    onClose();
  };
  return (
    <PurposeDialog
      title={texts.personTitle}
      isOpen
      confirmLabel={texts.show}
      onPurpose={show}
      onClose={onClose}
    >
      <p>{texts.personText}</p>
      {needsPurpose(list) && given === '' ? null : (
        <PersonField
          label={texts.person}
          name="person"
          value={person}
          onChange={setPerson}
          chosen={given === '' ? undefined : { value: given, label: texts.chosen }}
        />
      )}
    </PurposeDialog>
  );
}

/** As the view says (src/audit/audit.views.ts): what a person has done or been through is asked for a reason. */
function needsPurpose({ filters }: ListState): boolean {
  const register = filters['register']?.[0];
  const mayBePerson = register === undefined || register === 'person';
  return filters['person'] !== undefined || (filters['record'] !== undefined && mayBePerson);
}
