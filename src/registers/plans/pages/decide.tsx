import { addMonths, dayOf } from '../../../kernel/calendar.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { withoutBlanks } from '../../information/pages/without-blanks.ts';
import { planTexts } from '../plan.texts.ts';
import { planPagesTexts } from './pages.texts.ts';

type Plan = ViewMap['plan.record']['answer'];

export default function DecidePlan() {
  const id = useRouteParameter('id');
  const { decide: texts, write, list } = useTexts(planPagesTexts);
  const view = useView('plan.record', { id });
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      breadcrumbs={[
        { label: list.title, to: '/planer' },
        { label: view.data?.name ?? '', to: `/planer/${id}` },
      ]}
    >
      <Loaded view={view}>
        {(plan) => (plan.draft === null ? <Notice>{write.noDraft}</Notice> : <DecideForm plan={plan} />)}
      </Loaded>
    </Page>
  );
}

function DecideForm({ plan }: { readonly plan: Plan }) {
  const { decide: texts, form: words } = useTexts(planPagesTexts);
  const { fields } = useTexts(planTexts);
  const decide = useAct('plan.decide');
  const go = useGo();
  const here = `/planer/${plan.id}`;
  const today = dayOf(new Date());
  const form = useForm({
    initial: { decidedBy: '', decidedOn: today, validFrom: today, nextReviewOn: addMonths(today, 12) },
    version: plan.version,
    submit: (values, circumstances) =>
      decide.run({
        id: plan.id,
        input: withoutBlanks(values, ['decidedBy', 'decidedOn', 'validFrom', 'nextReviewOn']),
        ...circumstances,
      }),
    onSaved: () => go(here),
  });
  return (
    <Form
      form={form}
      submitLabel={texts.save}
      labels={fields}
      secondary={<LinkButton to={here}>{words.cancel}</LinkButton>}
    >
      <TextField {...form.field('decidedBy')} label={fields.decidedBy} hint={texts.decidedByHint} />
      <DateField {...form.field('decidedOn')} label={fields.decidedOn} />
      <DateField {...form.field('validFrom')} label={fields.validFrom} />
      <DateField {...form.field('nextReviewOn')} label={fields.nextReviewOn} hint={texts.reviewHint} />
    </Form>
  );
}
