import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holderOf } from '../../../testing/actors.ts';
import { adoption, Documents, textOf } from '../chain/testing.ts';

let town: Documents;
beforeAll(async () => {
  town = await Documents.open();
});
afterAll(() => town.world.close());

const by = 'securityCoordinator';
const tie = { clauses: [] as string[], setAsideReason: null as string | null };
const before = [
  'Besök ska anmälas.',
  'Dörrar ska låsas varje kväll.',
  'Nycklar ska räknas.',
  'Larm bör provas.',
  'Solen ska gå upp.',
];
const after = [
  'Solen ska gå upp.',
  'Besök ska anmälas.',
  'Larm bör provas.',
  'Dörrar ska låsas varje morgon och kväll.',
  'Kameror ska skyltas.',
];

/** The words of each kind of change, and what they demanded and demand. */
async function changes(id: string, than: string) {
  const answer = await town.world.ask('documentVersion.compare', { id, query: { with: than } });
  const { rows } = answer as { rows: { kind: string; text: string }[] }; // the view's own answer
  return rows.map(({ kind, text }) => [kind, text]);
}

describe('a new edition', () => {
  it('shows what changed, moved, vanished and appeared, and keeps what was said of the rest', async () => {
    const first = await town.inForce({ title: 'Riktlinje för dörrar' }, ...before);
    const say = (sentence: number, change: object) =>
      town.world.did('documentVersion.tie', { ...tie, sentence, ...change }, first.versionId);
    await say(1, { attested: true, responsibleOffice: by });
    await say(2, { attested: true, responsibleOffice: by });
    await say(3, { clauses: ['P43'], responsibleOffice: 'executiveBoard' });
    await say(4, { clauses: ['P16'], strength: 'ska' });
    await say(5, { setAsideReason: 'Det rår ingen på.' });
    const guard = holderOf(by, await town.world.newPerson(null));
    const attested = { documentId: first.id, isMet: true, note: '' };
    const { items } = (await town.world.ask('demandAttest.list', {}, guard)) as {
      items: { sentenceHash: string }[];
    }; // its own answer
    for (const { sentenceHash } of items)
      await town.world.act('demandAttest.attest', { input: { ...attested, sentenceHash } }, guard);

    const { id } = await town.world.did('documentVersion.begin', {
      documentId: first.id,
      source: 'inForce',
      content: '',
    });
    const begun = await town.asked('documentVersion.record', id);
    expect(begun['demandMarks']).toEqual([{ sentence: 'larm bör provas', demand: 'ska' }]);
    const text = { ...textOf(...after), demandMarks: begun['demandMarks'] };
    await town.world.did('documentVersion.write', text, id, 1);
    const asDraft = await changes(id, first.versionId);
    await town.world.did('documentVersion.propose', {}, id, 2);
    expect(await changes(id, first.versionId)).toEqual(asDraft);
    expect(asDraft).toEqual([
      ['moved', 'Solen ska gå upp.'],
      ['same', 'Besök ska anmälas.'],
      ['gone', 'Nycklar ska räknas.'],
      ['same', 'Larm bör provas.'],
      ['changed', 'Dörrar ska låsas varje morgon och kväll.'],
      ['new', 'Kameror ska skyltas.'],
    ]);
    // What is settled is not proposed once more; what has other words is.
    expect((await town.asked('documentVersion.record', id))['sentences']).toMatchObject([
      { setAsideReason: 'Det rår ingen på.', proposal: null },
      { attested: true, responsibleOffice: by, proposal: null },
      { clauses: ['P16'], demand: 'ska', proposal: null },
      { attested: false, clauses: [], proposal: { way: expect.any(String) } },
      { attested: false, clauses: [], proposal: { way: expect.any(String) } },
    ]);
    await town.world.did('documentVersion.adopt', adoption, id, 3);
    const stands = await town.world.ask('demandAttest.list', {}, guard);
    expect(stands).toMatchObject({ items: [{ text: 'Besök ska anmälas.', isMet: true, isDue: false }] });
  });

  it('shows that the same words are taken to demand otherwise', async () => {
    const first = await town.inForce({ title: 'Riktlinje för larm' }, 'Larm bör provas.', 'Lås ska oljas.');
    const { id } = await town.world.did('documentVersion.begin', {
      documentId: first.id,
      source: 'inForce',
      content: '',
    });
    const demandMarks = [{ sentence: 'larm bör provas', demand: 'ska' }];
    await town.world.did(
      'documentVersion.write',
      { ...textOf('Larm bör provas.', 'Lås ska oljas.'), demandMarks },
      id,
      1,
    );
    const compared = await town.world.ask('documentVersion.compare', {
      id,
      query: { with: first.versionId },
    });
    expect(compared).toMatchObject({
      rows: [{ kind: 'changed', demandBefore: 'bor', demandNow: 'ska' }, { kind: 'same' }],
    });
  });

  it('that is read in keeps what a person has said of the strength and the follow-up of words that stand', async () => {
    const read = (content: string) =>
      town.world.did('documentVersion.importPolicy', { source: 'pasted', name: 'p', content });
    const adopted = { ...adoption, decision: 'KF 2026-11-23 § 1', decidedBy: 'council' };
    const old = await read('Policy\n\nVarje system ska ha en systemägare.\n\nStolar bör putsas.');
    await town.world.did(
      'documentVersion.tie',
      { ...tie, sentence: 2, setAsideReason: 'Möbler', strength: 'ska' },
      old.id,
    );
    await town.world.did('documentVersion.adopt', adopted, old.id, 1);
    const now = await read('Policy\n\nStolar bör putsas.\n\nVarje system ska ha minst en systemägare.');
    expect((await town.asked('documentVersion.record', now.id))['sentences']).toMatchObject([
      { demand: 'ska', setAsideReason: 'Möbler', proposal: null },
      { demand: 'ska', proposal: { way: 'clauses', clauses: ['P25'] } },
    ]);
  });
});
