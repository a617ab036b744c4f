/** Endings of Swedish nouns, adjectives and verbs, the longest first. A light list: it only has to bring like to like. */
const endings = (
  'heterna hetens heten arnas ernas ornas andes arens arnas aste ades erna erns orna arna arne aren ande ende ades ' +
  'ades het ens ers ets ade are ast ern ans or ar er en et an as es at ad te de st n t a e s'
).split(' ');

/** The shortest stem that an ending may leave. */
const shortestStem = 4;

const common = new Set(
  (
    'och att det som den för med till ska skall bör inte har var vara alla varje sin sina sitt dess denna detta dessa ' +
    'ett från eller vid ut upp hur vad vem när där samt även också kan får utan under efter inom genom mellan mot ' +
    'finns finnas vi oss vår våra de dem man är av på om så i en sig ha blir annan annat andra någon något kommunen ' +
    'kommunens kommun alltid minst innan ta tar tas reda se ser göra görs göras gör vilka vilken vilket sätt uppgift ' +
    'uppgifter uppgiften uppgifterna får rätt följande'
  ).split(' '),
);

/** The stem of one word in lower case: a Swedish inflection cut off, never shorter than four letters. */
export function stem(word: string): string {
  for (const ending of endings) {
    if (word.length - ending.length >= shortestStem && word.endsWith(ending))
      return word.slice(0, -ending.length);
  }
  return word;
}

/** The stems of a text's words that carry meaning, in order and with repetition. */
export function stems(text: string): string[] {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => word.length > 1 && !common.has(word)).map(stem);
}
