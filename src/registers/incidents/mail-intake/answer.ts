import type { Language } from '../../../kernel/texts.ts';
import { pickTexts } from '../../../kernel/texts.ts';
import { type ComposedMail, compose } from '../../../mail/message.ts';
import { largestFromAnyone } from '../file.ts';
import { mailIntakeTexts } from './mail-intake.texts.ts';
import type { SettleInput } from './mail-intake.ts';

/** What an answer is framed with. */
export interface AnswerFrame {
  readonly language: Language;
  readonly municipality: string;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  /** How large a letter is taken (MB). */
  readonly largest: number;
}

/**
 * What a letter's sender is answered: the code that her report is followed by, or that her letter could not be taken and where she can
 * report instead. Nothing of what she wrote is in it: her name can be forged, and whoever bears it is to learn nothing.
 */
export function answerTo(
  {
    sender,
    outcome,
    reason,
    code,
    filesRefused,
  }: Pick<SettleInput, 'sender' | 'outcome' | 'reason' | 'code' | 'filesRefused'>,
  { language, municipality, publicUrl, largest }: AnswerFrame,
): ComposedMail {
  const { answer: texts } = pickTexts(mailIntakeTexts, language);
  // Nobody knows which language a stranger reads.
  const { answer: others } = pickTexts(mailIntakeTexts, language === 'sv' ? 'en' : 'sv');
  const isTaken = outcome === 'report';
  const files =
    filesRefused === 0 ? [] : [texts.filesRefused(String(filesRefused), String(largestFromAnyone))];
  const why = reason === 'tooLarge' ? texts.tooLarge(String(largest)) : texts.unreadable;
  return compose(
    {
      kind: 'reportAnswer',
      address: sender,
      personId: null,
      language,
      subject: isTaken ? texts.taken : texts.notTaken,
      paragraphs: isTaken
        ? [texts.thanks, ...files, texts.next, others.brief, texts.code]
        : [why, texts.instead, others.instead],
      verbatim: isTaken ? code : null,
      link: isTaken
        ? { label: texts.follow, url: `${publicUrl}/rapportera/folj` }
        : { label: texts.report, url: `${publicUrl}/rapportera` },
      because: texts.because,
      attachment: null,
    },
    municipality,
  );
}
