import { expect, it } from 'vitest';
import { newId } from '../../../kernel/ids.ts';
import { circumstances } from '../testing.ts';
import { type RestorationOrder, setOrder } from './restoration-order.ts';

const [a, b] = [`system:${newId()}`, `unit:${newId()}`];
const before: RestorationOrder = { id: newId(), version: 3, places: [a, b] };

it.each<[string, RestorationOrder | null, readonly string[], number | null, string | null]>([
  ['the first', null, [a], null, null],
  ['turned', before, [b, a], 3, null],
  ['emptied', before, [], 3, null],
  ['as it was', before, [a, b], 3, 'nothingChanged'],
  ['nothing at first', null, [], null, 'nothingChanged'],
  ['after somebody else', before, [b, a], 2, 'orderMoved'],
  ['as if there were none', before, [b, a], null, 'orderMoved'],
  ['with what is not there', before, [`unit:${newId()}`], 3, 'placeUnknown'],
])('an order %s', (_name, from, places, seen, code) => {
  const step = setOrder(from, { places: [...places], seen }, [a, b], circumstances);
  expect('code' in step ? step.code : null).toBe(code);
});
