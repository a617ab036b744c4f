import { formatMoment } from '../../../kernel/format.ts';
import {
  type AffectedParty,
  answerFor,
  type CaseFacts,
  type ImpactMeasure,
} from '../../../duties/case-facts.ts';
import { figureText } from '../figure-text.ts';
import { type Figure, figureFor } from '../impact.ts';
import { incidentTextsSv } from '../incident.texts.sv.ts';
import type { Incident, Link } from '../incident.ts';
import type { EntryRow } from '../parts.store.ts';
import type { Answer } from '../triage.ts';

/** What a report can be written from beforehand. */
export interface KnownFrom {
  readonly incident: Incident;
  readonly answers: readonly Pick<Answer, 'question' | 'answer'>[];
  readonly entries: readonly Pick<EntryRow, 'kind' | 'text' | 'happenedAt'>[];
  readonly links: readonly Pick<Link, 'supplier' | 'endedOn'>[];
  readonly organisation: { readonly name: string; readonly number: string | null };
  /** Who is asked about it. */
  readonly contact: string;
}

/**
 * What the case says, by the keys that the fields of the duties have (src/duties). In Swedish, since it goes to Swedish
 * authorities. What the case does not say is left out, and is then for somebody to write; so is what it
 * says by the municipality's own scale, which no authority knows.
 */
export function knownOf({ incident, answers, entries, links, organisation, contact }: KnownFrom) {
  const moment = (at: Date | null) => (at === null ? '' : formatMoment(at.toISOString(), 'sv'));
  const answer = (question: Answer['question']) => {
    const found = answers.find((one) => one.question === question)?.answer;
    return found === undefined ? '' : incidentTextsSv.ongoing[found];
  };
  const suppliers = links.filter((one) => one.endedOn === null && one.supplier !== null);
  const happened = incident.description.startsWith(incident.title)
    ? incident.description
    : `${incident.title}\n\n${incident.description}`;
  const measures = entries
    .filter(({ kind }) => kind === 'action')
    .map(({ text, happenedAt }) => `${moment(happenedAt)}: ${text}`)
    .join('\n');
  const found = [
    `Upptäckt ${moment(incident.noticedAt)}`,
    incident.occurredAt === null ? '' : `började ${moment(incident.occurredAt)}`,
    incident.handledAt === null ? '' : `hanterad ${moment(incident.handledAt)}`,
  ];
  return {
    organisation: organisation.name,
    organisationNumber: organisation.number ?? '',
    contact,
    ongoing: incidentTextsSv.ongoing[incident.ongoing],
    status: incidentTextsSv.ongoing[incident.ongoing] === 'Ja' ? 'Incidenten pågår.' : '',
    events: happened,
    nature: happened,
    event: happened,
    facts: happened,
    incident: happened,
    observation: happened,
    detectedAt: moment(incident.noticedAt),
    occurredAt: moment(incident.occurredAt),
    endedAt: moment(incident.handledAt),
    foundAt: found.filter((part) => part !== '').join(', '),
    suspectedUnlawful: answer('crime'),
    supplier: suppliers.map((one) => one.supplier).join(', ') || answer('supplier'),
    processor: suppliers.map((one) => one.supplier).join(', '),
    measures,
    limitingMeasures: measures,
    rootCause: incident.rootCause,
    cause: incident.rootCause,
    investigation: incident.rootCause,
    preventiveMeasures: incident.lessons,
    data: incident.affected,
    informationEffect: incident.affected,
  } satisfies Record<string, string>;
}

/** What the case says of one of those concerned: who it is, what it has answered for itself, and how much was hit. */
export function knownOfParty(
  facts: Pick<CaseFacts, 'answers'>,
  party: AffectedParty,
  figures: readonly Pick<Figure, 'partyId' | 'measure' | 'value' | 'isEstimate'>[],
): Record<string, string> {
  const crime = answerFor(facts, party, 'crime');
  const said = (measure: ImpactMeasure, words: (figure: string) => string) => {
    const found = figureFor(figures, party.id, measure);
    if (found === null || found.value === null) return '';
    const figure = figureText(found.value, 'sv');
    return words(found.isEstimate ? `ungefär ${figure}` : figure);
  };
  const effect = [
    said('limitedHours', (hours) => `Verksamheten har varit begränsad i ${hours} timmar.`),
    said('fallbackHours', (hours) => `Reservrutiner har använts i ${hours} timmar.`),
    said('outageHours', (hours) => `Tjänsten har varit helt nere i ${hours} timmar.`),
    said('controlLossHours', (hours) => `Styrning eller övervakning har saknats i ${hours} timmar.`),
    said('usersAffected', (users) => `Antal användare utan tjänsten: ${users}.`),
    said('departuresPercent', (share) => `Inställda avgångar: ${share} procent.`),
  ];
  return {
    controller: party.name,
    provider: party.name,
    ...(crime === null ? {} : { suspectedUnlawful: incidentTextsSv.ongoing[crime] }),
    activityEffect: effect.filter((sentence) => sentence !== '').join(' '),
    peopleCount: said('peopleExposed', (people) => people),
    recipientsAffected: said('usersAffected', (users) => users),
    economicHarm: said('costPercent', (share) => `${share} procent av årets intäkter eller anslag`),
  };
}
