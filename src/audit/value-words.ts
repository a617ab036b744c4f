import type { Language } from '../kernel/texts.ts';
import { dutyTexts } from '../duties/duty.texts.ts';
import { adviceTexts } from '../governance/advice/advice.texts.ts';
import { campaignTexts } from '../governance/acknowledgements/campaign.texts.ts';
import { externalPartyTexts } from '../governance/acknowledgements/parties/external-party.texts.ts';
import { agreementReviewTexts } from '../governance/agreement-reviews/agreement-review.texts.ts';
import { documentTexts } from '../governance/documents/document.texts.ts';
import { publicationTexts } from '../governance/publication/publication.texts.ts';
import { officeTexts } from '../people/offices.texts.ts';
import { bodyTexts } from '../people/organisation/bodies/body.texts.ts';
import { entityTexts } from '../people/organisation/entities/entity.texts.ts';
import { unitTexts } from '../people/organisation/units/unit.texts.ts';
import { personTexts } from '../people/persons/person.texts.ts';
import { defaultOwnerTexts } from '../registers/default-owners/default-owner.texts.ts';
import { deviationTexts } from '../registers/deviations/deviation.texts.ts';
import { exceptionTexts } from '../registers/exceptions/exception.texts.ts';
import { handlingRuleTexts } from '../registers/handling-rules/handling-rule.texts.ts';
import { incidentTexts } from '../registers/incidents/incident.texts.ts';
import { vocabularyTexts } from '../registers/information/vocabulary.texts.ts';
import { measureTexts } from '../registers/measures/measure.texts.ts';
import { riskTexts } from '../registers/risk.texts.ts';
import { planTexts } from '../registers/plans/plan.texts.ts';
import { systemTexts } from '../registers/systems/system.texts.ts';

type Words = Readonly<Record<string, string>>;

/** The words of the values that a register's fields choose among: register → field → value → word. */
export function valueWords(language: Language): Readonly<Record<string, Readonly<Record<string, Words>>>> {
  const words = vocabularyTexts[language];
  const { offices, scopes } = officeTexts[language];
  const units = unitTexts[language];
  const { states, bodies } = documentTexts[language];
  const systems = systemTexts[language];
  const persons = { kind: personTexts[language].kinds };
  const advice = adviceTexts[language];
  const agreements = agreementReviewTexts[language];
  const duties = dutyTexts[language];
  const measures = measureTexts[language];
  const exceptions = exceptionTexts[language];
  const secrecy = { secrecyProvisions: words.secrecyProvisions };
  const plans = planTexts[language];
  const incidents = incidentTexts[language];
  const campaigns = campaignTexts[language];
  const handling = { activity: words.activities, carrier: words.carriers };
  return {
    information: {
      ...handling,
      state: words.states,
      carriers: words.carriers,
      activities: words.activities,
      personalData: words.personalData,
      personalDataKinds: words.personalDataKinds,
      secrecyProvisions: words.secrecyProvisions,
    },
    handlingRule: { ...handling, verdict: handlingRuleTexts[language].verdicts },
    system: { lifecycle: systems.lifecycles, providerKind: systems.providerKinds },
    unit: { kind: units.kinds, held: units.carriers, none: units.carriers },
    body: { kind: bodyTexts[language].kinds },
    entity: { kind: entityTexts[language].kinds },
    person: persons,
    personSource: persons,
    appointment: { office: offices, scope: scopes },
    defaultOwner: { holder: defaultOwnerTexts[language].holders, office: offices },
    document: { keeperOffice: offices },
    documentVersion: { state: states, decidedBy: bodies },
    advice: { askedOf: advice.roles, state: advice.states, 'entry.kind': advice.kinds },
    publishedAnswer: { office: advice.roles },
    supportContact: { office: advice.roles },
    agreementReview: { outcome: agreements.outcomes, decision: agreements.decisions },
    publicationPlace: {
      kind: publicationTexts[language].kinds,
      outcome: publicationTexts[language].outcomes,
    },
    allowedSite: { kind: publicationTexts[language].siteKinds },
    dutyTerm: {
      key: duties.termKeys,
      unit: duties.units,
      restDays: duties.restDayRules,
      state: duties.verification,
    },
    dutyRecipient: { key: duties.recipientKeys, state: duties.verification },
    measure: {
      ...secrecy,
      state: measures.states,
      ownerOffice: offices,
      resources: measures.resources,
      effect: measures.effects,
    },
    deviation: { ...secrecy, state: deviationTexts[language].states },
    exception: {
      ...secrecy,
      state: exceptions.states,
      decidedAs: offices,
      office: offices,
      stance: exceptions.stances,
    },
    exceptionRule: { office: offices, risk: riskTexts[language].levels },
    plan: { kind: plans.kinds, responsible: plans.responsibles },
    exercise: { kind: plans.exerciseKinds },
    incident: {
      kind: incidents.kinds,
      state: incidents.states,
      ongoing: incidents.ongoing,
      reporter: incidents.reporters,
      secretParts: incidents.parts,
      'entry.kind': incidents.timelineKinds,
      'file.standing': incidents.standings,
    },
    campaign: {
      state: campaigns.states,
      closedBecause: campaigns.closings,
      kinds: personTexts[language].kinds,
      offices,
    },
    questionSet: { audience: campaigns.audiences },
    acknowledgement: { way: campaigns.ways },
    externalParty: { language: externalPartyTexts[language].languages },
  };
}

const aspects = new Set(['confidentiality', 'integrity', 'availability', 'traceability']);

/** A level of an aspect in words, `2 – Betydande`; null when the field is no aspect. */
export function levelWord(field: string, level: number, language: Language): string | null {
  if (!aspects.has(field)) return null;
  const levels: Words = vocabularyTexts[language].levels;
  const word = levels[`level${level}`];
  return word === undefined ? null : `${level} – ${word}`;
}
