import type { Circumstances } from '../../../kernel/action.ts';
import { type QuestionKey, questionKeys, partyRoles, sectors } from '../../../duties/case-facts.ts';
import { type Figure, figuresFor } from '../impact.ts';
import type { Incident } from '../incident.ts';
import { type OwnAnswer, ownAnswersFor } from '../own-answers.ts';
import type { Party } from '../party.ts';
import type { Answer } from '../triage.ts';

/** A case with all that decides which duties it has. */
export interface Concerned {
  readonly incident: Pick<Incident, 'id' | 'noticedAt'>;
  readonly parties: readonly Party[];
  readonly answers: readonly Answer[];
  readonly ownAnswers: readonly OwnAnswer[];
  readonly figures: readonly Figure[];
}

/** What a case brings to the one that it goes into: rows of the one that stays, new or one version on. */
export interface Carried {
  readonly parties: readonly Party[];
  readonly answers: readonly Answer[];
  readonly ownAnswers: readonly OwnAnswer[];
  readonly figures: readonly Figure[];
}

/** Why something holds that nobody gave a reason for in the case that goes. */
export interface CarryWords {
  readonly noticed: string;
  readonly answered: string;
}

/** One that the case that goes concerns, and the same one in the case that stays. */
interface Pair {
  readonly there: Party;
  readonly here: Party | undefined;
  /** Its id in the case that stays. */
  readonly id: Party['id'];
}

/**
 * What goes along when a case goes into another. Whom it concerned the other concerns too, known of from the earlier of the times;
 * what it answered and measured holds where the other says nothing. Where both say something the other's stays, and
 * {@link disputesBetween} asks. Nothing is added up: two reports of one thing tell of the same people.
 */
export function carriedOver(
  gone: Concerned,
  into: Concerned,
  words: CarryWords,
  { newId }: Pick<Circumstances, 'newId'>,
): Carried {
  const pairs = standing(gone).map((there): Pair => {
    const here = sameParty(into, there);
    return { there, here, id: here?.id ?? newId<'IncidentParty'>() };
  });
  return {
    parties: pairs.flatMap((pair) => carriedParty(pair, gone, into, words)),
    answers: gone.answers
      .filter(({ question }) => answerOf(into, question) === undefined)
      .map((one) => ({ ...one, id: newId<'IncidentAnswer'>(), version: 1 })),
    ownAnswers: pairs
      .flatMap((pair) => carriedAnswers(pair, gone, into, words))
      .map((one) => ({ ...one, id: newId<'IncidentOwnAnswer'>() })),
    figures: [
      ...carriedFigures(null, null, gone, into),
      ...pairs.flatMap((pair) => figuresOf(pair, gone, into)),
    ].map((one) => ({ ...one, id: newId<'IncidentFigure'>(), fromCase: one.fromCase ?? gone.incident.id })),
  };
}

/** The case that stays, with what goes along into it. */
export function withCarried<Into extends Concerned>(into: Into, carried: Carried): Into {
  const renewed = new Set(carried.parties.map(({ id }) => id));
  return {
    ...into,
    parties: [...into.parties.filter(({ id }) => !renewed.has(id)), ...carried.parties],
    answers: [...into.answers, ...carried.answers],
    ownAnswers: [...into.ownAnswers, ...carried.ownAnswers],
    figures: [...into.figures, ...carried.figures],
  };
}

/** Is there anything that goes along? */
export function isEmpty(carried: Carried): boolean {
  return Object.values(carried).every((rows: readonly unknown[]) => rows.length === 0);
}

function standing({ parties }: Concerned): readonly Party[] {
  return parties.filter(({ endedOn }) => endedOn === null);
}

function sameParty(of: Concerned, { bodyId, entityId }: Party): Party | undefined {
  return standing(of).find((one) => one.bodyId === bodyId && one.entityId === entityId);
}

function answerOf({ answers }: Concerned, question: QuestionKey): Answer | undefined {
  return answers.find((one) => one.question === question);
}

