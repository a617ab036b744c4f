import { describe, expect, it } from 'vitest';
import { type AffectedParty, type CaseFacts, questionKeys } from './case-facts.ts';
import { swedishTime } from './clock.ts';
import { defaultData } from './default-data.ts';
import { type DutyStanding, evaluate } from './evaluate.ts';
import { attacks } from './testing/stories/attacks.ts';
import { care } from './testing/stories/care.ts';
import { mistakes } from './testing/stories/mistakes.ts';
import type { Story } from './testing/stories/story.ts';
import { suppliers } from './testing/stories/suppliers.ts';

const stories: readonly Story[] = [...attacks, ...suppliers, ...care, ...mistakes];

/** The story as a case. What is not answered yes or unknown is answered no: the triage is done. */
function caseOf(story: Story, moved = 0): CaseFacts {
  const move = (instant: string) => new Date(Date.parse(instant) + moved).toISOString();
  const answers = Object.fromEntries(
    questionKeys.map((key) => {
      const answer = story.yes.includes(key)
        ? 'yes'
        : story.unknown?.includes(key) === true
          ? 'unknown'
          : 'no';
      return [key, { answer, at: move(story.at) }] as const;
    }),
  );
  const known = (party: AffectedParty): AffectedParty => ({
    ...party,
    knowledge: party.knowledge === null ? null : { ...party.knowledge, at: move(party.knowledge.at) },
  });
  return {
    id: story.name,
    kind: 'incident',
    occurredAt: move(story.at),
    noticedAt: move(story.at),
    handledAt: null,
    registrationChangedOn: null,
    answers,
    consequences: {},
    impact: story.impact ?? {},
    parties: story.parties.map(known),
    decisions: [],
    deliveries: (story.sent ?? []).map(([duty, partyId, stage, sentAt]) => ({
      duty,
      partyId,
      stage,
      sentAt: move(sentAt),
      channel: 'E-tjänst',
      caseNumber: null,
      isProven: true,
      lateReason: null,
    })),
    requests: [],
  };
}

function judged(facts: CaseFacts): readonly DutyStanding[] {
  const { duties } = evaluate(facts, defaultData, new Date(facts.noticedAt));
  return duties.filter((one) => one.verdict !== 'doesNotArise');
}

/** As the stories write it. */
function line({ duty, party, verdict, stages }: DutyStanding): string {
  const due = stages[0]?.dueAt ?? null;
  const time = due === null ? null : swedishTime(due);
  const mark = verdict === 'decisionNeeded' ? '? ' : '';
  return `${mark}${duty.number} ${party.name}${time === null ? '' : ` ${time.day} ${time.time}`}`;
}

function numbers(standings: readonly DutyStanding[], verdict: string): string {
  const found = standings.filter((one) => one.verdict === verdict).map((one) => one.duty.number);
  return [...new Set(found)].sort().join(' ');
}

describe('true stories', () => {
  it('are at least 25, one of them of a supplier with several controllers', () => {
    expect(stories.length).toBeGreaterThanOrEqual(25);
    expect(new Set(stories.map((one) => one.name)).size).toBe(stories.length);
    const controllers = (story: Story) =>
      story.parties.filter((one) => one.roles.includes('controller')).length;
    expect(Math.max(...suppliers.map(controllers))).toBeGreaterThan(3);
  });

  it.each(stories)('$name: the duties of the day', (story) => {
    expect(judged(caseOf(story)).map(line)).toEqual(story.then);
  });

  it.each(stories)('$name: what came too late', (story) => {
    const late = judged(caseOf(story)).filter((one) => one.stages.some((stage) => stage.state === 'metLate'));
    expect(late.map((one) => `${one.duty.number} ${one.party.name}`)).toEqual(story.late ?? []);
  });

  it.each(stories)('$name: if it happened now', (story) => {
    const found = judged(caseOf(story, Date.parse('2026-11-03T08:00:00Z') - Date.parse(story.at)));
    expect({ arises: numbers(found, 'thresholdMet'), decide: numbers(found, 'decisionNeeded') }).toEqual(
      story.now,
    );
  });
});
