import { Type } from 'typebox';
import { type AffectedParty, type CaseFacts, impactMeasures, sectors } from '../../duties/case-facts.ts';
import { type DutyData, recipientOn } from '../../duties/dated.ts';
import { dutyVerdicts, reasonCodes } from '../../duties/duty.ts';
import { readDutyData } from '../../duties/duty-data.store.ts';
import { type DutyStanding, evaluate } from '../../duties/evaluate.ts';
import { questions } from '../../duties/questions.ts';
import { reachedThreshold } from '../../duties/thresholds.ts';
import { type StageStanding, stageStates } from '../../duties/stages.ts';
import { dayOf } from '../../kernel/calendar.ts';
import { Fields, OneOf, OrNull } from '../../kernel/schema.ts';
import type { Language } from '../../kernel/texts.ts';
import { view } from '../../kernel/view.ts';
import { type CaseParts, caseFactsOf } from './case-facts.ts';
import { incidentAccess } from './incident.access.ts';
import { personNames } from './incident.list.store.ts';
import { readCase, readMergedInto } from './incident.store.ts';
import { ShownDisputes, shownDisputesOf } from './merging/disputes.shown.store.ts';
import { type AuthorityReport, reportStates } from './duties/authority-report.ts';
import { reportsOf } from './duties/authority-report.store.ts';
import { isWholeTo } from './duties/authority-report.views.ts';
import { hasReport } from './duties/delivery.ts';
import { NearestClock, noUrgency, urgencyOf } from './duties/nearest-clock.ts';
import type { NoReport } from './party.ts';
import { casePartsOf } from './party.store.ts';
import { ShownFigure, shownFigures, ShownParty, shownParties, statersOf } from './shown-parties.ts';

const Text = OrNull(Type.String());

const Standing = Fields({
  /** The duty's id, and its short number. */
  duty: Type.String(),
  number: Type.String(),
  title: Type.String(),
  partyId: Type.String(),
  partyName: Type.String(),
  verdict: OneOf(dutyVerdicts),
  because: OneOf(reasonCodes),
  /** The question that decides, in words. */
  question: Text,
  /** The threshold that has been reached, where that is why. */
  threshold: OrNull(
    Fields({
      sector: OrNull(OneOf(sectors)),
      limits: Type.Array(Fields({ measure: OneOf(impactMeasures), limit: Type.Number() })),
    }),
  ),
  stages: Type.Array(
    Fields({
      key: Type.String(),
      title: Type.String(),
      state: OneOf(stageStates),
      startsAt: Text,
      dueAt: Text,
      recipient: Text,
      /** Is there a report to write, or is it only to be done and noted? */
      hasReport: Type.Boolean(),
      /** The report and its supplements, as far as they have come. */
      reports: Type.Array(Fields({ id: Type.String(), part: Type.Integer(), state: OneOf(reportStates) })),
      delivery: OrNull(
        Fields({
          sentAt: Type.String(),
          channel: Type.String(),
          caseNumber: Text,
          isProven: Type.Boolean(),
          lateReason: Text,
        }),
      ),
    }),
  ),
  decision: OrNull(
    Fields({
      id: Type.String(),
      reason: Type.String(),
      by: Text,
      at: Type.String(),
      lateReason: Text,
      /** Decided against although a threshold is met. */
      contradicts: Type.Boolean(),
    }),
  ),
});

