import { expect, it } from 'vitest';
import { activities, activityCarriers } from '../../information/vocabulary.ts';
import { defaultRules } from '../default-rules.ts';
import { matrixRows } from './matrix-rows.ts';

const shown = defaultRules.map((rule) => ({ ...rule, version: 1, isDefault: true }));

it('shows every form of every activity exactly once', () => {
  const pairs = matrixRows(shown).flatMap((row) =>
    row.carriers.map((carrier) => `${row.activity}:${carrier}`),
  );
  const all = activities.flatMap((activity) =>
    activityCarriers[activity].map((carrier) => `${activity}:${carrier}`),
  );
  expect(pairs.sort()).toEqual(all.sort());
});

it('lets forms share a row only while all their rules are the same', () => {
  const recording = (rules: typeof shown) => matrixRows(rules).filter((row) => row.activity === 'recording');
  expect(recording(shown)).toHaveLength(1);
  const changed = shown.map((rule) =>
    rule.activity === 'recording' && rule.carrier === 'audio' && rule.level === 3
      ? { ...rule, verdict: 'forbidden' as const, conditionSv: '', conditionEn: '' }
      : rule,
  );
  expect(recording(changed).map((row) => row.carriers)).toEqual([['film', 'image'], ['audio']]);
});

it('leaves a cell empty where there is no rule', () => {
  const row = matrixRows(shown.filter((rule) => rule.level !== 2)).find((one) => one.activity === 'post');
  expect(row?.cells.map((cell) => cell?.level)).toEqual([0, 1, undefined, 3]);
});
