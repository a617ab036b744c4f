import type { Term } from './dated.ts';
import type { TermKey, Verification, VerificationState } from './duty.ts';

const readIn = (source: string, state: VerificationState = 'verifiedAgainstOfficialText'): Verification => ({
  state,
  on: '2026-11-23',
  source,
});

const cyberLaw = (paragraph: string) => readIn(`Cybersäkerhetslagen (2025:1506) 2 kap. ${paragraph} §`);
const dataProtection = (article: string): Verification => ({
  ...readIn(`Dataskyddsförordningen (EU) 2016/679 artikel ${article}`),
  on: '2026-11-26',
});

type Figure = Pick<Term, 'unit' | 'amount'> & Partial<Pick<Term, 'restDays'>>;

const hours = (amount: number): Figure => ({ unit: 'hours', amount });
/** A last day that is no working day moves to the next (lag 1930:173, 2 §). */
const daysByLaw = (amount: number): Figure => ({ unit: 'days', amount, restDays: 'nextWorkingDay' });
const oneMonthByLaw: Figure = { unit: 'months', amount: 1, restDays: 'nextWorkingDay' };
const atOnce: Figure = { unit: 'atOnce', amount: null };
const withoutDelay: Figure = { unit: 'withoutDelay', amount: null };

function term(key: TermKey, figure: Figure, from: string, verification: Verification): Term {
  return { key, restDays: 'counts', ...figure, from, until: null, verification };
}

/**
 * The terms as we know them. A municipality's own row for the same key and day goes before ours; a release that knows
 * more reaches everyone who has not entered a row.
 */
export const defaultTerms: readonly Term[] = [
  term(
    'protectiveSecurity',
    atOnce,
    '2021-12-01',
    readIn('Säkerhetsskyddsförordningen (2021:955) 2 kap. 4 §: skyndsamt'),
  ),
  term('cyberEarlyWarning', hours(24), '2026-01-15', cyberLaw('5')),
  term('cyberNotification', hours(72), '2026-01-15', cyberLaw('6')),
  term('cyberNotificationTrust', hours(24), '2026-01-15', cyberLaw('6')),
  term('cyberRequest', { unit: 'asAsked', amount: null }, '2026-01-15', cyberLaw('7')),
  term('cyberFinal', oneMonthByLaw, '2026-01-15', cyberLaw('8')),
  term('cyberFinalAfterHandling', oneMonthByLaw, '2026-01-15', cyberLaw('8')),
  term('cyberRecipients', withoutDelay, '2026-01-15', cyberLaw('9 och 10')),
  term('cyberRegistration', daysByLaw(14), '2026-01-15', cyberLaw('2')),
  term('breachNotification', hours(72), '2018-05-25', dataProtection('33.1')),
  term('breachProcessor', withoutDelay, '2018-05-25', dataProtection('33.2')),
  term('breachPeople', withoutDelay, '2018-05-25', dataProtection('34.1')),
  term('breachRecord', atOnce, '2018-05-25', dataProtection('33.5, som inte anger någon tid')),
  term(
    'lexMaria',
    withoutDelay,
    '2017-10-01',
    readIn('Patientsäkerhetslagen (2010:659) 3 kap. 5 §: snarast'),
  ),
  term('patient', withoutDelay, '2011-01-01', readIn('Patientsäkerhetslagen (2010:659) 3 kap. 8 §: snarast')),
  term('lexSarahInternal', atOnce, '2011-07-01', readIn('LSS (1993:387) 24 b §: genast')),
  term(
    'lexSarahExternal',
    withoutDelay,
    '2011-07-01',
    readIn('LSS (1993:387) 24 f § och IVO:s webbsidor: snarast', 'reportedBySecondarySource'),
  ),
  term(
    'communications',
    hours(24),
    '2022-06-03',
    readIn('Förordning (EU) nr 611/2013 artikel 2, enligt PTS webbsida', 'reportedBySecondarySource'),
  ),
  term(
    'communicationsSubscribers',
    withoutDelay,
    '2022-06-03',
    readIn('Förordning (EU) nr 611/2013 artikel 3, enligt PTS webbsida', 'reportedBySecondarySource'),
  ),
  term(
    'police',
    { unit: 'asAgreed', amount: null },
    '2007-06-01',
    readIn('Ingen lag anger någon tid', 'unsettled'),
  ),
  term(
    'agreement',
    { unit: 'asAgreed', amount: null },
    '2000-01-01',
    readIn('Står i varje avtal för sig', 'unsettled'),
  ),
];