/** Which duties arise from a case, for whom, and where their clocks stand: worked out anew each time it is asked. */
export const duties = view({
  name: 'incident.duties',
  on: 'record',
  permission: incidentAccess.read,
  input: Fields({}),
  output: Fields({
    version: Type.Integer(),
    /** The instant the clocks were counted at. */
    at: Type.String(),
    nearest: OrNull(NearestClock),
    /** How many unanswered questions decide whether anything is to be reported. */
    unanswered: Type.Integer(),
    /** Säkerhetsskydd: ask and write no more. */
    stops: Type.Boolean(),
    /** Parts of the case are secret to the asker: which duties arise, and of whom, would tell what happened. */
    isHidden: Type.Boolean(),
    /** Nobody has said whom the case concerns. */
    isUnplaced: Type.Boolean(),
    parties: Type.Array(ShownParty),
    figures: Type.Array(ShownFigure),
    /** What merged cases say differently, until somebody has said which holds. */
    disputes: Type.Array(Fields({ caseId: Type.String(), number: Text, ...ShownDisputes })),
    /** What an authority can ask for, and of whom. */
    onRequest: Type.Array(
      Fields({
        duty: Type.String(),
        title: Type.String(),
        partyId: Type.String(),
        party: Type.String(),
        recipient: Text,
      }),
    ),
    /** What authorities have asked for. */
    requests: Type.Array(
      Fields({
        title: Type.String(),
        party: Type.String(),
        askedBy: Type.String(),
        askedAt: Type.String(),
        dueAt: Text,
      }),
    ),
    arising: Type.Array(Standing),
    /** Reports of duties that no longer arise, since an answer was changed: what was written and sent is not lost. */
    kept: Type.Array(
      Fields({ id: Type.String(), title: Type.String(), part: Type.Integer(), state: OneOf(reportStates) }),
    ),
    /** How many do not arise. */
    others: Type.Integer(),
  }),
  told: { shown: (_answer, { id }) => [`incident:${id}`] },
  // What the law asks of a case is asked now; the rows of its terms have validity days of their own.
  past: 'none',
  answer: async (db, _input, asking) => {
    const { id, scope, today, now, actor } = asking;
    const loaded = await readCase(db, id, scope, today);
    if (loaded === null) return null;
    const { state } = loaded.incident;
    const hides = !isWholeTo(loaded, { scope });
    const parts = await casePartsOf(db, loaded.incident);
    const reports = hides ? [] : await reportsOf(db, id);
    const hidden = { parties: [], answers: [], ownAnswers: [], figures: [], requests: [] };
    const shownParts = hides ? { ...parts, ...hidden } : parts;
    const facts = caseFactsOf(shownParts);
    const data = await readDutyData(db);
    const evaluation = evaluate(facts, data, now);
    const people = await personNames(db, [
      ...parts.noReports.flatMap(({ decidedBy }) => (decidedBy === null ? [] : [decidedBy])),
      ...statersOf(shownParts),
    ]);
    const merged = await readMergedInto(db, id);
    const arising = evaluation.duties.filter(({ verdict }) => verdict !== 'doesNotArise');
    return {
      version: loaded.incident.version,
      at: now.toISOString(),
      ...(hides ? noUrgency : urgencyOf({ facts, data, reports, state }, { now, language: actor.language })),
      stops: evaluation.kind === 'stop',
      isHidden: hides,
      isUnplaced: !hides && facts.parties.length === 0,
      parties: shownParties(facts, shownParts, people, actor.language),
      figures: shownFigures(shownParts, people, merged),
      disputes: hides ? [] : await shownDisputesOf(db, loaded.incident, facts, asking),
      onRequest: onRequest(evaluation.duties, data, today, actor.language),
      requests: shownRequests(shownParts, evaluation.duties, actor.language),
      arising: arising.map((one) =>
        shown(one, { facts, noReports: parts.noReports, reports, people }, actor.language),
      ),
      kept: keptReports(evaluation.duties, reports, actor.language),
      others: evaluation.duties.length - arising.length,
    };
  },
});

interface Around {
  readonly facts: CaseFacts;
  readonly noReports: readonly NoReport[];
  readonly reports: readonly AuthorityReport[];
  readonly people: ReadonlyMap<string, string>;
}

