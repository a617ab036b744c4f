import { action, type LoadRequest } from '../../kernel/action.ts';
import type { Transaction } from '../../kernel/db.ts';
import { figuresInput, figuresRefusals, stateFigures } from './impact.ts';
import { load, readable, save, show, version } from './incident.actions.ts';
import { incidentAccess } from './incident.access.ts';
import { handlerKeys } from './incident.ts';
import { disputesOf } from './merging/merge.store.ts';
import { enterFigures, enterOwnAnswers, figuresOf, ownAnswersOf } from './measured.store.ts';
import { answerForParty, ownAnswersInput, ownAnswersRefusals } from './own-answers.ts';
import { partiesOf } from './party.store.ts';

async function withMeasured(transaction: Transaction, request: LoadRequest<unknown>) {
  const loaded = await load(transaction, request);
  if (loaded === null) return null;
  const { id } = request;
  return {
    ...loaded,
    parties: await partiesOf(transaction, id),
    figures: await figuresOf(transaction, id),
    ownAnswers: await ownAnswersOf(transaction, id),
    disputes: await disputesOf(transaction, loaded.incident),
  };
}

/** Whoever works on the case says what is known of it. */
const onMeasured = {
  on: 'record',
  permission: incidentAccess.work,
  readable,
  load: withMeasured,
  keys: handlerKeys,
  version,
  show,
} as const;

export const figures = action({
  ...onMeasured,
  name: 'incident.stateFigures',
  input: figuresInput,
  refusals: figuresRefusals,
  decide: stateFigures,
  save: async (transaction, loaded, next, stamp) => {
    await enterFigures(transaction, next.incident.id, next.figures, stamp);
    return save(transaction, loaded, next, stamp);
  },
});

export const ownAnswers = action({
  ...onMeasured,
  name: 'incident.answerForParty',
  input: ownAnswersInput,
  refusals: ownAnswersRefusals,
  decide: answerForParty,
  save: async (transaction, loaded, next, stamp) => {
    await enterOwnAnswers(transaction, next.incident.id, next.ownAnswers, stamp);
    return save(transaction, loaded, next, stamp);
  },
});
