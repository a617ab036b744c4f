import { useState } from 'react';
import type { Id, UnitId } from '../../../kernel/ids.ts';
import { formatNumber } from '../../../kernel/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import './acknowledgements.css';
import type { CampaignValues } from './new.tsx';
import { campaignPagesTexts } from './pages.texts.ts';

/** Who would be asked, as the form stands: how many, and a page of them at a time. */
export function Preview({ values }: { readonly values: CampaignValues }) {
  const texts = useTexts(campaignPagesTexts).begin;
  const language = useLanguage();
  const [page, setPage] = useState(1);
  const { documentId, unitId, office, kinds, externalParties } = values;
  const query = {
    documentId: documentId as Id<'Document'>, // from the list of documents
    externalParties,
    page,
    ...(kinds.length === 0 ? {} : { kinds: [...kinds] }),
    ...(unitId === '' ? {} : { unitIds: [unitId as UnitId] }),
    ...(office === '' ? {} : { offices: [office] }),
  };
  const view = useView('campaign.preview', { query, isEnabled: documentId !== '' });
  const number = (value: number) => formatNumber(value, language);
  return (
    <Section title={texts.preview}>
      <Loaded view={view}>
        {({ items, total, pageSize, persons, parties }) => {
          const pages = Math.max(1, Math.ceil(total / pageSize));
          if (total === 0) return <p>{texts.previewNone}</p>;
          return (
            <>
              <p role="status">{texts.previewCount(number(persons), number(parties))}</p>
              <ul className="asked-rows">
                {items.map((one) => (
                  <li key={one.id}>
                    {one.name}
                    <span className="soft">
                      {one.unitName === null ? '' : `, ${one.unitName}`}
                      {one.isChangeOnly ? ` – ${texts.changeOnly}` : ''}
                      {one.hasAddress ? '' : ` – ${texts.noAddress}`}
                    </span>
                  </li>
                ))}
              </ul>
              {pages === 1 ? null : (
                <p className="row">
                  <Button size="small" onClick={() => setPage(Math.max(1, page - 1))}>
                    {texts.previous}
                  </Button>
                  <span>{texts.previewPage(number(Math.min(page, pages)), number(pages))}</span>
                  <Button size="small" onClick={() => setPage(Math.min(pages, page + 1))}>
                    {texts.next}
                  </Button>
                </p>
              )}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
