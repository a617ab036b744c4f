import { officeTexts } from '../../../people/offices.texts.ts';
import { withoutBlanks } from '../../../registers/information/pages/without-blanks.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { documentTexts } from '../document.texts.ts';
import { chainPagesTexts } from './chain-pages.texts.ts';
import { DocumentFields, documentInputOf, type DocumentValues } from './document-form.tsx';

type Document = ViewMap['document.record']['answer'];

/** Says something else about a document: its title, what it is about, who keeps it and how long it holds. */
export default function EditDocument() {
  const id = useRouteParameter('id');
  const view = useView('document.record', { id });
  return <Loaded view={view}>{(document) => <Editing document={document} />}</Loaded>;
}

function Editing({ document }: { readonly document: Document }) {
  const texts = useTexts(chainPagesTexts);
  const { fields } = useTexts(documentTexts);
  const offices: Readonly<Record<string, string>> = useTexts(officeTexts).offices;
  const keep = useAct('document.keep');
  const go = useGo();
  const here = `/styrdokument/dokument/${document.id}`;
  const form = useForm({
    initial: valuesOf(document),
    version: document.version,
    submit: (values, circumstances) =>
      keep.run({
        id: document.id,
        input: withoutBlanks(documentInputOf(values), ['title', 'scope', 'keeperOffice']),
        ...circumstances,
      }),
    onSaved: () => go(here),
  });
  const unit =
    document.unitId === null ? undefined : { value: document.unitId, label: document.unitName ?? '' };
  return (
    <Page
      title={texts.form.editTitle(document.title)}
      breadcrumbs={[
        { label: texts.list.title, to: '/styrdokument' },
        { label: document.title, to: here },
      ]}
    >
      <Form
        form={form}
        submitLabel={texts.form.save}
        labels={fields}
        describe={(name, value) => {
          const said = typeof value === 'string' ? value : '';
          return name === 'keeperOffice' ? (offices[said] ?? said) : said;
        }}
        secondary={<LinkButton to={here}>{texts.form.cancel}</LinkButton>}
      >
        <DocumentFields form={form} unit={unit} isNew={false} />
      </Form>
    </Page>
  );
}

function valuesOf(document: Document): DocumentValues {
  const { kind, title, scope, situation } = document;
  return {
    kind,
    title,
    scope,
    situation,
    keeperOffice: document.keeperOffice as DocumentValues['keeperOffice'], // it is one of the offices
    reviewOn: document.reviewOn ?? '',
    unitId: document.unitId ?? '',
    systemId: document.systemId ?? '',
    validUntil: document.validUntil ?? '',
  };
}
