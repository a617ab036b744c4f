import type { Permission } from './kernel/access.ts';
import type { AnyRegister } from './kernel/register.ts';

/** One right: what it lets do, and who has it how far. */
interface MatrixRow {
  readonly what: string;
  readonly who: string;
}

/**
 * The permission matrix as a table in text, from the declarations themselves: each action and view with who may, and
 * how far. A door open to everybody says why.
 */
export function accessMatrix(registers: readonly AnyRegister[]): string {
  const rows: MatrixRow[] = [];
  for (const register of registers) {
    for (const one of register.actions) rows.push({ what: one.name, who: grantsOf(one.permission) });
    for (const one of register.views) rows.push({ what: one.name, who: grantsOf(one.permission) });
  }
  const width = Math.max(...rows.map((row) => row.what.length));
  return rows.map((row) => `${row.what.padEnd(width)}  ${row.who}`).join('\n');
}

function grantsOf(permission: Permission): string {
  const grants = permission.grants.map((grant) =>
    grant.reach === 'everything' ? grant.to : `${grant.to} (${grant.reach})`,
  );
  const why = permission.openBecause === undefined ? '' : ` – ${permission.openBecause}`;
  return grants.join(', ') + why;
}
