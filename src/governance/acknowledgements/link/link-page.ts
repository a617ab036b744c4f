import { escapeHtml as escape, formatLongDate, formatNumber } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/texts.ts';
import { pickTexts } from '../../../kernel/texts.ts';
import type { Piece } from '../../documents/compare/compare.ts';
import { linkPath } from '../invitation-mail.ts';
import type { Answered, Question } from '../questions/question-set.ts';
import { linkTexts } from './link.texts.ts';

/** A sentence as the page shows it. */
interface Shown {
  readonly heading: string;
  readonly text: string;
  readonly kind: 'whole' | 'new' | 'changed';
  readonly pieces: readonly Piece[];
}

/** What the button sends. A program that tries an address with whatever it has does not send it, and acknowledges nothing. */
export const buttonField = 'acknowledge';

/** What stands around every page of a link. */
export interface LinkFrame {
  readonly municipality: string;
  readonly language: Language;
  readonly token: string;
}

/** A text that waits to be acknowledged. */
export interface ToAcknowledge {
  readonly title: string;
  /** `M. L.`, or of a party its name and the contact's initials: no more than tells its owner that it is hers. */
  readonly initials: string;
  readonly closesOn: string;
  /** The number of the version that is known; null when the whole text is to be read. */
  readonly since: number | null;
  readonly sentences: readonly Shown[];
  readonly questions: readonly Question[];
  /** What an external party is called; null for a person. */
  readonly company: string | null;
  /** Why it was not accepted, and what had been written. */
  readonly problem: 'answersIncomplete' | 'nameMissing' | null;
  readonly written: { readonly company: string; readonly name: string } | null;
}

/** The page of a link that waits: it only shows. What acknowledges is the button, which posts. */
export function linkPage(frame: LinkFrame, ask: ToAcknowledge): string {
  const texts = pickTexts(linkTexts, frame.language);
  const lead = ask.since === null ? texts.whole : texts.changes(formatNumber(ask.since, frame.language));
  const day = formatLongDate(ask.closesOn, frame.language);
  return page(
    frame,
    texts.title(ask.title),
    `<h1>${escape(texts.title(ask.title))}</h1>
${problemOf(ask, frame.language)}<p><strong>${escape(texts.whose(ask.initials))}</strong> – ${escape(texts.notYou)}</p>
<p>${escape(lead)} ${escape(texts.lastDay(day))}</p>
<section lang="sv">${sentencesOf(ask, frame.language)}</section>
<form method="post" action="${linkPath}${frame.token}?lang=${frame.language}">
${questionsOf(ask.questions, frame.language)}${yourselfOf(ask, frame.language)}<p>${escape(texts.promise)}</p>
<p><button type="submit" name="${buttonField}" value="yes">${escape(texts.button)}</button></p>
</form>`,
  );
}

/** The page after the button, with what is right of what was asked. */
export function donePage(
  frame: LinkFrame,
  done: { readonly title: string; readonly day: string; readonly answered: readonly Answered[] },
): string {
  const texts = pickTexts(linkTexts, frame.language);
  const day = formatLongDate(done.day, frame.language);
  const rows = done.answered.map(({ question, isRight }) => {
    const verdict = isRight ? texts.right : texts.wrong(question.choices[question.right] ?? '');
    return `<h3>${escape(question.text)}</h3><p>${escape(verdict)} ${escape(question.explanation)}</p>`;
  });
  const answers = rows.length === 0 ? '' : `<h2>${escape(texts.yourAnswers)}</h2>${rows.join('\n')}`;
  return page(
    frame,
    texts.doneTitle,
    `<h1>${escape(texts.doneTitle)}</h1><p role="status">${escape(texts.done(done.title, day))}</p>${answers}`,
  );
}

/** What a link that can no longer be used says. */
export type LinkEnd =
  | { readonly kind: 'already'; readonly title: string; readonly day: string }
  | { readonly kind: 'notOpenYet'; readonly day: string }
  | { readonly kind: 'over' | 'spent' | 'notInForce' | 'missing' | 'wait' };

