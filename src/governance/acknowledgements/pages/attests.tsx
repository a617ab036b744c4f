import { useState } from 'react';
import { formatLongDate } from '../../../kernel/format.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { useListState } from '../../../ui/list-state.ts';
import { EmptyState } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';
import { campaignTexts } from '../campaign.texts.ts';
import { campaignPagesTexts } from './pages.texts.ts';

type Row = ViewMap['unitAttest.list']['answer']['items'][number];

/** The units that the reader heads, or all, with what their head has said last. */
export default function UnitAttestsPage() {
  const { attests: texts, list: listTexts } = useTexts(campaignPagesTexts);
  const list = useListState();
  const view = useView('unitAttest.list', { query: list.query });
  const [attesting, setAttesting] = useState<Row>();
  // Whoever heads none of them has nothing to press.
  const mayAttest = view.data?.items.some((row) => row.may) === true;
  return (
    <Page title={texts.title} lead={texts.lead} breadcrumbs={[{ label: listTexts.title, to: '/kvittenser' }]}>
      <DataList<Row>
        label={texts.title}
        list={list}
        view={view}
        rowKey={(row) => row.unitId}
        rowTo={(row) => `/organisation/enheter/${row.unitId}`}
        columns={[
          { key: 'unit', label: texts.missingUnit, cell: (row) => row.unitName },
          { key: 'state', label: texts.state, cell: (row) => <Latest row={row} /> },
          ...(mayAttest
            ? [
                {
                  key: 'attest',
                  label: texts.attest,
                  cell: (row: Row) =>
                    row.may ? (
                      <Button
                        size="small"
                        onClick={() => setAttesting(row)}
                        aria-label={texts.attestNamed(row.unitName)}
                      >
                        {texts.attest}
                      </Button>
                    ) : (
                      '–'
                    ),
                },
              ]
            : []),
        ]}
        footAction={<ExportButton action="unitAttest.export" query={list.query} total={view.data?.total} />}
        empty={<EmptyState title={texts.none} />}
      />
      {attesting === undefined ? null : (
        <AttestDialog row={attesting} onClose={() => setAttesting(undefined)} />
      )}
    </Page>
  );
}

function Latest({ row }: { readonly row: Row }) {
  const texts = useTexts(campaignPagesTexts).attests;
  const language = useLanguage();
  if (row.attestedOn === null) return <>{texts.never}</>;
  return (
    <>
      <VerdictMark verdict={row.isFollowed === true ? 'met' : 'not_met'} />{' '}
      {texts.said(formatLongDate(row.attestedOn, language), row.attestedBy ?? '')}
      {row.note === null || row.note === '' ? null : <span lang="sv"> – {row.note}</span>}
    </>
  );
}

function AttestDialog({ row, onClose }: { readonly row: Row; readonly onClose: () => void }) {
  const texts = useTexts(campaignPagesTexts).attests;
  const { fields } = useTexts(campaignTexts);
  const attest = useAct('unitAttest.attest');
  const initial: { isFollowed: 'yes' | 'no' | ''; note: string } = { isFollowed: '', note: '' };
  const form = useForm({
    initial,
    check: ({ isFollowed }) =>
      isFollowed === '' ? [{ field: 'isFollowed', code: 'missing', message: texts.missing }] : [],
    submit: ({ isFollowed, note }, circumstances) =>
      attest.run({
        input: { unitId: row.unitId as UnitId, isFollowed: isFollowed === 'yes', note }, // of a row just shown
        ...circumstances,
      }),
    onSaved: onClose,
  });
  return (
    <Dialog title={texts.attestNamed(row.unitName)} isOpen onClose={onClose}>
      <Form form={form} submitLabel={texts.attest}>
        <RadioGroup<'yes' | 'no'>
          {...form.field('isFollowed')}
          label={texts.question(row.unitName)}
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
