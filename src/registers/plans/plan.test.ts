import { describe, expect, it } from 'vitest';
import { newId, type SystemId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { contentFault, incompleteness, type PlanContent, type PlanKind } from './plan-content.ts';
import {
  beginPlan,
  type Deciding,
  decidePlan,
  describePlan,
  discardPlan,
  endPlan,
  type NextPlan,
  type Plan,
  registerPlan,
  writePlan,
} from './plan.ts';
import { circumstances, deciding, wholeContent } from './testing.ts';

const systemId = newId<'System'>();
const unitId = newId<'Unit'>();
const input = { kind: 'both', secrecyProvision: '', systemId: null, unitId } as const;
const around = { stands: true, keyUnitId: unitId, kinds: [] };
const ground = { systemId: null, knownSystems: [] };

/** What came of a step, or an error that names the refusal. */
function taken(step: ReturnType<typeof registerPlan>): NextPlan {
  if (isRefusal(step)) throw new Error(step.code);
  return step.next;
}
const codeOf = (step: object) => ('code' in step ? step.code : null);
const begun = taken(registerPlan(input, around, circumstances)).plan;
const written = taken(writePlan(begun, wholeContent, ground)).plan;
const decided = taken(decidePlan(written, deciding, ground, circumstances)).plan;
const ended = taken(endPlan(decided, 'Nedlagd', circumstances)).plan;

describe('a plan begins', () => {
  it.each<[string, object, object, string | null]>([
    ['of a unit', {}, {}, null],
    ['of a system', { systemId, unitId: null }, {}, null],
    ['of nothing', { unitId: null }, {}, 'objectMissing'],
    ['of both', { systemId }, {}, 'objectMissing'],
    ['of a unit that is not there', {}, { stands: false }, 'unitUnknown'],
    ['of a system that is not there', { systemId, unitId: null }, { stands: false }, 'systemUnknown'],
    ['beside one of another kind', {}, { kinds: ['incident'] }, null],
    ['beside one of the same kind', {}, { kinds: ['both'] }, 'planExists'],
  ])('%s', (_name, said, known, code) => {
    expect(codeOf(registerPlan({ ...input, ...said }, { ...around, ...known }, circumstances))).toBe(code);
  });

  it('with an empty draft, which the owner or the manager answers for', () => {
    expect(begun).toMatchObject({ version: 1, latestNumber: 1, draft: { state: 'draft', number: 1 } });
    expect(begun.draft?.content.responsible).toBe('manager');
    const ofSystem = taken(registerPlan({ ...input, systemId, unitId: null }, around, circumstances)).plan;
    expect(ofSystem.draft?.content.responsible).toBe('systemOwner');
  });
});

describe('what a plan says', () => {
  const other = newId<'System'>();
  const contact = wholeContent.contacts[0];
  const cases: readonly [string, Partial<PlanContent>, SystemId | null, string | null][] = [
    ['all is well', {}, null, null],
    ['no hours yet', { recoveryHours: null, lossHours: null, longestOutageHours: null }, null, null],
    ['back as late as can be', { recoveryHours: 24 }, null, null],
    ['back too late', { recoveryHours: 25 }, null, 'recoveryBeyondOutage'],
    ['a system’s owner for a system', { responsible: 'systemOwner' }, systemId, null],
    ['a system’s owner for a unit', { responsible: 'systemOwner' }, null, 'responsibleUnfit'],
    ['a maintainer for a unit', { responsible: 'systemMaintainer' }, null, 'responsibleUnfit'],
    ['leans on a system', { systemIds: [other] }, systemId, null],
    ['leans on itself', { systemIds: [systemId] }, systemId, 'leansOnItself'],
    ['leans on what is not there', { systemIds: [newId<'System'>()] }, null, 'systemUnknown'],
  ];
  it.each(cases)('%s', (_name, said, of, code) => {
    const known = { systemId: of, knownSystems: [other, systemId] };
    expect(contentFault({ ...wholeContent, ...said }, known)?.code ?? null).toBe(code);
  });

  it.each([
    ['Anna Alm 19121212-1212', '', 'personnummerInContact'],
    ['Anna Alm', 'nås som 121212-1212', 'personnummerInContact'],
    ['Anna Alm', 'Avbrott', null],
  ])('a contact %s (%s)', (name, purpose, code) => {
    if (contact === undefined) throw new Error('no contact');
    const contacts = [{ ...contact, name, purpose }];
    expect(contentFault({ ...wholeContent, contacts }, ground)?.code ?? null).toBe(code);
  });
});

describe('to be decided a plan needs', () => {
  const [step] = wholeContent.steps;
  if (step === undefined) throw new Error('no step');
  const bare = [{ ...step, fallback: ' ' }];
  it.each<[PlanKind, Partial<PlanContent>, string | null]>([
    ['both', {}, null],
    ['both', { lossHours: 0 }, null],
    ['both', { recoveryHours: null }, 'recoveryMissing'],
    ['both', { lossHours: null }, 'lossMissing'],
    ['both', { longestOutageHours: null }, 'outageMissing'],
    ['both', { steps: [] }, 'stepsMissing'],
    ['both', { steps: bare }, 'fallbackMissing'],
    ['continuity', { steps: bare }, 'fallbackMissing'],
    ['continuity', { steps: [...bare, step] }, null],
    ['incident', { steps: bare }, null],
    ['incident', { contacts: [] }, 'contactsMissing'],
  ])('%s %j', (kind, said, code) => {
    expect(incompleteness(kind, { ...wholeContent, ...said })?.code ?? null).toBe(code);
  });
});

describe('a decision', () => {
  const later: Plan = taken(beginPlan(decided, circumstances)).plan;
  it.each<[string, Plan, Partial<Deciding>, string | null]>([
    ['holds', written, {}, null],
    ['from the day it is taken', written, { decidedOn: '2026-11-23' }, null],
    ['to come', written, { validFrom: '2027-01-01' }, null],
    ['in the future', written, { decidedOn: '2026-11-24', validFrom: '2026-11-24' }, 'decidedInFuture'],
    ['in force before it', written, { validFrom: '2026-11-19' }, 'validBeforeDecision'],
    ['with a review that has passed', written, { nextReviewOn: '2026-11-23' }, 'reviewNotAhead'],
    [
      'with a review before it begins',
      written,
      { validFrom: '2027-01-01', nextReviewOn: '2026-12-24' },
      'reviewNotAhead',
    ],
    ['with a review in two years', written, { nextReviewOn: '2028-11-23' }, null],
    ['with a review in more than two years', written, { nextReviewOn: '2028-11-24' }, 'reviewTooFar'],
    ['of what is empty', begun, {}, 'recoveryMissing'],
    ['without a draft', decided, {}, 'noDraft'],
    ['of a plan that has ended', ended, {}, 'ended'],
    ['of the next version', later, {}, null],
    ['of the next from before the last', later, { validFrom: '2026-11-22' }, 'validBeforeLatest'],
  ])('%s', (_name, plan, said, code) => {
    expect(codeOf(decidePlan(plan, { ...deciding, ...said }, ground, circumstances))).toBe(code);
  });
});

describe('a plan', () => {
  it.each<[string, object, string | null]>([
    ['is written', writePlan(begun, wholeContent, ground), null],
    ['is not written without a change', writePlan(written, wholeContent, ground), 'nothingChanged'],
    ['is not written when it has been decided', writePlan(decided, wholeContent, ground), 'noDraft'],
    ['is not written when it has ended', writePlan(ended, wholeContent, ground), 'ended'],
    ['has one draft at a time', beginPlan(written, circumstances), 'draftExists'],
    ['has no new draft when it has ended', beginPlan(ended, circumstances), 'ended'],
    ['has its draft put aside', discardPlan(written, 'Fel enhet'), null],
    ['has no draft to put aside', discardPlan(decided, 'Fel'), 'noDraft'],
    ['is not put aside when it has ended', discardPlan(ended, 'Fel'), 'ended'],
    ['ends once', endPlan(ended, 'Igen', circumstances), 'ended'],
    ['becomes secret', describePlan(begun, { kind: 'both', secrecyProvision: 'OSL 18:8' }, []), null],
    ['is of another kind', describePlan(begun, { kind: 'incident', secrecyProvision: '' }, []), null],
    [
      'is not of a kind that there is',
      describePlan(begun, { kind: 'incident', secrecyProvision: '' }, ['incident']),
      'planExists',
    ],
    [
      'is described with a change',
      describePlan(begun, { kind: 'both', secrecyProvision: '' }, []),
      'nothingChanged',
    ],
    [
      'is not described when it has ended',
      describePlan(ended, { kind: 'incident', secrecyProvision: '' }, []),
      'ended',
    ],
  ])('%s', (_name, step, code) => {
    expect(codeOf(step)).toBe(code);
  });

  it('in force for incidents alone is not called a continuity plan afterwards', () => {
    const [step] = wholeContent.steps;
    const steps = step === undefined ? [] : [{ ...step, fallback: '' }];
    const plan = { ...begun, kind: 'incident' as const };
    const wrote = taken(writePlan(plan, { ...wholeContent, steps }, ground)).plan;
    const stands = taken(decidePlan(wrote, deciding, ground, circumstances)).plan;
    expect(codeOf(describePlan(stands, { kind: 'both', secrecyProvision: '' }, []))).toBe('fallbackMissing');
  });

  it('begins its next version where the last one stood', () => {
    const { plan } = taken(beginPlan(decided, circumstances));
    expect(plan).toMatchObject({ latestNumber: 2, draft: { number: 2, content: wholeContent } });
  });
});