function shown(standing: DutyStanding, { facts, noReports, reports, people }: Around, language: Language) {
  const { duty, party, verdict, because, contradicts } = standing;
  const decided = noReports.find(
    (one) => one.withdrawnAt === null && one.partyId === party.id && one.duty === duty.id,
  );
  return {
    duty: duty.id,
    number: duty.number,
    title: duty.title[language],
    partyId: party.id,
    partyName: party.name,
    verdict,
    because: because.code,
    question: questions.find(({ key }) => key === because.question)?.question[language] ?? null,
    threshold: because.code === 'thresholdReached' ? thresholdOf(facts, party) : null,
    stages: standing.stages.map((stage) => shownStage(standing, stage, reports, language)),
    decision:
      decided === undefined
        ? null
        : {
            id: decided.id,
            reason: decided.reason,
            by: decided.decidedBy === null ? null : (people.get(decided.decidedBy) ?? null),
            at: decided.decidedAt.toISOString(),
            lateReason: decided.late ? decided.lateReason : null,
            contradicts,
          },
  };
}

function shownStage(
  standing: DutyStanding,
  one: StageStanding,
  reports: readonly AuthorityReport[],
  language: Language,
) {
  const { stage, state, startsAt, dueAt, recipient, delivery } = one;
  return {
    key: stage.key,
    title: stage.title[language],
    ...{ state, startsAt, dueAt },
    recipient: recipient?.name ?? null,
    hasReport: hasReport(standing, one),
    reports: reports
      .filter(
        (report) =>
          report.duty === standing.duty.id &&
          report.stage === stage.key &&
          report.partyId === standing.party.id,
      )
      .map(({ id, number, state: of }) => ({ id, part: number, state: of })),
    delivery:
      delivery === null
        ? null
        : {
            sentAt: delivery.sentAt,
            channel: delivery.channel,
            caseNumber: delivery.caseNumber,
            isProven: delivery.isProven,
            lateReason: delivery.lateReason,
          },
  };
}

function keptReports(
  standings: readonly DutyStanding[],
  reports: readonly AuthorityReport[],
  language: Language,
) {
  return reports.flatMap(({ id, duty, partyId, number, state }) => {
    const found = standings.find((one) => one.duty.id === duty && one.party.id === partyId);
    if (found === undefined || found.verdict !== 'doesNotArise') return [];
    return [{ id, title: `${found.duty.number} ${found.duty.title[language]}`, part: number, state }];
  });
}

function thresholdOf(facts: CaseFacts, party: AffectedParty) {
  const impact = { ...facts.impact, ...party.impact };
  const knownOn = dayOf(new Date(party.knowledge?.at ?? facts.noticedAt));
  const reached = reachedThreshold(impact, party.sectors, knownOn);
  if (reached === null) return null;
  return {
    sector: reached.sector,
    limits: reached.limits.map(({ measure, limit }) => ({ measure, limit })),
  };
}

/** The duties that an authority can ask somebody for, whether it has or not. */
function onRequest(standings: readonly DutyStanding[], data: DutyData, today: string, language: Language) {
  return standings.flatMap(({ duty, party, version }) => {
    const stage = version?.stages.find(({ start }) => start === 'request');
    const isBound = duty.role === null || party.roles.includes(duty.role);
    if (stage === undefined || !isBound) return [];
    return [
      {
        duty: duty.id,
        title: `${duty.number} ${duty.title[language]}`,
        partyId: party.id,
        party: party.name,
        recipient: recipientOn(data, stage.recipient, today)?.name ?? null,
      },
    ];
  });
}

function shownRequests({ requests }: CaseParts, standings: readonly DutyStanding[], language: Language) {
  return requests.flatMap(({ duty, partyId, askedBy, askedAt, dueAt }) => {
    const found = standings.find((one) => one.duty.id === duty && one.party.id === partyId);
    if (found === undefined) return [];
    const title = `${found.duty.number} ${found.duty.title[language]}`;
    const times = { askedAt: askedAt.toISOString(), dueAt: dueAt?.toISOString() ?? null };
    return [{ title, party: found.party.name, askedBy, ...times }];
  });
}
