import { formatList, formatLongDate, formatNumber } from '../../../kernel/format.ts';
import { officeTexts } from '../../../people/offices.texts.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { Section } from '../../../ui/page.tsx';
import { reportPath } from '../../../ui/routing.ts';
import { planTexts } from '../plan.texts.ts';
import { ContactList, StepList, useHours } from './content.tsx';
import { binderPageTexts, planPagesTexts } from './pages.texts.ts';

type Plans = ViewMap['plan.binder']['answer']['plans'];
type Plan = Plans[number];

/** What anybody does first: report, and call. */
export function FirstOfAll() {
  const texts = useTexts(binderPageTexts);
  const offices = useTexts(officeTexts).offices;
  const roles = useView('advice.support').data?.items ?? [];
  return (
    <Section title={texts.first}>
      <p>
        <strong>
          <Link to={reportPath}>{texts.report}</Link>.
        </strong>{' '}
        {texts.reportText}
      </p>
      <ul className="plan-contacts">
        {roles.map(({ office, name, telephone, vacant }) => (
          <li key={office}>
            <p className="plan-contact-name">
              {offices[office]}
              {name === null ? null : `: ${name}`}
            </p>
            <p className="binder-number number">
              {telephone ?? <span className="soft">{vacant ? texts.vacant : texts.noTelephone}</span>}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The plans by name, in the order of restoration. */
export function BinderContents({ plans }: { readonly plans: Plans }) {
  const texts = useTexts(binderPageTexts);
  const { kinds } = useTexts(planTexts);
  return (
    <nav className="binder-contents" aria-label={texts.contents}>
      <h2>{texts.contents}</h2>
      <ol>
        {plans.map(({ planId, name, kind }) => (
          <li key={planId}>
            <a href={`#${anchorOf(planId)}`}>{name}</a> <span className="soft">{kinds[kind]}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Every plan on a page of its own when it is printed. */
export function BinderPlans({ plans }: { readonly plans: Plans }) {
  return plans.map((plan) => <PlanSheet key={plan.planId} plan={plan} />);
}

const anchorOf = (planId: string): string => `plan-${planId}`;

function PlanSheet({ plan }: { readonly plan: Plan }) {
  const texts = useTexts(binderPageTexts);
  const { record: words } = useTexts(planPagesTexts);
  const { fields, kinds, responsibles } = useTexts(planTexts);
  const language = useLanguage();
  const hours = useHours();
  const day = (text: string) => formatLongDate(text, language);
  const office = responsibles[plan.responsible];
  const { place, holderName, number, decidedBy, decidedOn } = plan;
  return (
    <article className="binder-plan" id={anchorOf(plan.planId)}>
      <h2>
        <Link to={`/planer/${plan.planId}`}>{plan.name}</Link>
      </h2>
      <p className="soft">
        {kinds[plan.kind]}, {plan.unitName}
      </p>
      <p>
        <strong>{place === null ? texts.noPlace : texts.place(formatNumber(place, language))}</strong>
      </p>
      {plan.secrecyProvision === '' ? null : <p>{texts.secret(plan.secrecyProvision)}</p>}
      <h3>{words.contacts}</h3>
      <ContactList contacts={plan.contacts} />
      <h3>{words.steps}</h3>
      <StepList steps={plan.steps} />
      <DefinitionList
        facts={[
          { term: fields.recoveryHours, value: hours(plan.recoveryHours) },
          { term: fields.lossHours, value: hours(plan.lossHours) },
          { term: fields.longestOutageHours, value: hours(plan.longestOutageHours) },
          {
            term: fields.responsible,
            value: holderName === null ? words.vacant(office) : words.holder(office, holderName),
          },
          { term: fields.systemIds, value: formatList(plan.systems, language) },
          { term: fields.suppliers, value: formatList(plan.suppliers, language) },
          { term: fields.paperPlace, value: plan.paperPlace },
        ]}
      />
      <p className="soft">
        {texts.version(formatNumber(number, language), decidedBy, day(decidedOn))}.{' '}
        {texts.review(day(plan.nextReviewOn))}.
      </p>
    </article>
  );
}
