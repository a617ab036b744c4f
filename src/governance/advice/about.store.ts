import { type Actor, scopeOf } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import { informationAccess } from '../../registers/information/information.access.ts';
import { readInformation } from '../../registers/information/information.store.ts';
import { systemAccess } from '../../registers/systems/system.access.ts';
import { readSystem } from '../../registers/systems/system.store.ts';

/** What a question concerns, in a register. */
export interface About {
  readonly register: 'information' | 'system';
  readonly id: string;
}

/** What the record is called, to somebody who may see it; null when she may not, or there is none. */
export async function aboutName(
  db: Reader,
  about: About,
  actor: Actor,
  today: string,
): Promise<string | null> {
  const right = about.register === 'information' ? informationAccess.read : systemAccess.read;
  const scope = scopeOf(actor, right);
  if (scope === null) return null;
  if (about.register === 'system') return (await readSystem(db, about.id, scope))?.name ?? null;
  return (await readInformation(db, about.id, scope, today))?.information.name ?? null;
}
