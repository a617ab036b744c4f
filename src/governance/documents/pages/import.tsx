import { useState } from 'react';
import { formatNumber } from '../../../kernel/format.ts';
import type { ActionMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { EmptyState, Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import './documents.css';
import { documentPagesTexts } from './pages.texts.ts';
import { contentOf } from './file-content.ts';

type Result = ActionMap['documentVersion.importPolicy']['answer'];
type Source = 'file' | 'pasted' | 'model';

/** The largest file that is read, in bytes; the server has the same limit. */
const largestFile = 10_000_000;

/** Reads a policy in: from a file, from what is pasted, or from the model policy that Värna carries. */
export default function ImportPage() {
  const texts = useTexts(documentPagesTexts);
  const versions = useView('documentVersion.list');
  const [result, setResult] = useState<Result>();
  return (
    <Page
      title={texts.import.title}
      lead={texts.import.lead}
      breadcrumbs={[{ label: texts.version.back, to: '/styrdokument' }]}
    >
      <Loaded view={versions}>
        {({ items }) => {
          if (result !== undefined) return <ImportResult result={result} />;
          const draft = items.find(
            (one) => one.kind === 'policy' && ['draft', 'onReferral', 'proposed'].includes(one.state),
          );
          if (draft === undefined) return <ImportForm onRead={setResult} />;
          return (
            <EmptyState
              title={texts.import.hasDraft}
              action={
                <LinkButton look="primary" to={`/styrdokument/${draft.id}`}>
                  {texts.import.openDraft}
                </LinkButton>
              }
            >
              {texts.import.hasDraftText}
            </EmptyState>
          );
        }}
      </Loaded>
    </Page>
  );
}

function ImportForm({ onRead }: { readonly onRead: (result: Result) => void }) {
  const texts = useTexts(documentPagesTexts).import;
  const read = useAct('documentVersion.importPolicy');
  const initial: { source: Source | ''; content: File | null; text: string } = {
    source: 'file',
    content: null,
    text: '',
  };
  const form = useForm({
    initial,
    check: ({ source, content, text }) => {
      if (source === 'file' && content === null)
        return [{ field: 'content', code: 'missing', message: texts.missingFile }];
      if (source === 'pasted' && text.trim() === '')
        return [{ field: 'text', code: 'missing', message: texts.missingText }];
      return [];
    },
    submit: async ({ source, content, text }, circumstances) => {
      if (source === 'file' && content !== null)
        return read.run({ input: await contentOf(content), ...circumstances });
      if (source === 'pasted') {
        return read.run({ input: { source, name: texts.pastedName, content: text }, ...circumstances });
      }
      return read.run({ input: { source: 'model', name: texts.modelName, content: '' }, ...circumstances });
    },
    onSaved: onRead,
  });
  const { source } = form.values;
  // What the server finds wrong with a pasted text it says of its content.
  const pastedFault = form.faults.find((fault) => fault.field === 'content')?.message;
  const text = form.field('text');
  return (
    <Form form={form} submitLabel={texts.submit}>
      <RadioGroup<Source>
        {...form.field('source')}
        label={texts.source}
        options={[
          { value: 'file', label: texts.file, hint: texts.fileHint },
          { value: 'pasted', label: texts.pasted, hint: texts.pastedHint },
          { value: 'model', label: texts.model, hint: texts.modelHint },
        ]}
      />
      {source === 'file' ? (
        <FileDrop
          {...form.field('content')}
          label={texts.chooseFile}
          endings={['.docx', '.pdf', '.txt']}
          limit={largestFile}
        />
      ) : null}
      {source === 'pasted' ? (
        <TextArea
          {...text}
          error={text.error ?? pastedFault}
          label={texts.paste}
          hint={texts.pasteHint}
          rows={14}
        />
      ) : null}
    </Form>
  );
}

/** What came of the reading, and what to do next. */
function ImportResult({ result }: { readonly result: Result }) {
  const texts = useTexts(documentPagesTexts).import;
  const language = useLanguage();
  const say = (value: number) => <span className="number">{formatNumber(value, language)}</span>;
  const certain = result.demands - result.open;
  return (
    <>
      <Notice kind="success" title={texts.resultTitle} isNews />
      <div className="import-figures">
        <DefinitionList
          facts={[
            { term: texts.sentences, value: say(result.sentences) },
            { term: texts.demands, value: say(result.demands) },
            { term: texts.certain, value: say(certain) },
            { term: texts.proposed, value: say(result.proposed) },
            { term: texts.open, value: say(Math.max(0, result.open - result.proposed)) },
          ]}
        />
      </div>
      <div className="row">
        <LinkButton look="primary" to={`/styrdokument/${result.id}`}>
          {result.open > 0 ? texts.nextTies : texts.nextAdopt}
        </LinkButton>
      </div>
    </>
  );
}
