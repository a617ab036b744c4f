import { describe, expect, it } from 'vitest';
import type { Circumstances } from '../../kernel/action.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { system } from '../../testing/actors.ts';
import {
  describePersonSource,
  endPersonSource,
  type PersonSource,
  registerPersonSource,
  synchronisePersonSource,
} from './person-source.ts';

const circumstances: Circumstances = {
  actor: system,
  now: new Date('2026-11-23T10:00:00Z'),
  today: '2026-11-23',
  newId,
  confirmed: new Set(),
};
const source: PersonSource = {
  id: newId(),
  version: 2,
  kind: 'employee',
  name: 'Lönesystemet',
  intervalDays: 7,
  synchronisedOn: '2026-11-01',
  endedOn: null,
};
const ended: PersonSource = { ...source, endedOn: '2026-11-20' };

it('is not synchronised until somebody has looked', () => {
  const { next } = registerPersonSource(
    { kind: 'elected', name: ' Troman  ', intervalDays: 90 },
    circumstances,
  );
  expect(next).toMatchObject({ name: 'Troman', synchronisedOn: null, version: 1 });
});

describe('a source', () => {
  it.each([
    [
      'described again as it was',
      describePersonSource(source, { name: 'Lönesystemet', intervalDays: 7 }),
      'nothingChanged',
    ],
    ['ended and then described', describePersonSource(ended, { name: 'Annat', intervalDays: 7 }), 'ended'],
    ['ended and then synchronised', synchronisePersonSource(ended, '2026-11-23'), 'ended'],
    ['ended twice', endPersonSource(ended, 'Utbytt', '2026-11-23'), 'ended'],
  ])('is refused when it is %s', (_what, result, code) => {
    expect(result).toMatchObject({ refused: true, code });
  });

  it('is synchronised as often as somebody looks, also twice a day', () => {
    const first = synchronisePersonSource(source, '2026-11-23');
    if (isRefusal(first)) throw new Error(first.code);
    expect(first.event.changes).toEqual([{ field: 'synchronisedOn', from: '2026-11-01', to: '2026-11-23' }]);
    expect(synchronisePersonSource(first.next, '2026-11-23')).toMatchObject({ next: { version: 4 } });
  });

  it('ends on the day, with its reason', () => {
    expect(endPersonSource(source, 'Utbytt', '2026-11-23')).toMatchObject({
      next: { endedOn: '2026-11-23', version: 3 },
      event: { reason: 'Utbytt' },
    });
  });
});
