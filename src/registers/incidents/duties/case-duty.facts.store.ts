import { sql } from 'kysely';
import type { Reader } from '../../../kernel/db.ts';
import { selected, type Selection, tableOf } from '../../../kernel/recorded.ts';
import { readDutyData } from '../../../duties/duty-data.store.ts';
import type { Aspect } from '../../information/vocabulary.ts';
import { type CaseCore, caseFactsOf } from '../case-facts.ts';
import { type CaseNumber, numberWord } from '../incident.ts';
import type { CaseDutyFact } from './case-duty.facts.ts';
import { casePartsBy } from './case-parts.store.ts';

type Core = Omit<CaseCore, 'consequence'> &
  Pick<CaseDutyFact, 'unitId' | 'handlerId' | 'isPartlySecret'> &
  Readonly<Record<Aspect, number | null>> & {
    readonly series: CaseNumber['series'];
    readonly numberYear: number;
    readonly ordinal: number;
  };

/** Cases that somebody has looked at, that are not secret and have not gone into another, in the order of their ids. */
export async function readCaseDutyFacts(db: Reader, selection: Selection): Promise<CaseDutyFact[]> {
  const { rows: cores } = await sql<Core>`
    select i.id, i.series, i.number_year as "numberYear", i.number as ordinal, i.kind, i.unit_id as "unitId",
           i.handler_id as "handlerId", i.secret_parts <> '{}' as "isPartlySecret", i.occurred_at as "occurredAt", i.noticed_at as "noticedAt",
           i.handled_at as "handledAt", i.confidentiality, i.integrity, i.availability, i.traceability
    from ${tableOf('incident', 'i', selection)}
    where ${selected('i', selection)} and i.state not in ('reported', 'merged') and not i.secret
    order by i.id`.execute(db);
  if (cores.length === 0) return [];
  const parts = await casePartsBy(db, selection);
  const data = await readDutyData(db);
  return cores.map((core) => {
    const { confidentiality, integrity, availability, traceability, series, numberYear, ordinal } = core;
    const incident = { ...core, consequence: { confidentiality, integrity, availability, traceability } };
    return {
      id: core.id,
      name: numberWord({ series, year: numberYear, number: ordinal }) ?? '',
      unitId: core.unitId,
      handlerId: core.handlerId,
      isPartlySecret: core.isPartlySecret,
      facts: caseFactsOf({ incident, ...parts(core.id) }),
      data,
    };
  });
}
