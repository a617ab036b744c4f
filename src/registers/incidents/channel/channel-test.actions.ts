import { action } from '../../../kernel/action.ts';
import { channelTestAccess } from '../incident.access.ts';
import { channelTestInput, noteChannelTest } from './channel-test.ts';
import { saveChannelTest } from './channel-test.store.ts';

export const noteTest = action({
  name: 'channelTest.note',
  on: 'register',
  permission: channelTestAccess.note,
  readable: channelTestAccess.read,
  input: channelTestInput,
  refusals: [],
  load: () => Promise.resolve({}),
  keys: () => ({}),
  decide: (_nothing, input, circumstances) => noteChannelTest(input, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await saveChannelTest(transaction, next, stamp);
    return { id: next.id };
  },
});
