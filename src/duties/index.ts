import { registrationIsCurrent } from './cybersakerhet/andrade-uppgifter.ts';
import { interimReport } from './cybersakerhet/delrapport.ts';
import { incidentNotification } from './cybersakerhet/incidentanmalan.ts';
import { serviceRecipientsAreTold } from './cybersakerhet/informera-mottagare.ts';
import { threatIsTold } from './cybersakerhet/informera-om-cyberhot.ts';
import { progressReporting } from './cybersakerhet/lagesrapport.ts';
import { finalReporting } from './cybersakerhet/slutrapport.ts';
import { earlyWarning } from './cybersakerhet/upplysning.ts';
import { breachIsNotified } from './dataskydd/anmalan-till-imy.ts';
import { processorTells } from './dataskydd/bitradet-underrattar.ts';
import { breachIsRecorded } from './dataskydd/incidentforteckning.ts';
import { peopleAreTold } from './dataskydd/informera-registrerade.ts';
import type { LegalDuty } from './duty.ts';
import { communicationsBreachIsReported } from './kommunikation/integritetsincident.ts';
import { subscribersAreTold } from './kommunikation/informera-abonnenter.ts';
import { counterpartyIsTold } from './ovrigt/avtal-och-forsakring.ts';
import { crimeIsReported } from './ovrigt/polisanmalan.ts';
import { securityEventIsReported } from './sakerhetsskydd/anmalan.ts';
import { securityClientsAreTold } from './sakerhetsskydd/informera-uppdragsgivare.ts';
import { misconductIsReportedInside } from './socialtjanst/lex-sarah-internt.ts';
import { seriousMisconductIsReported } from './socialtjanst/lex-sarah-till-ivo.ts';
import { patientIsTold } from './vard/informera-patienten.ts';
import { seriousCareInjuryIsReported } from './vard/lex-maria.ts';

/** Every duty, in the order they are shown. A file that is not listed here is no duty. */
export const duties: readonly LegalDuty[] = [
  securityEventIsReported,
  securityClientsAreTold,
  earlyWarning,
  incidentNotification,
  interimReport,
  finalReporting,
  progressReporting,
  serviceRecipientsAreTold,
  threatIsTold,
  registrationIsCurrent,
  breachIsNotified,
  processorTells,
  peopleAreTold,
  breachIsRecorded,
  seriousCareInjuryIsReported,
  patientIsTold,
  misconductIsReportedInside,
  seriousMisconductIsReported,
  communicationsBreachIsReported,
  subscribersAreTold,
  crimeIsReported,
  counterpartyIsTold,
];

const byId: ReadonlyMap<string, LegalDuty> = new Map(duties.map((one) => [one.id, one]));

/** The duty with an id, the path of its file; null when there is none. */
export function dutyById(id: string): LegalDuty | null {
  return byId.get(id) ?? null;
}
