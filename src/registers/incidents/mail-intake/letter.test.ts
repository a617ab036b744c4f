import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFor } from '../code.ts';
import {
  addedBy,
  hasRoomToAnswer,
  type Letter,
  type LetterSigns,
  mayAnswer,
  mostAnswersToAll,
  mostAnswersToOne,
  noReportBecause,
  ownWords,
  toldIn,
  wholeIn,
} from './letter.ts';

const plainSigns: LetterSigns = {
  returnPath: '<anna@kommun.example>',
  autoSubmitted: '',
  precedence: '',
  suppress: '',
  contentType: 'text/plain; charset=utf-8',
  isFromList: false,
  isAutoReply: false,
};
const letter = (more: Partial<Letter> = {}, signs: Partial<LetterSigns> = {}): Letter => ({
  messageId: '<1@kommun.example>',
  from: 'anna@kommun.example',
  date: 'mon, 23 nov 2026 10:00:00 +0100',
  subject: 'Fel mottagare',
  text: 'Ett brev gick fel.',
  files: [],
  returned: null,
  ...more,
  signs: { ...plainSigns, ...signs },
});
const own = new Set(['varna@kommun.example', 'incident@kommun.example']);
const code = codeFor('a'.repeat(32));

describe('a letter', () => {
  it.each<[string, Letter, string | null, boolean]>([
    ['from somebody', letter(), null, true],
    [
      'without words but with a file',
      letter({ text: '', subject: '', files: [{ name: 'a', bytes: new Uint8Array(1) }] }),
      null,
      true,
    ],
    ['of nothing', letter({ text: ' ', subject: '' }), 'empty', true],
    ['that came back', letter({}, { returnPath: '<>' }), 'bounce', true],
    [
      'that tells of one that did not arrive',
      letter({}, { contentType: 'multipart/report; report-type=delivery-status' }),
      'bounce',
      true,
    ],
    ['from a carrier', letter({ from: 'mailer-daemon@kommun.example' }), 'bounce', false],
    ['from who is away', letter({}, { autoSubmitted: 'auto-replied (vacation)' }), 'autoReply', false],
    ['from who is away, of an older kind', letter({}, { isAutoReply: true }), 'autoReply', true],
    ['that says so in its precedence', letter({}, { precedence: 'auto_reply' }), 'autoReply', true],
    ['from ourselves', letter({ from: 'varna@kommun.example' }), 'own', true],
    ['from a machine that watches', letter({}, { autoSubmitted: 'auto-generated' }), null, false],
    ['that a person is said to have sent', letter({}, { autoSubmitted: 'no' }), null, true],
    ['by a list', letter({}, { isFromList: true }), null, false],
    ['in bulk', letter({}, { precedence: 'bulk' }), null, false],
    ['that wants no answer', letter({}, { suppress: 'dr, oof, autoreply' }), null, false],
    ['from who takes no answer', letter({ from: 'no-reply@kommun.example' }), null, false],
    ['from no address', letter({ from: '' }), null, false],
    ['from what would break a header', letter({ from: 'a@b.example\r\nbcc: x@y.example' }), null, false],
  ])('%s', (_who, one, because, answered) => {
    expect(noReportBecause(one, own)).toBe(because);
    expect(mayAnswer(one)).toBe(answered);
  });

  it('is told by its subject and its words, without the code of any case', () => {
    expect(toldIn(letter())).toBe('Fel mottagare\n\nEtt brev gick fel.');
    expect(toldIn({ subject: '', text: 'Ja' })).toBe('Ja (brev utan text)');
    expect(toldIn({ subject: `Re: ${code}`, text: `> ${code}` })).not.toContain(code);
  });

  it('is never longer than the field takes, and then the whole is a file', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 9000, unit: 'grapheme' }),
        fc.string({ maxLength: 300 }),
        (text, subject) => {
          const said = toldIn({ subject, text });
          expect(said.length).toBeLessThanOrEqual(4000);
          expect(said.length).toBeGreaterThanOrEqual(3);
          if (said.includes('Hela brevet finns bland filerna'))
            expect(wholeIn({ subject, text })).not.toBeNull();
        },
      ),
    );
  });

  it.each([
    [
      'Det var två brev.\n\nDen mån 23 nov. 2026 kl 10:00 skrev Värna <varna@kommun.example>:\n> Tack',
      'Det var två brev.',
    ],
    ['Det var två brev.\n\nOn Mon, 23 Nov 2026 at 10:00, Värna wrote:\n> Thanks', 'Det var två brev.'],
    ['Det var två brev.\n\nFrån: Värna\nSkickat: i dag', 'Det var två brev.'],
    ['Det var två brev.\n-----Ursprungligt meddelande-----\nTack', 'Det var två brev.'],
    ['> bara ett citat', '> bara ett citat'],
    [`Koden är ${code}`, 'Koden är …'],
  ])('as an answer says its own words: %j', (text, said) => {
    expect(ownWords(text)).toBe(said);
    expect(addedBy({ text, subject: 'Re' })).toBe(said);
  });
});

it.each([
  [0, 0, true],
  [mostAnswersToOne - 1, 0, true],
  [mostAnswersToOne, 0, false],
  [0, mostAnswersToAll, false],
])('with %i answers to one and %i to all there is room for another: %s', (one, all, has) => {
  expect(hasRoomToAnswer({ fromSender: 0, takenFromAll: 0, answersToSender: one, answersToAll: all })).toBe(
    has,
  );
});
