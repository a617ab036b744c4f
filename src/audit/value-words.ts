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
import { questionKeys } from '../duties/case-facts.ts';
import { duties } from '../duties/index.ts';
import { incidentTexts } from '../registers/incidents/incident.texts.ts';
import { vocabularyTexts } from '../registers/information/vocabulary.texts.ts';
import { measureTexts } from '../registers/measures/measure.texts.ts';
import { riskTexts } from '../registers/risk.texts.ts';
import { planTexts } from '../registers/plans/plan.texts.ts';
import { systemTexts } from '../registers/systems/system.texts.ts';

type Words = Readonly<Record<string, string>>;

type WordsOf = Readonly<Record<string, Readonly<Record<string, Words>>>>;

/** Made once for each language: a page of history asks for each of its values. */
const made = new Map<Language, WordsOf>();

/** The words of the values that a register's fields choose among: register → field → value → word. */
export function valueWords(language: Language): WordsOf {
  const words = made.get(language) ?? gathered(language);
  made.set(language, words);
  return words;
}

function gathered(language: Language): WordsOf {
  return {
    ...ofOrganisation(language),
    ...ofGovernance(language),
    ...ofAcknowledgements(language),
    ...ofInformation(language),
    ...ofFollowUp(language),
    ...ofIncidents(language),
  };
}

function ofOrganisation(language: Language): WordsOf {
  const { offices, scopes } = officeTexts[language];
  const units = unitTexts[language];
  const persons = { kind: personTexts[language].kinds };
  return {
    unit: { kind: units.kinds, held: units.carriers, none: units.carriers },
    body: { kind: bodyTexts[language].kinds },
    entity: { kind: entityTexts[language].kinds },
    person: persons,
    personSource: persons,
    appointment: { office: offices, scope: scopes },
    defaultOwner: { holder: defaultOwnerTexts[language].holders, office: offices },
  };
}

function ofGovernance(language: Language): WordsOf {
  const { kinds, scopes, sources, states, bodies } = documentTexts[language];
  const advice = adviceTexts[language];
  const agreements = agreementReviewTexts[language];
  const publication = publicationTexts[language];
  return {
    document: { kind: kinds, scope: scopes, keeperOffice: officeTexts[language].offices },
    documentVersion: { state: states, decidedBy: bodies, source: sources },
    advice: { askedOf: advice.roles, state: advice.states, 'entry.kind': advice.kinds },
    publishedAnswer: { office: advice.roles },
    supportContact: { office: advice.roles },
    agreementReview: { outcome: agreements.outcomes, decision: agreements.decisions },
    publicationPlace: { kind: publication.kinds, outcome: publication.outcomes },
    allowedSite: { kind: publication.siteKinds },
  };
}

function ofAcknowledgements(language: Language): WordsOf {
  const campaigns = campaignTexts[language];
  return {
    campaign: {
      state: campaigns.states,
      closedBecause: campaigns.closings,
      kinds: personTexts[language].kinds,
      questions: campaigns.audiences,
      offices: officeTexts[language].offices,
    },
    questionSet: { audience: campaigns.audiences },
    signedList: { standing: campaigns.standings },
    acknowledgement: { way: campaigns.ways },
    externalParty: { language: externalPartyTexts[language].languages },
  };
}

function ofInformation(language: Language): WordsOf {
  const words = vocabularyTexts[language];
  const systems = systemTexts[language];
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
  };
}

function ofFollowUp(language: Language): WordsOf {
  const { offices } = officeTexts[language];
  const measures = measureTexts[language];
  const exceptions = exceptionTexts[language];
  const secrecy = { secrecyProvisions: vocabularyTexts[language].secrecyProvisions };
  return {
    measure: {
      ...secrecy,
      state: measures.states,
      ownerOffice: offices,
      resources: measures.resources,
      effect: measures.effects,
    },
    deviation: {
      ...secrecy,
      state: deviationTexts[language].states,
      highestLevel: riskTexts[language].levels,
    },
    exception: {
      ...secrecy,
      state: exceptions.states,
      decidedAs: offices,
      office: offices,
      stance: exceptions.stances,
    },
    exceptionRule: { office: offices, risk: riskTexts[language].levels },
  };
}

function ofIncidents(language: Language): WordsOf {
  const incidents = incidentTexts[language];
  const plans = planTexts[language];
  const dutyWords = dutyTexts[language];
  return {
    incident: {
      kind: incidents.kinds,
      state: incidents.states,
      ongoing: incidents.ongoing,
      reporter: incidents.reporters,
      secretParts: incidents.parts,
      ...Object.fromEntries(questionKeys.map((key) => [`answer.${key}`, incidents.ongoing])),
      'entry.kind': incidents.timelineKinds,
      contactKind: incidents.contactKinds,
      'alarm.step': incidents.alarmSteps,
      ...wordsOfDuties(language),
      'file.standing': incidents.standings,
      'party.roles': dutyWords.roles,
      'party.sectors': dutyWords.sectors,
    },
    plan: { kind: plans.kinds, responsible: plans.responsibles },
    exercise: { kind: plans.exerciseKinds },
    dutyTerm: {
      key: dutyWords.termKeys,
      unit: dutyWords.units,
      restDays: dutyWords.restDayRules,
      state: dutyWords.verification,
    },
    dutyRecipient: { key: dutyWords.recipientKeys, state: dutyWords.verification },
    reportAttest: { what: incidents.attestKinds },
    channelTest: { outcome: incidents.channelOutcomes },
  };
}

/** What the law asks for, as a case's events name it: a duty by its number or its place, and the stages of each. */
function wordsOfDuties(language: Language): Readonly<Record<'duty' | 'stage', Words>> {
  const titles = duties.flatMap(({ id, number, title }) => {
    const word = `${number} ${title[language]}`;
    return [
      [id, word],
      [number, word],
    ];
  });
  const stages = duties.flatMap(({ versions }) => versions.flatMap((one) => one.stages));
  const own = stages.map(({ key, title }) => [key, title[language]]);
  // Where several duties have a stage of one name, the word is of what they have in common.
  return {
    duty: Object.fromEntries(titles) as Words,
    stage: { ...(Object.fromEntries(own) as Words), ...dutyTexts[language].sharedStages },
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
