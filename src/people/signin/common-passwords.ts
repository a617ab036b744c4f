/**
 * Passwords that people choose and guessers try first. Made here by rule: a word, or two, with the years, digits and
 * signs that are put after them to please a rule. Written for Sweden; no list of anybody's leaked passwords is used.
 */
const words = `
  lösenord losenord password passord passw0rd p@ssword p@ssw0rd passwort hemligt hemlig hemlighet secret admin
  administrator administratör root user användare guest gäst test testar testing default welcome välkommen valkommen
  inloggning login logga letmein släppin changeme bytmig byt ändra qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm
  qazwsx qwe abc abcd abcdef iloveyou jagälskardig älskling alskling älskar kärlek karlek hjärtat hej hejhej hejsan
  hallå tjena mamma pappa mormor farmor morfar familj familjen barn barnen hunden katten kisse kissekatt vovven
  sommar summer vinter winter höst host autumn vår spring midsommar påsk pask jul julafton nyår semester fredag
  måndag tisdag onsdag torsdag lördag söndag januari februari mars april maj juni juli augusti september oktober
  november december monday friday january february march june july august october sverige sweden svensk stockholm
  göteborg goteborg malmö malmo uppsala västerås örebro linköping helsingborg norrköping jönköping umeå umea luleå
  lulea kiruna gävle sundsvall borås eskilstuna karlstad växjö halmstad kalmar östersund överkalix overkalix kalix
  norrbotten lappland dalarna skåne småland gotland kommun kommunen kommunhuset region regionen skola skolan vård
  omsorg socialtjänst kontoret kontor arbete jobbet jobb chef rektor lärare elev sekreterare ekonomi personal fotboll
  hockey ishockey aik djurgården djurgarden hammarby ifk brynäs frölunda färjestad modo björklöven skellefteå
  liverpool arsenal chelsea barcelona zlatan ibrahimovic volvo saab scania ikea ericsson spotify abba roxette superman
  batman spiderman pokemon pikachu starwars starwars minecraft fortnite monkey dragon shadow master sunshine princess
  prinsessa football baseball solsken blomma blommor blåbär lingon jordgubb kanelbulle kaffe choklad pannkaka potatis
  banan apelsin citron äpple anna maria eva karin lena kristina sara johan erik lars anders per nils karl mikael
  fredrik magnus peter thomas emma elsa alice maja oskar hugo william oliver lucas viktor alexander pernilla svensson
  andersson johansson karlsson nilsson eriksson larsson olsson persson gustafsson computer dator datorn internet
  windows microsoft apple google facebook iphone samsung android server network nätverk säkerhet sakerhet security
  information värna varna policy trustno correcthorsebatterystaple batterystaple correcthorse jesus gud halleluja
  freedom frihet hejdå bajs skit fan jävla helvete snygg sexig pengar rik miljon lycka lycklig glad solig stjärna
  måne himmel havet skogen fjällen älgen renen björnen vargen hästen hästar ponny kanin hamster guldfisk
`
  .trim()
  .split(/\s+/);

const known = new Set(words);
const years = /^(?:19[3-9]\d|20[0-4]\d|[0-9]{2})$/;

/** Is the password (in lower case) a common word or two, repeated or with only digits and signs around them? */
export function isCommon(password: string): boolean {
  const plain = unleet(password);
  for (const text of new Set([password, plain])) {
    const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
    if (core === '' || isWords(core)) return true;
    if (isWords(text.replace(/[^\p{L}]/gu, '')) && longestRun(text) <= 4) return true;
  }
  return isYears(password);
}

function isWords(text: string): boolean {
  if (known.has(text)) return true;
  const half = text.slice(0, text.length / 2);
  if (half !== '' && text === half + half) return true;
  for (let cut = 2; cut < text.length - 1; cut++) {
    const rest = text.slice(cut);
    if (known.has(text.slice(0, cut)) && (known.has(rest) || (rest.length > 3 && isThird(rest)))) return true;
  }
  return false;
}

/** The same word once more, or one more known word after the second. */
function isThird(text: string): boolean {
  for (let cut = 2; cut < text.length - 1; cut++) {
    if (known.has(text.slice(0, cut)) && known.has(text.slice(cut))) return true;
  }
  return false;
}

function longestRun(text: string): number {
  return Math.max(0, ...text.split(/\p{L}+/u).map((run) => run.length));
}

function isYears(text: string): boolean {
  const parts = text.split(/[^0-9]+/).filter((part) => part !== '');
  return /^[^\p{L}]+$/u.test(text) && parts.every((part) => years.test(part) || /^(\d)\1*$/.test(part));
}

/** Digits and signs that stand for letters are read as the letters. */
function unleet(text: string): string {
  const letters: Readonly<Record<string, string>> = {
    '0': 'o',
    '1': 'i',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '7': 't',
    '@': 'a',
    $: 's',
    '!': 'i',
  };
  return text.replace(/(?<=\p{L})[013457@$!](?=\p{L})/gu, (sign) => letters[sign] ?? sign);
}
