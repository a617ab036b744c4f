import { action } from '../../../kernel/action.ts';
import { restorationOrderAccess } from '../plan.access.ts';
import { loadOrder, placesOf, saveOrder } from './restoration-order.store.ts';
import { orderInput, orderRefusals, setOrder } from './restoration-order.ts';

export const set = action({
  name: 'restorationOrder.set',
  on: 'register',
  permission: restorationOrderAccess.set,
  readable: restorationOrderAccess.read,
  input: orderInput,
  refusals: orderRefusals,
  // Two who make the first list at once.
  constraints: { restoration_order_one: 'orderMoved' },
  load: async (transaction, { input, circumstances }) => {
    const before = await loadOrder(transaction);
    const places = await placesOf(transaction, input.places, circumstances.today);
    return { before, known: places.map((one) => one.key) };
  },
  keys: () => ({}),
  decide: ({ before, known }, input, circumstances) => setOrder(before, input, known, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await saveOrder(transaction, next, stamp);
    return { id: next.id, version: next.version };
  },
});
