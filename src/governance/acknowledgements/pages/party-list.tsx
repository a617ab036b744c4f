import { formatNumber } from '../../../kernel/format.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { useListState } from '../../../ui/list-state.ts';
import { EmptyState } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { externalPartyTexts } from '../parties/external-party.texts.ts';
import { partyPagesTexts } from './party-pages.texts.ts';

/** External parties, with whether each has acknowledged the policy. */
export default function PartyList() {
  const texts = useTexts(partyPagesTexts).list;
  const words = useTexts(externalPartyTexts);
  const { fields } = words;
  const language = useLanguage();
  const list = useListState({ sort: 'name', filters: ['relevant', 'contractor', 'ended', 'unitId'] });
  const view = useView('externalParty.list', { query: list.query });
  const yesOrNo = [
    { value: 'true', label: texts.yes },
    { value: 'false', label: texts.no },
  ];
  const say = (value: boolean) => (value ? texts.yes : texts.no);
  const add = (
    <LinkButton look="primary" to="/externa-parter/ny">
      {texts.add}
    </LinkButton>
  );
  return (
    <Page title={texts.title} lead={texts.lead} primary={add}>
      <DataList
        label={texts.title}
        list={list}
        view={view}
        rowKey={(row) => row.id}
        rowTo={(row) => `/externa-parter/${row.id}`}
        searchLabel={texts.search}
        filters={[
          { key: 'relevant', label: fields.relevant, options: yesOrNo },
          { key: 'contractor', label: fields.contractor, options: yesOrNo },
          { key: 'ended', label: texts.ended, options: yesOrNo.slice(0, 1) },
          { key: 'unitId', label: fields.unitId, describe: () => view.data?.items[0]?.unitName ?? '' },
          { key: 'clause', label: texts.clause },
        ]}
        columns={[
          { key: 'name', label: fields.name, sortKey: 'name', cell: (row) => row.name },
          { key: 'relevant', label: fields.relevant, cell: (row) => say(row.relevant) },
          { key: 'contractor', label: fields.contractor, isMinor: true, cell: (row) => say(row.contractor) },
          {
            key: 'acknowledged',
            label: words.acknowledged,
            cell: (row) =>
              row.acknowledged === null ? (
                <span className="soft">{texts.notYet}</span>
              ) : (
                texts.edition(formatNumber(row.acknowledged, language))
              ),
          },
          { key: 'unit', label: fields.unitId, sortKey: 'unit', isMinor: true, cell: (row) => row.unitName },
        ]}
        footAction={
          <ExportButton action="externalParty.export" query={list.query} total={view.data?.total} />
        }
        empty={
          <EmptyState title={texts.none} action={add}>
            {texts.noneText}
          </EmptyState>
        }
      />
    </Page>
  );
}
