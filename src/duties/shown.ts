import { Type } from 'typebox';
import { Fields, OneOf, OrNull } from '../kernel/schema.ts';
import type { Language } from '../kernel/texts.ts';
import { partyRoles } from './case-facts.ts';
import { type DutyData, recipientOn, restDayRules, termOn, termUnits } from './dated.ts';
import {
  bindings,
  clockStarts,
  type DutyVersion,
  type LegalDuty,
  recipientKeys,
  type Stage,
  termKeys,
  tracks,
  verificationStates,
} from './duty.ts';

export const ShownVerification = Fields({
  state: OneOf(verificationStates),
  on: Type.String(),
  source: Type.String(),
});

export const ShownTerm = Fields({
  key: OneOf(termKeys),
  unit: OneOf(termUnits),
  amount: OrNull(Type.Integer()),
  restDays: OneOf(restDayRules),
  from: Type.String(),
  until: OrNull(Type.String()),
  verification: ShownVerification,
});

export const ShownRecipient = Fields({
  key: OneOf(recipientKeys),
  name: Type.String(),
  channel: Type.String(),
  from: Type.String(),
  until: OrNull(Type.String()),
  verification: ShownVerification,
});

export const ShownStage = Fields({
  key: Type.String(),
  title: Type.String(),
  start: OneOf(clockStarts),
  termKey: OneOf(termKeys),
  recipientKey: OneOf(recipientKeys),
  /** Null when no row holds today. */
  term: OrNull(ShownTerm),
  recipient: OrNull(ShownRecipient),
});

export const ShownDuty = Fields({
  id: Type.String(),
  number: Type.String(),
  track: OneOf(tracks),
  binding: OneOf(bindings),
  role: OrNull(OneOf(partyRoles)),
  title: Type.String(),
  when: Type.String(),
  what: Type.String(),
  citation: Type.Array(Type.String()),
  verification: ShownVerification,
  stages: Type.Array(ShownStage),
});

/** A stage with the term and the recipient that hold on a day. */
export function shownStage(stage: Stage, data: DutyData, day: string, language: Language) {
  return {
    key: stage.key,
    title: stage.title[language],
    start: stage.start,
    termKey: stage.term,
    recipientKey: stage.recipient,
    term: termOn(data, stage.term, day),
    recipient: recipientOn(data, stage.recipient, day),
  };
}

/** A duty as the law stands on a day; as it stood last, or will first, where it is not in force then. */
export function shownDuty(duty: LegalDuty, data: DutyData, day: string, language: Language) {
  const version = versionOn(duty, day);
  return {
    id: duty.id,
    number: duty.number,
    track: duty.track,
    binding: duty.binding,
    role: duty.role,
    title: duty.title[language],
    when: duty.when[language],
    what: duty.what[language],
    citation: [...version.citation],
    verification: version.verification,
    stages: version.stages.map((stage) => shownStage(stage, data, day, language)),
  };
}

/** The version in force on a day; else the nearest. @throws for a duty without versions, which is a defect. */
export function versionOn({ id, versions }: LegalDuty, day: string): DutyVersion {
  const found = versions.findLast((version) => version.from <= day) ?? versions[0];
  if (found === undefined) throw new Error(`${id} has no version`);
  return found;
}
