import { Type } from 'typebox';
import { scopeOf } from '../kernel/access.ts';
import { Fields, OneOf } from '../kernel/schema.ts';
import { view } from '../kernel/view.ts';
import { settingAccess } from './setting.access.ts';
import { readSetting } from './setting.store.ts';
import { profiles, settingInput } from './setting.ts';

export const record = view({
  name: 'setting.current',
  on: 'register',
  path: '/setting',
  permission: settingAccess.read,
  input: Fields({}),
  output: Fields({
    ...settingInput.properties,
    version: Type.Integer(),
    profile: OneOf(profiles),
    may: Fields({ describe: Type.Boolean() }),
  }),
  told: { nothing: 'the installation’s own settings' },
  answer: async (db, _input, { actor }) => {
    const setting = await readSetting(db);
    if (setting === null) return null;
    const { id: _id, ...told } = setting;
    return { ...told, may: { describe: scopeOf(actor, settingAccess.describe) !== null } };
  },
});
