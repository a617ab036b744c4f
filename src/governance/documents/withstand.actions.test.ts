import { newId } from '../../kernel/ids.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { code, today } from '../../people/organisation/testing.ts';
import { holderOf } from '../../testing/actors.ts';
import { actAs, testServices } from '../../testing/services.ts';
import { adoption, description, Documents, textOf } from './chain/testing.ts';
import { attest } from './demands/demand-attest.actions.ts';
import { adopt } from './document.actions.ts';

let town: Documents;
beforeAll(async () => {
  town = await Documents.open();
});
afterAll(() => town.world.close());

/** What the governing documents must withstand: people who click twice, work side by side, or come with a clock that is wrong. */
describe('a document', () => {
  const tie = (id: string, parentDocumentId: string) =>
    town.world.act('document.tieParent', {
      id,
      input: { clause: null, parentDocumentId, sentenceHash: null },
    });

  it('is not tied to itself, however long the way round and however its id is written', async () => {
    const chain = await Promise.all(Array.from({ length: 12 }, () => town.made()));
    const [first = ''] = chain;
    for (const [at, id] of chain.slice(1).entries())
      expect(code(await tie(id, chain[at] ?? ''))).toBe('done');
    expect(code(await tie(first, first))).toBe('ownAncestor');
    expect(code(await tie(first, first.toUpperCase()))).toBe('ownAncestor');
    expect(code(await tie(first, chain.at(-1) ?? ''))).toBe('ownAncestor');
    expect(code(await tie(first, (chain.at(-1) ?? '').toUpperCase()))).toBe('ownAncestor');
  });

  it('that is asked for twice by one click is one', async () => {
    const input = { ...description, title: 'Riktlinje för dubbelklick' };
    const key = 'dubbelklick-1';
    const both = await Promise.all([1, 2].map(() => town.world.act('document.register', { input, key })));
    expect(both.map(code)).toContain('done');
    const again = await town.world.act('document.register', { input, key });
    expect(code(again)).toBe('done');
    const rows = await town.world.rows('select id from document where title = $1', [input.title]);
    expect(rows).toHaveLength(1);
  });

  it('is begun on once, when two persons begin in the same moment', async () => {
    const documentId = await town.made();
    const input = { documentId, source: 'empty', content: '' };
    const both = await Promise.all([1, 2].map(() => town.world.act('documentVersion.begin', { input })));
    expect(both.map(code).sort()).toEqual(['done', 'draftExists']);
  });

  it('is not held, nor a file read, for whoever may not write it', async () => {
    const documentId = await town.made();
    // A broken file would be refused as such, if it were read.
    const input = { documentId, source: 'pdf', content: Buffer.from('%PDF-1.7 trasig').toString('base64') };
    const manager = holderOf('manager', newId(), { scopeId: newId() });
    const begun = await town.world.act('documentVersion.begin', { input }, manager);
    expect(code(begun)).toBe('forbidden');
    expect(code(await town.world.act('documentVersion.begin', { input }))).toBe('brokenPdf');
  });

  it('is read in as one policy, when two persons read it in at the same moment', async () => {
    const input = { source: 'pasted', name: 'policy', content: 'Policy\n\nAlla ska läsa.' };
    const both = await Promise.all(
      [1, 2].map(() => town.world.act('documentVersion.importPolicy', { input })),
    );
    expect(both.map(code).sort()).toEqual(['done', 'draftExists']);
    expect(await town.world.rows(`select id from document where kind = 'policy'`)).toHaveLength(1);
  });

  it('shows who wrote second what the first one wrote', async () => {
    const versionId = await town.begun(await town.made());
    const write = (text: string) =>
      town.world.act('documentVersion.write', { id: versionId, version: 1, input: textOf(text) });
    const both = await Promise.all([write('Min text.'), write('Din text.')]);
    expect(both.map(code).sort()).toEqual(['done', 'versionMoved']);
    const refused = both.find(isRefusal);
    expect(refused).toMatchObject({ current: { version: 2 } });
  });

  it('is not said two things of at once by two persons who read the same', async () => {
    const { versionId } = await town.inForce({ title: 'Riktlinje för två' }, 'Alla ska läsa.');
    const say = (setAsideReason: string) =>
      town.world.act('documentVersion.tie', {
        id: versionId,
        input: { sentence: 1, version: 1, clauses: [], setAsideReason },
      });
    expect((await Promise.all([say('Mitt skäl'), say('Ditt skäl')])).map(code).sort()).toEqual([
      'changedMeanwhile',
      'done',
    ]);
  });

  it('is given one rule on who decides, when two persons set the first', async () => {
    const set = (reason: string) =>
      town.world.act('decidingRule.set', { input: { kind: 'routine', bodies: ['manager'], reason } });
    const codes = (await Promise.all([set('Mitt skäl'), set('Ditt skäl')])).map(code);
    expect(codes).toContain('done');
    expect(await town.world.rows(`select id from deciding_rule where kind = 'routine'`)).toHaveLength(1);
  });
});

