import { parseDecision, typesetDecision } from '../../kernel/decision-reference.ts';
import { formatNumber } from '../../kernel/format.ts';
import { addDays } from '../../kernel/calendar.ts';
import { type Language, pickTexts } from '../../kernel/texts.ts';
import { officeTexts } from '../../people/offices.texts.ts';
import { documentTexts } from '../documents/document.texts.ts';
import { publicationTexts } from './publication.texts.ts';
import type { PublicDocument, PublicVersion } from './public.store.ts';

/** The version of a document that is in force; undefined when none is. */
export function inForceOf(document: PublicDocument): PublicVersion | undefined {
  return document.versions.find((one) => one.state === 'inForce');
}

/** The version that took this one's place; undefined for the newest. */
export function successorOf(document: PublicDocument, version: PublicVersion): PublicVersion | undefined {
  return document.versions.filter((one) => one.number > version.number).at(-1);
}

/**
 * The last day that a version held; null while it is in force, or when nobody can tell. One that gave way on the day it began held
 * that day.
 */
export function endOf(document: PublicDocument, version: PublicVersion): string | null {
  if (version.state === 'inForce') return null;
  const given = version.repealedOn ?? successorOf(document, version)?.inForceFrom ?? null;
  if (given === null) return null;
  const last = addDays(given, -1);
  return version.inForceFrom !== null && last < version.inForceFrom ? version.inForceFrom : last;
}

/**
 * How a version was adopted, as terms and values in words: the adoption block that stands above a governing document. The office
 * answers for it, and nobody is named.
 */
export function adoptionFacts(
  document: PublicDocument,
  version: PublicVersion,
  language: Language,
): [term: string, value: string][] {
  const texts = pickTexts(publicationTexts, language).page;
  const words = pickTexts(documentTexts, language);
  const { offices } = pickTexts(officeTexts, language);
  const reference = version.decision === null ? null : parseDecision(version.decision);
  const isInForce = version.state === 'inForce';
  const about =
    document.scope === 'unit'
      ? document.unitName
      : document.scope === 'situation'
        ? document.situation
        : null;
  const facts: [string, string | null][] = [
    [texts.body, version.decidedBy === null ? null : words.bodies[version.decidedBy]],
    [texts.decidedOn, version.decidedOn],
    [texts.decision, version.decision === null ? null : typesetDecision(version.decision)],
    [texts.diaryNumber, reference?.diaryNumber ?? null],
    [texts.keeper, offices[document.keeperOffice]],
    [texts.scope, about ?? words.scopes[document.scope]],
    [texts.inForceFrom, version.inForceFrom],
    [texts.endedOn, endOf(document, version)],
    [texts.validUntil, isInForce ? document.validUntil : null],
    [texts.legalForceOn, version.legalForceOn],
    [texts.version, formatNumber(version.number, language)],
    [texts.reviewOn, isInForce ? document.reviewOn : null],
  ];
  return facts.flatMap(([term, value]): [string, string][] => (value === null ? [] : [[term, value]]));
}
