import { useState } from 'react';
import { formatLongDate, formatNumber } from '../../../kernel/format.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { Tag } from '../../../ui/verdict-mark.tsx';
import { ReasonDialog } from '../../../registers/information/pages/reason-dialog.tsx';
import { CasesOf } from '../../../registers/incidents/pages/cases-of.tsx';
import { History } from '../../../audit/pages/history.tsx';
import { agreementReviewTexts } from '../agreement-review.texts.ts';
import { agreementPagesTexts } from './pages.texts.ts';

type Agreement = ViewMap['agreementReview.record']['answer'];
type Review = NonNullable<Agreement['review']>;

export default function AgreementPage() {
  const id = useRouteParameter('id');
  const view = useView('agreementReview.record', { id });
  return <Loaded view={view}>{(agreement) => <Record agreement={agreement} />}</Loaded>;
}

function Record({ agreement }: { readonly agreement: Agreement }) {
  const { form, list, record: texts } = useTexts(agreementPagesTexts);
  const words = useTexts(agreementReviewTexts);
  const refusals: Readonly<Record<string, string>> = words.refusals;
  const language = useLanguage();
  const end = useAct('agreementReview.end');
  const [isEnding, setEnding] = useState(false);
  const { id, version, review, endedOn, may } = agreement;
  const here = `/avtalsgranskningar/${id}`;
  const whyNot = ({ allowed, because }: Agreement['may']['end']) =>
    allowed ? undefined : (refusals[because ?? ''] ?? texts.forbidden);
  const more = [
    { key: 'describe', label: texts.describe, to: `${here}/andra`, disabledReason: whyNot(may.describe) },
    { key: 'end', label: texts.end, onAction: () => setEnding(true), disabledReason: whyNot(may.end) },
  ];
  return (
    <Page
      title={`${agreement.counterparty}: ${agreement.subject}`}
      breadcrumbs={[{ label: list.title, to: '/avtalsgranskningar' }]}
      state={<Tag>{review === null ? list.notReviewed : words.outcomes[review.outcome]}</Tag>}
      primary={
        may.review.allowed ? (
          <LinkButton look="primary" to={`${here}/granska`}>
            {texts.doReview}
          </LinkButton>
        ) : null
      }
      more={more}
      aside={<History register="agreementReview" id={id} />}
    >
      {endedOn === null ? null : <Notice>{texts.ended(formatLongDate(endedOn, language))}</Notice>}
      <Section title={texts.facts}>
        <DefinitionList
          facts={[
            { term: words.fields.counterparty, value: agreement.counterparty },
            { term: words.fields.subject, value: agreement.subject },
            { term: words.fields.reference, value: agreement.reference },
            { term: words.fields.unitId, value: agreement.unitName },
          ]}
        />
      </Section>
      <Section title={texts.review}>
        {review === null ? <p>{texts.notReviewed}</p> : <ReviewFacts review={review} />}
      </Section>
      <CasesOf supplier={agreement.counterparty} />
      {isEnding ? (
        <ReasonDialog
          title={texts.end}
          label={texts.endReason}
          confirmLabel={texts.end}
          cancelLabel={form.cancel}
          version={version}
          onClose={() => setEnding(false)}
          run={(reason, circumstances) => end.run({ id, version, input: { reason }, ...circumstances })}
        >
          <p>{texts.endText}</p>
        </ReasonDialog>
      ) : null}
    </Page>
  );
}

function ReviewFacts({ review }: { readonly review: Review }) {
  const texts = useTexts(agreementPagesTexts).record;
  const { fields, outcomes, decisions } = useTexts(agreementReviewTexts);
  const language = useLanguage();
  const day = (text: string) => formatLongDate(text, language);
  const { reviewer, policyNumber, demand, decision, decidedOn } = review;
  const facts = [
    { term: fields.outcome, value: outcomes[review.outcome] },
    {
      term: texts.policyVersion,
      value: policyNumber === null ? null : texts.number(formatNumber(policyNumber, language)),
    },
    {
      term: texts.reviewedOn,
      value: reviewer === null ? day(review.reviewedOn) : texts.by(day(review.reviewedOn), reviewer),
    },
    { term: fields.nextReviewOn, value: day(review.nextReviewOn) },
    ...(review.conflict === '' ? [] : [{ term: fields.conflict, value: review.conflict }]),
    ...(demand === null ? [] : [{ term: texts.demand, value: <q lang="sv">{demand.text}</q> }]),
    ...(decision === null
      ? []
      : [
          { term: fields.decision, value: decisions[decision] },
          { term: fields.decider, value: review.decider },
          { term: fields.decidedOn, value: decidedOn === null ? null : day(decidedOn) },
        ]),
  ];
  return (
    <>
      {review.current ? null : <Notice kind="warning">{texts.outOfDate}</Notice>}
      <DefinitionList facts={facts} />
    </>
  );
}
