import { useState } from 'react';
import { formatDay, formatLongDate, formatNumber } from '../../../kernel/format.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import type { ListQuery } from '../../../ui/client.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { useListState } from '../../../ui/list-state.ts';
import { EmptyState, Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { optionsOf } from '../../../registers/information/pages/options.ts';
import { ReasonDialog } from '../../../registers/information/pages/reason-dialog.tsx';
import { campaignTexts } from '../campaign.texts.ts';
import './acknowledgements.css';
import { campaignPagesTexts } from './pages.texts.ts';

type Row = ViewMap['campaignRecipient.list']['answer']['items'][number];

/** Who has acknowledged and who is waiting, in the units the reader answers for. */
export default function NamesPage() {
  const id = useRouteParameter('id');
  const { list: listTexts, names: texts, record: recordTexts } = useTexts(campaignPagesTexts);
  const { fields, recipientStates } = useTexts(campaignTexts);
  const language = useLanguage();
  const list = useListState({ sort: 'name', filters: ['state', 'unitId', 'noLetter'] });
  // The address says the selection; which campaign it is of, the path.
  const query = { ...list.query, campaignId: id } as ListQuery;
  const view = useView('campaignRecipient.list', { query });
  const campaign = useView('campaign.record', { id });
  const [withdrawing, setWithdrawing] = useState<Row>();
  const mayWithdraw = campaign.data?.may.withdraw === true;
  const [unitId] = list.filters['unitId'] ?? [];
  const unitName = view.data?.items[0]?.unitName ?? '';
  const day = (text: string) => formatLongDate(text, language);
  const more = [{ key: 'paper', label: recordTexts.paper, to: `/kvittenser/${id}/lista` }];
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      breadcrumbs={[
        { label: listTexts.title, to: '/kvittenser' },
        { label: campaign.data?.title ?? '', to: `/kvittenser/${id}` },
      ]}
      more={more}
    >
      {unitId === undefined ? null : <Remind campaignId={id} unitId={unitId} unitName={unitName} />}
      <DataList<Row>
        label={texts.title}
        list={list}
        view={view}
        rowKey={(row) => row.id}
        rowTo={(row) =>
          row.personId === null ? `/externa-parter/${row.externalPartyId ?? ''}` : `/personer/${row.personId}`
        }
        searchLabel={texts.search}
        filters={[
          { key: 'state', label: texts.state, options: optionsOf(recipientStates) },
          { key: 'unitId', label: fields.unitId, describe: () => unitName },
          { key: 'noLetter', label: texts.noLetter, options: [{ value: 'true', label: texts.noLetter }] },
        ]}
        columns={[
          {
            key: 'name',
            label: fields.name,
            sortKey: 'name',
            cell: nameOf,
          },
          { key: 'unit', label: fields.unitId, sortKey: 'unit', cell: (row) => row.unitName ?? '–' },
          { key: 'state', label: texts.state, cell: (row) => recipientStates[row.state] },
          {
            key: 'how',
            label: texts.how,
            sortKey: 'acknowledged',
            cell: (row) => (
              <>
                <How row={row} day={day} />
                {mayWithdraw && row.acknowledgementId !== null ? (
                  <span className="above-row">
                    <Button size="small" look="quiet" onClick={() => setWithdrawing(row)}>
                      {texts.withdraw}
                      <span className="visually-hidden"> – {nameOf(row)}</span>
                    </Button>
                  </span>
                ) : null}
              </>
            ),
          },
          {
            key: 'reminders',
            label: texts.reminders,
            kind: 'number',
            isMinor: true,
            cell: (row) => formatNumber(row.reminders, language),
          },
        ]}
        footAction={<ExportButton action="campaignRecipient.export" query={query} total={view.data?.total} />}
        empty={<EmptyState title={texts.none} />}
      />
      {withdrawing === undefined ? null : (
        <Withdraw row={withdrawing} onClose={() => setWithdrawing(undefined)} />
      )}
    </Page>
  );
}

function nameOf({ company, name }: Row): string {
  return company === null ? name : `${company} (${name})`;
}

/** Takes an acknowledgement back, for a reason. */
function Withdraw({ row, onClose }: { readonly row: Row; readonly onClose: () => void }) {
  const { names: texts, record } = useTexts(campaignPagesTexts);
  const withdraw = useAct('acknowledgement.withdraw', {
    invalidates: ['campaign.record', 'campaignRecipient.list'],
  });
  const { acknowledgementId: id, acknowledgementVersion: version } = row;
  if (id === null || version === null) return null;
  return (
    <ReasonDialog
      title={texts.withdrawTitle(nameOf(row))}
      label={texts.withdrawReason}
      confirmLabel={texts.withdraw}
      cancelLabel={record.cancel}
      version={version}
      onClose={onClose}
      run={(reason, circumstances) => withdraw.run({ id, input: { reason }, ...circumstances })}
    >
      <p>{texts.withdrawText}</p>
    </ReasonDialog>
  );
}

function How({ row, day }: { readonly row: Row; readonly day: (text: string) => string }) {
  const texts = useTexts(campaignPagesTexts).names;
  const { ways } = useTexts(campaignTexts);
  if (row.acknowledgedAt === null || row.way === null) {
    const why = row.address === 'usable' || row.state === 'left' ? null : texts.addresses[row.address];
    return <>{[texts.waitsSince(day(row.askedOn)), why].filter((one) => one !== null).join(', ')}</>;
  }
  if (row.heldOn !== null) return <>{texts.paper(day(row.heldOn), row.meeting ?? '')}</>;
  return <>{`${ways[row.way]}, ${day(formatDay(row.acknowledgedAt))}`}</>;
}

interface RemindProps {
  readonly campaignId: string;
  readonly unitId: string;
  readonly unitName: string;
}

function Remind({ campaignId, unitId, unitName }: RemindProps) {
  const { names: texts, record } = useTexts(campaignPagesTexts);
  const language = useLanguage();
  const remind = useAct('campaign.remind');
  const [sent, setSent] = useState<number>();
  const run = async () => {
    const answer = await remind.run({ id: campaignId, input: { unitId: unitId as UnitId } });
    setSent(answer.sent);
  };
  return (
    <>
      <p>
        <Button isBusy={remind.isRunning} onClick={() => void run().catch(() => undefined)}>
          {unitName === '' ? texts.remind : texts.remindUnit(unitName)}
        </Button>
      </p>
      {sent === undefined ? null : (
        <Notice kind="success" title={record.reminded(formatNumber(sent, language))} isNews />
      )}
      {remind.problem === undefined ? null : <Notice kind="warning" title={remind.problem.message} isNews />}
    </>
  );
}
