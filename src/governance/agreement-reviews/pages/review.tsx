import { addMonths, dayOf } from '../../../kernel/calendar.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { type FormState, useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { Select } from '../../../ui/select.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { optionsOf } from '../../../registers/information/pages/options.ts';
import {
  type ConflictDecision,
  type ReviewInput,
  type ReviewOutcome,
  reviewOutcomes,
} from '../agreement-review.ts';
import { agreementReviewTexts } from '../agreement-review.texts.ts';
import { agreementPagesTexts } from './pages.texts.ts';

type Agreement = ViewMap['agreementReview.record']['answer'];
type Demands = ViewMap['agreementReview.demands']['answer']['items'];

interface ReviewValues {
  readonly outcome: ReviewOutcome | '';
  readonly conflict: string;
  readonly sentenceId: string;
  readonly decision: ConflictDecision | '';
  readonly decider: string;
  readonly decidedOn: string;
  readonly nextReviewOn: string;
}

export default function ReviewPage() {
  const id = useRouteParameter('id');
  const { list, review: texts } = useTexts(agreementPagesTexts);
  const agreement = useView('agreementReview.record', { id });
  const demands = useView('agreementReview.demands');
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      breadcrumbs={[
        { label: list.title, to: '/avtalsgranskningar' },
        { label: agreement.data?.counterparty ?? '', to: `/avtalsgranskningar/${id}` },
      ]}
    >
      <Loaded view={agreement}>
        {(found) => (
          <Loaded view={demands}>
            {({ items }) =>
              items.length === 0 ? (
                <Notice>{texts.noPolicy}</Notice>
              ) : (
                <ReviewForm agreement={found} demands={items} />
              )
            }
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

/** Where a review begins: what was found last time, as far as it can be found again in the policy in force. */
function initialOf({ review }: Agreement, demands: Demands): ReviewValues {
  const demand = demands.find((one) => one.id === review?.sentenceId);
  return {
    outcome: review?.outcome ?? '',
    conflict: review?.conflict ?? '',
    sentenceId: demand?.id ?? '',
    decision: review?.decision ?? '',
    decider: review?.decider ?? '',
    decidedOn: review?.decidedOn ?? '',
    nextReviewOn: addMonths(dayOf(new Date()), 12),
  };
}

function inputOf(values: ReviewValues): ReviewInput {
  const { outcome, conflict, sentenceId, decision, decider, decidedOn, nextReviewOn } = values;
  const isConflict = outcome === 'conflict';
  return {
    outcome: outcome as ReviewOutcome, // or empty, and then the server names the field
    nextReviewOn,
    conflict: outcome === 'noConflict' ? '' : conflict,
    sentenceId: isConflict && sentenceId !== '' ? (sentenceId as Id<'Sentence'>) : null, // from the list of demands
    decision: isConflict && decision !== '' ? decision : null,
    decider: isConflict && decider.trim() !== '' ? decider : null,
    decidedOn: isConflict && decidedOn !== '' ? decidedOn : null,
  };
}

function ReviewForm({ agreement, demands }: { readonly agreement: Agreement; readonly demands: Demands }) {
  const { form: words, review: texts } = useTexts(agreementPagesTexts);
  const { fields, outcomes } = useTexts(agreementReviewTexts);
  const review = useAct('agreementReview.review');
  const go = useGo();
  const here = `/avtalsgranskningar/${agreement.id}`;
  const form = useForm({
    initial: initialOf(agreement, demands),
    version: agreement.version,
    submit: (values, circumstances) =>
      review.run({ id: agreement.id, input: inputOf(values), ...circumstances }),
    onSaved: () => go(here),
  });
  return (
    <Form
      form={form}
      submitLabel={texts.save}
      labels={fields}
      secondary={<LinkButton to={here}>{words.cancel}</LinkButton>}
    >
      <RadioGroup<ReviewOutcome>
        {...form.field('outcome')}
        label={fields.outcome}
        options={reviewOutcomes.map((value) => ({
          value,
          label: outcomes[value],
          hint: texts.outcomeHint[value],
        }))}
      />
      {form.values.outcome === 'toExamine' ? (
        <TextArea {...form.field('conflict')} label={texts.doubt} maxLength={4000} isOptional />
      ) : null}
      {form.values.outcome === 'conflict' ? <ConflictFields form={form} demands={demands} /> : null}
      <DateField {...form.field('nextReviewOn')} label={fields.nextReviewOn} />
    </Form>
  );
}

type ConflictFieldsProps = { readonly form: FormState<ReviewValues>; readonly demands: Demands };

/** What goes against which demand, and what has been decided about it. */
function ConflictFields({ form, demands }: ConflictFieldsProps) {
  const texts = useTexts(agreementPagesTexts).review;
  const { fields, decisions } = useTexts(agreementReviewTexts);
  const options = demands.map(({ id, number, heading, text }) => ({
    value: id,
    label: `${number}. ${heading}: ${text}`,
  }));
  return (
    <>
      <TextArea {...form.field('conflict')} label={fields.conflict} maxLength={4000} />
      <Select
        {...form.field('sentenceId')}
        label={fields.sentenceId}
        options={options}
        emptyLabel={texts.demandChoose}
      />
      <Select<ConflictDecision>
        {...form.field('decision')}
        label={fields.decision}
        hint={texts.decisionHint}
        options={optionsOf(decisions)}
        emptyLabel={texts.noDecision}
        isOptional
      />
      {form.values.decision === '' ? null : (
        <>
          <TextField {...form.field('decider')} label={fields.decider} hint={texts.deciderHint} />
          <DateField {...form.field('decidedOn')} label={fields.decidedOn} />
        </>
      )}
    </>
  );
}
