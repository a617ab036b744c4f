import { Type } from 'typebox';
import { scopeOf } from '../../kernel/access.ts';
import { Fields, OneOf } from '../../kernel/schema.ts';
import { view } from '../../kernel/view.ts';
import { largestEver } from './file.ts';
import { readIncidentSetting } from './file.store.ts';
import { incidentSettingAccess } from './incident.access.ts';
import { noticeOffices } from './notices/notice.ts';

export const current = view({
  name: 'incidentSetting.current',
  on: 'register',
  path: '/incidentSetting',
  permission: incidentSettingAccess.read,
  input: Fields({}),
  output: Fields({
    largestFileMb: Type.Integer(),
    largestEver: Type.Integer(),
    aloneAtNight: Type.Boolean(),
    wakeAt: Type.Array(Type.Integer()),
    noticeTo: Type.Array(OneOf(noticeOffices)),
    maySet: Type.Boolean(),
  }),
  told: { nothing: 'how large a file may be, and who may report alone' },
  answer: async (db, _input, { actor }) => {
    const { largestFileMb, aloneAtNight, wakeAt, noticeTo } = await readIncidentSetting(db);
    const maySet = scopeOf(actor, incidentSettingAccess.set) !== null;
    return { largestFileMb, largestEver, aloneAtNight, wakeAt: [...wakeAt], noticeTo: [...noticeTo], maySet };
  },
});
