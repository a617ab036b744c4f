import type { Stamp } from '../kernel/action.ts';
import type { Reader, Transaction } from '../kernel/db.ts';
import type { ClauseSetting, Setting } from './setting.ts';

type SettingTables = {
  setting: {
    id: Setting['id'];
    version: number;
    changed_by_event: string;
    municipality: string;
    language: Setting['language'];
    accent: string | null;
    profile: Setting['profile'];
    security_protection_contact: string;
  };
  clause_setting: {
    id: ClauseSetting['id'];
    version: number;
    changed_by_event: string;
    number: string;
    threshold_percent: number;
    reason: string;
  };
};

const tables = (db: Reader) => db.$extendTables<SettingTables>();

/** The installation's settings; null before the first visit has chosen them. */
export async function readSetting(db: Reader): Promise<Setting | null> {
  const row = await tables(db)
    .selectFrom('setting')
    .select(['id', 'version', 'municipality', 'language', 'accent', 'profile'])
    .select('security_protection_contact as securityProtectionContact')
    .executeTakeFirst();
  return row ?? null;
}

/** What the municipality is called; ”kommunen” before anybody has said. */
export async function municipalityName(db: Reader): Promise<string> {
  return (await readSetting(db))?.municipality ?? 'kommunen';
}

export async function insertSetting(transaction: Transaction, row: Setting, stamp: Stamp): Promise<void> {
  await tables(transaction)
    .insertInto('setting')
    .values({ ...values(row, stamp), id: row.id, profile: row.profile })
    .execute();
}

export async function updateSetting(transaction: Transaction, row: Setting, stamp: Stamp): Promise<void> {
  await tables(transaction).updateTable('setting').set(values(row, stamp)).where('id', '=', row.id).execute();
}

function values(row: Setting, stamp: Stamp) {
  return {
    version: row.version,
    changed_by_event: stamp.eventId,
    municipality: row.municipality,
    language: row.language,
    accent: row.accent,
    security_protection_contact: row.securityProtectionContact,
  };
}

export async function loadThreshold(transaction: Transaction, number: string): Promise<ClauseSetting | null> {
  const row = await tables(transaction)
    .selectFrom('clause_setting')
    .select(['id', 'version', 'number', 'threshold_percent as thresholdPercent', 'reason'])
    .where('number', '=', number)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function saveThreshold(
  transaction: Transaction,
  row: ClauseSetting,
  stamp: Stamp,
): Promise<void> {
  const changed = {
    version: row.version,
    changed_by_event: stamp.eventId,
    threshold_percent: row.thresholdPercent,
    reason: row.reason,
  };
  if (row.version === 1) {
    await tables(transaction)
      .insertInto('clause_setting')
      .values({ id: row.id, number: row.number, ...changed })
      .execute();
  } else {
    await tables(transaction).updateTable('clause_setting').set(changed).where('id', '=', row.id).execute();
  }
}
