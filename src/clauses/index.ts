import { responsibilityFollowsActivity } from './ansvar/ansvaret-foljer-verksamheten.ts';
import { managerSeesThatPolicyIsFollowed } from './ansvar/chef-ser-till-att-policyn-foljs.ts';
import { contractorsAreBound } from './ansvar/entreprenorer-ar-bundna.ts';
import { agreementsDescribeResponsibilities } from './avtal/avtal-beskriver-ansvarsfordelning.ts';
import { processorAgreementsExist } from './avtal/personuppgiftsbitradesavtal-finns.ts';
import { serviceLevelsAreFollowedUp } from './avtal/servicenivaavtal-anger-uppfoljning.ts';
import { serviceLevelAgreementsExist } from './avtal/servicenivaavtal-finns.ts';
import { serviceLevelsFollowClassification } from './avtal/servicenivaavtal-foljer-klassningen.ts';
import { deviationsAreDocumented } from './avvikelser/avvikelser-dokumenteras-och-foljs-upp.ts';
import { incidentsAreReported } from './avvikelser/incidenter-anmals-till-myndighet.ts';
import { incidentPlansReduceHarm } from './avvikelser/incidentplaner-minskar-skadan.ts';
import { exceptionsAreDecidedAndLimited } from './avvikelser/undantag-ar-beslutade-och-tidsbegransade.ts';
import { agreementsDoNotOverridePolicy } from './bakgrund/avtal-asidosatter-inte-policyn.ts';
import { externalPartiesKnowThePolicy } from './bakgrund/externa-parter-kanner-till-policyn.ts';
import { councilAdoptsPolicy } from './bakgrund/fullmaktige-faststaller-policyn.ts';
import { policyIsKnownByAll } from './bakgrund/policyn-ar-kand-av-alla.ts';
import { policyIsOnIntranet } from './bakgrund/policyn-finns-pa-intranatet.ts';
import { policyIsOnWebsite } from './bakgrund/policyn-finns-pa-webbplatsen.ts';
import { everyDemandIsFollowed } from './bakgrund/varje-krav-foljs-upp.ts';
import { traceabilityCanBeVerified } from './informationssakerhet/sparbarhet-kan-kontrolleras.ts';
import { allInformationIsClassified } from './klassificering/all-information-ar-klassad.ts';
import { handlingMatchesClass } from './klassificering/hanteringen-motsvarar-klassen.ts';
import { classificationIsListed } from './klassificering/klassningen-ar-fortecknad.ts';
import { personalDataIsClassifiedForTraceability } from './klassificering/personuppgifter-klassas-for-sparbarhet.ts';
import { everyoneReportsEvents } from './mal/alla-rapporterar-handelser.ts';
import { useIsAssessedContinually } from './mal/anvandningen-bedoms-fortlopande.ts';
import { eventsArePrevented } from './mal/handelser-forebyggs.ts';
import { isoStandardIsPursued } from './mal/iso-27000-efterstravas.ts';
import { systemsAreAssessedContinually } from './mal/systemen-bedoms-fortlopande.ts';
import { allInformationWhateverItsForm } from './malgrupp/all-information-oavsett-form.ts';
import { policyCoversAllActivity } from './malgrupp/all-verksamhet-och-alla-bolag.ts';
import { allPeopleAreCovered } from './malgrupp/alla-personer-omfattas.ts';
import { allInformationHasOwner } from './organisation/all-information-har-informationsagare.ts';
import { everyoneKnowsTheirDuty } from './organisation/alla-kan-sitt-ansvar.ts';
import { managersHaveRoutines } from './organisation/chefer-har-rutiner.ts';
import { dataProtectionOfficerIsAppointed } from './organisation/dataskyddsombud-ar-utsett.ts';
import { dataProtectionOfficerIsIndependent } from './organisation/dataskyddsombudet-ar-sjalvstandigt.ts';
import { ownerDecidesHandling } from './organisation/informationsagaren-beslutar-hanteringen.ts';
import { directorSupportsAndAllocates } from './organisation/kommundirektoren-stoder-och-fordelar-resurser.ts';
import { executiveBoardAnswersInTheEnd } from './organisation/kommunstyrelsen-har-yttersta-ansvaret.ts';
import { coordinatorLeadsTheWork } from './organisation/samordnaren-leder-arbetet.ts';
import { systemsSupportClassification } from './organisation/systemen-stoder-klassificeringen.ts';
import { systemsMeetTheDemands } from './organisation/systemen-uppfyller-kraven.ts';
import { everySystemHasOwner } from './organisation/varje-system-har-systemagare.ts';
import { adviceAndSupportExist } from './stod/rad-och-stod-finns.ts';
import { documentsAreCurrent } from './styrning/dokumenten-ar-aktuella.ts';
import { documentsHangTogether } from './styrning/dokumenten-hanger-ihop.ts';
import { boardDecidesMeasures } from './uppfoljning/styrelsen-beslutar-atgarder-och-resurser.ts';
import { boardInformsItselfYearly } from './uppfoljning/styrelsen-informerar-sig-varje-ar.ts';
import type { Clause } from './clause.ts';

/** Every clause of the policy, in the catalogue's order. A file that is not listed here is no clause. */
export const clauses: readonly Clause[] = [
  councilAdoptsPolicy,
  everyDemandIsFollowed,
  policyIsKnownByAll,
  externalPartiesKnowThePolicy,
  policyIsOnWebsite,
  policyIsOnIntranet,
  agreementsDoNotOverridePolicy,
  traceabilityCanBeVerified,
  responsibilityFollowsActivity,
  managerSeesThatPolicyIsFollowed,
  contractorsAreBound,
  adviceAndSupportExist,
  systemsAreAssessedContinually,
  useIsAssessedContinually,
  everyoneReportsEvents,
  eventsArePrevented,
  isoStandardIsPursued,
  policyCoversAllActivity,
  allPeopleAreCovered,
  allInformationWhateverItsForm,
  documentsHangTogether,
  documentsAreCurrent,
  executiveBoardAnswersInTheEnd,
  directorSupportsAndAllocates,
  everySystemHasOwner,
  managersHaveRoutines,
  coordinatorLeadsTheWork,
  allInformationHasOwner,
  ownerDecidesHandling,
  systemsMeetTheDemands,
  systemsSupportClassification,
  everyoneKnowsTheirDuty,
  dataProtectionOfficerIsAppointed,
  dataProtectionOfficerIsIndependent,
  agreementsDescribeResponsibilities,
  serviceLevelAgreementsExist,
  serviceLevelsFollowClassification,
  serviceLevelsAreFollowedUp,
  processorAgreementsExist,
  allInformationIsClassified,
  personalDataIsClassifiedForTraceability,
  classificationIsListed,
  handlingMatchesClass,
  incidentPlansReduceHarm,
  deviationsAreDocumented,
  incidentsAreReported,
  exceptionsAreDecidedAndLimited,
  boardInformsItselfYearly,
  boardDecidesMeasures,
];

const byNumber: ReadonlyMap<string, Clause> = new Map(clauses.map((one) => [one.number, one]));

/** The clause with a number, ”P28”; null when there is none. */
export function clauseByNumber(number: string): Clause | null {
  return byNumber.get(number) ?? null;
}
