import type { Id } from '../../../kernel/ids.ts';
import { formatLongDate, inSentence } from '../../../kernel/format.ts';
import { officeTexts } from '../../../people/offices.texts.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { ShownDemandLine } from '../../deviations/pages/demand-field.tsx';
import { useRiskWords } from '../../deviations/pages/risk-fields.tsx';
import '../../measures/pages/measures.css';
import { Reference } from '../../measures/pages/reference.tsx';
import { useSecrecyWords } from '../../measures/pages/secrecy-field.tsx';
import { exceptionTexts } from '../exception.texts.ts';
import type { Exception } from './apply.tsx';
import { exceptionPagesTexts } from './pages.texts.ts';

type PartProps = { readonly exception: Exception };

/** What the exception is for, from which demand, why and until when. */
export function ExceptionFacts({ exception }: PartProps) {
  const texts = useTexts(exceptionPagesTexts).record;
  const { fields } = useTexts(exceptionTexts);
  const language = useLanguage();
  const secrecy = useSecrecyWords()(exception.secrecyProvisions);
  const { object, objectName, renews, personalData } = exception;
  return (
    <Section title={texts.facts}>
      <DefinitionList
        facts={[
          { term: fields.object, value: <Reference reference={{ ...object, name: objectName }} /> },
          { term: fields.sentenceId, value: <ShownDemandLine demand={exception.demand} /> },
          { term: fields.unitId, value: exception.unitName },
          { term: fields.reason, value: exception.reason },
          { term: fields.endsOn, value: formatLongDate(exception.endsOn, language) },
          { term: fields.personalData, value: personalData ? texts.yes : texts.no },
          { term: fields.appliedBy, value: exception.applicant },
          ...(renews === null
            ? []
            : [
                {
                  term: texts.renews,
                  value:
                    renews.title === null ? (
                      texts.outside
                    ) : (
                      <Link to={`/undantag/${renews.id}`}>{renews.title}</Link>
                    ),
                },
              ]),
          ...(secrecy === null ? [] : [{ term: fields.secrecyProvisions, value: secrecy }]),
        ]}
      />
    </Section>
  );
}

/** The risk as it was, what weighs up, and what remains. */
export function RiskFacts({ exception }: PartProps) {
  const texts = useTexts(exceptionPagesTexts).record;
  const { fields } = useTexts(exceptionTexts);
  const words = useRiskWords();
  return (
    <Section title={texts.risk}>
      <DefinitionList
        facts={[
          { term: fields.riskBefore, value: words(exception.riskBefore) },
          { term: fields.compensation, value: exception.compensation },
          { term: fields.riskAfter, value: words(exception.riskAfter) },
        ]}
      />
    </Section>
  );
}

/** Who has said what of it. */
export function Opinions({ exception: { opinions } }: PartProps) {
  const texts = useTexts(exceptionPagesTexts).record;
  const { stances } = useTexts(exceptionTexts);
  const { offices } = useTexts(officeTexts);
  const language = useLanguage();
  return (
    <Section title={texts.opinions}>
      {opinions.length === 0 ? (
        <p className="soft">{texts.noOpinions}</p>
      ) : (
        <ul className="row-list">
          {opinions.map(({ number, office, stance, text, giver, givenOn, stale }) => {
            const day = formatLongDate(givenOn, language);
            return (
              <li key={number}>
                <p>{texts.opinionBy(offices[office], stances[stance])}</p>
                <p>{text}</p>
                <p className="soft">{giver === null ? day : texts.by(day, giver)}</p>
                {stale ? <Notice kind="warning">{texts.stale}</Notice> : null}
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}

/** The decision; until there is one, whose it is. */
export function DecisionFacts({ exception }: PartProps) {
  const texts = useTexts(exceptionPagesTexts).record;
  const { fields, standings } = useTexts(exceptionTexts);
  const { offices } = useTexts(officeTexts);
  const language = useLanguage();
  const { decidedOn, decider, decidedAs, validFrom, endedOn, endReason, conditions } = exception;
  const day = (text: string) => formatLongDate(text, language);
  if (decidedOn === null || decidedAs === null)
    return (
      <Section title={texts.decision}>
        <p className="soft">
          {texts.undecided(inSentence(offices[exception.decidingOffice]), String(exception.longestMonths))}
        </p>
      </Section>
    );
  return (
    <Section title={texts.decision}>
      <DefinitionList
        facts={[
          { term: fields.state, value: standings[exception.standing] },
          { term: fields.decision, value: exception.decision },
          ...(conditions === '' ? [] : [{ term: fields.conditions, value: conditions }]),
          {
            term: fields.decidedOn,
            value: decider === null ? day(decidedOn) : texts.by(day(decidedOn), decider),
          },
          { term: fields.decidedAs, value: offices[decidedAs] },
          ...(validFrom === null ? [] : [{ term: fields.validFrom, value: day(validFrom) }]),
          ...(endedOn === null ? [] : [{ term: fields.endedOn, value: day(endedOn) }]),
          ...(endReason === '' ? [] : [{ term: fields.endReason, value: endReason }]),
        ]}
      />
    </Section>
  );
}

/** The deviations that came of the exception when its last day had passed. */
export function BornDeviations({ exception }: PartProps) {
  const texts = useTexts(exceptionPagesTexts).record;
  const isAsked = exception.standing === 'expired';
  const sourceRecord = exception.id as Id<string>; // the record whose page this is
  const query = { sourceRegister: 'exception', sourceRecord } as const;
  const items = useView('deviation.list', { query, isEnabled: isAsked }).data?.items ?? [];
  if (!isAsked || items.length === 0) return null;
  return (
    <Section title={texts.deviations}>
      <ul className="row-list">
        {items.map(({ id, title }) => (
          <li key={id}>
            <Link to={`/avvikelser/${id}`}>{title}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
