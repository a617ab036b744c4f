import { Type } from 'typebox';
import { addMonths } from '../../../kernel/calendar.ts';
import { Fields, OneOf, OrNull } from '../../../kernel/schema.ts';
import { view } from '../../../kernel/view.ts';
import { documentAccess } from '../document.access.ts';
import { documentKinds } from '../document.ts';
import { holdsFor } from './attest.ts';
import { attestRows } from './attest.store.ts';

const Text = OrNull(Type.String());

export const attests = view({
  name: 'demandAttest.list',
  on: 'register',
  permission: documentAccess.read,
  input: Fields({}),
  output: Fields({
    items: Type.Array(
      Fields({
        documentId: Type.String(),
        title: Type.String(),
        kind: OneOf(documentKinds),
        sentenceHash: Type.String(),
        text: Type.String(),
        demand: OneOf(['ska', 'bor']),
        office: Type.String(),
        attestedOn: Text,
        isMet: OrNull(Type.Boolean()),
        note: Text,
        attestedBy: Text,
        /** Never attested, or more than twelve months ago. */
        isDue: Type.Boolean(),
        mayAttest: Type.Boolean(),
      }),
    ),
  }),
  told: { nothing: 'steering documents and what offices have attested of them are public' },
  answer: async (db, _input, { actor, today }) => {
    const rows = await attestRows(db, today);
    const oldest = addMonths(today, -12);
    return {
      items: rows.map(({ unitId, systemId, ...row }) => ({
        ...row,
        // A day to come is a clock that has gone wrong, and holds nothing.
        isDue: row.attestedOn === null || row.attestedOn < oldest || row.attestedOn > today,
        mayAttest: holdsFor(actor.held, row.office, { unitId, systemId }),
      })),
    };
  },
});
