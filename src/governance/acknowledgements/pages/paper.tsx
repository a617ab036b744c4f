import { useState } from 'react';
import { dayOf } from '../../../kernel/calendar.ts';
import { formatNumber } from '../../../kernel/format.ts';
import type { Id } from '../../../kernel/ids.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { campaignTexts } from '../campaign.texts.ts';
import './acknowledgements.css';
import { campaignPagesTexts } from './pages.texts.ts';
import { AddSignedList } from './signed-lists.tsx';

/** A list that was signed at a meeting: the names are found first, and entered when they have been looked at. */
export default function PaperPage() {
  const id = useRouteParameter('id');
  const { list, paper: texts } = useTexts(campaignPagesTexts);
  const campaign = useView('campaign.record', { id });
  const [names, setNames] = useState('');
  const form = useForm({
    initial: { names: '' },
    submit: (values) => Promise.resolve(values.names),
    onSaved: setNames,
  });
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      breadcrumbs={[
        { label: list.title, to: '/kvittenser' },
        { label: campaign.data?.title ?? '', to: `/kvittenser/${id}` },
      ]}
    >
      <Form form={form} submitLabel={texts.find}>
        <TextArea
          {...form.field('names')}
          label={texts.names}
          hint={texts.namesHint}
          rows={10}
          maxLength={6000}
        />
      </Form>
      {names.trim() === '' ? null : <Found key={names} campaignId={id} names={names} />}
      <AddSignedList campaignId={id} />
    </Page>
  );
}

function Found({ campaignId, names }: { readonly campaignId: string; readonly names: string }) {
  const texts = useTexts(campaignPagesTexts).paper;
  const { lineOutcomes } = useTexts(campaignTexts);
  const view = useView('campaignRecipient.match', { id: campaignId, query: { names } });
  return (
    <Section title={texts.found}>
      <Loaded view={view}>
        {({ lines }) => {
          const ids = lines.flatMap(({ recipientId }) => (recipientId === null ? [] : [recipientId]));
          return (
            <>
              <ul className="figure-rows">
                {lines.map(({ line, outcome, unitName }, place) => (
                  // Two lines may hold the same name: only the place tells them apart, and the list never changes.
                  <li key={place}>
                    <span>{line}</span>
                    <span className="soft">
                      {lineOutcomes[outcome]}
                      {unitName === null ? '' : ` (${unitName})`}
                    </span>
                  </li>
                ))}
              </ul>
              {ids.length === 0 ? <p>{texts.nothing}</p> : <EnterForm campaignId={campaignId} ids={ids} />}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}

function EnterForm({ campaignId, ids }: { readonly campaignId: string; readonly ids: readonly string[] }) {
  const texts = useTexts(campaignPagesTexts).paper;
  const { fields } = useTexts(campaignTexts);
  const language = useLanguage();
  const enter = useAct('acknowledgement.enter', {
    invalidates: ['campaign.record', 'campaignRecipient.list'],
  });
  const [entered, setEntered] = useState<number>();
  const form = useForm({
    initial: { heldOn: dayOf(new Date()), meeting: '' },
    submit: (values, circumstances) =>
      enter.run({
        id: campaignId,
        input: { ...values, recipientIds: ids as Id<'CampaignRecipient'>[] }, // as the server found them
        ...circumstances,
      }),
    onSaved: (answer) => setEntered(answer.entered),
  });
  if (entered !== undefined)
    return <Notice kind="success" title={texts.entered(formatNumber(entered, language))} isNews />;
  return (
    <Form form={form} submitLabel={texts.enter(formatNumber(ids.length, language))} labels={fields}>
      <DateField {...form.field('heldOn')} label={fields.heldOn} />
      <TextField {...form.field('meeting')} label={fields.meeting} hint={texts.meetingHint} />
    </Form>
  );
}
