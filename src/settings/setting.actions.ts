import { action } from '../kernel/action.ts';
import { clauseSettingAccess, settingAccess } from './setting.access.ts';
import { loadThreshold, readSetting, saveThreshold, updateSetting } from './setting.store.ts';
import { describeSetting, setThreshold, settingInput, settingRefusals, thresholdInput } from './setting.ts';

export const describe = action({
  name: 'setting.describe',
  on: 'register',
  permission: settingAccess.describe,
  readable: settingAccess.read,
  input: settingInput,
  refusals: settingRefusals,
  load: (transaction) => readSetting(transaction),
  keys: () => ({}),
  version: (setting) => setting.version,
  show: (setting) => setting,
  decide: describeSetting,
  save: async (transaction, _before, next, stamp) => {
    await updateSetting(transaction, next, stamp);
    return { id: next.id, version: next.version };
  },
});

export const set = action({
  name: 'clauseSetting.set',
  on: 'register',
  permission: clauseSettingAccess.set,
  readable: clauseSettingAccess.read,
  input: thresholdInput,
  refusals: ['nothingChanged'],
  load: async (transaction, { input }) => ({ before: await loadThreshold(transaction, input.number) }),
  keys: () => ({}),
  decide: ({ before }, input, circumstances) => setThreshold(before, input, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await saveThreshold(transaction, next, stamp);
    return { id: next.id, version: next.version };
  },
});
