import type { Responsible } from '../../../clauses/clause.ts';

/**
 * The words by which Swedish policies name whoever is to do something, in the order they are looked for where one is part of
 * another (informationssäkerhetssamordnare, säkerhetssamordnare). The data protection officer is not among them: she
 * watches over demands and answers for none (GDPR art. 38.6, 39).
 */
const named: readonly (readonly [Responsible, string])[] = [
  ['council', '(?:kommun|region)?fullmäktige'],
  ['executiveBoard', 'kommunstyrelsen?|kommunledningsutskottet'],
  ['municipalDirector', '(?:kommun|stads|region)direktör(?:en)?|kommunchef(?:en)?'],
  [
    'informationSecurityCoordinator',
    'informationssäkerhets(?:samordnar|ansvarig|strateg|chef|funktion|specialist)\\p{L}*|ciso',
  ],
  ['securityCoordinator', 'säkerhets(?:samordnar|chef|strateg|ansvarig)\\p{L}*'],
  [
    'itManager',
    '(?:it|ikt)-?(?:chef|avdelning|enhet|funktion|ansvarig|driften?|verksamhet)\\p{L}*|digitaliseringschef\\p{L}*',
  ],
  ['hrManager', '(?:hr|personal)-?(?:chef|avdelning|enhet|funktion)\\p{L}*'],
  ['informationOwner', 'informations?(?:ägar|ansvarig)\\p{L}*'],
  ['systemOwner', '(?:system|objekt|tjänste)ägar\\p{L}*|systemansvarig\\p{L}*'],
  ['systemMaintainer', 'systemförvaltar\\p{L}*|förvaltningsledar\\p{L}*'],
  ['departmentHead', '(?:förvaltnings|sektors?)-?(?:chef|direktör)\\p{L}*'],
  ['auditor', 'revisor(?:n|er|erna)?'],
  [
    'manager',
    '(?:enhets|avdelnings|verksamhets|linje)?chef(?:en|er|erna)?|rektor(?:n|er|erna)?|verksamhetsansvarig\\p{L}*|(?:verksamhets|enhets)ledar\\p{L}*',
  ],
];

const whole = (pattern: string): string => `(?<![\\p{L}\\p{N}-])(?:${pattern})(?![\\p{L}\\p{N}])`;
const patterns = named.map(([who, pattern]) => [who, new RegExp(whole(pattern), 'iu')] as const);
const demanding =
  /(?<![\p{L}-])(?:ska|skall|bör|måste|får|ansvarar|svarar|ansvara|åligger|fastställer|antar|beslutar|utser|har|bär|är)(?![\p{L}-])/iu;
/** The subject where it follows the verb at once: ”Därefter ska (då) kommunstyrelsen …”; never an object (”ska ha en systemägare”). */
const invertedSubject = /^\s+(?:(?:då|även|också|därför|sedan|alltid)\s+)?([\p{L}-]+)/u;

/** Who stands in a stretch of words, the first named; null when nobody does. */
function firstNamed(words: string): Responsible | null {
  let best: { who: Responsible; at: number } | null = null;
  for (const [who, pattern] of patterns) {
    const at = pattern.exec(words)?.index;
    if (at !== undefined && (best === null || at < best.at)) best = { who, at };
  }
  return best?.who ?? null;
}

/**
 * Whom the words of a demand lay it on: by whom it is to be done (”utses av förvaltningschefen”), its subject (”Systemägaren
 * ska …”, ”Därefter ska kommunstyrelsen …”, ”Det åligger informationsägaren …”), or the subject of the words that lead in a
 * list (”Kommunstyrelsen ska:”). Null when nobody is named, as in most demands in the passive.
 */
export function officeInWords(sentence: string, leadIn: string | null): Responsible | null {
  const agent = /(?<!\p{L})av\s+((?:[\p{L}-]+\s+){0,1}[\p{L}-]+)/iu.exec(sentence)?.[1];
  const verb = demanding.exec(sentence);
  const before = verb === null ? '' : sentence.slice(0, verb.index);
  const next = verb === null ? '' : sentence.slice(verb.index + verb[0].length);
  return (
    (agent === undefined ? null : firstNamed(agent)) ??
    firstNamed(before) ??
    firstNamed(invertedSubject.exec(next)?.[1] ?? '') ??
    (leadIn === null ? null : firstNamed(leadIn))
  );
}
