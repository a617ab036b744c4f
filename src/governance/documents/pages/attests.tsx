import { useState } from 'react';
import { formatLongDate } from '../../../kernel/format.ts';
import { officeTexts } from '../../../people/offices.texts.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { EmptyState } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';
import type { DocumentId } from '../document.ts';
import { documentTexts } from '../document.texts.ts';
import { chainPagesTexts } from './chain-pages.texts.ts';
import './documents.css';

type Row = ViewMap['demandAttest.list']['answer']['items'][number];

/** The demands that offices attest every year: mine first, then everybody's, each with what was said last. */
export default function AttestsPage() {
  const texts = useTexts(chainPagesTexts);
  const view = useView('demandAttest.list');
  const [attesting, setAttesting] = useState<Row>();
  return (
    <Page
      title={texts.attests.title}
      lead={texts.attests.lead}
      breadcrumbs={[{ label: texts.list.title, to: '/styrdokument' }]}
    >
      <Loaded view={view}>
        {({ items }) => {
          const mine = items.filter((row) => row.mayAttest);
          const others = items.filter((row) => !row.mayAttest);
          if (items.length === 0)
            return <EmptyState title={texts.attests.none}>{texts.attests.noneText}</EmptyState>;
          return (
            <>
              {mine.length === 0 ? null : (
                <Rows title={texts.attests.mine} rows={mine} onAttest={setAttesting} />
              )}
              {others.length === 0 ? null : <Rows title={texts.attests.others} rows={others} />}
            </>
          );
        }}
      </Loaded>
      {attesting === undefined ? null : (
        <AttestDialog row={attesting} onClose={() => setAttesting(undefined)} />
      )}
    </Page>
  );
}

function Rows(props: {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly onAttest?: (row: Row) => void;
}) {
  const texts = useTexts(chainPagesTexts).attests;
  const offices: Readonly<Record<string, string>> = useTexts(officeTexts).offices;
  const { onAttest } = props;
  return (
    <Section title={props.title}>
      <ul className="tie-rows">
        {props.rows.map((row) => (
          <li className="tie-row" key={`${row.documentId} ${row.sentenceHash}`}>
            <div>
              <blockquote className="document" lang="sv">
                {row.text}
              </blockquote>
              <p className="soft">
                <Link to={`/styrdokument/dokument/${row.documentId}`}>{row.title}</Link>
                {` · ${offices[row.office] ?? row.office}`}
              </p>
            </div>
            <div>
              <Latest row={row} />
              {onAttest === undefined ? null : (
                <Button size="small" onClick={() => onAttest(row)} aria-label={texts.attestNamed(row.text)}>
                  {texts.attest}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Latest({ row }: { readonly row: Row }) {
  const texts = useTexts(chainPagesTexts).attests;
  const language = useLanguage();
  if (row.attestedOn === null)
    return (
      <p>
        <VerdictMark verdict="undetermined" isBare /> {texts.never}
      </p>
    );
  const said = texts.said(formatLongDate(row.attestedOn, language), row.attestedBy ?? '');
  return (
    <>
      <p>
        <VerdictMark verdict={row.isMet === true ? 'met' : 'not_met'} />
      </p>
      <p className="soft">{said}</p>
      {row.note === null || row.note === '' ? null : <p lang="sv">{row.note}</p>}
      {row.isDue ? <p className="overdue">▲ {texts.due}</p> : null}
    </>
  );
}

function AttestDialog({ row, onClose }: { readonly row: Row; readonly onClose: () => void }) {
  const texts = useTexts(chainPagesTexts).attests;
  const { fields } = useTexts(documentTexts);
  const attest = useAct('demandAttest.attest');
  const initial: { isMet: 'yes' | 'no' | ''; note: string } = { isMet: '', note: '' };
  const form = useForm({
    initial,
    check: ({ isMet }) => (isMet === '' ? [{ field: 'isMet', code: 'missing', message: texts.missing }] : []),
    submit: ({ isMet, note }, circumstances) =>
      attest.run({
        input: {
          documentId: row.documentId as DocumentId, // of a row just shown
          sentenceHash: row.sentenceHash,
          isMet: isMet === 'yes',
          note,
        },
        ...circumstances,
      }),
    onSaved: onClose,
  });
  return (
    <Dialog title={texts.title} isOpen onClose={onClose}>
      <blockquote className="document" lang="sv">
        {row.text}
      </blockquote>
      <Form form={form} submitLabel={texts.attest}>
        <RadioGroup<'yes' | 'no'>
          {...form.field('isMet')}
          label={texts.question}
          options={[
            { value: 'yes', label: texts.yes },
            { value: 'no', label: texts.no },
          ]}
        />
        <TextArea
          {...form.field('note')}
          label={fields.note}
          hint={texts.noteHint}
          maxLength={2000}
          isOptional
        />
      </Form>
    </Dialog>
  );
}
