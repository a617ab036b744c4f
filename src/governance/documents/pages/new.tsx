import { withoutBlanks } from '../../../registers/information/pages/without-blanks.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import type { DocumentKind } from '../document.ts';
import { chainPagesTexts } from './chain-pages.texts.ts';
import { DocumentFields, documentInputOf, type DocumentValues } from './document-form.tsx';

const nothing: DocumentValues = {
  kind: '',
  title: '',
  keeperOffice: '',
  reviewOn: '',
  scope: '',
  unitId: '',
  systemId: '',
  situation: '',
  validUntil: '',
};

/** Enters a document that is to be written. */
export default function NewDocument() {
  const texts = useTexts(chainPagesTexts);
  const register = useAct('document.register');
  const go = useGo();
  const form = useForm({
    initial: nothing,
    draftKey: 'document.new',
    submit: (values, circumstances) =>
      register.run({
        input: withoutBlanks({ ...documentInputOf(values), kind: values.kind as DocumentKind }, [
          'kind',
          'title',
          'scope',
          'keeperOffice',
        ]),
        ...circumstances,
      }),
    onSaved: (answer) => go(`/styrdokument/dokument/${answer.id}`),
  });
  return (
    <Page
      title={texts.form.newTitle}
      lead={texts.form.newLead}
      breadcrumbs={[{ label: texts.list.title, to: '/styrdokument' }]}
    >
      <Form
        form={form}
        submitLabel={texts.form.create}
        secondary={<LinkButton to="/styrdokument">{texts.form.cancel}</LinkButton>}
      >
        <DocumentFields form={form} isNew />
      </Form>
    </Page>
  );
}
