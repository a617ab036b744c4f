import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Page } from '../../../ui/page.tsx';
import { ApplicationForm } from './apply.tsx';
import { exceptionPagesTexts } from './pages.texts.ts';

export default function NewException() {
  const { form: texts, list } = useTexts(exceptionPagesTexts);
  const draft = useAct('exception.draft');
  return (
    <Page title={texts.newTitle} lead={texts.newLead} breadcrumbs={[{ label: list.title, to: '/undantag' }]}>
      <ApplicationForm
        exception={null}
        label={texts.create}
        back="/undantag"
        run={(input, circumstances) => draft.run({ input, ...circumstances })}
      />
    </Page>
  );
}
