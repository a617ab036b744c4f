import { scanFile } from '../../files/scan.ts';
import { covers, everythingScope, scopeOf } from '../../kernel/access.ts';
import { action, type Circumstances, type LoadRequest } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import { Turns } from '../../kernel/recorded/turns.ts';
import { isNameless } from '../../people/signin/identify.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import {
  addFile,
  type Arrived,
  discloseInput,
  fileInput,
  fileRefusals,
  handOut,
  handOutRefusals,
  type NextFile,
  largestEver,
  largestFromAnyone,
  mostFromReporter,
  noteScanned,
  openInput,
  reporterFileInput,
  requestBytes,
  scanInput,
  scanRefusals,
  setIncidentSetting,
  settingInput,
} from './file.ts';
import {
  bytesOf,
  filesOf,
  readIncidentSetting,
  saveFile,
  saveIncidentSetting,
  saveStanding,
} from './file.store.ts';
import { incidentAccess, incidentSettingAccess } from './incident.access.ts';
import { loadCase, readCase } from './incident.store.ts';
import { circleKeys, type LoadedCase } from './incident.ts';
import { caseToAddTo } from './report.actions.ts';
import { countIntake } from './report.store.ts';

/** Files of one case. */
const mostFiles = 200;

/**
 * A scanner takes much of the machine: a few at a time, and whoever finds the line full may come back. Those who have not signed in have
 * a line of their own, so that they do not keep those who work on a case waiting.
 */
const scans = new Turns({ atOnce: 2, waiting: 4, each: 3 });
const namelessScans = new Turns({ atOnce: 1, waiting: 3, each: 2 });

interface ToReceive {
  readonly loaded: LoadedCase;
  readonly name: string;
  readonly content: string;
  readonly megabytes: number;
  readonly files: number;
}

/**
 * Looks at a file before the transaction: it may take a while, and holds no connection meanwhile. What the case would not take anyway
 * is refused here, so that nothing is scanned in vain.
 */
async function receive(
  db: Reader,
  { loaded, name, content, ...limit }: ToReceive,
  circumstances: Circumstances,
): Promise<Arrived | Refusal> {
  const bytes = Buffer.from(content, 'base64');
  const unseen: Arrived = { bytes, scanned: { standing: 'unscanned', finding: '' } };
  const files = await filesOf(db, loaded.incident.id);
  const first = addFile({ ...loaded, files }, name, unseen, limit, circumstances);
  if (isRefusal(first)) return first;
  if (first.next.bytes === null) return unseen;
  const { actor } = circumstances;
  const line = isNameless(actor) ? namelessScans : scans;
  return line.take(actor.credentialId ?? actor.kind, async () => ({
    bytes,
    scanned: await scanFile(bytes),
  }));
}

export const attach = action({
  name: 'incident.attach',
  on: 'record',
  permission: incidentAccess.work,
  readable: incidentAccess.read,
  input: fileInput,
  refusals: fileRefusals,
  largestInput: requestBytes(largestEver),
  prepare: async (db, { id, scope, circumstances, input }) => {
    const { actor, today } = circumstances;
    const seen = await readCase(db, id, scope, today);
    if (seen === null) return null;
    const right = scopeOf(actor, incidentAccess.work);
    if (right === null || !covers(right, circleKeys(seen))) return refuse('forbidden');
    const { largestFileMb: megabytes } = await readIncidentSetting(db);
    return receive(db, { loaded: seen, ...input, megabytes, files: mostFiles }, circumstances);
  },
  load: async (transaction, { id, scope, circumstances: { today } }, arrived) => {
    const loaded = await loadCase(transaction, id, scope, today);
    if (loaded === null) return null;
    const { largestFileMb: megabytes } = await readIncidentSetting(transaction);
    return { ...loaded, files: await filesOf(transaction, id), megabytes, arrived };
  },
  keys: circleKeys,
  decide: (loaded, { name }, circumstances) =>
    addFile(loaded, name, loaded.arrived, { megabytes: loaded.megabytes, files: mostFiles }, circumstances),
  save: async (transaction, _loaded, next, stamp) => saved(transaction, next, stamp),
});

/** The largest file that a reporter may send (MB). */
async function largestByCode(db: Reader): Promise<number> {
  return Math.min((await readIncidentSetting(db)).largestFileMb, largestFromAnyone);
}

