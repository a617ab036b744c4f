import { type Actor, scopeOf } from '../../kernel/access.ts';
import { readDutyData } from '../../duties/duty-data.store.ts';
import type { Language } from '../../kernel/texts.ts';
import { action } from '../../kernel/action.ts';
import type { Transaction } from '../../kernel/db.ts';
import { load, readable, save, show, showStanding, version } from './incident.actions.ts';
import { caseFactsOf } from './case-facts.ts';
import { runningClocks } from './duties/clock.ts';
import { incidentAccess } from './incident.access.ts';
import { readCase } from './incident.store.ts';
import { casePartsOf } from './party.store.ts';
import { closingKeys, handlerKeys, type Incident } from './incident.ts';
import { linkStands } from './surroundings.store.ts';
import {
  closeCase,
  closeInput,
  closeRefusals,
  concludeCase,
  concludeInput,
  followUpCase,
  followUpInput,
  linkCase,
  linkInput,
  linkRefusals,
  noteInCase,
  noteInput,
  noteRefusals,
  reopenCase,
  reopenInput,
  unlinkCase,
  unlinkInput,
} from './work.ts';

export const note = action({
  name: 'incident.note',
  on: 'record',
  permission: incidentAccess.work,
  readable,
  input: noteInput,
  refusals: noteRefusals,
  load,
  keys: handlerKeys,
  decide: noteInCase,
  save,
});

export const link = action({
  name: 'incident.link',
  on: 'record',
  permission: incidentAccess.work,
  readable,
  input: linkInput,
  refusals: linkRefusals,
  load: async (transaction, request) => {
    const loaded = await load(transaction, request);
    if (loaded === null) return null;
    const { actor, today } = request.circumstances;
    const { relatedId } = request.input;
    const related = relatedId === null ? null : await otherCase(transaction, relatedId, actor, today);
    const stands =
      relatedId === null ? await linkStands(transaction, request.input, actor, today) : related !== null;
    return { ...loaded, around: { stands, related: related?.incident ?? null } };
  },
  keys: handlerKeys,
  version,
  show,
  decide: (loaded, input, circumstances) => linkCase(loaded, input, loaded.around, circumstances),
  save,
});

/** Another case, of those that the actor may see. */
async function otherCase(transaction: Transaction, id: string, actor: Actor, today: string) {
  const scope = scopeOf(actor, incidentAccess.read);
  return scope === null ? null : readCase(transaction, id, scope, today);
}

export const unlink = action({
  name: 'incident.unlink',
  on: 'record',
  permission: incidentAccess.work,
  readable,
  input: unlinkInput,
  refusals: ['linkUnknown'],
  load,
  keys: handlerKeys,
  version,
  show,
  decide: (loaded, { linkId }, circumstances) => unlinkCase(loaded, linkId, circumstances),
  save,
});

export const conclude = action({
  name: 'incident.conclude',
  on: 'record',
  permission: incidentAccess.work,
  readable,
  input: concludeInput,
  refusals: ['notTriaged', 'over', 'alreadyHandled', 'followUpNotAhead'],
  load,
  keys: handlerKeys,
  version,
  show,
  decide: concludeCase,
  save,
});

/** The duties of the law that are neither done nor decided, each with whose it is. */
async function undecidedOf(
  transaction: Transaction,
  incident: Incident,
  language: Language,
  now: Date,
): Promise<string[]> {
  const facts = caseFactsOf(await casePartsOf(transaction, incident));
  const clocks = runningClocks(facts, await readDutyData(transaction), [], now);
  return [...new Set(clocks.map(({ duty, party }) => `${duty.number} ${duty.title[language]} (${party})`))];
}

export const close = action({
  name: 'incident.close',
  on: 'record',
  permission: incidentAccess.close,
  readable,
  input: closeInput,
  refusals: closeRefusals,
  load: async (transaction, request) => {
    const loaded = await load(transaction, request);
    if (loaded === null) return null;
    const { actor, now } = request.circumstances;
    return { ...loaded, undecided: await undecidedOf(transaction, loaded.incident, actor.language, now) };
  },
  keys: closingKeys,
  version,
  show: showStanding,
  decide: (loaded, input, circumstances) => closeCase(loaded, input, loaded.undecided, circumstances),
  save,
});

export const followUp = action({
  name: 'incident.followUp',
  on: 'record',
  permission: incidentAccess.work,
  readable,
  input: followUpInput,
  refusals: ['notHandled', 'noFollowUp', 'followUpNotAhead'],
  load,
  keys: handlerKeys,
  version,
  show,
  decide: followUpCase,
  save,
});

export const reopen = action({
  name: 'incident.reopen',
  on: 'record',
  permission: incidentAccess.work,
  readable,
  input: reopenInput,
  refusals: ['notClosed'],
  load,
  keys: handlerKeys,
  version,
  show,
  decide: (loaded, { reason }, circumstances) => reopenCase(loaded, reason, circumstances),
  save,
});
