import type { Bilingual } from '../../clauses/clause.ts';
import { dayOf } from '../../kernel/calendar.ts';
import { dueOf } from '../clock.ts';
import { termOn } from '../dated.ts';
import type { Circumstance, Verification } from '../duty.ts';
import { deliveryOf } from '../stages.ts';

/** Cybersäkerhetslagen (2025:1506) came into force. */
export const lawFrom = '2026-01-15';
/** MCFFS 2026:8 came into force, with numbers for what is significant and fields for each report. */
export const regulationFrom = '2026-07-01';
export const dayBeforeRegulation = '2026-06-30';

export const lawVerification: Verification = {
  state: 'verifiedAgainstOfficialText',
  on: '2026-11-23',
  source: 'Cybersäkerhetslagen (2025:1506), läst i en arkiverad kopia av lagtexten',
};

/** The fields of MCFFS 2026:8, and of the portal, as somebody else reports them. */
export const fieldsVerification: Verification = {
  state: 'reportedBySecondarySource',
  on: '2026-11-23',
  source: 'MCFFS 2026:8 och rapporteringsportalen, såsom de återges av en tredje part i juli 2026',
};

/** Before the regulation the law alone said what to report: the frame of the directive. */
export const frameVerification: Verification = {
  state: 'reportedBySecondarySource',
  on: '2026-11-23',
  source: 'NIS 2-direktivet (EU) 2022/2555 artikel 23.4, ur allmän kunskap',
};

export const transition: Bilingual = {
  sv: 'Reglerna som gällde den dag ni fick kännedom om incidenten avgör. Skicka till den som är mottagare den dag ni skickar.',
  en: 'The rules in force on the day you came to know of the incident decide. Send to whoever is the recipient on the day you send.',
};

export const notification = { duty: 'cybersakerhet/incidentanmalan', stage: 'notification' } as const;
export const finalReport = { duty: 'cybersakerhet/slutrapport', stage: 'final' } as const;

/** When the final report falls due, one month after the notification was sent; null while it has not been. */
export function finalDueAt(circumstance: Circumstance): string | null {
  const sent = deliveryOf(circumstance, notification.duty, notification.stage);
  if (sent === null) return null;
  const term = termOn(circumstance.data, 'cyberFinal', dayOf(new Date(sent.sentAt)));
  return term === null ? null : dueOf(term, sent.sentAt);
}

/** Does the incident still go on when the final report falls due (2 kap. 8 §)? True also while nobody can tell yet. */
export function goesOnAtFinal(circumstance: Circumstance, dueAt: string): boolean {
  const { handledAt } = circumstance.facts;
  return handledAt === null || Date.parse(handledAt) > Date.parse(dueAt);
}
