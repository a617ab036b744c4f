import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { rawEvent } from '../../testing/raw-event.ts';

/** When the first change is made; each that follows is a second later. */
export const start = Date.parse('2026-11-23T06:00:00Z');
let seconds = 0;
let writer: pg.Client | null = null;

/** Who {@link changes} write as, for changes told elsewhere. */
export const theWriter = (): pg.Client | null => writer;

/** Whom {@link changes} write as. */
export function writeAs(client: pg.Client): void {
  writer = client;
}

interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** One event and the rows that name it, as an action would write them. `$1` is the event. */
export async function write(
  client: pg.Client,
  touched: readonly string[],
  statements: readonly Statement[],
): Promise<Date> {
  seconds += 1;
  const at = new Date(start + seconds * 1000);
  const event = await rawEvent(client, { at, touched });
  for (const { sql, values } of statements) await client.query(sql, [event, ...values]);
  return at;
}

export async function committed(touched: readonly string[], statements: readonly Statement[]): Promise<Date> {
  if (writer === null) throw new Error('writeAs comes first');
  await writer.query('begin');
  const at = await write(writer, touched, statements);
  await writer.query('commit');
  return at;
}

/** Ids of what has been made, so that later changes have something to change. */
export const made = {
  unit: [] as string[],
  person: [] as string[],
  information: [] as string[],
  system: [] as string[],
  party: [] as string[],
};
export const pick = (ids: readonly string[], seed: number): string => ids[seed % ids.length] ?? '';
const valid = `daterange('2025-01-01', null)`;

