import { formatList, formatNumber } from '../../../kernel/format.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { planTexts } from '../plan.texts.ts';
import { planPagesTexts } from './pages.texts.ts';
import './plans.css';

type Plan = ViewMap['plan.record']['answer'];
type Content = NonNullable<Plan['draft']>['content'];
type Steps = readonly Readonly<Content['steps'][number]>[];
type Contacts = readonly Readonly<Content['contacts'][number]>[];

/** Hours with their unit said; a dash stands for none in the list of facts. */
export function useHours(): (hours: number | null) => string | null {
  const { hours: words, oneHour } = useTexts(planTexts);
  const language = useLanguage();
  return (hours) => (hours === null ? null : hours === 1 ? oneHour : words(formatNumber(hours, language)));
}

/** What a version of a plan says. */
export function PlanContents({ content }: { readonly content: Content }) {
  const texts = useTexts(planPagesTexts).record;
  const { fields, responsibles } = useTexts(planTexts);
  const language = useLanguage();
  const hours = useHours();
  const office = responsibles[content.responsible];
  const { holder, systems, suppliers } = content;
  return (
    <>
      <DefinitionList
        facts={[
          {
            term: fields.responsible,
            value: holder === null ? texts.vacant(office) : texts.holder(office, holder.name),
          },
          { term: fields.recoveryHours, value: hours(content.recoveryHours) },
          { term: fields.lossHours, value: hours(content.lossHours) },
          { term: fields.longestOutageHours, value: hours(content.longestOutageHours) },
          {
            term: fields.systemIds,
            value:
              systems.length === 0 ? null : (
                <ul className="plan-plain">
                  {systems.map(({ id, name }) => (
                    <li key={id}>
                      <Link to={`/register/system/${id}`}>{name}</Link>
                    </li>
                  ))}
                </ul>
              ),
          },
          { term: fields.suppliers, value: formatList(suppliers, language) },
          { term: fields.paperPlace, value: content.paperPlace },
        ]}
      />
      <h3>{texts.steps}</h3>
      {content.steps.length === 0 ? <p>{texts.noSteps}</p> : <StepList steps={content.steps} />}
      <h3>{texts.contacts}</h3>
      {content.contacts.length === 0 ? (
        <p>{texts.noContacts}</p>
      ) : (
        <ContactList contacts={content.contacts} />
      )}
    </>
  );
}

/** Steps as they are followed: what, who and when, and how without IT. */
export function StepList({ steps }: { readonly steps: Steps }) {
  const texts = useTexts(planPagesTexts).record;
  return (
    <ol className="plan-steps">
      {steps.map((step, at) => (
        <li key={`${at} ${step.what}`}>
          <p className="plan-step-what">{step.what}</p>
          <p className="soft">{step.when === '' ? step.who : `${step.who} – ${step.when}`}</p>
          {step.fallback === '' ? null : (
            <p className="plan-fallback">
              <strong>{texts.fallback}</strong> {step.fallback}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Contacts with numbers that can be read at arm's length, and pressed on a telephone. */
export function ContactList({ contacts }: { readonly contacts: Contacts }) {
  const texts = useTexts(planPagesTexts).record;
  return (
    <ul className="plan-contacts">
      {contacts.map((one, at) => (
        <li key={`${at} ${one.name}`}>
          <p className="plan-contact-name">{one.name}</p>
          {one.purpose === '' ? null : <p className="soft">{one.purpose}</p>}
          <dl>
            <Number term={texts.telephone} number={one.telephone} />
            {one.outOfHours === '' ? null : <Number term={texts.outOfHours} number={one.outOfHours} />}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Number({ term, number }: { readonly term: string; readonly number: string }) {
  return (
    <div className="plan-number">
      <dt>{term}</dt>
      <dd>
        <a className="number" href={`tel:${number.replaceAll(/[^+\d]/g, '')}`}>
          {number}
        </a>
      </dd>
    </div>
  );
}
