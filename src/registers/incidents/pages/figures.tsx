import { useState } from 'react';
import { type Impact, type ImpactMeasure, impactMeasures } from '../../../duties/case-facts.ts';
import { dutyTexts } from '../../../duties/duty.texts.ts';
import { reachedThreshold } from '../../../duties/thresholds.ts';
import { formatList, formatMoment, inSentence } from '../../../kernel/format.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { figureText } from '../figure-text.ts';
import { incidentTexts } from '../incident.texts.ts';
import type { CaseRecord } from './case-record.ts';
import { partyPagesTexts } from './party-pages.texts.ts';

type Answer = ViewMap['incident.duties']['answer'];
type Party = Answer['parties'][number];
type Figure = Answer['figures'][number];

interface Props {
  readonly record: CaseRecord;
  readonly answer: Answer;
}

/** How much was hit: what is said now, what was said before, and the figures that some duty of those concerned looks at. */
export function Figures({ record, answer }: Props) {
  const { figures: texts } = useTexts(partyPagesTexts);
  const mayState = record.may.answer.allowed;
  const measures = measuresOf(answer.parties, '');
  if (measures.length === 0 && answer.figures.length === 0) return null;
  return (
    <div className="stack">
      <h3>{texts.title}</h3>
      <Stated answer={answer} />
      {mayState && measures.length > 0 ? (
        <Disclosure title={texts.form}>
          <div className="stack">
            <p className="soft">{texts.lead}</p>
            <StateFigures key={answer.version} record={record} answer={answer} />
          </div>
        </Disclosure>
      ) : null}
    </div>
  );
}

/** The measures that are asked of the case as a whole (''), or of one of those concerned. */
function measuresOf(parties: readonly Party[], partyId: string): readonly ImpactMeasure[] {
  const asked = parties.filter(({ id }) => partyId === '' || id === partyId);
  return impactMeasures.filter((measure) => asked.some(({ measures }) => measures.includes(measure)));
}

/** The unit of a measure in words. */
export function useUnitOf(): (measure: ImpactMeasure) => string {
  const { units } = useTexts(partyPagesTexts).figures;
  return (measure) => {
    if (measure.endsWith('Hours')) return units.hours;
    if (measure.endsWith('Percent')) return units.percent;
    return measure === 'usersAffected' ? units.users : units.people;
  };
}

function Stated({ answer }: Pick<Props, 'answer'>) {
  const { figures: texts } = useTexts(partyPagesTexts);
  const lineOf = useFigureLine(answer.parties);
  const now = answer.figures.filter(({ isCurrent, value }) => isCurrent && value !== null);
  const earlier = answer.figures.filter((one) => !now.includes(one));
  return (
    <>
      {now.length === 0 ? <p className="soft">{texts.noneYet}</p> : null}
      <DefinitionList facts={inOrder(now).map(lineOf)} />
      {now.length === 0 ? null : <Reached parties={answer.parties} figures={now} />}
      {earlier.length === 0 ? null : (
        <Disclosure title={texts.earlier(earlier.length)}>
          <DefinitionList facts={earlier.map(lineOf)} />
        </Disclosure>
      )}
    </>
  );
}

function inOrder(figures: readonly Figure[]): readonly Figure[] {
  return impactMeasures.flatMap((measure) => figures.filter((one) => one.measure === measure));
}

/** A figure with its unit, whose it is, and who said it when. */
function useFigureLine(parties: readonly Party[]) {
  const { figures: texts } = useTexts(partyPagesTexts);
  const { fields } = useTexts(incidentTexts);
  const language = useLanguage();
  const unitOf = useUnitOf();
  return ({ measure, partyId, value, isEstimate, by, at, fromCase }: Figure) => {
    const party = parties.find(({ id }) => id === partyId)?.name;
    const figure = value === null ? '' : `${figureText(value, language)} ${unitOf(measure)}`;
    return {
      term: `${fields[`figure.${measure}`]}${party === undefined ? '' : `, ${party}`}`,
      value: (
        <>
          {value === null ? texts.takenBack : isEstimate ? texts.estimated(figure) : figure}{' '}
          <span className="soft">
            {texts.said(by ?? '–', formatMoment(at, language))}
            {fromCase === null ? null : ` ${texts.fromCase(fromCase)}`}
          </span>
        </>
      ),
    };
  };
}

/** Which thresholds are met by the figures; that none is says nothing of the duties. */
function Reached(props: {
  readonly parties: readonly Party[];
  readonly figures: readonly Pick<Figure, 'partyId' | 'measure' | 'value'>[];
}) {
  const { figures: texts } = useTexts(partyPagesTexts);
  const limitsOf = useLimitWords();
  const bound = props.parties.filter(({ roles }) => roles.includes('coveredEntity'));
  if (bound.length === 0) return null;
  const lines = bound.flatMap((party) => {
    const impact = { ...impactOf(props.figures, null), ...impactOf(props.figures, party.id) };
    const reached = reachedThreshold(impact, party.sectors, party.knownOn);
    return reached === null ? [] : [{ party, ...limitsOf(reached) }];
  });
  return (
    <div role="status">
      {lines.length === 0 ? <p className="soft">{texts.notReached}</p> : null}
      {lines.map(({ party, limits, sector }) => (
        <p key={party.id}>
          <strong>{texts.reached(party.name, limits, sector)}</strong>
        </p>
      ))}
    </div>
  );
}

