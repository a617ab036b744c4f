import { type Permission, scopeOf } from '../kernel/access.ts';
import type { Reader } from '../kernel/db.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { AnyRegister } from '../kernel/register.ts';
import type { Asking } from '../kernel/view.ts';
import { dutyRecipientAccess, dutyTermAccess } from '../duties/duty.access.ts';
import { documentAccess } from '../governance/documents/document.access.ts';
import { allowedSiteAccess } from '../governance/publication/allowed-site.access.ts';
import { publicationAccess } from '../governance/publication/publication.access.ts';
import { personSourceAccess } from '../people/sources/person-source.access.ts';
import { defaultOwnerAccess } from '../registers/default-owners/default-owner.access.ts';
import { handlingRuleAccess } from '../registers/handling-rules/handling-rule.access.ts';
import { clauseSettingAccess, settingAccess } from '../settings/setting.access.ts';
import { readersAccess, otherReadersAccess } from './audit.access.ts';
import { isNamed, isWithin } from './names.store.ts';

/** Registers that are read whole or not at all, and have no view of one record: the right to read them decides. */
const readWhole: Readonly<Record<string, Permission>> = {
  defaultOwner: defaultOwnerAccess.read,
  handlingRule: handlingRuleAccess.read,
  publicationPlace: publicationAccess.read,
  allowedSite: allowedSiteAccess.read,
  personSource: personSourceAccess.read,
  document: documentAccess.read,
  setting: settingAccess.read,
  clauseSetting: clauseSettingAccess.read,
  dutyTerm: dutyTermAccess.read,
  dutyRecipient: dutyRecipientAccess.read,
};

/**
 * May the asker read this record now, and so its history? The register's own view of a record is asked, with the asker,
 * so that there is one rule and it is the register's; a register that is named nowhere is read by nobody. Answers with
 * what that view would tell the log that it showed; null when she may not.
 */
export async function readRecord(
  db: Reader,
  slices: readonly AnyRegister[],
  register: string,
  id: string,
  asking: Asking,
): Promise<readonly string[] | null> {
  if (mayReadWhole(register, asking)) return [];
  const record = slices
    .flatMap((slice) => slice.views)
    .find((view) => view.name === `${register}.record` && view.on === 'record');
  const scope = record === undefined ? null : scopeOf(asking.actor, record.permission);
  if (record === undefined || scope === null) return null;
  const within = { ...asking, scope, id };
  const answer: unknown = await record.answer(db, {}, within);
  if (answer === null || isRefusal(answer)) return null;
  return 'shown' in record.told ? record.told.shown(answer, within) : [];
}

/** May the asker read every record of the register, and is it one whose changes are looked at together? */
export function mayReadWhole(register: string, { actor }: Asking): boolean {
  const permission = Object.hasOwn(readWhole, register) ? readWhole[register] : undefined;
  return permission !== undefined && scopeOf(actor, permission)?.everything === true;
}

/** May the asker see who has read this record? Examiners may, and whoever owns the very record. */
export async function maySeeReaders(
  db: Reader,
  register: string,
  id: string,
  { actor, today }: Asking,
): Promise<boolean> {
  const permission = Object.hasOwn(readersAccess, register) ? readersAccess[register] : undefined;
  const scope = scopeOf(actor, permission ?? otherReadersAccess);
  if (scope === null) return false;
  return scope.everything || (isNamed(register) && isWithin(db, register, id, scope, today));
}
