import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/access.ts';
import { appendEvent } from '../../kernel/audit/append.ts';
import type { Reader } from '../../kernel/db.ts';
import { newId, type PersonId, type UnitId } from '../../kernel/ids.ts';
import type { Services } from '../../kernel/run.ts';
import { system } from '../../testing/actors.ts';
import { actAs, done } from '../../testing/services.ts';
import { begin } from './campaign.actions.ts';
import { gatherAll } from './keep.ts';
import type { DocumentId, DocumentVersionId } from '../documents/document.ts';

type Sentence = readonly [text: string, demand: 'ska' | 'bor' | null];
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** A policy to acknowledge, and what makes its next version. */
export interface TestPolicy {
  readonly id: DocumentId;
  /** Adopts a version with these sentences, in force at once; the one before it is superseded. */
  adopt(sentences: readonly Sentence[], at: Date): Promise<DocumentVersionId>;
}

/** Writes a policy without text; its versions come with `adopt`. */
export async function testPolicy(db: Reader, kind: 'policy' | 'guideline' = 'policy'): Promise<TestPolicy> {
  const id = newId<'Document'>();
  let number = 0;
  await written(db, new Date('2026-01-02T00:00:00Z'), (event) => [
    sql`insert into document (id, version, changed_by_event, kind, title, keeper_office)
      values (${id}, 1, ${event}, ${kind}, 'Policyn', 'informationSecurityCoordinator')`,
  ]);
  const adopt = async (sentences: readonly Sentence[], at: Date) => {
    const version = newId<'DocumentVersion'>();
    number += 1;
    const contentHash = hashOf(sentences.map(([text]) => text).join('\n'));
    const touched = [`document:${id}`, `documentVersion:${version}`];
    await written(
      db,
      at,
      (event) => [
        sql`update document_version set state = 'superseded', version = version + 1, changed_by_event = ${event}
          where document_id = ${id} and state = 'inForce'`,
        sql`insert into document_version (id, version, changed_by_event, document_id, number, state, source_name, source_text,
            outline, content_hash, decision, in_force_from)
          values (${version}, 1, ${event}, ${id}, ${number}, 'inForce', 'x', 'x', '{}', ${contentHash}, 'KF § 1', '2026-01-01')`,
        ...sentences.map(
          (
            [text, demand],
            at,
          ) => sql`insert into sentence (id, version, changed_by_event, document_version_id, number, section,
              heading, paragraph, text, hash, demand)
            values (${newId()}, 1, ${event}, ${version}, ${at + 1}, 0, 'Ansvar', 0, ${text}, ${hashOf(text)}, ${demand})`,
        ),
      ],
      touched,
    );
    return version;
  };
  return { id, adopt };
}

/** More people of a unit, straight into the register. Their addresses are `<number>@prov.example`. */
export async function testPeople(
  db: Reader,
  unitId: UnitId,
  count: number,
  prefix = 'p',
): Promise<PersonId[]> {
  const rows = Array.from({ length: count }, (_none, index) => ({
    id: newId<'Person'>(),
    family_name: `Berg ${index}`,
    email: `${prefix}${index}@prov.example`,
  }));
  await written(
    db,
    new Date('2026-01-03T00:00:00Z'),
    (event) => [
      sql`insert into person (id, version, changed_by_event, kind, given_name, family_name, email, unit_id, valid)
      select r.id, 1, ${event}, 'employee', 'Anna', r.family_name, r.email, ${unitId}, daterange('2020-01-01', null)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, family_name text, email text)`,
    ],
    rows.map(({ id }) => `person:${id}`),
  );
  return rows.map((row) => row.id);
}

/** A policy in force and a campaign that asks the people of a unit to read it, not opened yet. */
export async function askedCampaign(
  services: Services,
  actor: Actor,
  unitId: UnitId,
): Promise<{ readonly policy: string; readonly campaign: string }> {
  const policy = await testPolicy(services.db);
  await policy.adopt([['Alla ska läsa.', 'ska']], services.clock());
  const input = {
    documentId: policy.id,
    title: 'Policyn',
    message: '',
    unitIds: [unitId],
    offices: [],
    kinds: ['employee'],
    externalParties: false,
    opensOn: '2026-12-01',
    closesOn: '2027-01-31',
    reminderDays: [],
  };
  const { id } = await done(actAs(services, actor, begin, { input }));
  await gatherAll(services, id);
  return { policy: policy.id, campaign: id };
}

/** Statements with the event that they need. */
export async function written(
  db: Reader,
  at: Date,
  statements: (event: string) => readonly ReturnType<typeof sql>[],
  touched: readonly string[] = [],
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const draft = { kind: 'test.arranged', record: null, touched };
    const { eventId } = await appendEvent(transaction, system, 'setting', draft, at);
    for (const statement of statements(eventId)) await statement.execute(transaction);
  });
}
