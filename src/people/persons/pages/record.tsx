import { useState } from 'react';
import { formatLongDate } from '../../../kernel/format.ts';
import { History } from '../../../audit/pages/history.tsx';
import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { EmptyState } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { Tag } from '../../../ui/verdict-mark.tsx';
import { reasonWhyNot } from '../../pages/why-not.ts';
import { personTexts } from '../person.texts.ts';
import { AccountSection } from './account-section.tsx';
import { AppointmentRows } from './appointment-rows.tsx';
import { EndPersonDialog } from './end-person.tsx';
import { personPagesTexts } from './pages.texts.ts';

export type PersonRecord = ViewMap['person.record']['answer'];

export default function PersonPage() {
  const view = useView('person.record', { id: useRouteParameter('id') });
  return <Loaded view={view}>{(person) => <Record person={person} />}</Loaded>;
}

function Record({ person }: { readonly person: PersonRecord }) {
  const texts = useTexts(personPagesTexts);
  const words = useTexts(personTexts);
  const language = useLanguage();
  const [isEnding, setEnding] = useState(false);
  const name = `${person.givenName} ${person.familyName}`;
  const here = `/personer/${person.id}`;
  const end = reasonWhyNot(person.may.end.because, words.refusals, language);
  return (
    <Page
      title={name}
      breadcrumbs={[{ label: texts.list.title, to: '/personer' }]}
      state={
        <>
          <Tag>{words.kinds[person.kind]}</Tag>{' '}
          {person.state === 'here' ? null : <Tag>{words.states[person.state]}</Tag>}
        </>
      }
      primary={
        person.may.describe.allowed ? (
          <LinkButton look="primary" to={`${here}/andra`}>
            {texts.record.edit}
          </LinkButton>
        ) : undefined
      }
      more={
        person.may.end.because === 'forbidden'
          ? []
          : [{ key: 'end', label: texts.record.end, onAction: () => setEnding(true), disabledReason: end }]
      }
      aside={<History register="person" id={person.id} />}
    >
      <Offices person={person} name={name} />
      <Section title={texts.record.facts}>
        <Facts person={person} />
      </Section>
      {person.may.seeAccount.allowed ? <AccountSection id={person.id} name={name} /> : null}
      <EndPersonDialog person={person} name={name} isOpen={isEnding} onClose={() => setEnding(false)} />
    </Page>
  );
}

function Facts({ person }: { readonly person: PersonRecord }) {
  const texts = useTexts(personPagesTexts);
  const { fields } = useTexts(personTexts);
  const language = useLanguage();
  const day = (text: string) => formatLongDate(text, language);
  const period =
    person.until === null
      ? texts.fromOpen(day(person.from))
      : texts.fromTo(day(person.from), day(person.until));
  const facts = [
    {
      term: fields.email,
      value: person.email === null ? null : <a href={`mailto:${person.email}`}>{person.email}</a>,
    },
    { term: fields.telephone, value: person.telephone },
    ...(person.kind === 'external' ? [{ term: fields.organisation, value: person.organisation }] : []),
    {
      term: fields.unitId,
      value:
        person.unitId === null ? null : (
          <Link to={`/personer?unitId=${person.unitId}`}>{person.unitName}</Link>
        ),
    },
    { term: texts.record.period, value: period },
    { term: fields.sourceId, value: person.sourceName ?? texts.record.byHand },
  ];
  return <DefinitionList facts={facts} />;
}

function Offices({ person, name }: { readonly person: PersonRecord; readonly name: string }) {
  const texts = useTexts(personPagesTexts).record;
  const inState = (...states: readonly string[]) =>
    person.appointments.filter((one) => states.includes(one.state));
  const [now, coming, earlier] = [inState('inForce'), inState('coming'), inState('ended', 'withdrawn')];
  const appoint =
    person.state === 'left' ? undefined : (
      <LinkButton size="small" to={`/uppdrag/nytt?person=${person.id}&namn=${encodeURIComponent(name)}`}>
        {texts.appoint}
      </LinkButton>
    );
  return (
    <>
      <Section
        title={texts.now}
        {...(now.length === 0 ? {} : { lead: texts.nowLead })}
        action={now.length === 0 ? undefined : appoint}
      >
        {now.length === 0 ? (
          <EmptyState title={texts.noneNow} action={appoint}>
            {texts.noneNowText}
          </EmptyState>
        ) : (
          <AppointmentRows rows={now} hasRights />
        )}
      </Section>
      {coming.length === 0 ? null : (
        <Section title={texts.coming}>
          <AppointmentRows rows={coming} hasRights />
        </Section>
      )}
      {earlier.length === 0 ? null : (
        <Section title={texts.earlier}>
          <AppointmentRows rows={earlier} />
        </Section>
      )}
    </>
  );
}
