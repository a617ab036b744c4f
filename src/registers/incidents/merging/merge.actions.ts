import { action } from '../../../kernel/action.ts';
import { type Language, pickTexts } from '../../../kernel/texts.ts';
import { everything, load, readable, save, show, version } from '../incident.actions.ts';
import { hasDeliveries } from '../duties/delivery.store.ts';
import { incidentAccess } from '../incident.access.ts';
import { freeNumbers, loadCase, mergedInto, saveCase, saveIncident } from '../incident.store.ts';
import { incidentTexts } from '../incident.texts.ts';
import { type Incident, numberWord } from '../incident.ts';
import type { CarryWords } from './carry.ts';
import { mergeCase, mergeInput, mergeRefusals } from './merge.ts';
import { saveCarried, wholeCase } from './merge.store.ts';

/** What is said of what follows a case, in the language of whoever merges. What nobody has looked at brings nothing. */
export function carryWords({ number }: Pick<Incident, 'number'>, language: Language): CarryWords {
  const { noticedIn, answeredIn } = pickTexts(incidentTexts, language).carried;
  const word = numberWord(number) ?? '';
  return { noticed: noticedIn(word), answered: answeredIn(word) };
}

export const merge = action({
  name: 'incident.merge',
  on: 'record',
  permission: incidentAccess.coordinate,
  readable,
  input: mergeInput,
  refusals: mergeRefusals,
  load: async (transaction, request) => {
    const loaded = await load(transaction, request);
    if (loaded === null) return null;
    const { scope, circumstances, input } = request;
    const into = await loadCase(transaction, input.intoId, scope, circumstances.today);
    const hasReports = await hasDeliveries(transaction, request.id);
    const free = await freeNumbers(transaction, circumstances.today);
    const words = carryWords(loaded.incident, circumstances.actor.language);
    const around = {
      ...{ free, hasReports, words },
      merged: await mergedInto(transaction, request.id),
      into: into === null ? null : await wholeCase(transaction, into),
    };
    return { ...(await wholeCase(transaction, loaded)), around };
  },
  keys: everything,
  version,
  show,
  decide: (loaded, { reason }, circumstances) => mergeCase(loaded, reason, loaded.around, circumstances),
  save: async (transaction, loaded, next, stamp) => {
    await saveCase(transaction, next.other, stamp);
    await saveCarried(transaction, next.other.incident.id, next.other.carried, stamp);
    for (const one of next.others) await saveIncident(transaction, one, stamp);
    return save(transaction, loaded, next, stamp);
  },
});
