import type { TextsLike } from '../../../kernel/texts.ts';
import type { policyTextTextsSv } from './policy-text.texts.sv.ts';

/** Words about reading a policy text. */
export const policyTextTextsEn: TextsLike<typeof policyTextTextsSv> = {
  emptyText: 'The file has no text in it. Choose another file, or paste the text.',
  tooLong: (length: number, limit: number): string =>
    `The text is too long (number of characters: ${length.toLocaleString('en-GB')}). At most ${limit.toLocaleString('en-GB')} can be read. Is it really the policy?`,
  fileTooLarge: (length: number, limit: number): string =>
    `The file is too large: ${(length / 1_000_000).toFixed(1)} MB. At most ${String(Math.floor(limit / 1_000_000))} MB can be read.`,
  controlCharacters: (line: number): string =>
    `Line ${String(line)} has control characters that do not belong in a text. Remove them, or save the file again as text (UTF-8).`,
  noRecognisableDemand: (sentences: number): string =>
    `We found no demands in the text (${String(sentences)} ${sentences === 1 ? 'sentence' : 'sentences'} read). A demand is a sentence with, for example, “ska”, “får inte”, “ansvarar” or “bör”. Check that it is the right document.`,
  notText: 'The file is not a text file. Choose a txt or docx file, or paste the text.',
  notDocx: 'The file is not a Word document (docx). Open it in Word and save it as docx, or paste the text.',
  brokenDocx:
    'The Word document is damaged and cannot be read. Open it in Word, save a new copy and try again.',
  zipBomb:
    'The Word document is unreasonably large when unpacked. Remove pictures and attachments, or paste the text.',
  markedWrong: (sentence: string): string =>
    `The mark is misplaced at “${sentence}”. Each mark must follow a whole sentence directly, and a sentence has at most one.`,
  leftover: {
    figureWords: 'Words from a figure or a fact box',
    pageNumber: 'Page number',
    runningHeader: 'Page header or footer',
    tableOfContents: 'Table of contents',
    mark: 'Bullet or number in a list',
    lineHyphen: 'Hyphen at the end of a line',
  },
  demand: { ska: 'Requirement (ska)', bor: 'Recommendation (bör)', none: 'No demand' },
  noDemand: {
    statesPurpose: 'The sentence says what the policy is for.',
    overallAim: 'The sentence states the aim that all the demands together measure.',
    definition: 'The sentence explains a word.',
  },
};
