import { canonical } from '../src/kernel/audit/canonical.ts';
import {
  type CaseFacts,
  type PartyRole,
  partyRoles,
  questionKeys,
  sectors,
} from '../src/duties/case-facts.ts';
import { defaultData } from '../src/duties/default-data.ts';
import { evaluate } from '../src/duties/evaluate.ts';
import { inTurn, median, milliseconds, quantile, type Row } from './measure.ts';

const at = '2026-11-02T08:00:00.000Z';
const now = new Date('2026-11-03T09:00:00.000Z');
const limit = 10;

/**
 * The duties of one case: of a nämnd and its municipality, and of a wave that concerns all fifteen controllers of a
 * municipality and its companies, each with every role. The reference is to write the same case down: less than that
 * nobody can do with it.
 */
export async function measureDuties(): Promise<Row[]> {
  const small = caseOf(
    ['kommunen', 'nämnden'],
    ['coveredEntity', 'controller', 'careProvider', 'socialServices'],
  );
  const wave = caseOf(
    Array.from({ length: 15 }, (_, index) => `part ${index}`),
    partyRoles,
  );
  return [await measure('duties of a case', small), await measure('duties of a wave of 15', wave)];
}

async function measure(name: string, facts: CaseFacts): Promise<Row> {
  const judge = () => Promise.resolve(evaluate(facts, defaultData, now));
  const write = () => Promise.resolve(canonical({ facts: JSON.stringify(facts) }));
  const { measured, reference } = await inTurn(300, 30, judge, write);
  const value = median(measured);
  return {
    name,
    measured: `${milliseconds(value)}, p99 ${milliseconds(quantile(measured, 0.99))}`,
    reference: `${milliseconds(median(reference))} (written down)`,
    ratio: value / median(reference),
    budget: `< ${limit} ms`,
    met: value < limit,
  };
}

function caseOf(names: readonly string[], roles: readonly PartyRole[]): CaseFacts {
  const answers = Object.fromEntries(
    questionKeys.map((key) => [key, { answer: key === 'protectiveSecurity' ? 'no' : 'yes', at }] as const),
  );
  return {
    id: 'case',
    kind: 'incident',
    occurredAt: at,
    noticedAt: at,
    handledAt: null,
    registrationChangedOn: '2026-11-02',
    answers,
    consequences: { availability: 3 },
    impact: { limitedHours: 5, fallbackHours: 13 },
    parties: names.map((name) => ({
      id: name,
      legalEntityId: name,
      name,
      roles,
      sectors,
      knowledge: { at, reason: 'Larm' },
      answers: {},
      impact: {},
    })),
    decisions: [],
    deliveries: names.map((partyId) => ({
      duty: 'cybersakerhet/incidentanmalan',
      partyId,
      stage: 'notification',
      sentAt: '2026-11-03T08:00:00.000Z',
      channel: 'E-tjänst',
      caseNumber: null,
      isProven: true,
      lateReason: null,
    })),
    requests: [],
  };
}
