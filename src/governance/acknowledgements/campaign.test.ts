import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../kernel/working-calendar.ts';
import { newId } from '../../kernel/ids.ts';
import { system } from '../../testing/actors.ts';
import {
  acknowledgeByLink,
  enterPaper,
  type LinkGround,
  type PaperGround,
  withdraw,
} from './acknowledgement.ts';
import { type BeginGround, type BeginInput, beginCampaign, closeCampaign } from './campaign.ts';
import { matchLines, plainName } from './paper-list.ts';
import { answersTo, audienceOf, type Question } from './questions/question-set.ts';
import { askedAtTheLatest, targetsFrom } from './target.ts';

const now = new Date('2026-11-23T10:00:00Z');
const around = { actor: system, now, today: '2026-11-23', newId, confirmed: new Set<string>() };
const codeOf = (result: object) => ('code' in result ? result.code : 'yes');

const input: BeginInput = {
  documentId: newId<'Document'>(),
  title: 'Policyn 2026',
  message: '',
  unitIds: [],
  offices: [],
  kinds: ['employee'],
  externalParties: false,
  opensOn: '2026-11-23',
  closesOn: '2026-12-31',
  reminderDays: [14, 7],
};
const ground: BeginGround = {
  version: { id: newId(), contentHash: 'hash' },
  unitsStand: true,
  asked: 3,
  questions: {},
};

describe('beginning a campaign', () => {
  it.each<[string, Partial<BeginInput>, Partial<BeginGround>, string]>([
    ['as it should be', {}, {}, 'yes'],
    ['of external parties only', { kinds: [], externalParties: true }, {}, 'yes'],
    ['later', { opensOn: '2026-12-01' }, {}, 'yes'],
    ['about a text that is not in force', {}, { version: null }, 'nothingInForce'],
    ['of a unit that is gone', {}, { unitsStand: false }, 'unitUnknown'],
    ['of nobody', { kinds: [] }, {}, 'nobodyChosen'],
    ['yesterday', { opensOn: '2026-11-22' }, {}, 'opensInPast'],
    ['that closes as it opens', { closesOn: '2026-11-23' }, {}, 'closesTooSoon'],
    ['exactly thirteen months long', { closesOn: '2027-12-23' }, {}, 'yes'],
    ['longer than that', { closesOn: '2027-12-24' }, {}, 'closesTooLate'],
    ['when all have acknowledged', {}, { asked: 0 }, 'nobodyToAsk'],
  ])('%s', (_name, more, given, code) => {
    expect(codeOf(beginCampaign({ ...input, ...more }, { ...ground, ...given }, around))).toBe(code);
  });

  it('orders the reminders, and starts by gathering', () => {
    expect(beginCampaign(input, ground, around)).toMatchObject({
      next: { reminderDays: [7, 14], state: 'gathering', version: 1 },
      event: { kind: 'campaign.begun' },
    });
  });

  it('closes once', () => {
    const begun = beginCampaign(input, ground, around);
    if ('code' in begun) throw new Error(begun.code);
    const closed = closeCampaign(begun.next, 'byHand', 'Fel text', around);
    if ('code' in closed) throw new Error(closed.code);
    expect(closed.next).toMatchObject({ state: 'closed', closedOn: '2026-11-23', closedBecause: 'byHand' });
    expect(codeOf(closeCampaign(closed.next, 'dayPassed', null, around))).toBe('closed');
  });
});

const question: Question = {
  text: 'Vem?',
  choices: ['Alla', 'Ingen'],
  right: 0,
  explanation: 'Policyn säger alla.',
};
const open: LinkGround = {
  text: { documentId: newId(), documentVersionId: newId(), contentHash: 'hash', sinceVersionId: null },
  campaignId: newId(),
  questions: [question],
  hasAcknowledged: false,
  subject: { personId: newId(), externalPartyId: null },
  isSpent: false,
  isOver: false,
};
const party: LinkGround = { ...open, subject: { personId: null, externalPartyId: newId() } };
const followed = { token: 'x'.repeat(43), choices: [], company: null, name: null };

