import { holds } from '../../kernel/calendar.ts';
import { holderOf } from '../../people/appointment.facts.ts';
import type { BodyFact, EntityFact } from '../../people/organisation.facts.ts';
import { always, clause, shareOf } from '../clause.ts';
import { dutyOf } from '../duty.ts';
import { mending } from '../mending.ts';

/** Who answers to kommunstyrelsen: a committee by itself, an entity by its boards; with neither, kommunstyrelsen itself. */
interface Answering {
  readonly entity: EntityFact | null;
  readonly boards: readonly BodyFact[];
}

const fields = {
  noExecutive: null,
  noChair: 'chair',
  notReporting: 'reportsToFollowUp',
  noBoard: null,
} as const;

const mends = {
  noExecutive: mending.registerBody,
  noChair: mending.appoint,
  notReporting: mending.describeBody,
  noBoard: mending.registerBody,
} as const;

export const executiveBoardAnswersInTheEnd = clause({
  id: 'organisation/kommunstyrelsen-har-yttersta-ansvaret',
  number: 'P23',
  section: 'organisation',
  strength: 'ska',
  kind: 'computed',
  responsible: 'executiveBoard',
  citation: ['KL (2017:725) 6 kap. 1 §'],
  inForceFrom: null,
  title: { sv: 'Kommunstyrelsen har det yttersta ansvaret', en: 'The executive board answers in the end' },
  demand: {
    sv: 'Kommunstyrelsen ska ha det yttersta ansvaret för informationssäkerheten och uppsikt över nämnder och bolag.',
    en: 'The executive board must answer in the end for information security, and keep watch over committees and companies.',
  },
  measured: {
    sv: 'Att kommunstyrelsen finns registrerad med ordförande i tjänst, och att varje nämnd, bolag, stiftelse och förbund redovisar till styrelsens uppföljning. Hur styrelsen använder det den får veta mäts under Uppföljning.',
    en: 'That the executive board is registered with a chair in office, and that every committee, company, foundation and association reports to its follow-up. What the board does with what it learns is measured under Follow-up.',
  },
  reads: ['entities', 'bodies', 'appointments'],
  messages: {
    noExecutive: {
      sv: 'Kommunstyrelsen är inte registrerad.',
      en: 'The executive board has not been registered.',
    },
    noChair: {
      sv: 'Kommunstyrelsen har ingen ordförande i tjänst.',
      en: 'The executive board has no chair in office.',
    },
    notReporting: {
      sv: 'Redovisar inte till kommunstyrelsens uppföljning.',
      en: 'Does not report to the executive board’s follow-up.',
    },
    noBoard: {
      sv: 'Ingen styrelse är registrerad som kan redovisa till kommunstyrelsen.',
      en: 'No board is registered that could report to the executive board.',
    },
  },
  applies: always,
  findings({ entities, bodies, appointments }, today) {
    const standing = [...bodies.values()].filter((one) => holds(one, today));
    const executive = standing.find((one) => one.kind === 'executive') ?? null;
    const watched = standing
      .filter((one) => one.kind === 'committee')
      .map((one) => ({ entity: null, boards: [one] }));
    const owned = [...entities.values()].filter((one) => holds(one, today) && one.kind !== 'municipality');
    const population: readonly Answering[] = [
      { entity: null, boards: [] },
      ...watched,
      ...owned.map((entity) => ({
        entity,
        boards: standing.filter((one) => one.entityId === entity.id && one.kind === 'board'),
      })),
    ];
    return shareOf(
      population,
      ({ entity, boards }) => {
        if (entity === null && boards.length === 0) {
          if (executive === null) return 'noExecutive';
          return holderOf(appointments, 'chair', executive.id, today) === null ? 'noChair' : null;
        }
        if (boards.length === 0) return 'noBoard';
        return boards.some((one) => one.reportsToFollowUp) ? null : 'notReporting';
      },
      ({ entity, boards }, message) => {
        const record = message === 'noChair' ? executive : (boards[0] ?? entity);
        return {
          register: message === 'noBoard' ? 'entity' : 'body',
          recordId: record?.id ?? null,
          recordName: record?.name ?? '',
          field: fields[message],
          ...dutyOf(appointments, 'informationSecurityCoordinator', today),
          unitId: null,
          parameters: {},
          action: mends[message],
        };
      },
    );
  },
});