function carriedParty(
  { there, here, id }: Pair,
  gone: Concerned,
  into: Concerned,
  words: CarryWords,
): Party[] {
  const party: Party = {
    ...there,
    id,
    version: (here?.version ?? 0) + 1,
    roles: partyRoles.filter((role) => there.roles.includes(role) || here?.roles.includes(role)),
    sectors: sectors.filter((sector) => there.sectors.includes(sector) || here?.sectors.includes(sector)),
    ...knowledgeOf({ there, here }, gone, into, words),
  };
  const isSame =
    here !== undefined &&
    here.roles.length === party.roles.length &&
    here.sectors.length === party.sectors.length &&
    here.knowledgeAt?.getTime() === party.knowledgeAt?.getTime();
  return isSame ? [] : [party];
}

/** The earlier time, said or assumed; a time that somebody has established for a party that is new to the other stays as it was said. */
function knowledgeOf(
  { there, here }: Pick<Pair, 'there' | 'here'>,
  gone: Concerned,
  into: Concerned,
  words: CarryWords,
): Pick<Party, 'knowledgeAt' | 'knowledgeReason'> {
  const theirs =
    there.knowledgeAt === null
      ? { knowledgeAt: gone.incident.noticedAt, knowledgeReason: words.noticed }
      : { knowledgeAt: there.knowledgeAt, knowledgeReason: there.knowledgeReason };
  if (here === undefined && there.knowledgeAt !== null) return theirs;
  if (theirs.knowledgeAt < (here?.knowledgeAt ?? into.incident.noticedAt)) return theirs;
  return { knowledgeAt: here?.knowledgeAt ?? null, knowledgeReason: here?.knowledgeReason ?? '' };
}

/**
 * A party's own answers, where it has none in the case that stays. One that is new there keeps what it was answered for as well:
 * it would otherwise be answered for by a case that did not concern it.
 */
function carriedAnswers({ there, here, id }: Pair, gone: Concerned, into: Concerned, words: CarryWords) {
  const own = ownAnswersFor(gone.ownAnswers, there.id);
  const held = here === undefined ? [] : ownAnswersFor(into.ownAnswers, here.id);
  return questionKeys.flatMap((question): Omit<OwnAnswer, 'id'>[] => {
    const said = own.find((one) => one.question === question && one.answer !== null);
    const ofCase = answerOf(into, question)?.answer;
    if (said !== undefined) {
      const isSilent = ofCase === undefined && !held.some((one) => one.question === question);
      return here === undefined || isSilent ? [{ ...said, partyId: id }] : [];
    }
    const theirs = answerOf(gone, question);
    if (here !== undefined || theirs === undefined || ofCase === undefined || ofCase === theirs.answer)
      return [];
    const { answer, answeredBy, answeredAt } = theirs;
    return [{ partyId: id, question, answer, reason: words.answered, answeredBy, answeredAt }];
  });
}

/** What has been said of how much was hit, of the whole or of one party, where the case that stays has said nothing of it. */
function carriedFigures(from: string | null, to: string | null, gone: Concerned, into: Concerned): Figure[] {
  const held = figuresFor(into.figures, to);
  return figuresFor(gone.figures, from)
    .filter(({ measure, value }) => value !== null && !held.some((one) => one.measure === measure))
    .map((one) => ({ ...one, partyId: to }));
}

/** A party that is new in the case that stays keeps the figures of its whole case where the other says something else of its own. */
function figuresOf({ there, here, id }: Pair, gone: Concerned, into: Concerned): Figure[] {
  const own = carriedFigures(there.id, id, gone, into);
  if (here !== undefined) return own;
  const whole = figuresFor(into.figures, null);
  const kept = figuresFor(gone.figures, null)
    .filter(({ measure, value }) => {
      const other = whole.find((one) => one.measure === measure)?.value;
      return value !== null && other !== undefined && other !== value;
    })
    .filter(({ measure }) => !own.some((one) => one.measure === measure));
  return [...own, ...kept.map((one) => ({ ...one, partyId: id }))];
}
