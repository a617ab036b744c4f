import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import type { Change } from '../../kernel/audit/canonical.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, IdOf, Line, OneOf, OrNull, type Static } from '../../kernel/schema.ts';
import { type ImpactMeasure, impactMeasures } from '../../duties/case-facts.ts';
import { caseEvent, type LoadedCase, type NextCase, stepped } from './incident.ts';
import { type Disputes, isFigureAsked } from './merging/asked.ts';
import { type Party, sayingFault } from './party.ts';

/** What somebody has said of how much was hit, at a time. What is said later holds; this stays. */
export interface Figure {
  readonly id: Id<'IncidentFigure'>;
  /** Null: of the case as a whole. */
  readonly partyId: string | null;
  readonly measure: ImpactMeasure;
  /** In the unit of the measure, with two decimals at most; null: what was said has been taken back. */
  readonly value: number | null;
  readonly isEstimate: boolean;
  readonly statedBy: PersonId | null;
  readonly statedAt: Date;
  /** The merged case that it was said of and came along from; null: said of this one. */
  readonly fromCase: string | null;
}

type Stated = Pick<Figure, 'partyId' | 'measure' | 'value'>;

/** What holds now of the case as a whole, or of one party: the last that was said of each measure. */
export function figuresFor<One extends Stated>(figures: readonly One[], partyId: string | null): One[] {
  return impactMeasures.flatMap((measure) => {
    const found = figures.findLast((one) => one.partyId === partyId && one.measure === measure);
    return found === undefined ? [] : [found];
  });
}

/** What holds of a measure for a party: its own figure, else that of the case; null where nobody has said. */
export function figureFor<One extends Stated>(
  figures: readonly One[],
  partyId: string,
  measure: ImpactMeasure,
): One | null {
  const of = (party: string | null) =>
    figuresFor(figures, party).find((one) => one.measure === measure && one.value !== null);
  return of(partyId) ?? of(null) ?? null;
}

/** A figure as people write it, `1200` or `4,5`: text, since a fraction has no one form as a number in the log. */
const figureForm = /^\d{1,9}(?:[.,]\d{1,2})?$/;

export const figuresInput = Fields({
  /** Null: of the case as a whole. */
  partyId: OrNull(IdOf<'IncidentParty'>()),
  figures: Type.Array(
    Fields({ measure: OneOf(impactMeasures), value: OrNull(Line(14)), isEstimate: Type.Boolean() }),
    { minItems: 1, maxItems: impactMeasures.length },
  ),
});

export const figuresRefusals = [
  'notTriaged',
  'over',
  'partyUnknown',
  'askedTwice',
  'notAFigure',
  'moreThanAll',
  'nothingChanged',
] as const;

/** A case with those it concerns and what has been measured. */
export type MeasuredCase = LoadedCase & {
  readonly parties: readonly Party[];
  readonly figures: readonly Figure[];
  readonly disputes: Disputes;
};
export type NextFigures = NextCase & { readonly figures: readonly Figure[] };

/**
 * Says how much was hit, or says it anew. It is no decision on any duty: a figure that reaches a threshold makes one arise, and
 * one that does not says nothing.
 */
export function stateFigures(
  measured: MeasuredCase,
  input: Static<typeof figuresInput>,
  { actor, now, newId }: Circumstances,
): Decision<NextFigures> | Refusal {
  const { incident, figures, disputes } = measured;
  const { partyId } = input;
  const about = input.figures.map(({ measure }) => measure);
  const fault = sayingFault(measured, partyId, about) ?? figuresFault(input);
  if (fault !== null) return fault;
  const before = figuresFor(figures, partyId);
  const stated = input.figures.flatMap(({ measure, value: text, isEstimate }): Figure[] => {
    const value = text === null ? null : Number(text.replace(',', '.'));
    const was = before.find((one) => one.measure === measure);
    const isSame = (was?.value ?? null) === value && (value === null || was?.isEstimate === isEstimate);
    if (isSame && !isFigureAsked(disputes, partyId, measure)) return [];
    const said = { statedBy: actor.personId, statedAt: now, fromCase: null };
    return [{ id: newId<'IncidentFigure'>(), partyId, measure, value, isEstimate, ...said }];
  });
  if (stated.length === 0) return refuse('nothingChanged');
  const changes = stated.map(({ measure, value }): Change => {
    const was = before.find((one) => one.measure === measure)?.value ?? null;
    return { field: `figure.${measure}`, from: told(was), to: told(value) };
  });
  const next = { incident: stepped(incident, {}), figures: stated };
  const touched = stated.map((one) => `incidentFigure:${one.id}`);
  return { next, event: caseEvent('incident.figuresStated', incident, next, { changes, touched }) };
}

function figuresFault({ figures }: Static<typeof figuresInput>): Refusal | null {
  for (const { measure, value } of figures) {
    if (value === null) continue;
    if (!figureForm.test(value)) return refuse('notAFigure', { field: measure });
    const isShare = measure === 'usersPercent' || measure === 'departuresPercent';
    if (isShare && Number(value.replace(',', '.')) > 100) return refuse('moreThanAll', { field: measure });
  }
  return null;
}

function told(value: number | null): string | null {
  return value === null ? null : String(value);
}
