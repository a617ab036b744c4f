import { scopeOf } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import type { Asking } from '../../kernel/view.ts';
import { informationAccess } from '../information/information.access.ts';
import { informationSeen } from '../information/information.list.store.ts';
import { contactsOf } from './contact.store.ts';
import { custodyOf, filesOf } from './file.store.ts';
import { type CaseName, casesAround, personNames, tiedNames } from './incident.list.store.ts';
import { type Link, type LoadedCase, numberWord, secretParts } from './incident.ts';
import { readLateness } from './lateness.store.ts';
import { mayOf } from './may.ts';
import { answersOf, entriesOf } from './parts.store.ts';
import { answeredFor, opennessOf } from './scope.store.ts';
import { maskedParts } from './secrecy.ts';

/** A case as its page shows it to somebody, with what is secret to her left out. */
export type ShownCase = Awaited<ReturnType<typeof shownCase>>;

/** Gathers what the page of a case shows. */
export async function shownCase(db: Reader, loaded: LoadedCase, asking: Asking) {
  const { incident } = loaded;
  const { within: isWithin, secretParts: covered } = await opennessOf(db, incident.id, asking.scope);
  const masks = maskedParts({ secretParts: covered }, isWithin);
  const unless = <Value>(part: string, value: Value): Value | null => (masks.has(part) ? null : value);
  const people = await personNames(db, personIds(loaded));
  const nameOf = (id: string | null) => (id === null ? null : (people.get(id) ?? null));
  const names = await namesOfLinks(db, loaded, asking);
  const hers = await answeredFor(db, incident.id, asking.scope, asking.today);
  return {
    id: incident.id,
    version: incident.version,
    number: numberWord(incident.number),
    kind: incident.kind,
    state: incident.state,
    masked: secretParts.filter((part) => masks.has(part)),
    title: unless('description', incident.title),
    description: unless('description', incident.description),
    ...timesOf(loaded),
    knowledgeReason: unless('description', incident.knowledgeReason),
    ongoing: incident.ongoing,
    place: unless('affected', incident.place),
    affected: unless('affected', incident.affected),
    unitId: incident.unitId,
    unitName: incident.unitId === null ? null : (names.get(incident.unitId) ?? null),
    reporter: unless('reporter', incident.reporter),
    reportedBy: unless('reporter', incident.reportedBy),
    reporterName: unless('reporter', nameOf(incident.reportedBy)),
    contact: unless('reporter', incident.contact),
    handlerId: incident.handlerId,
    handler: nameOf(incident.handlerId),
    diaryNumber: incident.diaryNumber,
    consequence: incident.consequence,
    secret: incident.secret,
    secretParts: [...incident.secretParts],
    secrecyProvision: incident.secrecyProvision,
    secrecyReason: isWithin ? incident.secrecyReason : null,
    rootCause: unless('cause', incident.rootCause),
    lessons: unless('cause', incident.lessons),
    followUpOn: incident.followUpOn,
    followedUpOn: incident.followedUpOn,
    late: await readLateness(db, incident.id, asking),
    closedBy: nameOf(incident.closedBy),
    ...(await cases(db, loaded, asking)),
    ...(await workOf(db, loaded, masks)),
    // That what she answers for has been hit she is told, also where all else that was hit is secret to her.
    links: linesOf(
      loaded.links.filter(({ id }) => !masks.has('affected') || hers.has(id)),
      names,
      hers,
    ),
    contacts: await shownContacts(db, loaded, masks),
    admitted: isWithin
      ? loaded.admitted
          .filter(({ endedOn }) => endedOn === null)
          .map(({ personId }) => ({ personId, name: nameOf(personId) }))
      : [],
    may: mayOf(loaded, asking),
  };
}

function personIds({ incident, admitted }: LoadedCase): string[] {
  const ids = [
    incident.reportedBy,
    incident.handlerId,
    incident.closedBy,
    ...admitted.map((one) => one.personId),
  ];
  return ids.filter((id) => id !== null);
}

function timesOf({ incident }: LoadedCase) {
  return {
    occurredAt: incident.occurredAt?.toISOString() ?? null,
    noticedAt: incident.noticedAt.toISOString(),
    reportedAt: incident.reportedAt.toISOString(),
    knowledgeAt: incident.knowledgeAt.toISOString(),
    handledAt: incident.handledAt?.toISOString() ?? null,
    closedAt: incident.closedAt?.toISOString() ?? null,
  };
}

