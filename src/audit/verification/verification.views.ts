import { Type } from 'typebox';
import { scopeOf } from '../../kernel/access.ts';
import { Fields, OrNull } from '../../kernel/schema.ts';
import { view } from '../../kernel/view.ts';
import { verificationAccess } from './verification.access.ts';
import { listVerifications, readVerification } from './verification.store.ts';
import { LogFinding, type Verification } from './verification.ts';

const Row = Fields({
  id: Type.String(),
  requestedAt: Type.String(),
  /** The person who asked; null when it was the daily one. */
  requestedBy: OrNull(Type.String()),
  /** Null while it waits for its turn. */
  verifiedAt: OrNull(Type.String()),
  size: OrNull(Type.Integer()),
  /** Base64. */
  root: OrNull(Type.String()),
  isWhole: OrNull(Type.Boolean()),
  erased: OrNull(Type.Integer()),
  findingCount: Type.Integer(),
});

export const list = view({
  name: 'logVerification.list',
  on: 'register',
  permission: verificationAccess.read,
  input: Fields({}),
  output: Fields({ items: Type.Array(Row), may: Fields({ verify: Type.Boolean() }) }),
  told: { nothing: 'how the log came out of its verifications' },
  answer: async (db, _input, { actor }) => {
    const rows = await listVerifications(db, 50);
    const items = rows.map((row) => {
      const { findings: _findings, ...shown } = shownOf(row);
      return shown;
    });
    return { items, may: { verify: scopeOf(actor, verificationAccess.verify) !== null } };
  },
});

export const record = view({
  name: 'logVerification.record',
  on: 'record',
  permission: verificationAccess.read,
  input: Fields({}),
  output: Fields({
    ...Row.properties,
    /** At most two hundred; the count says how many there were. */
    findings: Type.Array(LogFinding),
  }),
  told: { nothing: 'where in the log something is wrong, and not what it says there' },
  answer: async (db, _input, { id }) => {
    const row = await readVerification(db, id);
    return row === null ? null : shownOf(row);
  },
});

function shownOf({ version: _version, ...row }: Verification) {
  return {
    ...row,
    requestedAt: row.requestedAt.toISOString(),
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
    root: row.root?.toString('base64') ?? null,
    findings: [...row.findings],
  };
}
