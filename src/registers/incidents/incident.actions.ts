import { action, type LoadRequest, type Stamp } from '../../kernel/action.ts';
import type { Transaction } from '../../kernel/db.ts';
import { incidentAccess } from './incident.access.ts';
import { freeNumbers, loadCase, mergedInto, saveCase, saveIncident } from './incident.store.ts';
import { handlerKeys, type Incident, type LoadedCase, type NextCase, numberWord } from './incident.ts';
import { disputesOf } from './merging/merge.store.ts';
import { answersOf, saveAnswers } from './parts.store.ts';
import {
  admitInput,
  admitPerson,
  admitRefusals,
  expelPerson,
  secrecyInput,
  secrecyRefusals,
  setSecrecy,
} from './secrecy.ts';
import { personStands, unitStands } from './surroundings.store.ts';
import {
  answerInput,
  answerQuestions,
  answerRefusals,
  describeCase,
  factsInput,
  factsRefusals,
  triageCase,
  triageInput,
  triageRefusals,
} from './triage.ts';
import { assignCase, assignInput } from './work.ts';

type Request = LoadRequest<unknown>;

/** What somebody must be able to see of a case to act on it. */
export const readable = incidentAccess.read;
/** For what only those who coordinate may do: their right reaches everything. */
export const everything = () => ({});
/** The version that a step is decided on. */
export const version = ({ incident }: LoadedCase) => incident.version;
/** What is shown to who was not first. Only for steps of those whom the whole case is open to: nothing is masked in it. */
export const show = ({ incident }: LoadedCase) => shownIncident(incident);
/** The same for a step that others may take too: how far the case has come, and nothing that could be secret to them. */
export const showStanding = ({ incident: { id, version: at, state, number } }: LoadedCase) => ({
  ...{ id, version: at, state },
  number: numberWord(number),
});
/** Finds the case of a step, within what the actor may see. */
export const load = (transaction: Transaction, { id, scope, circumstances }: Request) =>
  loadCase(transaction, id, scope, circumstances.today);
/** Saves a case as a step leaves it. */
export const save = async (transaction: Transaction, _loaded: LoadedCase, next: NextCase, stamp: Stamp) => {
  await saveCase(transaction, next, stamp);
  return { id: next.incident.id, version: next.incident.version };
};

/** A case as a conflict shows it: its instants as text. */
function shownIncident({ number, ...incident }: Incident): Record<string, unknown> {
  const shown = Object.entries(incident).map(([name, value]) => [
    name,
    value instanceof Date ? value.toISOString() : value,
  ]);
  return { ...(Object.fromEntries(shown) as object), number: numberWord(number) };
}

async function withFacts(transaction: Transaction, request: LoadRequest<{ readonly unitId: string | null }>) {
  const loaded = await load(transaction, request);
  if (loaded === null) return null;
  const { unitId } = request.input;
  const { today } = request.circumstances;
  const stands = unitId === null || (await unitStands(transaction, unitId, today));
  return { ...loaded, around: { unitStands: stands } };
}

export const triage = action({
  name: 'incident.triage',
  on: 'record',
  permission: incidentAccess.coordinate,
  readable,
  input: triageInput,
  refusals: triageRefusals,
  untold: ['levelFourStopped'],
  load: async (transaction, request) => {
    const loaded = await withFacts(transaction, request);
    if (loaded === null) return null;
    const { handlerId } = request.input;
    const { today } = request.circumstances;
    const handlerStands = handlerId === null || (await personStands(transaction, handlerId, today));
    const free = await freeNumbers(transaction, today);
    return { ...loaded, around: { ...loaded.around, handlerStands, free } };
  },
  keys: everything,
  version,
  show,
  decide: (loaded, input, circumstances) => triageCase(loaded, input, loaded.around, circumstances),
  save,
});

export const describe = action({
  name: 'incident.describe',
  on: 'record',
  permission: incidentAccess.work,
  readable,
  input: factsInput,
  refusals: [...factsRefusals, 'notTriaged'],
  untold: ['levelFourStopped'],
  load: withFacts,
  keys: handlerKeys,
  version,
  show,
  decide: (loaded, input, circumstances) => describeCase(loaded, input, loaded.around, circumstances),
  save,
});

export const answer = action({
  name: 'incident.answer',
  on: 'record',
  permission: incidentAccess.work,
  readable,
  input: answerInput,
  refusals: answerRefusals,
  untold: ['protectiveSecurityStopped'],
  load: async (transaction, request) => {
    const loaded = await load(transaction, request);
    if (loaded === null) return null;
    const answers = await answersOf(transaction, request.id);
    return { ...loaded, answers, disputes: await disputesOf(transaction, loaded.incident) };
  },
  keys: handlerKeys,
  version,
  show,
  decide: answerQuestions,
  save: async (transaction, loaded, next, stamp) => {
    const saved = await save(transaction, loaded, next, stamp);
    await saveAnswers(transaction, next.incident.id, next.answers, stamp);
    return saved;
  },
});

export const assign = action({
  name: 'incident.assign',
  on: 'record',
  permission: incidentAccess.coordinate,
  readable,
  input: assignInput,
  refusals: ['notTriaged', 'over', 'personUnknown', 'nothingChanged'],
  load: async (transaction, request) => {
    const loaded = await load(transaction, request);
    const { handlerId } = request.input;
    const isPerson =
      handlerId === null || (await personStands(transaction, handlerId, request.circumstances.today));
    return loaded === null ? null : { ...loaded, isPerson };
  },
  keys: everything,
  version,
  show,
  decide: (loaded, { handlerId }) => assignCase(loaded, handlerId, loaded.isPerson),
  save,
});

export const secrecy = action({
  name: 'incident.setSecrecy',
  on: 'record',
  permission: incidentAccess.coordinate,
  readable,
  input: secrecyInput,
  refusals: secrecyRefusals,
  load: async (transaction, request) => {
    const loaded = await load(transaction, request);
    if (loaded === null) return null;
    const { open } = await freeNumbers(transaction, request.circumstances.today);
    return { ...loaded, around: { freeOpen: open, merged: await mergedInto(transaction, request.id) } };
  },
  keys: everything,
  version,
  show,
  decide: (loaded, input) => setSecrecy(loaded, input, loaded.around),
  save: async (transaction, loaded, next, stamp) => {
    for (const other of next.others) await saveIncident(transaction, other, stamp);
    return save(transaction, loaded, next, stamp);
  },
});

export const admit = action({
  name: 'incident.admit',
  on: 'record',
  permission: incidentAccess.coordinate,
  readable,
  input: admitInput,
  refusals: admitRefusals,
  load: async (transaction, request) => {
    const loaded = await load(transaction, request);
    const isPerson = await personStands(transaction, request.input.personId, request.circumstances.today);
    return loaded === null ? null : { ...loaded, isPerson };
  },
  keys: everything,
  version,
  show,
  decide: (loaded, { personId }, circumstances) =>
    admitPerson(loaded, personId, loaded.isPerson, circumstances),
  save,
});

export const expel = action({
  name: 'incident.expel',
  on: 'record',
  permission: incidentAccess.coordinate,
  readable,
  input: admitInput,
  refusals: ['notAdmitted'],
  load,
  keys: everything,
  version,
  show,
  decide: (loaded, { personId }, circumstances) => expelPerson(loaded, personId, circumstances),
  save,
});
