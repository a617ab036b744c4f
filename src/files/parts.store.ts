import { sql } from 'kysely';
import type { Reader, Transaction } from '../kernel/db.ts';

/** Where the parts of files lie: a table beside its register, and the column that names the file. */
export interface PartTable {
  readonly table: string;
  readonly file: string;
}

/** Bytes of one part of a file. */
const partBytes = 1024 * 1024;

/** Saves the bytes of a file in parts, in the transaction of its row. */
export async function saveParts(
  transaction: Transaction,
  { table, file }: PartTable,
  id: string,
  bytes: Buffer,
): Promise<void> {
  for (let number = 0; number * partBytes < bytes.length; number++) {
    const part = bytes.subarray(number * partBytes, (number + 1) * partBytes);
    await sql`insert into ${sql.table(table)} (${sql.ref(file)}, number, bytes)
      values (${id}, ${number}, ${part})`.execute(transaction);
  }
}

/** The bytes of a file, put together again. */
export async function joinParts(db: Reader, { table, file }: PartTable, id: string): Promise<Buffer> {
  const { rows } = await sql<{ bytes: Buffer }>`
    select bytes from ${sql.table(table)} where ${sql.ref(file)} = ${id} order by number`.execute(db);
  return Buffer.concat(rows.map((row) => row.bytes));
}
