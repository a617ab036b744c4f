import { Type } from 'typebox';
import { impactMeasures, triageAnswers } from '../../../duties/case-facts.ts';
import type { Reader } from '../../../kernel/db.ts';
import { newId } from '../../../kernel/ids.ts';
import { Fields, IdOf, OneOf, OrNull } from '../../../kernel/schema.ts';
import { view } from '../../../kernel/view.ts';
import { incidentAccess } from '../incident.access.ts';
import { readCase, readMergedInto } from '../incident.store.ts';
import type { Party } from '../party.ts';
import { partyNames } from '../party.store.ts';
import { carriedOver, withCarried } from './carry.ts';
import { carryWords } from './merge.actions.ts';
import { questionIn, ShownDisputes, shownDisputes } from './disputes.shown.store.ts';
import { allDisputes, openDisputes } from './disputes.ts';
import { treeOf, wholeCase } from './merge.store.ts';

const Text = OrNull(Type.String());

/** What is going to follow a case into another, and what the two say differently: said before anybody merges them. */
export const merging = view({
  name: 'incident.merging',
  on: 'record',
  permission: incidentAccess.coordinate,
  input: Fields({ intoId: IdOf<'Incident'>() }),
  output: Fields({
    intoId: Type.String(),
    /** Those who are new to the other case, or of whom it is to say more. */
    parties: Type.Array(Fields({ name: Type.String(), isNew: Type.Boolean(), knowledgeAt: Text })),
    answers: Type.Array(Fields({ party: Text, question: Type.String(), answer: OneOf(triageAnswers) })),
    figures: Type.Array(
      Fields({
        party: Text,
        measure: OneOf(impactMeasures),
        value: Type.Number(),
        isEstimate: Type.Boolean(),
      }),
    ),
    differs: Fields(ShownDisputes),
  }),
  told: { shown: ({ intoId }, { id }) => [`incident:${id}`, `incident:${intoId}`] },
  past: 'none',
  answer: async (db, { intoId }, { id, scope, today, actor }) => {
    const loaded = await readCase(db, id, scope, today);
    const other = await readCase(db, intoId, scope, today);
    if (loaded === null || other === null) return null;
    const [gone, into] = [await wholeCase(db, loaded), await wholeCase(db, other)];
    const tree = await treeOf(db, gone.incident, await readMergedInto(db, id));
    const words = carryWords(gone.incident, actor.language);
    const carried = carriedOver(gone, into, words, { newId });
    const disputes = allDisputes(openDisputes({ ...withCarried(into, carried), gone: [tree] }));
    const nameOf = await namer(db, [...gone.parties, ...into.parties, ...carried.parties]);
    return {
      intoId,
      parties: carried.parties.map(({ id: partyId, version, knowledgeAt }) => ({
        name: nameOf(partyId) ?? '',
        isNew: version === 1,
        knowledgeAt: knowledgeAt?.toISOString() ?? null,
      })),
      answers: [...carried.answers.map((one) => ({ partyId: null, ...one })), ...carried.ownAnswers].flatMap(
        ({ partyId, question, answer }) =>
          answer === null
            ? []
            : [{ party: nameOf(partyId), question: questionIn(question, actor.language), answer }],
      ),
      figures: carried.figures.flatMap(({ partyId, measure, value, isEstimate }) =>
        value === null ? [] : [{ party: nameOf(partyId), ...{ measure, value, isEstimate } }],
      ),
      differs: shownDisputes(disputes, nameOf, actor.language),
    };
  },
});

/** What each of the parties is called, by its id in the case. */
async function namer(db: Reader, parties: readonly Party[]) {
  const names = await partyNames(db, parties);
  return (partyId: string | null): string | null => {
    const party = parties.find(({ id }) => id === partyId);
    return names.get(party?.bodyId ?? party?.entityId ?? '')?.name ?? null;
  };
}