/** A threshold in words: its limits, and the sector that it is for. */
export function useLimitWords() {
  const { limits: limitWords, sectors } = useTexts(dutyTexts);
  const { everySector } = useTexts(partyPagesTexts).figures;
  const language = useLanguage();
  return ({ limits, sector }: NonNullable<Answer['arising'][number]['threshold']> | Threshold) => ({
    limits: formatList(
      limits.map(({ measure, limit }) => limitWords[measure](figureText(limit, language))),
      language,
    ),
    sector: sector === null ? everySector : inSentence(sectors[sector]),
  });
}

type Threshold = NonNullable<ReturnType<typeof reachedThreshold>>;

function impactOf(
  figures: readonly Pick<Figure, 'partyId' | 'measure' | 'value'>[],
  partyId: string | null,
): Impact {
  return Object.fromEntries(
    figures.flatMap((one) =>
      one.partyId === partyId && one.value !== null ? [[one.measure, one.value]] : [],
    ),
  );
}

/** Whose figures they are is chosen first: the form begins with what is said of just that. */
function StateFigures({ record, answer }: Props) {
  const { figures: texts } = useTexts(partyPagesTexts);
  const [partyId, setPartyId] = useState('');
  return (
    <>
      {answer.parties.length < 2 ? null : (
        <Select
          label={texts.whose}
          value={partyId}
          onChange={setPartyId}
          emptyLabel={texts.whole}
          options={answer.parties.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <FigureForm key={partyId} record={record} answer={answer} partyId={partyId} />
    </>
  );
}

type Values = Readonly<Record<ImpactMeasure, number | null>> & {
  /** Those that are only about right. */
  readonly estimates: readonly ImpactMeasure[];
};

/** What is said now, as the form has it. */
function valuesOf(held: readonly Figure[]): Values {
  const values = impactMeasures.map((measure) => [
    measure,
    held.find((one) => one.measure === measure)?.value ?? null,
  ]);
  return {
    ...(Object.fromEntries(values) as Record<ImpactMeasure, number | null>), // one for each measure there is
    estimates: held.filter(({ isEstimate }) => isEstimate).map(({ measure }) => measure),
  };
}

function FigureForm({ record, answer, partyId }: Props & { readonly partyId: string }) {
  const { figures: texts } = useTexts(partyPagesTexts);
  const { fields } = useTexts(incidentTexts);
  const unitOf = useUnitOf();
  const state = useAct('incident.stateFigures');
  const party = partyId === '' ? null : partyId;
  const held = answer.figures.filter((one) => one.isCurrent && one.partyId === party);
  const measures = measuresOf(answer.parties, partyId);
  const before = (measure: ImpactMeasure) => held.find((one) => one.measure === measure);
  const form = useForm({
    initial: valuesOf(held),
    version: record.version,
    submit: (values, circumstances) => {
      const figures = measures
        .map((measure) => ({
          measure,
          value: values[measure] === null ? null : String(values[measure]),
          isEstimate: values.estimates.includes(measure),
        }))
        .filter(({ measure, value }) => value !== null || before(measure)?.value != null);
      const input = { partyId: party as Id<'IncidentParty'> | null, figures }; // one of this very case's
      return state.run({ id: record.id, input, ...circumstances });
    },
  });
  const typed = [
    ...answer.figures.filter((one) => one.isCurrent && one.partyId !== party),
    ...measures.map((measure) => ({ partyId: party, measure, value: form.values[measure] })),
  ];
  const mark = (measure: ImpactMeasure, isEstimate: boolean) =>
    form.set('estimates', [
      ...form.values.estimates.filter((one) => one !== measure),
      ...(isEstimate ? [measure] : []),
    ]);
  const labels = Object.fromEntries(measures.map((measure) => [measure, fields[`figure.${measure}`]]));
  return (
    <Form form={form} submitLabel={texts.save} labels={labels}>
      {measures.map((measure) => {
        const label = fields[`figure.${measure}`];
        return (
          <div key={measure}>
            <NumberField
              {...form.field(measure)}
              label={label}
              isOptional
              decimals={decimalsOf(form.values[measure])}
              unit={unitOf(measure)}
            />
            <Checkbox
              value={form.values.estimates.includes(measure)}
              onChange={(isEstimate) => mark(measure, isEstimate)}
              label={
                <>
                  {texts.about}
                  <span className="visually-hidden"> {label}</span>
                </>
              }
            />
          </div>
        );
      })}
      <Reached parties={answer.parties} figures={typed} />
    </Form>
  );
}

/** As many as the figure has: hours and shares are often given by halves. */
function decimalsOf(value: number | null): number {
  return String(value ?? '').split('.')[1]?.length ?? 0;
}
