import type { Reader } from '../../kernel/db.ts';
import { type SupportRole, supportRoles } from './advice.ts';
import { listContacts, roleHolders } from './support.store.ts';

/** Whom everybody may turn to, and how. */
export interface SupportLine {
  readonly office: SupportRole;
  /** Who holds it that day, or stands in; null to who has not signed in. */
  readonly name: string | null;
  readonly deputy: boolean;
  /** Nobody holds it, and nobody stands in. False to who has not signed in. */
  readonly vacant: boolean;
  readonly email: string | null;
  readonly telephone: string | null;
}

/** The support roles that day: the office's own ways to be reached, else its holder's. Names only to those inside. */
export async function supportLines(db: Reader, today: string, isInside: boolean): Promise<SupportLine[]> {
  const contacts = await listContacts(db);
  const holders = isInside ? await roleHolders(db, supportRoles, today) : [];
  return supportRoles.map((office) => {
    const own = contacts.find((one) => one.office === office);
    const holder = holders.find((one) => one.office === office);
    const hasOwn = own !== undefined && (own.email !== null || own.telephone !== null);
    return {
      office,
      name: holder?.name ?? null,
      deputy: holder?.deputy ?? false,
      vacant: isInside && holder === undefined,
      email: (hasOwn ? own.email : holder?.email) ?? null,
      telephone: (hasOwn ? own.telephone : holder?.telephone) ?? null,
    };
  });
}