/** The page of a link that has been used, is over, or is nobody's. */
export function endPage(frame: LinkFrame, end: LinkEnd): string {
  const texts = pickTexts(linkTexts, frame.language);
  const day = 'day' in end ? formatLongDate(end.day, frame.language) : '';
  const words: Record<LinkEnd['kind'], readonly [string, string]> = {
    already: [texts.alreadyTitle, texts.already(end.kind === 'already' ? end.title : '', day)],
    notOpenYet: [texts.overTitle, texts.notOpenYet(day)],
    over: [texts.overTitle, texts.over],
    spent: [texts.overTitle, texts.spent],
    notInForce: [texts.overTitle, texts.notInForce],
    missing: [texts.missingTitle, texts.missing],
    wait: [texts.waitTitle, texts.wait],
  };
  const [title, text] = words[end.kind];
  return page(frame, title, `<h1>${escape(title)}</h1><p>${escape(text)}</p>`);
}

function page({ municipality, language, token }: LinkFrame, title: string, body: string): string {
  const texts = pickTexts(linkTexts, language);
  const other = language === 'sv' ? 'en' : 'sv';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(title)} – ${escape(municipality)}</title>
<link rel="stylesheet" href="/policy.css">
</head>
<body>
<header><p>${escape(municipality)}</p><nav aria-label="${escape(texts.language)}">
<a href="${linkPath}${token}?lang=${other}" lang="${other}">${language === 'sv' ? 'English' : 'Svenska'}</a>
<a href="/">${escape(texts.signIn)}</a></nav></header>
<main>
${body}
</main>
</body>
</html>
`;
}

function problemOf({ problem }: ToAcknowledge, language: Language): string {
  if (problem === null) return '';
  const texts = pickTexts(linkTexts, language);
  return `<div role="alert"><h2>${escape(texts.problem)}</h2><p>${escape(texts[problem])}</p></div>\n`;
}

function sentencesOf({ since, sentences }: ToAcknowledge, language: Language): string {
  const texts = pickTexts(linkTexts, language);
  if (since !== null && sentences.length === 0) return `<p lang="${language}">${escape(texts.noChange)}</p>`;
  let heading = '';
  return sentences
    .map((one) => {
      const isSame = one.heading === heading || one.heading === '';
      if (!isSame) heading = one.heading;
      const mark =
        one.kind === 'whole'
          ? ''
          : `<strong lang="${language}">${escape(one.kind === 'new' ? texts.isNew : texts.isChanged)}:</strong> `;
      return `${isSame ? '' : `<h2>${escape(heading)}</h2>\n`}<p>${mark}${wordsOf(one)}</p>`;
    })
    .join('\n');
}

function wordsOf({ text, pieces }: Shown): string {
  if (pieces.length === 0) return escape(text);
  const tags = { kept: ['', ''], added: ['<ins>', '</ins>'], removed: ['<del>', '</del>'] } as const;
  return pieces.map(({ kind, words }) => `${tags[kind][0]}${escape(words)}${tags[kind][1]}`).join('');
}

function questionsOf(questions: readonly Question[], language: Language): string {
  if (questions.length === 0) return '';
  const texts = pickTexts(linkTexts, language);
  const fieldsets = questions.map(({ text, choices }, place) => {
    const options = choices.map(
      (choice, at) =>
        `<p><label><input type="radio" name="q${place}" value="${at}"> ${escape(choice)}</label></p>`,
    );
    return `<fieldset lang="sv"><legend>${escape(text)}</legend>${options.join('')}</fieldset>`;
  });
  return `<h2>${escape(texts.questions)}</h2><p>${escape(texts.questionsHint)}</p>${fieldsets.join('\n')}\n`;
}

function yourselfOf({ company, written }: ToAcknowledge, language: Language): string {
  if (company === null) return '';
  const texts = pickTexts(linkTexts, language);
  const field = (name: string, label: string, value: string, autocomplete: string) =>
    `<p><label>${escape(label)}<br><input name="${name}" required maxlength="200" autocomplete="${autocomplete}" value="${escape(value)}"></label></p>`;
  return `<fieldset><legend>${escape(texts.yourself)}</legend>
${field('company', texts.company, written?.company ?? company, 'organization')}
${field('name', texts.name, written?.name ?? '', 'name')}</fieldset>\n`;
}
