import { useState } from 'react';
import { formatNumber } from '../../../kernel/format.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import type { Block, DemandMark } from '../blocks/block.ts';
import { plainWords } from '../blocks/editing.ts';
import { documentTexts } from '../document.texts.ts';
import { BlockEditor } from './block-editor.tsx';
import { chainPagesTexts } from './chain-pages.texts.ts';
import './editor.css';

type Version = ViewMap['documentVersion.record']['answer'];

/** Writes a draft. What is not saved is kept in the tab, and leaving warns; two writers are shown both texts. */
export default function WritePage() {
  const id = useRouteParameter('id');
  const view = useView('documentVersion.record', { id });
  return <Loaded view={view}>{(version) => <Writing version={version} />}</Loaded>;
}

function Writing({ version }: { readonly version: Version }) {
  const texts = useTexts(chainPagesTexts).write;
  const { fields } = useTexts(documentTexts);
  const language = useLanguage();
  const write = useAct('documentVersion.write');
  // The version that is written on is the one that was opened, not one that somebody else saves meanwhile.
  const [base, setBase] = useState(version.version);
  const [isSaved, setSaved] = useState(false);
  const here = `/styrdokument/${version.id}`;
  const initial: { readonly blocks: readonly Block[]; readonly demandMarks: readonly DemandMark[] } = {
    blocks: version.blocks ?? [],
    demandMarks: version.demandMarks,
  };
  const form = useForm({
    initial,
    version: base,
    draftKey: `documentVersion.write ${version.id} ${version.version}`,
    submit: ({ blocks, demandMarks }, circumstances) =>
      write.run({
        id: version.id,
        input: { blocks: [...blocks], demandMarks: [...demandMarks] },
        ...circumstances,
      }),
    onSaved: (answer) => {
      setBase(answer.version);
      setSaved(true);
    },
  });
  const mayWrite = version.state === 'draft' && version.blocks !== null && version.may.write;
  return (
    <Page
      title={texts.title(version.document.title)}
      lead={texts.lead}
      breadcrumbs={[
        { label: version.document.title, to: `/styrdokument/dokument/${version.documentId}` },
        { label: texts.version(formatNumber(version.number, language)), to: here },
      ]}
    >
      {mayWrite ? (
        <Form
          form={form}
          submitLabel={texts.save}
          labels={{ blocks: fields.blocks, demandMarks: fields.demandMarks }}
          describe={(name, value) =>
            name === 'blocks' ? plainWords(value as readonly Block[]) : texts.marks
          }
          secondary={<LinkButton to={here}>{texts.done}</LinkButton>}
        >
          <BlockEditor
            blocks={form.values.blocks}
            marks={form.values.demandMarks}
            onChange={(blocks) => {
              setSaved(false);
              form.set('blocks', blocks);
            }}
            onMark={(marks) => {
              setSaved(false);
              form.set('demandMarks', marks);
            }}
          />
          {isSaved && !form.isChanged ? <Notice kind="success" title={texts.saved} isNews /> : null}
        </Form>
      ) : (
        <Notice kind="warning" title={texts.still} />
      )}
    </Page>
  );
}
