import { supportRoles, type SupportRole } from '../../governance/advice/advice.ts';
import type { AdviceFact } from '../../governance/advice/advice.facts.ts';
import { isMeasured, type Round, standingOf } from '../../governance/advice/response.ts';
import { holderOf } from '../../people/appointment.facts.ts';
import { always, clause, type Description, type Share, shareOf } from '../clause.ts';
import { dutyOf } from '../duty.ts';
import type { Facts } from '../facts.ts';
import { mending } from '../mending.ts';
import { listIn, textIn } from '../words.ts';

const reads = ['appointments', 'supportContacts', 'advice', 'adviceTargets'] as const;
type Given = Pick<Facts, (typeof reads)[number]>;
type Message = 'vacant' | 'unreachable' | 'late' | 'overdue';
/** What is looked at: that a role is there to be asked, and that a question was answered in time. */
type Looked =
  | { readonly kind: 'role'; readonly office: SupportRole }
  | { readonly kind: 'question'; readonly advice: AdviceFact; readonly round: Round };

export const adviceAndSupportExist = clause({
  id: 'stod/rad-och-stod-finns',
  number: 'P12',
  section: 'stod',
  strength: 'ska',
  kind: 'computed',
  responsible: 'securityCoordinator',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Råd och stöd finns', en: 'Advice and support are at hand' },
  demand: {
    sv: 'Alla ska kunna vända sig till säkerhetssamordnaren och it-avdelningen för råd och stöd.',
    en: 'Everyone must be able to turn to the security coordinator and the IT department for advice and support.',
  },
  measured: {
    sv: 'Att båda stödrollerna är tillsatta och visas med kontaktväg i sidfoten, och att frågor från de senaste tolv månaderna besvaras inom målet i arbetsdagar. En fråga som väntar inom målet räknas inte ännu. Har ingen fråga hunnit besvaras eller bli försenad går det inte att avgöra om stödet fungerar.',
    en: 'That both support roles are filled and shown with a way to reach them at the foot of the page, and that questions of the last twelve months are answered within the target of working days. One that waits within the target does not count yet. Where no question has been answered or become overdue, nobody can tell whether the support works.',
  },
  reads,
  messages: {
    vacant: {
      sv: (parameters) => `Ingen är ${listIn(parameters, 'office', 'sv')} i dag.`,
      en: (parameters) => `Nobody is ${listIn(parameters, 'office', 'en')} today.`,
    },
    unreachable: {
      sv: (parameters) => `Den som är ${listIn(parameters, 'office', 'sv')} har ingen kontaktväg.`,
      en: (parameters) => `There is no way to reach the ${listIn(parameters, 'office', 'en')}.`,
    },
    late: {
      sv: (parameters) => `Frågan från ${textIn(parameters, 'askedOn')} besvarades för sent.`,
      en: (parameters) => `The question of ${textIn(parameters, 'askedOn')} was answered too late.`,
    },
    overdue: {
      sv: (parameters) => `Frågan från ${textIn(parameters, 'askedOn')} har väntat längre än målet.`,
      en: (parameters) =>
        `The question of ${textIn(parameters, 'askedOn')} has waited longer than the target.`,
    },
  },
  applies: always,
  findings(facts, today): Share<Message> {
    const targets = [...facts.adviceTargets.values()];
    const roles = supportRoles.map((office): Looked => ({ kind: 'role', office }));
    const questions = [...facts.advice.values()].flatMap((advice) =>
      advice.rounds
        .filter((round) => isMeasured(round, today))
        .filter((round) => !['waiting', 'withdrawn'].includes(standingOf(round, targets, today)))
        .map((round): Looked => ({ kind: 'question', advice, round })),
    );
    const lacks = (looked: Looked): Message | null => {
      if (looked.kind === 'role') return roleLacks(facts, looked.office, today);
      const standing = standingOf(looked.round, targets, today);
      return standing === 'late' || standing === 'overdue' ? standing : null;
    };
    const rolesHold = roles.every((one) => lacks(one) === null);
    // Two names at the foot of a page are no evidence that anybody is answered: until a question was, nothing is known.
    const population = rolesHold && questions.length === 0 ? [] : [...roles, ...questions];
    return shareOf(population, lacks, (looked, message) => described(facts, looked, message, today));
  },
});

function roleLacks(facts: Given, office: SupportRole, today: string): 'vacant' | 'unreachable' | null {
  const holder = holderOf(facts.appointments, office, null, today);
  if (holder === null) return 'vacant';
  const hasAddress = [...facts.supportContacts.values()].some(
    (one) => one.office === office && one.reachable,
  );
  return hasAddress || holder.reachable ? null : 'unreachable';
}

function described(facts: Given, looked: Looked, message: Message, today: string): Description {
  if (looked.kind === 'role') {
    const { office } = looked;
    const isVacant = message === 'vacant';
    return {
      register: isVacant ? 'appointment' : 'supportContact',
      recordId: null,
      recordName: '',
      field: office,
      ...dutyOf(facts.appointments, isVacant ? 'municipalDirector' : office, today),
      unitId: null,
      parameters: { office },
      action: isVacant ? mending.appoint : mending.setSupportContact,
    };
  }
  const { advice, round } = looked;
  return {
    register: 'advice',
    recordId: advice.id,
    recordName: advice.subject,
    field: null,
    ...dutyOf(facts.appointments, advice.askedOf, today),
    unitId: null,
    parameters: { askedOn: round.askedOn },
    // What was answered late cannot be answered in time any more.
    action: message === 'overdue' ? mending.answerAdvice : null,
  };
}
