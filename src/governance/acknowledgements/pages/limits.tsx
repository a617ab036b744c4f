import { useState } from 'react';
import { formatNumber } from '../../../kernel/format.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { campaignTexts } from '../campaign.texts.ts';
import { campaignPagesTexts } from './pages.texts.ts';

type Target = ViewMap['campaignTarget.list']['answer']['items'][number];

/** The municipality's own figures: how large a share is enough, and when reminders go. */
export default function LimitsPage() {
  const { limits: texts, list } = useTexts(campaignPagesTexts);
  const { fields } = useTexts(campaignTexts);
  const language = useLanguage();
  const view = useView('campaignTarget.list');
  return (
    <Page title={texts.title} lead={texts.lead} breadcrumbs={[{ label: list.title, to: '/kvittenser' }]}>
      <Loaded view={view}>
        {({ items, may }) => (
          <>
            {items.map((target) => (
              <Section key={target.name} title={fields[target.name]}>
                <p>
                  <strong>{formatNumber(target.value, language)}</strong>
                  <span className="soft"> – {target.reason ?? texts.own}</span>
                </p>
                {may ? <TargetForm target={target} /> : null}
              </Section>
            ))}
            {may ? null : <p className="soft">{texts.readOnly}</p>}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function TargetForm({ target }: { readonly target: Target }) {
  const texts = useTexts(campaignPagesTexts).limits;
  const { fields } = useTexts(campaignTexts);
  const set = useAct('campaignTarget.set');
  const [isSaved, setSaved] = useState(false);
  const form = useForm<{ value: number | null; reason: string }, unknown>({
    initial: { value: target.value, reason: '' },
    submit: ({ value, reason }, circumstances) =>
      // A number not given is sent as none at all, and the server names the field.
      set.run({ input: { name: target.name, value: value ?? 0, reason }, ...circumstances }),
    onSaved: () => setSaved(true),
  });
  return (
    <Form form={form} submitLabel={texts.save}>
      {isSaved && !form.isChanged ? <Notice kind="success" title={texts.saved} isNews /> : null}
      <NumberField {...form.field('value')} label={fields.value} />
      <TextField {...form.field('reason')} label={fields.reason} />
    </Form>
  );
}