describe('acknowledging by a link', () => {
  it.each<[string, LinkGround, Partial<typeof followed> | object, string]>([
    ['without the questions', open, {}, 'yes'],
    ['with the right answer', open, { choices: [0] }, 'yes'],
    ['with a wrong answer', open, { choices: [1] }, 'yes'],
    ['with an answer there is not', open, { choices: [2] }, 'answersIncomplete'],
    ['with too many answers', open, { choices: [0, 0] }, 'answersIncomplete'],
    ['twice', { ...open, hasAcknowledged: true }, {}, 'alreadyAcknowledged'],
    [
      'twice, after the campaign',
      { ...open, hasAcknowledged: true, isOver: true },
      {},
      'alreadyAcknowledged',
    ],
    ['after the campaign', { ...open, isOver: true }, {}, 'linkOver'],
    ['after it was taken back', { ...open, isSpent: true }, {}, 'linkSpent'],
    [
      'again, after it was taken back',
      { ...open, isSpent: true, hasAcknowledged: true },
      {},
      'alreadyAcknowledged',
    ],
    ['of a text that was superseded', { ...open, text: null }, {}, 'notInForce'],
    ['as a party, with names', party, { company: 'Bolaget AB', name: 'Eva' }, 'yes'],
    ['as a party, without a name', party, { company: 'Bolaget AB' }, 'nameMissing'],
    ['as a party, without a company', party, { name: 'Eva' }, 'nameMissing'],
  ])('%s', (_name, given, more, code) => {
    expect(codeOf(acknowledgeByLink(given, { ...followed, ...more }, around))).toBe(code);
  });

  it('stores and tells that the questions were gone through, and no answer', () => {
    const right = acknowledgeByLink(open, { ...followed, choices: [0] }, around);
    const wrong = acknowledgeByLink(open, { ...followed, choices: [1] }, around);
    const bare = (result: object) => JSON.stringify(result).replace(/"id":"[^"]*"|"record":"[^"]*"/g, '');
    expect(bare(wrong)).toBe(bare(right));
    expect(wrong).toMatchObject({ next: { questionsDone: true } });
  });

  it('takes the time from the server', () => {
    expect(acknowledgeByLink(open, followed, around)).toMatchObject({ next: { acknowledgedAt: now } });
  });

  it('can be taken back once', () => {
    const made = acknowledgeByLink(open, followed, around);
    if ('code' in made) throw new Error(made.code);
    const back = withdraw(made.next, 'Fel person', around);
    if ('code' in back) throw new Error(back.code);
    expect(back).toMatchObject({
      next: { withdrawnOn: '2026-11-23', version: 2 },
      event: { reason: 'Fel person' },
    });
    expect(codeOf(withdraw(back.next, 'Igen', around))).toBe('withdrawn');
  });
});

