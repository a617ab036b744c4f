import { Type } from 'typebox';
import { Fields, OrNull } from '../../../kernel/schema.ts';
import { view } from '../../../kernel/view.ts';
import { incidentAccess } from '../incident.access.ts';
import { unitByCode } from './poster.store.ts';

/** Where somebody stands who came by a poster: the name of the unit, which is public. A code of no unit is nothing. */
export const posterPlace = view({
  name: 'incident.posterPlace',
  on: 'register',
  permission: incidentAccess.report,
  input: Fields({ code: Type.String({ minLength: 1, maxLength: 40 }) }),
  output: Fields({ name: OrNull(Type.String()) }),
  told: { nothing: 'the name of a unit, which stands on its own poster' },
  past: 'none',
  answer: async (db, { code }, { today }) => ({
    name: (await unitByCode(db, code, today))?.name ?? null,
  }),
});
