import type { PersonId } from '../../kernel/ids.ts';
import type { Table } from '../../kernel/facts.ts';
import type { Office, ScopeKind } from '../../kernel/offices.ts';
import type { DocumentFact, DocumentVersionFact } from '../../governance/documents/document.facts.ts';
import type { AcknowledgedFact } from '../../governance/acknowledgements/acknowledgement.facts.ts';
import type { AppointmentFact } from '../../people/appointment.facts.ts';
import type { BodyFact, EntityFact, UnitFact } from '../../people/organisation.facts.ts';
import type { PersonFact } from '../../people/person.facts.ts';
import type {
  ClassificationFact,
  DefaultOwnerFact,
  InformationFact,
} from '../../registers/information/information.facts.ts';
import type { SystemFact } from '../../registers/systems/system.facts.ts';
import { carriers } from '../../registers/information/vocabulary.ts';
import { type Facts, noFacts } from '../facts.ts';

/** The day all tables of clauses are judged on. */
export const today = '2026-11-23';

type Lists = { readonly [Name in keyof Facts]?: readonly RowOf<Facts[Name]>[] };
type RowOf<T> = T extends Table<infer Row> ? Row : never;

/** Facts that hold the rows given and nothing else, frozen so that a clause that writes to them fails. */
export function facts(lists: Lists): Facts {
  const tables = Object.entries(lists).map(([name, rows]) => {
    const entries = rows.map(
      (row, index) => ['id' in row ? row.id : String(index), deepFreeze(row)] as const,
    );
    return [name, new FrozenMap(entries)] as const;
  });
  return Object.freeze({ ...noFacts, ...(Object.fromEntries(tables) as Partial<Facts>) }); // rows of the table's own kind, by the parameter's type
}

class FrozenMap<Key, Value> extends Map<Key, Value> {
  private readonly closed: boolean = false;
  constructor(entries: readonly (readonly [Key, Value])[]) {
    super(entries);
    this.closed = true;
  }
  override set(key: Key, value: Value): this {
    if (this.closed) throw new Error('a clause wrote to its facts');
    return super.set(key, value);
  }
  override delete(): boolean {
    throw new Error('a clause removed from its facts');
  }
  override clear(): void {
    throw new Error('a clause emptied its facts');
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}

const since = { from: '2020-01-01', until: null };

export function entity(row: Partial<EntityFact> = {}): EntityFact {
  return {
    id: 'entity',
    kind: 'municipality',
    name: 'Exempelkommun',
    controller: false,
    registerCompleteOn: '2026-06-01',
    officerReportedOn: '2024-01-01',
    officerPublishedOn: '2024-01-01',
    ...since,
    ...row,
  };
}

export function body(row: Partial<BodyFact> = {}): BodyFact {
  return {
    id: 'body',
    entityId: 'entity',
    kind: 'committee',
    name: 'Barn- och utbildningsnämnden',
    controller: true,
    reportsToFollowUp: true,
    registerCompleteOn: '2026-06-01',
    officerReportedOn: '2024-01-01',
    officerPublishedOn: '2024-01-01',
    ...since,
    ...row,
  };
}

export function unit(row: Partial<UnitFact> = {}): UnitFact {
  return {
    id: 'unit',
    kind: 'unit',
    name: 'Förskolan Solen',
    entityId: 'entity',
    bodyId: 'body',
    parentId: null,
    carriersHeld: carriers.slice(0, 3),
    carriersNone: carriers.slice(3),
    carriersDeclaredOn: '2026-06-01',
    ...since,
    ...row,
  };
}

let appointed = 0;

export function appointment(
  office: Office,
  scopeId: string | null = null,
  row: Partial<Omit<AppointmentFact, 'personId'>> & { readonly personId?: string } = {},
): AppointmentFact {
  appointed += 1;
  const { personId = `person-${office}`, ...rest } = row;
  const scope: ScopeKind = scopeId === null ? 'municipality' : 'unit';
  return {
    id: `appointment-${appointed}`,
    personId: personId as PersonId, // a made-up person
    personName: 'Anna Alm',
    office,
    deputy: false,
    scope,
    scopeId,
    decision: 'KS 2026-01-13 § 4, dnr KS 2026/7',
    reachable: true,
    ...since,
    ...rest,
  };
}

export function classification(row: Partial<ClassificationFact> = {}): ClassificationFact {
  return {
    id: 'classification',
    levels: { confidentiality: 2, integrity: 1, availability: 1, traceability: null },
    reasoned: ['confidentiality', 'integrity', 'availability'],
    modelNamed: true,
    participants: 3,
    decidedBy: 'person',
    decidedOn: '2026-03-01',
    nextReviewOn: '2027-03-01',
    ...row,
  };
}

export function information(row: Partial<InformationFact> = {}): InformationFact {
  return {
    id: 'information',
    name: 'Elevakter',
    unitId: 'unit',
    area: 'skola',
    personalData: 'none',
    secret: false,
    classification: classification(),
    handlingDecision: { id: 'decision', decidedOn: '2026-03-01', nextReviewOn: '2027-03-01' },
    ...row,
  };
}

export function defaultOwner(row: Partial<DefaultOwnerFact> = {}): DefaultOwnerFact {
  return {
    id: 'default-owner',
    area: 'skola',
    name: 'Skola',
    holder: 'ownUnitManager',
    office: null,
    unitId: null,
    endedOn: null,
    ...row,
  };
}

const unproven = { confidentiality: null, integrity: null, availability: null, traceability: null };

export function system(row: Partial<SystemFact> = {}): SystemFact {
  return {
    id: 'system',
    name: 'Elevregistret',
    lifecycle: 'inOperation',
    unitId: 'unit',
    proven: { confidentiality: 2, integrity: 2, availability: 2, traceability: 2 },
    raised: unproven,
    ...row,
  };
}

export function document(row: Partial<DocumentFact> = {}): DocumentFact {
  return {
    id: 'policy',
    kind: 'policy',
    title: 'Informationssäkerhetspolicy',
    keeperOffice: 'informationSecurityCoordinator',
    reviewOn: '2027-06-15',
    endedOn: null,
    scope: 'organisation',
    unitId: null,
    systemId: null,
    ...row,
  };
}

export function documentVersion(row: Partial<DocumentVersionFact> = {}): DocumentVersionFact {
  return {
    id: 'version',
    documentId: 'policy',
    number: 1,
    state: 'inForce',
    contentHash: 'hash-of-policy',
    decision: 'KF 2026-06-15 § 47, dnr KS 2026/123',
    decidedBy: 'council',
    decidedOn: '2026-06-15',
    inForceFrom: '2026-07-01',
    adjustedOn: '2026-06-22',
    legalForceOn: '2026-07-14',
    ...row,
  };
}

/** A policy in force with nothing but its version, for clauses about who knows it. */
export const policy = { documents: [document()], documentVersions: [documentVersion()] };

export function person(row: Partial<PersonFact> = {}): PersonFact {
  return {
    id: 'person',
    name: 'Anna Alm',
    kind: 'employee',
    unitId: 'unit',
    organisation: null,
    ...since,
    ...row,
  };
}

/** Somebody who has acknowledged a version of the policy. */
export function knowing(id: string, version = 'version'): AcknowledgedFact {
  return { id, versions: [version] };
}
