import { sql } from 'kysely';
import type { Actor } from '../../kernel/access.ts';
import type { Action } from '../../kernel/action.ts';
import type { Reader } from '../../kernel/db.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { ask, type Services } from '../../kernel/run.ts';
import type { View } from '../../kernel/view.ts';
import { serveInstallation } from '../../people/signin/installation.ts';
import { anonymous, holderOf } from '../../testing/actors.ts';
import { arrange } from '../../testing/arrange.ts';
import { testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { draft } from './duties/authority-report.actions.ts';
import { contactAdded } from './contact.actions.ts';
import type { ContactInput } from './contact.ts';
import { answer, triage } from './incident.actions.ts';
import { concern } from './party.actions.ts';
import { report } from './report.actions.ts';

/** What senders are counted by needs the installation's key. */
export function serveTestInstallation(): void {
  const secretKey = Buffer.alloc(32, 3);
  serveInstallation({ publicUrl: 'https://varna.prov.example', secretKey, isDemo: false, version: '1' });
}

/** A record as a step leaves it. */
export interface Version {
  readonly id: string;
  readonly version: number;
}

/**
 * A municipality where somebody coordinates cases, on a database of the test's own: the clock stands where `now` says, and steps are taken
 * in the coordinator's name where nobody else's is given.
 */
export async function openDesk(now: () => Date = () => new Date('2026-11-23T10:00:00Z')) {
  serveTestInstallation();
  const database = await testDatabase();
  const services: Services = { ...testServices(database.db), clock: now };
  const town = await arrange(database.db);
  const coordinator = holderOf('informationSecurityCoordinator', town.other);
  const act = (action: Action, one: Version, input: object, actor: Actor = coordinator) =>
    actAs(services, actor, action, { id: one.id, version: one.version, input });
  const step = (action: Action, one: Version, input: object, actor?: Actor): Promise<Version> =>
    done(act(action, one, input, actor));
  return { database, services, town, coordinator, act, step };
}

/** Somebody who has not signed in, at an address. */
export function visitor(address: string): Actor {
  return { ...anonymous, credentialId: `address:${address}` };
}

let made = 0;
/** A key as a device makes one, another each time. */
export function newKey(): string {
  made++;
  return `key-${String(made).padStart(24, '0')}`;
}

/** A case that is said to have come by a letter; answers with its id. */
export async function lettered(db: Reader, incidentId: string): Promise<string> {
  await sql`insert into incoming_letter (id, folder, uid_validity, uid, key_hash, received_at, settled_at, sender, outcome,
      reason, incident_id, files_refused, is_answered)
    values (${incidentId}, 'INBOX', 1, 1, ${Buffer.alloc(32)}, now(), now(), 'anna@prov.example', 'report', '',
      ${incidentId}, 0, true)`.execute(db);
  return incidentId;
}

/** A report as somebody writes it, with what is given. */
export function reportOf(more: object = {}): { key: string; happened: string } {
  return {
    key: newKey(),
    happened: 'Ett brev med uppgifter om en elev gick till fel adress.',
    noticedAt: null,
    place: 'Skolans expedition',
    affected: '',
    ongoing: 'no',
    contact: '',
    ...more,
  } as { key: string; happened: string };
}

/** Reports, and answers with the new case's id. */
export async function reported(services: Services, actor: Actor, more: object = {}): Promise<string> {
  await done(actAs(services, actor, report, { input: reportOf(more) }));
  return newestCase(services.db);
}

/** The id of the case that was reported last. */
export async function newestCase(db: Reader): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from incident order by id desc limit 1`.execute(db);
  return rows[0]?.id ?? '';
}

/** What somebody who coordinates says of a report at first, with what is given. */
export async function triageOf(db: Reader, id: string, more: object = {}): Promise<object> {
  const { rows } = await sql<{ noticed: Date; reported: Date; title: string }>`
    select noticed_at as noticed, reported_at as reported, title from incident where id = ${id}`.execute(db);
  return {
    kind: 'incident',
    title: rows[0]?.title ?? '',
    unitId: null,
    occurredAt: null,
    noticedAt: rows[0]?.noticed.toISOString(),
    knowledgeAt: rows[0]?.reported.toISOString(),
    knowledgeReason: '',
    ongoing: 'no',
    consequence: { confidentiality: 1, integrity: null, availability: null, traceability: null },
    handlerId: null,
    diaryNumber: '',
    secret: false,
    secretParts: [],
    secrecyProvision: '',
    secrecyReason: '',
    ...more,
  };
}

/** Reports and triages; answers with the case's id and version. */
export async function triaged(
  services: Services,
  coordinator: Actor,
  more: object = {},
  reporter: Actor = visitor('192.0.2.1'),
): Promise<{ id: string; version: number }> {
  const id = await reported(services, reporter);
  return done(
    actAs(services, coordinator, triage, { id, version: 1, input: await triageOf(services.db, id, more) }),
  );
}

/** A case that a body must notify to the supervisory authority, with the report begun; answers with its id and the report's. */
export async function draftedReport(
  services: Services,
  coordinator: Actor,
  bodyId: string,
  more: object = {},
): Promise<{ id: string; reportId: string }> {
  const one = await triaged(services, coordinator, more);
  const { id } = one;
  const answers = ['personalData', 'riskToPeople'].map((question) => ({ question, answer: 'yes' }));
  const answered = await done(
    actAs(services, coordinator, answer, { id, version: one.version, input: { answers } }),
  );
  const party = {
    bodyId,
    entityId: null,
    roles: ['controller'],
    sectors: [],
    knowledgeAt: null,
    knowledgeReason: '',
  };
  const placed = await done(
    actAs(services, coordinator, concern, { id, version: answered.version, input: party }),
  );
  const { rows } = await sql<{ id: string }>`select id from incident_party where incident_id = ${id}`.execute(
    services.db,
  );
  const input = { partyId: rows[0]?.id ?? '', duty: 'dataskydd/anmalan-till-imy', stage: 'notification' };
  const begun = await done(actAs(services, coordinator, draft, { id, version: placed.version, input }));
  return { id, reportId: typeof begun.reportId === 'string' ? begun.reportId : '' };
}

/** The police as a contact, with what is given. */
export function contactOf(more: Partial<ContactInput> = {}): ContactInput {
  return {
    contactKind: 'police',
    contactName: 'Polisens kontaktcenter',
    telephone: '114 14',
    email: '',
    reference: '0100-K12345-26',
    remark: '',
    ...more,
  };
}

/** Adds a contact to the case; answers with the contact's id. */
export async function contacted(services: Services, actor: Actor, id: string): Promise<string> {
  const made = await done(actAs(services, actor, contactAdded, { id, input: contactOf() }));
  return typeof made.contactId === 'string' ? made.contactId : '';
}

/** Asks a view; a refusal is its code. */
export async function asked(
  services: Services,
  view: View,
  actor: Actor,
  id: string | null,
  query: Readonly<Record<string, unknown>> = {},
): Promise<Record<string, unknown> | string> {
  const result = await ask(services, view, { actor, id, query, purpose: 'Prövar vad som syns' });
  return isRefusal(result) ? result.code : (result.answer as Record<string, unknown>);
}