describe('a document that has been repealed', () => {
  const repeal = { decision: 'KS 2026-11-23 § 13', repealedOn: today };

  it('is not repealed while another version waits, and is then closed to everything', async () => {
    const { id, versionId } = await town.inForce({ title: 'Riktlinje för fax' }, 'Fax ska bort.');
    const parent = await town.made();
    const waiting = await town.begun(id);
    const end = () => town.world.act('documentVersion.repeal', { id: versionId, version: 4, input: repeal });
    expect(code(await end())).toBe('versionWaits');
    await town.world.did('documentVersion.discard', { reason: 'Behövs inte' }, waiting, 1);
    expect(code(await end())).toBe('done');
    const record = await town.asked('document.record', id);
    expect(record).toMatchObject({ isEnded: true, may: { keep: false, write: false } });
    const { kind: _kind, ...described } = description;
    const version = Number(record['version']);
    const change = { id, version, input: { ...described, title: 'Riktlinje för något annat' } };
    expect(code(await town.world.act('document.keep', change))).toBe('documentEnded');
    const up = { clause: null, parentDocumentId: parent, sentenceHash: null };
    expect(code(await town.world.act('document.tieParent', { id, input: up }))).toBe('documentEnded');
    const down = { clause: null, parentDocumentId: id, sentenceHash: null };
    expect(code(await town.world.act('document.tieParent', { id: parent, input: down }))).toBe(
      'parentUnknown',
    );
    const begin = { documentId: id, source: 'empty', content: '' };
    expect(code(await town.world.act('documentVersion.begin', { input: begin }))).toBe('documentEnded');
  });

  it('has no version begun beside its repeal', async () => {
    const { id, versionId } = await town.inForce({ title: 'Riktlinje för telex' }, 'Telex ska bort.');
    const begin = { documentId: id, source: 'empty', content: '' };
    const both = await Promise.all([
      town.world.act('documentVersion.repeal', { id: versionId, version: 4, input: repeal }),
      town.world.act('documentVersion.begin', { input: begin }),
    ]);
    expect([
      ['done', 'documentEnded'],
      ['versionWaits', 'done'],
    ]).toContainEqual(both.map(code));
  });
});

describe('a clock that is wrong', () => {
  const at = (day: string) => testServices(town.world.database.db, new Date(`${day}T10:00:00Z`));

  it('lets no decision be older than the draft, nor younger than today', async () => {
    const versionId = await town.begun(await town.made());
    await town.world.did('documentVersion.write', textOf('Alla ska läsa.'), versionId, 1);
    await town.world.did('documentVersion.propose', {}, versionId, 2);
    const say = (day: string, decided: string) =>
      actAs(at(day), town.world.coordinator, adopt, {
        id: versionId,
        version: 3,
        input: { ...adoption, decision: `KS ${decided} § 12`, inForceFrom: decided },
      });
    expect(code(await say(today, '2026-11-22'))).toBe('decidedBeforeDraft');
    expect(code(await say('2020-01-01', '2020-01-01'))).toBe('decidedBeforeDraft');
    expect(code(await say('2020-01-01', today))).toBe('decisionInFuture');
    expect(code(await say(today, '2026-11-24'))).toBe('decisionInFuture');
    expect(code(await say(today, today))).toBe('done');
  });

  it('gives no attest that holds for ever, nor one that hides the true one', async () => {
    const { id, versionId } = await town.inForce({ title: 'Riktlinje för tid' }, 'Klockor ska gå rätt.');
    const office = 'securityCoordinator';
    const follow = {
      sentence: 1,
      clauses: [],
      setAsideReason: null,
      responsibleOffice: office,
      attested: true,
    };
    await town.world.did('documentVersion.tie', follow, versionId);
    const guard = holderOf(office, await town.world.newPerson(null));
    interface Row {
      readonly documentId: string;
      readonly sentenceHash: string;
    }
    const listed = async () => {
      const { items } = (await town.world.ask('demandAttest.list', {}, guard)) as { items: readonly Row[] }; // its answer
      return items.find((row) => row.documentId === id);
    };
    const sentenceHash = (await listed())?.sentenceHash;
    const say = (day: string, isMet: boolean) =>
      actAs(at(day), guard, attest, { input: { documentId: id, sentenceHash, isMet, note: 'Prövat' } });
    expect(code(await say('2099-01-01', true))).toBe('done');
    expect(await listed()).toMatchObject({ isDue: true });
    expect(code(await say(today, false))).toBe('done');
    expect(await listed()).toMatchObject({ isDue: false, isMet: false, attestedOn: today });
  });
});
