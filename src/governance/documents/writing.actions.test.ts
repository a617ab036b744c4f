import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../kernel/access.ts';
import { code } from '../../people/organisation/testing.ts';
import { employee } from '../../testing/actors.ts';
import { actAs, testServices } from '../../testing/services.ts';
import { adoption, Documents, textOf } from './chain/testing.ts';
import { comment } from './referral/referral.actions.ts';

let town: Documents;
beforeAll(async () => {
  town = await Documents.open();
});
afterAll(() => town.world.close());

describe('a text that is written', () => {
  it('goes from draft by referral and proposal to force, and stands still where it should', async () => {
    const id = await town.made({ title: 'Riktlinje för mobiler' });
    const started = { documentId: id, source: 'empty', content: '' };
    const { id: versionId } = await town.world.did('documentVersion.begin', started);
    const on = (name: string, version: number, input: object = {}, actor?: Actor) =>
      town.world.act(name, { id: versionId, version, input }, actor);
    expect(code(await town.world.act('documentVersion.begin', { input: started }))).toBe('draftExists');
    expect(code(await on('documentVersion.propose', 1))).toBe('emptyText');
    expect(code(await on('documentVersion.adopt', 1, adoption))).toBe('notProposed');
    await town.world.did('documentVersion.write', textOf('Alla ska låsa sin mobil.'), versionId, 1);
    expect(code(await on('documentVersion.write', 1, textOf('Någon annan hann före.')))).toBe('versionMoved');
    expect(code(await on('documentVersion.write', 2, textOf('Av en annan.'), town.other))).toBe('forbidden');

    const askedPerson = employee(await town.world.newPerson(town.unitId), town.unitId);
    const sent = {
      until: '2026-12-01',
      message: '',
      askedUnits: [town.unitId],
      askedPersons: [askedPerson.personId],
    };
    expect(code(await on('documentVersion.refer', 2, { ...sent, askedUnits: [], askedPersons: [] }))).toBe(
      'nobodyAsked',
    );
    expect(code(await on('documentVersion.refer', 2, { ...sent, until: '2026-11-01' }))).toBe('untilPassed');
    expect(code(await on('documentVersion.refer', 2, sent))).toBe('done');
    expect(code(await on('documentVersion.write', 3, textOf('Medan den är ute.')))).toBe('textStandsStill');

    const { referral } = (await town.asked('documentVersion.record', versionId)) as {
      referral: { id: string };
    };
    const say = (actor: Actor) =>
      town.world.act(
        'referral.comment',
        { id: referral.id, input: { place: 'Krav', text: 'Även plattor.' } },
        actor,
      );
    expect(code(await say(town.other))).toBe('forbidden');
    expect(code(await say(employee(await town.world.newPerson(town.unitId), town.unitId)))).toBe('forbidden');
    expect(code(await say(askedPerson))).toBe('done');
    expect(code(await say(town.manager))).toBe('done');
    expect(code(await on('documentVersion.propose', 3))).toBe('referralOngoing');
    expect(code(await on('documentVersion.closeReferral', 3, { reason: null }))).toBe('reasonMissing');
    await town.world.did('documentVersion.closeReferral', { reason: 'Alla har svarat' }, versionId, 3);
    expect(code(await on('documentVersion.propose', 4))).toBe('commentsUnanswered');
    const { comments } = (await town.asked('documentVersion.record', versionId)) as {
      comments: { id: string }[];
    };
    for (const one of comments)
      await town.world.did(
        'referralComment.answer',
        { outcome: 'taken', answer: 'Tack, det är med.' },
        one.id,
        1,
      );
    await town.world.did(
      'documentVersion.write',
      textOf('Alla ska låsa sin mobil och platta.'),
      versionId,
      4,
    );
    await town.world.did('documentVersion.propose', {}, versionId, 5);
    expect(code(await on('documentVersion.write', 6, textOf('Efter förslaget.')))).toBe('textStandsStill');

    expect(code(await on('documentVersion.adopt', 6, { ...adoption, decidedBy: 'council' }))).toBe(
      'wrongBody',
    );
    expect(
      code(
        await on('documentVersion.adopt', 6, {
          ...adoption,
          decision: 'Delegationsbeslut 2026-11-23 punkt 4',
        }),
      ),
    ).toBe('referenceNotMinuted');
    expect(code(await on('documentVersion.adopt', 6, { ...adoption, decision: 'KS 2026-11-22 § 1' }))).toBe(
      'decidedBeforeDraft',
    );
    expect(
      code(
        await on('documentVersion.repeal', 6, { decision: 'KS 2026-11-23 § 2', repealedOn: '2026-11-23' }),
      ),
    ).toBe('notInForce');
    await town.world.did('documentVersion.adopt', adoption, versionId, 6);
    expect(await town.asked('documentVersion.record', versionId)).toMatchObject({
      state: 'inForce',
      legalDays: { adjustBy: '2026-12-07', isAdjustedLate: false },
      sentences: [{ text: 'Alla ska låsa sin mobil och platta.', demand: 'ska' }],
    });
  });

  it('is frozen with its hash and its source when it is proposed', async () => {
    const { versionId } = await town.inForce({ title: 'Riktlinje för papper' }, 'Papper ska strimlas.');
    const [row] = await town.world.rows(
      'select source_text, content_hash from document_version where id = $1',
      [versionId],
    );
    expect(row?.['source_text']).toBe('Krav\n\nPapper ska strimlas.');
    expect(row?.['content_hash']).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is sent back as a new draft of the same words; what was proposed stays as it was', async () => {
    const id = await town.made();
    const versionId = await town.begun(id);
    await town.world.did('documentVersion.write', textOf('Alla ska läsa.'), versionId, 1);
    await town.world.did('documentVersion.propose', {}, versionId, 2);
    const draft = await town.world.did('documentVersion.sendBack', { reason: 'Oklart' }, versionId, 3);
    expect((await town.asked('documentVersion.record', versionId))['state']).toBe('discarded');
    expect(await town.asked('documentVersion.record', draft.id)).toMatchObject({
      state: 'draft',
      ...textOf('Alla ska läsa.'),
    });
  });

  it('is demanded of as a person has marked it, where the machine read otherwise', async () => {
    const id = await town.made();
    const versionId = await town.begun(id);
    const marks = [{ sentence: 'solen ska gå upp', demand: null }];
    const written = { ...textOf('Solen ska gå upp. Lampor bör släckas.'), demandMarks: marks };
    await town.world.did('documentVersion.write', written, versionId, 1);
    await town.world.did('documentVersion.propose', {}, versionId, 2);
    expect((await town.asked('documentVersion.record', versionId))['sentences']).toMatchObject([
      { demand: null },
      { demand: 'bor' },
    ]);
  });

  it('begins from the version in force, and what was said of untouched demands goes on', async () => {
    const first = await town.inForce(
      { title: 'Riktlinje för besök' },
      'Besök ska anmälas.',
      'Dörrar ska låsas.',
    );
    const follow = {
      sentence: 1,
      clauses: [],
      setAsideReason: null,
      responsibleOffice: 'securityCoordinator',
      attested: true,
    };
    await town.world.did('documentVersion.tie', follow, first.versionId);
    const { id } = await town.world.did('documentVersion.begin', {
      documentId: first.id,
      source: 'inForce',
      content: '',
    });
    expect((await town.asked('documentVersion.record', id))['blocks']).toEqual(
      textOf('Besök ska anmälas.', 'Dörrar ska låsas.').blocks,
    );
    expect(code(await town.world.act('documentVersion.propose', { id, version: 1 }))).toBe('sameTextInForce');
    await town.world.did(
      'documentVersion.write',
      textOf('Besök ska anmälas.', 'Dörrar ska låsas varje kväll.'),
      id,
      1,
    );
    await town.world.did('documentVersion.propose', {}, id, 2);
    expect((await town.asked('documentVersion.record', id))['sentences']).toMatchObject([
      { attested: true, responsibleOffice: 'securityCoordinator' },
      { attested: false, responsibleOffice: null },
    ]);
    await town.world.did('documentVersion.adopt', adoption, id, 3);
    expect((await town.asked('documentVersion.record', first.versionId))['state']).toBe('superseded');
    const compared = await town.world.ask('documentVersion.compare', {
      id,
      query: { with: first.versionId },
    });
    expect(compared).toMatchObject({ rows: [{ kind: 'same' }, { kind: 'changed', demandNow: 'ska' }] });
  });

  it('is read in from a file into blocks, without what was never text', async () => {
    const id = await town.made();
    const content = Buffer.from('# Rubrik\n\nAlla ska läsa.\n\n- en punkt\n\nSida 1 av 2\n').toString(
      'base64',
    );
    const { id: versionId } = await town.world.did('documentVersion.begin', {
      documentId: id,
      source: 'txt',
      content,
    });
    expect((await town.asked('documentVersion.record', versionId))['blocks']).toEqual([
      { kind: 'heading', level: 1, text: 'Rubrik' },
      { kind: 'paragraph', text: 'Alla ska läsa.' },
      { kind: 'item', isNumbered: false, text: 'en punkt' },
    ]);
  });

  it('begins with all that was pasted or not at all, and can be written on', async () => {
    const id = await town.made({ title: 'Riktlinje för det klistrade' });
    const pasted = (content: string) =>
      town.world.act('documentVersion.begin', { input: { documentId: id, source: 'pasted', content } });
    const lines = Array.from({ length: 3001 }, (_, at) => `Rad ${at}`).join('\n');
    expect(await pasted(lines)).toMatchObject({ code: 'tooManyBlocks', parameters: { count: 3001 } });
    expect(await pasted('a\n\n'.repeat(400_000))).toMatchObject({ code: 'tooLong', field: 'content' });
    const paragraph = 'Alla ska läsa. '.repeat(1000).trim();
    const draft = await town.world.did('documentVersion.begin', {
      documentId: id,
      ...{ source: 'pasted', content: `- punkt\n${paragraph}` },
    });
    const { blocks } = (await town.asked('documentVersion.record', draft.id)) as {
      blocks: { text: string }[];
    };
    expect(blocks.map(({ text }) => text).join(' ')).toBe(`punkt ${paragraph}`);
    await town.world.did('documentVersion.write', { blocks, demandMarks: [] }, draft.id, 1);
  });

  it('is plain words, whatever is pasted into it', async () => {
    const id = await town.made();
    const versionId = await town.begun(id);
    const hostile = '<img src=x onerror=alert(1)>\u202E [x](javascript:alert(1))';
    await town.world.did('documentVersion.write', textOf(hostile), versionId, 1);
    const { blocks } = (await town.asked('documentVersion.record', versionId)) as { blocks: object[] };
    expect(blocks[1]).toEqual({ kind: 'paragraph', text: hostile.replace('\u202E', '') });
    const html = { blocks: [{ kind: 'html', text: '<p>' }], demandMarks: [] };
    expect(
      code(await town.world.act('documentVersion.write', { id: versionId, version: 2, input: html })),
    ).toBe('invalid');
  });

  it('is repealed with a decision, and the document ends', async () => {
    const { id, versionId } = await town.inForce({ title: 'Riktlinje för fax' }, 'Fax ska vaktas.');
    const input = { decision: 'KS 2026-11-23 § 3', repealedOn: '2026-11-23' };
    expect(
      code(
        await town.world.act('documentVersion.repeal', {
          id: versionId,
          version: 4,
          input: { ...input, repealedOn: '2026-11-24' },
        }),
      ),
    ).toBe('dayNotCome');
    expect(
      code(
        await town.world.act('documentVersion.repeal', {
          id: versionId,
          version: 4,
          input: { ...input, repealedOn: '2026-11-20' },
        }),
      ),
    ).toBe('repealedBeforeDecision');
    await town.world.did('documentVersion.repeal', input, versionId, 4);
    expect((await town.asked('document.record', id))['isEnded']).toBe(true);
    const again = { documentId: id, source: 'empty', content: '' };
    expect(code(await town.world.act('documentVersion.begin', { input: again }))).toBe('documentEnded');
  });

  it('is not commented on after its day', async () => {
    const id = await town.made();
    const versionId = await town.begun(id);
    await town.world.did('documentVersion.write', textOf('Alla ska svara.'), versionId, 1);
    const sent = { until: '2026-12-01', message: '', askedUnits: [town.unitId], askedPersons: [] };
    await town.world.did('documentVersion.refer', sent, versionId, 2);
    const { referral } = (await town.asked('documentVersion.record', versionId)) as {
      referral: { id: string };
    };
    const [row] = await town.world.rows(
      'select count(*)::text as n from referral_comment where referral_id = $1',
      [referral.id],
    );
    expect(row?.['n']).toBe('0');
    const late = testServices(town.world.database.db, new Date('2026-12-02T10:00:00Z'));
    const attempt = { id: referral.id, input: { place: '', text: 'För sent.' } };
    expect(code(await actAs(late, town.manager, comment, attempt))).toBe('untilPassed');
  });
});