/** Each is a change that some action makes. The number chooses which record it falls on. */
export const changes: Record<string, (seed: number) => Promise<Date | null>> = {
  async unit() {
    const [entity, id] = [randomUUID(), randomUUID()];
    made.unit.push(id);
    return committed(
      [`entity:${entity}`, `unit:${id}`],
      [
        {
          sql: `insert into legal_entity (id, version, changed_by_event, kind, name, valid, controller)
              values ($2, 1, $1, 'company', $3, ${valid}, true)`,
          values: [entity, `Bolag ${entity}`],
        },
        {
          sql: `insert into unit (id, version, changed_by_event, kind, name, entity_id, valid)
              values ($2, 1, $1, 'unit', $3, $4, ${valid})`,
          values: [id, `Enhet ${id}`, entity],
        },
      ],
    );
  },
  async person() {
    const id = randomUUID();
    made.person.push(id);
    return committed(
      [`person:${id}`],
      [
        {
          sql: `insert into person (id, version, changed_by_event, kind, given_name, family_name, valid)
              values ($2, 1, $1, 'employee', 'Anna', 'Alm', ${valid})`,
          values: [id],
        },
      ],
    );
  },
  async information(seed) {
    const id = randomUUID();
    if (made.unit.length === 0) return null;
    made.information.push(id);
    return committed(
      [`information:${id}`],
      [
        {
          sql: `insert into information (id, version, changed_by_event, state, name, unit_id, area, carriers, personal_data)
              values ($2, 1, $1, $3, $4, $5, 'skola', '{paper}', 'ordinary')`,
          values: [id, seed % 3 === 0 ? 'draft' : 'active', `Akter ${id}`, pick(made.unit, seed)],
        },
      ],
    );
  },
  async end(seed) {
    if (made.information.length === 0) return null;
    const id = pick(made.information, seed);
    const sql = `update information set version = version + 1, changed_by_event = $1, state = $3 where id = $2`;
    return committed([`information:${id}`], [{ sql, values: [id, seed % 2 === 0 ? 'ended' : 'active'] }]);
  },
  async classify(seed) {
    if (made.information.length === 0 || made.person.length === 0) return null;
    const [id, information] = [randomUUID(), pick(made.information, seed)];
    // The classification's own event is enough for the information's fact to follow.
    const also = seed % 2 === 0 ? [`information:${information}`] : [];
    return committed(
      [...also, `classification:${id}`],
      [
        {
          sql: `insert into classification (id, version, changed_by_event, information_id, model_name, model_version,
                confidentiality, integrity, availability, level_names, reasons, participants, decided_by, decided_on, next_review_on)
              values ($2, 1, $1, $3, 'M', '1', $4, 1, 1, '{}', '{"integrity": "x"}', '{a}', $5, '2026-01-01', '2027-01-01')`,
          values: [id, information, seed % 4, pick(made.person, seed)],
        },
        {
          sql: `update information set version = version + 1, changed_by_event = $1, classification_id = $2 where id = $3`,
          values: [id, information],
        },
      ],
    );
  },
  async handle(seed) {
    if (made.information.length === 0) return null;
    const id = randomUUID();
    return committed(
      [`handling:${id}`],
      [
        {
          sql: `insert into handling (id, version, changed_by_event, information_id, activity, carrier, place)
              values ($2::uuid, 1, $1, $3, 'print', 'paper', ($2::uuid)::text)`,
          values: [id, pick(made.information, seed)],
        },
      ],
    );
  },
  async system(seed) {
    if (made.unit.length === 0) return null;
    const id = randomUUID();
    made.system.push(id);
    return committed(
      [`system:${id}`],
      [
        {
          sql: `insert into system (id, version, changed_by_event, lifecycle, name, unit_id, provider_kind)
              values ($2, 1, $1, 'inOperation', $3, $4, 'internal')`,
          values: [id, `System ${id}`, pick(made.unit, seed)],
        },
      ],
    );
  },
  async retire(seed) {
    if (made.system.length === 0) return null;
    const id = pick(made.system, seed);
    const sql = `update system set version = version + 1, changed_by_event = $1, lifecycle = 'retired' where id = $2`;
    return committed([`system:${id}`], [{ sql, values: [id] }]);
  },
  async appoint(seed) {
    if (made.person.length === 0 || made.system.length === 0) return null;
    const id = randomUUID();
    return committed(
      [`appointment:${id}`],
      [
        {
          sql: `insert into appointment (id, version, changed_by_event, person_id, office, scope, system_id, deputy, valid)
              values ($2, 1, $1, $3, 'systemOwner', 'system', $4, true, daterange($5::date, $5::date + 1))`,
          values: [
            id,
            pick(made.person, seed),
            pick(made.system, seed),
            new Date(start + seconds * 86_400_000),
          ],
        },
      ],
    );
  },
  async rename(seed) {
    if (made.person.length === 0) return null;
    const id = pick(made.person, seed);
    const sql = `update person set version = version + 1, changed_by_event = $1, family_name = $3,
                 valid = daterange('2025-01-01', $4::date) where id = $2`;
    return committed(
      [`person:${id}`],
      [{ sql, values: [id, `Berg${seed}`, seed % 2 === 0 ? null : '2026-01-01'] }],
    );
  },
  async document(seed) {
    const [document, version] = [randomUUID(), randomUUID()];
    return committed(
      [`document:${document}`, `documentVersion:${version}`],
      [
        {
          sql: `insert into document (id, version, changed_by_event, kind, title, keeper_office)
              select $2, 1, $1, case when exists (select from document where kind = 'policy') then 'guideline' else 'policy' end,
                'Policy', 'informationSecurityCoordinator'`,
          values: [document],
        },
        {
          sql: `insert into document_version (id, version, changed_by_event, document_id, number, state, source_name,
                source_text, outline, content_hash, decision)
              values ($2, 1, $1, $3, 1, $4, 'a', 'b', '{}', 'c', 'KF § 1')`,
          values: [version, document, seed % 2 === 0 ? 'inForce' : 'draft'],
        },
        {
          sql: `insert into sentence (id, version, changed_by_event, document_version_id, number, section, heading, paragraph,
                text, hash, demand, clauses)
              values ($2, 1, $1, $3, 1, 0, 'Mål', 0, 'Vi ska.', 'h', 'ska', '{P28}')`,
          values: [randomUUID(), version],
        },
      ],
    );
  },
  async advice(seed) {
    if (made.person.length === 0) return null;
    const id = randomUUID();
    const state = seed % 3 === 0 ? 'waiting' : 'answered';
    const at = new Date(start + seconds * 1000);
    const kinds = state === 'waiting' ? ['question'] : ['question', 'answer'];
    return committed(
      [`advice:${id}`],
      [
        {
          sql: `insert into advice (id, version, changed_by_event, asked_by, asked_of, subject, state, asked_at, waiting_since)
              values ($2, 1, $1, $3, $4, 'Får jag?', $5, $6, $7)`,
          values: [
            id,
            pick(made.person, seed),
            seed % 2 === 0 ? 'itManager' : 'securityCoordinator',
            state,
            at,
            state === 'waiting' ? at : null,
          ],
        },
        ...kinds.map((kind, index) => ({
          sql: `insert into advice_entry (id, version, changed_by_event, advice_id, number, kind, text, written_by, written_at)
              values ($2, 1, $1, $3, $4, $5, 'Text', $6, $7)`,
          values: [randomUUID(), id, index + 1, kind, pick(made.person, seed), at],
        })),
      ],
    );
  },
  async agreement(seed) {
    if (made.unit.length === 0) return null;
    const id = randomUUID();
    return committed(
      [`agreementReview:${id}`],
      [
        {
          sql: `insert into agreement_review (id, version, changed_by_event, counterparty, subject, reference, unit_id, ended_on)
              values ($2, 1, $1, 'Bolaget', 'Avtal', '1', $3, $4)`,
          values: [id, pick(made.unit, seed), seed % 5 === 0 ? '2026-01-01' : null],
        },
      ],
    );
  },
  async followUp(seed) {
    if (made.unit.length === 0) return null;
    const [measure, deviation, exception] = [randomUUID(), randomUUID(), randomUUID()];
    const unit = pick(made.unit, seed);
    const state = seed % 2 === 0 ? 'planned' : 'ongoing';
    return committed(
      [`measure:${measure}`, `deviation:${deviation}`, `exception:${exception}`],
      [
        {
          sql: `insert into measure (id, version, changed_by_event, title, description, unit_id, owner_office, due_on, resources, state)
              values ($2, 1, $1, 'Åtgärd', '', $3, 'manager', '2026-12-01', 'undecided', $4)`,
          values: [measure, unit, state],
        },
        {
          sql: `insert into deviation (id, version, changed_by_event, title, description, unit_id, discovered_on, handling, cause, state)
              values ($2, 1, $1, 'Avvikelse', '', $3, $4, '', '', 'reported')`,
          values: [deviation, unit, seed % 3 === 0 ? '2026-09-01' : '2026-11-20'],
        },
        {
          sql: `insert into exception (id, version, changed_by_event, title, object_register, object_id, clause, unit_id, reason,
                compensation, consequence_before, likelihood_before, consequence_after, likelihood_after, personal_data, ends_on,
                state, decided_as, decided_on, valid_from)
              values ($2, 1, $1, 'Undantag', 'unit', $3, 'P43', $3, 'Skäl', 'Skydd', 2, 2, 1, 2, false, $4, 'decided', 'manager',
                '2026-01-01', '2026-01-01')`,
          values: [exception, unit, seed % 2 === 0 ? '2026-11-01' : '2027-01-01'],
        },
      ],
    );
  },
};
