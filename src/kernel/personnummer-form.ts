/**
 * Does the text hold what looks like a Swedish personal identity number or coordination number? Six or eight digits
 * of a date that exists (a coordination number adds 60 to the day) and four with a right check digit. Personnummer
 * may be handled only where it is clearly motivated (lag 2018:218, 3 kap. 10 §); Värna never asks for one, so a match
 * in free text is a question to the person, not an error. It stands by itself so that a page can ask before anything is sent.
 * The digits of an id or a checksum (an address of Värna's own pasted into a text) are nobody's.
 */
export function looksLikePersonnummer(text: string): boolean {
  // However it is spelled: full-width digits, any kind of dash, spaces around it, the date with dashes of its own.
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(identifier, ' … ');
  for (const match of plain.matchAll(
    /(?<!\d)(?:19|20)?(\d{2})[-. ]?(\d{2})[-. ]?(\d{2}) ?[-+.]? ?(\d{4})(?!\d)/g,
  )) {
    const [, year = '', month = '', day = '', last = ''] = match;
    if (isDate(Number(month), Number(day) % 60) && hasCheckDigit(year + month + day + last)) return true;
  }
  return false;
}

/** A UUID, or a checksum of at least 128 bits in hexadecimal: by chance one in seven thousand holds a number that fits. */
const identifier = /(?<![\da-z])(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{32,})(?![\da-z])/gi;

function isDate(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2024, month, 0)).getUTCDate();
}

/** The Luhn sum of all ten digits is a multiple of ten. */
function hasCheckDigit(ten: string): boolean {
  const sum = Array.from(ten).reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
