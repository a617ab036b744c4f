import { describe, expect, it } from 'vitest';
import type { Circumstances } from '../kernel/action.ts';
import { newId } from '../kernel/ids.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { system as actor } from '../testing/actors.ts';
import { termOn } from './dated.ts';
import { defaultData } from './default-data.ts';
import {
  changeRecipient,
  changeTerm,
  enterRecipient,
  enterTerm,
  type OwnTerm,
  type RecipientInput,
  recipientOf,
  type TermInput,
  termOf,
  withdrawRecipient,
  withdrawTerm,
} from './duty-data.ts';

const now = new Date('2026-11-23T10:00:00Z');
const circumstances: Circumstances = { actor, now, today: '2026-11-23', newId, confirmed: new Set() };

const input: TermInput = {
  key: 'breachNotification',
  unit: 'hours',
  amount: 96,
  restDays: 'counts',
  from: '2027-01-01',
  until: null,
  state: 'verifiedAgainstOfficialText',
  source: 'EUT L 2026/1',
  readOn: '2026-11-20',
  reason: 'Ny förordning',
};
const recipient: RecipientInput = {
  key: 'csirt',
  name: 'NCSC',
  channel: 'Telefon',
  from: '2026-11-01',
  until: null,
  state: 'unsettled',
  source: 'Samtal',
  readOn: '2026-11-20',
  reason: 'Portalen är nere',
};

function entered(changed: Partial<TermInput> = {}): OwnTerm {
  const result = enterTerm({ ...input, ...changed }, circumstances);
  if (isRefusal(result)) throw new Error(result.code);
  return result.next;
}

describe('a term of the municipality’s own', () => {
  it.each<[string, Partial<TermInput>, string]>([
    ['as it should be', {}, 'yes'],
    ['one day long', { until: '2027-01-01' }, 'yes'],
    ['ending before it begins', { until: '2026-12-31' }, 'periodBackwards'],
    ['read tomorrow', { readOn: '2026-11-24' }, 'readInFuture'],
    ['read today', { readOn: '2026-11-23' }, 'yes'],
    ['hours without a number', { amount: null }, 'amountMissing'],
    ['months without a number', { unit: 'months', amount: null }, 'amountMissing'],
    ['at once, with a number', { unit: 'atOnce' }, 'amountNotAsked'],
    ['at once', { unit: 'atOnce', amount: null }, 'yes'],
  ])('%s', (_what, changed, expected) => {
    const result = enterTerm({ ...input, ...changed }, circumstances);
    expect(isRefusal(result) ? result.code : 'yes').toBe(expected);
  });

  it('is told whole, with the reason in the event and not in the row', () => {
    const result = enterTerm(input, circumstances);
    expect(result).toMatchObject({ event: { kind: 'dutyTerm.entered', reason: 'Ny förordning' } });
    expect(result).not.toHaveProperty('next.reason');
  });

  it('is changed with what it was, refused when nothing is, and not once it is taken back', () => {
    const before = entered();
    const { key: _key, ...same } = input;
    expect(changeTerm(before, same, circumstances)).toMatchObject({ code: 'nothingChanged' });
    expect(changeTerm(before, { ...same, amount: 48 }, circumstances)).toMatchObject({
      next: { amount: 48, version: 2 },
      event: { kind: 'dutyTerm.changed', changes: [{ field: 'amount', from: 96, to: 48 }] },
    });
    expect(changeTerm(before, { ...same, unit: 'atOnce' }, circumstances)).toMatchObject({
      code: 'amountNotAsked',
    });
    const back = withdrawTerm(before, 'Antogs inte');
    if (isRefusal(back)) throw new Error(back.code);
    expect(back).toMatchObject({
      next: { withdrawn: true, version: 2 },
      event: { kind: 'dutyTerm.withdrawn' },
    });
    expect(withdrawTerm(back.next, 'Igen')).toMatchObject({ code: 'withdrawn' });
    expect(changeTerm(back.next, same, circumstances)).toMatchObject({ code: 'withdrawn' });
  });

  it('goes before ours on its days, and no others', () => {
    const data = { ...defaultData, terms: [termOf(entered({ until: '2027-06-30' })), ...defaultData.terms] };
    const amountOn = (day: string) => termOn(data, 'breachNotification', day)?.amount;
    expect(['2026-12-31', '2027-01-01', '2027-06-30', '2027-07-01'].map(amountOn)).toEqual([72, 96, 96, 72]);
  });
});

describe('a recipient of the municipality’s own', () => {
  it.each<[string, Partial<RecipientInput>, string]>([
    ['as it should be', {}, 'yes'],
    ['ending before it begins', { until: '2026-10-31' }, 'periodBackwards'],
    ['read tomorrow', { readOn: '2026-11-24' }, 'readInFuture'],
  ])('%s', (_what, changed, expected) => {
    const result = enterRecipient({ ...recipient, ...changed }, circumstances);
    expect(isRefusal(result) ? result.code : 'yes').toBe(expected);
  });

  it('is changed and taken back like a term', () => {
    const first = enterRecipient(recipient, circumstances);
    if (isRefusal(first)) throw new Error(first.code);
    const { key: _key, ...same } = recipient;
    expect(changeRecipient(first.next, same, circumstances)).toMatchObject({ code: 'nothingChanged' });
    expect(changeRecipient(first.next, { ...same, until: '2026-10-01' }, circumstances)).toMatchObject({
      code: 'periodBackwards',
    });
    expect(changeRecipient(first.next, { ...same, channel: 'Brev' }, circumstances)).toMatchObject({
      event: { kind: 'dutyRecipient.changed', changes: [{ field: 'channel' }] },
    });
    const back = withdrawRecipient(first.next, 'Portalen är uppe');
    if (isRefusal(back)) throw new Error(back.code);
    expect(back.event.kind).toBe('dutyRecipient.withdrawn');
    expect(withdrawRecipient(back.next, 'Igen')).toMatchObject({ code: 'withdrawn' });
    expect(changeRecipient(back.next, same, circumstances)).toMatchObject({ code: 'withdrawn' });
    expect(recipientOf(first.next).verification).toEqual({
      state: 'unsettled',
      on: '2026-11-20',
      source: 'Samtal',
    });
  });
});
