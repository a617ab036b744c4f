import { Type } from 'typebox';
import { covers, scopeOf } from '../../../kernel/access.ts';
import { Fields, IdOf, ListOf, listQuery, OrNull, orderOf, pageSize } from '../../../kernel/schema.ts';
import { type Asking, view } from '../../../kernel/view.ts';
import { agreementReviewAccess } from '../../agreement-reviews/agreement-review.access.ts';
import { externalPartyAccess } from './external-party.access.ts';
import {
  agreementChoices,
  besideParty,
  listParties,
  type PartyFilter,
  partySorts,
  readParty,
} from './external-party.store.ts';
import { type ExternalParty, partyInput, partyKeys } from './external-party.ts';

const Text = OrNull(Type.String());
const told = { nothing: 'which companies and organisations there are to do with is no secret' } as const;

export const list = view({
  name: 'externalParty.list',
  on: 'register',
  permission: externalPartyAccess.read,
  input: Fields({
    ...listQuery,
    relevant: Type.Optional(Type.Boolean()),
    contractor: Type.Optional(Type.Boolean()),
    unitId: Type.Optional(IdOf<'Unit'>()),
    ended: Type.Optional(Type.Boolean()),
  }),
  output: ListOf(
    Fields({
      id: Type.String(),
      name: Type.String(),
      organisationNumber: Text,
      contactName: Type.String(),
      address: Text,
      relevant: Type.Boolean(),
      contractor: Type.Boolean(),
      obligation: Type.Boolean(),
      unitId: Type.String(),
      unitName: Type.String(),
      endedOn: Text,
      /** The newest version of the policy that it has acknowledged. */
      acknowledged: OrNull(Type.Integer()),
    }),
  ),
  told,
  answer: async (db, input, { scope, insight, size }) => {
    const { page = 1, sort, clause, ...narrow } = input;
    const filter: PartyFilter =
      clause === undefined ? narrow : { ...narrow, ids: await insight.offenders(clause, 'externalParty') };
    const order = orderOf(partySorts, 'name', sort);
    return { ...(await listParties(db, filter, order, page, size, scope)), page, pageSize };
  },
});

const Step = Fields({ allowed: Type.Boolean(), because: Text });
const { email: _email, ...shown } = partyInput.properties;

export const record = view({
  name: 'externalParty.record',
  on: 'record',
  permission: externalPartyAccess.read,
  input: Fields({}),
  output: Fields({
    ...shown,
    id: Type.String(),
    version: Type.Integer(),
    /** Its contact's e-mail address. */
    address: Text,
    unitName: Text,
    /** What the agreement is called; null where there is none, or it is not the asker's to see. */
    agreement: Text,
    acknowledged: OrNull(Type.Integer()),
    endedOn: Text,
    may: Fields({ describe: Step, end: Step }),
  }),
  told,
  answer: async (db, _input, asking) => {
    const row = await readParty(db, asking.id, asking.scope);
    if (row === null) return null;
    const { email: address, ...party } = row;
    const beside = await besideParty(db, row, scopeOf(asking.actor, agreementReviewAccess.read));
    return { ...party, address, ...beside, may: mayOf(row, asking) };
  },
});

function mayOf(row: ExternalParty, { actor }: Asking) {
  const scope = scopeOf(actor, externalPartyAccess.keep);
  const isOwn = scope !== null && covers(scope, partyKeys(row));
  const because = isOwn ? (row.endedOn === null ? null : 'ended') : 'forbidden';
  const step = { allowed: because === null, because };
  return { describe: step, end: step };
}

/** The agreements that a form offers. */
export const choices = view({
  name: 'externalParty.choices',
  on: 'register',
  past: 'none',
  permission: externalPartyAccess.keep,
  input: Fields({}),
  output: Fields({ agreements: Type.Array(Fields({ id: Type.String(), name: Type.String() })) }),
  told,
  answer: async (db, _input, { actor }) => {
    const scope = scopeOf(actor, agreementReviewAccess.read);
    return { agreements: scope === null ? [] : [...(await agreementChoices(db, scope))] };
  },
});