describe('a list signed on paper', () => {
  const ids = [newId<'CampaignRecipient'>(), newId<'CampaignRecipient'>()];
  const signatory = (recipientId: string, hasAcknowledged = false) => ({
    recipientId,
    subject: { personId: newId<'Person'>(), externalPartyId: null },
    sinceVersionId: null,
    hasAcknowledged,
  });
  const paper: PaperGround = {
    campaignId: newId(),
    text: { documentId: newId(), documentVersionId: newId(), contentHash: 'hash' },
    opensOn: '2026-11-01',
    isClosed: false,
    signatories: ids.map((id) => signatory(id)),
  };
  const entered = { heldOn: '2026-11-20', meeting: 'Arbetsplatsträff', recipientIds: ids };
  it.each<[string, Partial<PaperGround>, Partial<typeof entered>, string]>([
    ['is entered', {}, {}, 'yes'],
    ['on the day itself', {}, { heldOn: '2026-11-23' }, 'yes'],
    ['of a campaign that is closed', { isClosed: true }, {}, 'closed'],
    ['from tomorrow', {}, { heldOn: '2026-11-24' }, 'heldInFuture'],
    ['from before the campaign', {}, { heldOn: '2026-10-31' }, 'heldBeforeOpening'],
    ['with somebody who is not asked', { signatories: [signatory(ids[0] ?? '')] }, {}, 'recipientUnknown'],
    ['where all have done it', { signatories: ids.map((id) => signatory(id, true)) }, {}, 'nothingToEnter'],
  ])('%s', (_name, given, more, code) => {
    expect(codeOf(enterPaper({ ...paper, ...given }, { ...entered, ...more }, around))).toBe(code);
  });

  it('passes by those who had acknowledged, and says how many', () => {
    const signatories = [signatory(ids[0] ?? ''), signatory(ids[1] ?? '', true)];
    expect(enterPaper({ ...paper, signatories }, entered, around)).toMatchObject({
      next: [{ way: 'paper', paper: { heldOn: '2026-11-20', meeting: 'Arbetsplatsträff' } }],
      event: { data: { entered: 1, passedBy: 1 } },
    });
  });

  const candidates = [
    { id: 'a', name: 'Åsa Öberg', unitName: 'Skolan', state: 'waiting' as const },
    { id: 'b', name: 'Bo Ek', unitName: 'Skolan', state: 'waiting' as const },
    { id: 'c', name: 'Bo Ek', unitName: 'Omsorgen', state: 'waiting' as const },
    { id: 'd', name: 'Eva Ål', unitName: null, state: 'acknowledged' as const },
    { id: 'e', name: 'Ulf Å', unitName: null, state: 'left' as const },
  ];
  it.each([
    [['Åsa Öberg'], ['found']],
    [['öberg, åsa'], ['found']],
    [['  ÅSA   öberg '], ['found']],
    [
      ['Åsa Öberg', 'Öberg, Åsa'],
      ['found', 'twice'],
    ],
    [['Bo Ek'], ['several']],
    [['Eva Ål'], ['alreadyAcknowledged']],
    [['Ulf Å'], ['left']],
    [
      ['Okänd Person', '=cmd|calc'],
      ['unknown', 'unknown'],
    ],
  ])('finds whom the lines mean: %j', (lines, outcomes) => {
    expect(matchLines(lines, candidates).map((one) => one.outcome)).toEqual(outcomes);
  });

  it('compares names alike, however they are spaced', () => {
    expect(plainName(' Öberg ,  Åsa')).toBe(plainName('åsa öberg'));
  });
});

describe('questions', () => {
  it.each([
    [{ employee: [question], everyone: [question] }, 'employee', 'employee'],
    [{ everyone: [question] }, 'elected', 'everyone'],
    [{ employee: [], everyone: [question] }, 'employee', 'everyone'],
    [{ everyone: [question] }, 'externalParty', null],
    [{ externalParty: [question] }, 'externalParty', 'externalParty'],
    [{}, 'external', null],
  ] as const)('%j asks %s those of %s', (questions, kind, audience) => {
    expect(audienceOf(questions, kind)).toBe(audience);
  });

  it('are answered with what is right', () => {
    expect(answersTo([question], [1])).toEqual([{ question, choice: 1, isRight: false }]);
    expect(answersTo([question], [5])).toBeNull();
    expect(answersTo([question], [])).toBeNull();
  });
});

describe('figures', () => {
  it('are Värna’s own until somebody has set others', () => {
    expect(targetsFrom([])).toEqual({ staffShare: 90, firstReminder: 7, secondReminder: 14 });
    expect(targetsFrom([{ name: 'staffShare', value: 75 }]).staffShare).toBe(75);
  });

  it.each([
    ['2026-11-23', 5, '2026-11-16'],
    ['2026-11-23', 1, '2026-11-22'],
    ['2026-12-28', 1, '2026-12-27'],
    ['2026-12-28', 2, '2026-12-22'],
  ])('on %s, %i working days ago is %s', (today, days, asked) => {
    expect(askedAtTheLatest(today, days)).toBe(asked);
  });

  it('a reminder is due from its day and not before', () => {
    const day = fc
      .integer({ min: 0, max: 700 })
      .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), (today, days) => {
        const latest = askedAtTheLatest(today, days);
        const next = new Date(Date.parse(latest) + 86_400_000).toISOString().slice(0, 10);
        expect(addWorkingDays(latest, days) <= today).toBe(true);
        expect(addWorkingDays(next, days) > today).toBe(true);
      }),
    );
  });
});