/** The timeline, the answers and the files. A timeline tells what happened, so it is secret together with that. */
async function workOf(db: Reader, { incident }: LoadedCase, masks: ReadonlySet<string>) {
  const entries = masks.has('description') ? [] : await entriesOf(db, incident.id);
  const isHidden = (kind: string) =>
    masks.has('reporter') && (kind === 'fromReporter' || kind === 'toReporter');
  const answers = masks.has('affected') ? [] : await answersOf(db, incident.id);
  const files = masks.has('files') ? [] : await filesOf(db, incident.id);
  const custody = files.length === 0 ? [] : await custodyOf(db, incident.id);
  const people = await personNames(
    db,
    answers.flatMap(({ answeredBy }) => (answeredBy === null ? [] : [answeredBy])),
  );
  return {
    entries: entries
      .filter(({ kind }) => !isHidden(kind))
      .map(({ number, kind, text, happenedAt, writtenAt, writer }) => ({
        ...{ number, kind, text, writer },
        happenedAt: happenedAt.toISOString(),
        writtenAt: writtenAt.toISOString(),
      })),
    answers: answers.map(({ question, answer, answeredBy, answeredAt }) => ({
      question,
      answer,
      by: answeredBy === null ? null : (people.get(answeredBy) ?? null),
      at: answeredAt.toISOString(),
    })),
    files: files.map(({ id, name, type, size, sha256, standing, addedAt }) => ({
      ...{ id, name, type, size, sha256, standing },
      addedAt: addedAt.toISOString(),
      custody: custody
        .filter((one) => one.fileId === id)
        .map(({ fileId: _file, at, person, ...one }) => ({
          ...one,
          // Who added a file may be who reported.
          person: masks.has('reporter') && one.what === 'added' ? null : person,
          at: at.toISOString(),
        })),
    })),
  };
}

/** Whom one turns to tells what has happened and to what. */
async function shownContacts(db: Reader, { incident }: LoadedCase, masks: ReadonlySet<string>) {
  if (masks.has('description') || masks.has('affected')) return [];
  return (await contactsOf(db, incident.id)).map(
    ({ version: _v, addedAt: _at, addedBy: _by, ...one }) => one,
  );
}

async function cases(db: Reader, { incident, links }: LoadedCase, { scope, today }: Asking) {
  const { into, merged, related } = await casesAround(db, incident.id, scope, today);
  const lineOf = ({ id, series, year, number, title }: CaseName) => ({
    id,
    number: series === null || year === null || number === null ? null : numberWord({ series, year, number }),
    title: title === '' ? null : title,
  });
  return {
    into: into === null ? null : lineOf(into),
    merged: merged.map(lineOf),
    related: related.map((one) => ({
      ...lineOf(one),
      linkId: links.find((link) => link.relatedId === one.id && link.endedOn === null)?.id ?? null,
    })),
  };
}

async function namesOfLinks(
  db: Reader,
  { incident, links }: LoadedCase,
  { actor, today }: Asking,
): Promise<ReadonlyMap<string, string>> {
  const standing = links.filter(({ endedOn }) => endedOn === null);
  const of = (kind: 'unitId' | 'systemId' | 'informationId') =>
    standing.flatMap((link) => (link[kind] === null ? [] : [link[kind]]));
  const scope = scopeOf(actor, informationAccess.read);
  const information = scope === null ? [] : await informationSeen(db, of('informationId'), scope, today);
  const units = [...of('unitId'), ...(incident.unitId === null ? [] : [incident.unitId])];
  return tiedNames(db, { units, systems: of('systemId'), information });
}

interface LinkLine {
  readonly id: string;
  readonly register: 'information' | 'system' | 'unit' | 'supplier';
  readonly recordId: string | null;
  readonly name: string | null;
  /** Does the asker answer for it? */
  readonly isHers: boolean;
}

function linesOf(
  links: readonly Link[],
  names: ReadonlyMap<string, string>,
  hers: ReadonlySet<string>,
): LinkLine[] {
  return links.flatMap(({ id, endedOn, informationId, systemId, unitId, supplier }): LinkLine[] => {
    if (endedOn !== null) return [];
    const isHers = hers.has(id);
    if (supplier !== null) return [{ id, register: 'supplier', recordId: null, name: supplier, isHers }];
    const [register, recordId] =
      informationId !== null
        ? (['information', informationId] as const)
        : systemId !== null
          ? (['system', systemId] as const)
          : (['unit', unitId] as const);
    if (recordId === null) return [];
    const name = names.get(recordId) ?? null;
    // Who may not see the record is not told which it is either.
    return [{ id, register, recordId: name === null ? null : recordId, name, isHers }];
  });
}
