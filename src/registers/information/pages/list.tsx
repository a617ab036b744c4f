import { LinkButton } from '../../../ui/button.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useListState } from '../../../ui/list-state.ts';
import { EmptyState } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { Tag } from '../../../ui/verdict-mark.tsx';
import { informationTexts } from '../information.texts.ts';
import { vocabularyTexts } from '../vocabulary.texts.ts';
import { ClassFigure } from './class-figure.tsx';
import { optionsOf } from './options.ts';
import { informationPagesTexts } from './pages.texts.ts';

export default function InformationList() {
  const texts = useTexts(informationPagesTexts).list;
  const words = useTexts(vocabularyTexts);
  const { fields } = useTexts(informationTexts);
  const list = useListState({
    sort: 'name',
    filters: ['state', 'personalData', 'classified', 'area', 'unitId'],
  });
  const view = useView('information.list', { query: list.query });
  const areas = useView('defaultOwner.list');
  const areaOptions = (areas.data?.items ?? []).map((area) => ({ value: area.area, label: area.name }));
  const add = (
    <LinkButton look="primary" to="/register/information/ny">
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
        rowTo={(row) => `/register/information/${row.id}`}
        searchLabel={texts.search}
        filters={[
          { key: 'area', label: fields.area, options: areaOptions },
          {
            key: 'classified',
            label: texts.classifiedFilter,
            options: [
              { value: 'true', label: texts.classifiedYes },
              { value: 'false', label: texts.classifiedNo },
            ],
          },
          { key: 'personalData', label: fields.personalData, options: optionsOf(words.personalData) },
          { key: 'state', label: fields.state, options: optionsOf(words.states) },
          { key: 'unitId', label: fields.unitId, describe: () => view.data?.items[0]?.unitName ?? '' },
          { key: 'clause', label: texts.clause },
        ]}
        columns={[
          {
            key: 'name',
            label: fields.name,
            sortKey: 'name',
            cell: (row) => (
              <>
                {row.name} {row.state === 'active' ? null : <Tag>{words.states[row.state]}</Tag>}
              </>
            ),
          },
          {
            key: 'class',
            label: texts.classed,
            sortKey: 'confidentiality',
            cell: (row) => <ClassFigure levels={row} />,
          },
          { key: 'unit', label: texts.unit, sortKey: 'unit', isMinor: true, cell: (row) => row.unitName },
          {
            key: 'owner',
            label: texts.owner,
            cell: (row) => row.owner?.name ?? <span className="soft">{texts.noOwner}</span>,
          },
          {
            key: 'review',
            label: texts.review,
            sortKey: 'review',
            isMinor: true,
            kind: 'brief',
            cell: (row) => row.nextReviewOn ?? '–',
          },
        ]}
        footAction={<ExportButton action="information.export" query={list.query} total={view.data?.total} />}
        empty={
          <EmptyState title={texts.none} action={add}>
            {texts.noneText}
          </EmptyState>
        }
      />
    </Page>
  );
}
