import { Loaded } from '../../../ui/error-page.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Page } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { ApplicationForm } from './apply.tsx';
import { exceptionPagesTexts } from './pages.texts.ts';

export default function EditException() {
  const id = useRouteParameter('id');
  const { form: texts, list } = useTexts(exceptionPagesTexts);
  const view = useView('exception.record', { id });
  const clauses = useView('clauses.list', { isOfNow: true });
  const describe = useAct('exception.describe');
  const here = `/undantag/${id}`;
  return (
    <Page
      title={texts.editTitle}
      breadcrumbs={[
        { label: list.title, to: '/undantag' },
        { label: view.data?.title ?? '', to: here },
      ]}
    >
      <Loaded view={view}>
        {(exception) => (
          // The names of clauses stand in a field that is filled in once.
          <Loaded view={clauses}>
            {() => (
              <ApplicationForm
                exception={exception}
                version={exception.version}
                label={texts.save}
                back={here}
                run={(input, circumstances) => describe.run({ id, input, ...circumstances })}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}
