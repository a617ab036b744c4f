import type { SupportLine } from '../../../governance/advice/support-roles.store.ts';
import { formatList, formatLongDate, formatNumber } from '../../../kernel/format.ts';
import { type Language, pickTexts } from '../../../kernel/texts.ts';
import type { PdfBlock, PdfDocument, PdfText } from '../../../pdf/pdf-document.ts';
import { officeTexts } from '../../../people/offices.texts.ts';
import { binderPageTexts, planPagesTexts } from '../pages/pages.texts.ts';
import { planTexts } from '../plan.texts.ts';
import type { BinderPlan } from './binder.store.ts';

/** All that the binder holds besides the plans. */
export interface BinderAround {
  readonly municipality: string;
  readonly day: string;
  /** Where anybody reports. */
  readonly reportAddress: string;
  readonly support: readonly SupportLine[];
}

const said = (words: string): PdfText => [{ words }];
const paragraph = (words: string): PdfBlock => ({ kind: 'paragraph', text: said(words) });
const heading = (level: 1 | 2, words: string): PdfBlock => ({ kind: 'heading', level, text: said(words) });

/** The binder as a document to typeset: whom to call, what it holds, and then each plan from the top of a page. */
export function binderPdf(
  plans: readonly BinderPlan[],
  { municipality, day, reportAddress, support }: BinderAround,
  language: Language,
): PdfDocument {
  const texts = pickTexts(binderPageTexts, language);
  const offices = pickTexts(officeTexts, language).offices;
  const lines = support.flatMap(({ office, name, telephone, vacant }): PdfBlock[] => [
    paragraph(name === null ? offices[office] : `${offices[office]}: ${name}`),
    { kind: 'large', text: said(telephone ?? (vacant ? texts.vacant : texts.noTelephone)) },
  ]);
  return {
    language,
    title: texts.title,
    author: municipality,
    day,
    head: [municipality, texts.title],
    foot: texts.day(formatLongDate(day, language)),
    blocks: [
      paragraph(texts.day(formatLongDate(day, language))),
      heading(1, texts.first),
      {
        kind: 'paragraph',
        text: [
          { words: texts.report, href: reportAddress },
          { words: `. ${texts.reportText} ${reportAddress}` },
        ],
      },
      ...lines,
      // Of the second level, so that the contents do not list themselves.
      heading(2, texts.contents),
      { kind: 'contents' },
      ...plans.flatMap((plan) => sheetOf(plan, language)),
    ],
  };
}

function sheetOf(plan: BinderPlan, language: Language): PdfBlock[] {
  const texts = pickTexts(binderPageTexts, language);
  const { kinds } = pickTexts(planTexts, language);
  const { record: words } = pickTexts(planPagesTexts, language);
  const { place, secrecyProvision, number, decidedBy } = plan;
  const day = (text: string) => formatLongDate(text, language);
  return [
    { kind: 'pageBreak' },
    heading(1, plan.name),
    paragraph(`${kinds[plan.kind]}, ${plan.unitName}`),
    paragraph(place === null ? texts.noPlace : texts.place(formatNumber(place, language))),
    ...(secrecyProvision === '' ? [] : [paragraph(texts.secret(secrecyProvision))]),
    heading(2, words.contacts),
    ...plan.contacts.flatMap((one): PdfBlock[] => [
      paragraph(one.purpose === '' ? one.name : `${one.name} – ${one.purpose}`),
      { kind: 'large', text: said(one.telephone) },
      ...(one.outOfHours === ''
        ? []
        : [paragraph(words.outOfHours), { kind: 'large' as const, text: said(one.outOfHours) }]),
    ]),
    heading(2, words.steps),
    { kind: 'list', isNumbered: true, items: plan.steps.map((step) => said(stepText(step, words.fallback))) },
    { kind: 'facts', facts: factsOf(plan, language) },
    {
      kind: 'note',
      text: said(
        `${texts.version(formatNumber(number, language), decidedBy, day(plan.decidedOn))}. ${texts.review(day(plan.nextReviewOn))}.`,
      ),
    },
  ];
}

/** A step on one line of a list: what; who, when; and how without IT. */
function stepText({ what, who, when, fallback }: BinderPlan['steps'][number], without: string): string {
  const by = when === '' ? who : `${who}, ${when}`;
  return fallback === '' ? `${what} (${by})` : `${what} (${by}). ${without} ${fallback}`;
}

function factsOf(plan: BinderPlan, language: Language): { term: string; value: string }[] {
  const { fields, responsibles, hours, oneHour } = pickTexts(planTexts, language);
  const { record: words } = pickTexts(planPagesTexts, language);
  const long = (count: number) => (count === 1 ? oneHour : hours(formatNumber(count, language)));
  const office = responsibles[plan.responsible];
  const { holderName } = plan;
  const facts = [
    { term: fields.recoveryHours, value: long(plan.recoveryHours) },
    { term: fields.lossHours, value: long(plan.lossHours) },
    { term: fields.longestOutageHours, value: long(plan.longestOutageHours) },
    {
      term: fields.responsible,
      value: holderName === null ? words.vacant(office) : words.holder(office, holderName),
    },
    { term: fields.systemIds, value: formatList(plan.systems, language) },
    { term: fields.suppliers, value: formatList(plan.suppliers, language) },
    { term: fields.paperPlace, value: plan.paperPlace },
  ];
  return facts.filter((fact) => fact.value !== '');
}
