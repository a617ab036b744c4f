import { randomUUID } from 'node:crypto';
import { committed, made, pick, theWriter } from './changes.ts';

/** As the other changes, of who knows the policy. */
export const knowledgeChanges: Record<string, (seed: number) => Promise<Date | null>> = {
  async party(seed) {
    if (made.unit.length === 0) return null;
    const id = randomUUID();
    made.party.push(id);
    return committed(
      [`externalParty:${id}`],
      [
        {
          sql: `insert into external_party (id, version, changed_by_event, name, contact_name, language, relevant,
                relevance_reason, unit_id, contractor)
              values ($2::uuid, 1, $1, ($2::uuid)::text, 'Eva', 'sv', $3, 'Därför', $4, $5)`,
          values: [id, seed % 3 !== 0, pick(made.unit, seed), seed % 2 === 0],
        },
      ],
    );
  },
  async acknowledge(seed) {
    const version = await anyVersion(seed);
    if (version === null || made.person.length === 0) return null;
    const id = randomUUID();
    const isParty = seed % 4 === 0 && made.party.length > 0;
    return committed(
      [`acknowledgement:${id}`],
      [
        {
          sql: `insert into acknowledgement (id, version, changed_by_event, person_id, external_party_id, document_id,
                document_version_id, content_hash, acknowledged_at, way, questions_done)
              select $2::uuid, 1, $1::uuid, $3::uuid, $4::uuid, v.document_id, v.id, 'c', now(), 'link', false
              from document_version v where v.id = $5::uuid on conflict do nothing`,
          values: [
            id,
            isParty ? null : pick(made.person, seed),
            isParty ? pick(made.party, seed) : null,
            version,
          ],
        },
      ],
    );
  },
  async withdraw() {
    const { rows } = (await theWriter()?.query<{ id: string }>(
      'select id from acknowledgement where withdrawn_on is null limit 1',
    )) ?? { rows: [] };
    const id = rows[0]?.id;
    if (id === undefined) return null;
    const sql = `update acknowledgement set version = version + 1, changed_by_event = $1, withdrawn_on = '2026-11-23' where id = $2`;
    return committed([`acknowledgement:${id}`], [{ sql, values: [id] }]);
  },
  async attest(seed) {
    if (made.unit.length === 0) return null;
    const id = randomUUID();
    const sql = `insert into unit_attest (id, version, changed_by_event, unit_id, is_followed, note, attested_on)
      values ($2, 1, $1, $3, $4, '', '2026-11-01')`;
    return committed([`unitAttest:${id}`], [{ sql, values: [id, pick(made.unit, seed), seed % 2 === 0] }]);
  },
};

async function anyVersion(seed: number): Promise<string | null> {
  const found = await theWriter()?.query<{ id: string }>('select id from document_version order by id');
  return found === undefined || found.rows.length === 0
    ? null
    : pick(
        found.rows.map((row) => row.id),
        seed,
      );
}
