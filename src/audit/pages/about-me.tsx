import { Loaded } from '../../ui/error-page.tsx';
import { useView } from '../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../ui/language.tsx';
import { useListState } from '../../ui/list-state.ts';
import { EmptyState } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { EventLine } from './event-line.tsx';
import { Steps } from './steps.tsx';
import { logPagesTexts } from './pages.texts.ts';

export default function AboutMe() {
  const texts = useTexts(logPagesTexts);
  const language = useLanguage();
  const list = useListState({ filters: ['cursor'] });
  const cursor = list.filters['cursor']?.[0];
  const view = useView('audit.aboutMe', { query: { language, ...(cursor === undefined ? {} : { cursor }) } });
  return (
    <Loaded view={view}>
      {({ items, next }) => (
        <Page
          title={texts.aboutMe.title}
          lead={texts.aboutMe.lead}
          breadcrumbs={[{ label: texts.aboutMe.account, to: '/mitt-konto' }]}
          more={[{ key: 'own', label: texts.aboutMe.own, to: '/loggen?mine=true' }]}
        >
          {items.length === 0 ? (
            <EmptyState title={texts.aboutMe.none}>{texts.aboutMe.noneText}</EmptyState>
          ) : null}
          <ol className="events">
            {items.map((event) => (
              <EventLine key={event.id} event={event} who={event.offices.join(', ')} />
            ))}
          </ol>
          <Steps list={list} next={next} />
        </Page>
      )}
    </Loaded>
  );
}
