import { holds } from '../../kernel/calendar.ts';
import { holderOf } from '../../people/appointment.facts.ts';
import type { BodyFact } from '../../people/organisation.facts.ts';
import { always, clause, type Finding, shareOf } from '../clause.ts';
import { dutyOf } from '../duty.ts';
import { mending } from '../mending.ts';

type Code = 'noExecutive' | 'noChair' | 'notReporting' | 'noBoard';

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
    noExecutive: { sv: 'Kommunstyrelsen är inte registrerad.', en: 'The executive board has not been registered.' },
    noChair: { sv: 'Kommunstyrelsen har ingen ordförande i tjänst.', en: 'The executive board has no chair in office.' },
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
    const own = [...entities.values()].filter((one) => holds(one, today) && one.kind !== 'municipality');
    const duty = dutyOf(appointments, 'informationSecurityCoordinator', today);
    const found = (message: Code, record: { id: string; name: string } | null, register: 'body' | 'entity'): Finding<Code> => ({
      register,
      recordId: record?.id ?? null,
      recordName: record?.name ?? '',
      field: message === 'noChair' ? 'chair' : message === 'notReporting' ? 'reportsToFollowUp' : null,
      ...duty,
      unitId: null,
      message,
      parameters: {},
      action: message === 'noChair' ? mending.appoint : mending.editBody,
    });
    const executive = standing.find((one) => one.kind === 'executive') ?? null;
    const checks: (() => Finding<Code> | null)[] = [
      () => {
        if (executive === null) return found('noExecutive', null, 'body');
        return holderOf(appointments, 'chair', executive.id, today) === null ? found('noChair', executive, 'body') : null;
      },
      ...standing
        .filter((one) => one.kind === 'committee')
        .map((one) => () => (one.reportsToFollowUp ? null : found('notReporting', one, 'body'))),
      ...own.map((entity) => () => {
        const boards: BodyFact[] = standing.filter((one) => one.entityId === entity.id && one.kind === 'board');
        const [first] = boards;
        if (first === undefined) return found('noBoard', entity, 'entity');
        return boards.some((one) => one.reportsToFollowUp) ? null : found('notReporting', first, 'body');
      }),
    ];
    return shareOf(checks, (check) => check());
  },
});