/** A file from who reported, by her code. */
export const addFileByCode = action({
  name: 'incident.addFile',
  on: 'register',
  permission: incidentAccess.follow,
  readable: incidentAccess.follow,
  input: reporterFileInput,
  refusals: [...fileRefusals, 'codeUnknown'],
  largestInput: requestBytes(largestFromAnyone),
  prepare: async (db, request) => {
    const { input, circumstances } = request;
    const id = await caseToAddTo(db, request, 'file');
    if (isRefusal(id)) return id;
    const seen = await readCase(db, id, everythingScope, circumstances.today);
    if (seen === null) return refuse('codeUnknown', { field: 'code' });
    const { name, content } = input;
    const limits = { megabytes: await largestByCode(db), files: mostFromReporter };
    const arrived = await receive(db, { loaded: seen, name, content, ...limits }, circumstances);
    return isRefusal(arrived) ? arrived : { id, arrived };
  },
  load: async (transaction, { circumstances: { actor, today } }, { id, arrived }) => {
    const loaded = await loadCase(transaction, id, everythingScope, today);
    if (loaded === null) return refuse('codeUnknown', { field: 'code' });
    const megabytes = await largestByCode(transaction);
    return { ...loaded, files: await filesOf(transaction, id), actor, megabytes, arrived };
  },
  keys: () => ({}),
  decide: (loaded, { name }, circumstances) => {
    const limit = { megabytes: loaded.megabytes, files: mostFromReporter };
    // By her code she is who reported, and has no name here even where her report has one.
    const nobody = { ...circumstances, actor: { ...circumstances.actor, personId: null } };
    return addFile(loaded, name, loaded.arrived, limit, nobody);
  },
  save: async (transaction, { actor }, next, stamp) => {
    await countIntake(transaction, actor, 'file', stamp.at);
    await saved(transaction, next, stamp);
    return { added: true };
  },
});

/** Enters what a scanner says of a file that has waited for it. Only Värna itself asks, when it has looked. */
export const noteScan = action({
  name: 'incident.noteScan',
  on: 'record',
  permission: incidentAccess.scan,
  readable: incidentAccess.read,
  input: scanInput,
  refusals: scanRefusals,
  load: loadFiles,
  keys: () => ({}),
  decide: noteScanned,
  save: async (transaction, _loaded, next, stamp) => {
    await saveStanding(transaction, next, stamp);
    return { id: next.id, version: next.version };
  },
});

async function saved(transaction: Transaction, next: NextFile, stamp: Parameters<typeof saveFile>[2]) {
  // The same file again has been told to the log as that, and changes nothing.
  if (next.bytes !== null) await saveFile(transaction, next, stamp);
  return { id: next.file.id, standing: next.file.standing };
}

async function loadFiles(transaction: Transaction, { id, scope, circumstances }: LoadRequest<unknown>) {
  const loaded = await loadCase(transaction, id, scope, circumstances.today);
  return loaded === null ? null : { ...loaded, files: await filesOf(transaction, id) };
}

async function handedOut(transaction: Transaction, next: NextFile, stamp: Parameters<typeof saveFile>[2]) {
  await saveFile(transaction, next, stamp);
  const { file } = next;
  const bytes = await bytesOf(transaction, file.id);
  return { name: file.name, type: file.type, sha256: file.sha256, content: bytes.toString('base64') };
}

export const openFile = action({
  name: 'incident.openFile',
  on: 'record',
  permission: incidentAccess.work,
  readable: incidentAccess.read,
  input: openInput,
  refusals: handOutRefusals,
  // Large, and handed out anew each time: every time stands in the custody log.
  secretAnswer: true,
  load: loadFiles,
  keys: circleKeys,
  decide: (loaded, input, circumstances) => handOut(loaded, input, circumstances),
  save: async (transaction, _loaded, next, stamp) => handedOut(transaction, next, stamp),
});

export const discloseFile = action({
  name: 'incident.discloseFile',
  on: 'record',
  permission: incidentAccess.coordinate,
  readable: incidentAccess.read,
  input: discloseInput,
  refusals: handOutRefusals,
  secretAnswer: true,
  load: loadFiles,
  keys: () => ({}),
  decide: (loaded, input, circumstances) => handOut(loaded, input, circumstances),
  save: async (transaction, _loaded, next, stamp) => handedOut(transaction, next, stamp),
});

export const setSetting = action({
  name: 'incidentSetting.set',
  on: 'register',
  permission: incidentSettingAccess.set,
  readable: incidentSettingAccess.read,
  input: settingInput,
  refusals: ['nothingChanged', 'notRising'],
  load: (transaction) => readIncidentSetting(transaction),
  keys: () => ({}),
  decide: (before, input) => setIncidentSetting(before, input),
  save: async (transaction, _before, next, stamp) => {
    await saveIncidentSetting(transaction, next, stamp);
    return { id: next.id, version: next.version };
  },
});
