import { addMonths } from '../../../kernel/calendar.ts';
import { Loaded } from '../../../ui/error-page.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Page } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { usualMonths } from '../exception-rule.ts';
import { ApplicationForm } from './apply.tsx';
import { exceptionPagesTexts } from './pages.texts.ts';

/** A new application that begins with what the old one said. */
export default function RenewException() {
  const id = useRouteParameter('id');
  const { form: texts, list } = useTexts(exceptionPagesTexts);
  const view = useView('exception.record', { id });
  const clauses = useView('clauses.list', { isOfNow: true });
  const renew = useAct('exception.renew');
  const here = `/undantag/${id}`;
  return (
    <Page
      title={texts.renewTitle}
      lead={texts.renewLead}
      breadcrumbs={[
        { label: list.title, to: '/undantag' },
        { label: view.data?.title ?? '', to: here },
      ]}
    >
      <Loaded view={view}>
        {(exception) => (
          <Loaded view={clauses}>
            {() => (
              <ApplicationForm
                exception={exception}
                version={exception.version}
                endsOn={addMonths(exception.endsOn, usualMonths)}
                label={texts.renew}
                back={here}
                run={(input, circumstances) => renew.run({ id, input, ...circumstances })}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}
