import { scanFile } from '../../files/scan.ts';
import { covers, everythingScope, scopeOf } from '../../kernel/access.ts';
import { action, type Circumstances, type LoadRequest } from '../../kernel/action.ts';
import type { Transaction } from '../../kernel/db.ts';
import { Turns } from '../../kernel/recorded/turns.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Static } from '../../kernel/schema.ts';
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
  openInput,
  reporterFileInput,
  requestBytes,
  setIncidentSetting,
  settingInput,
} from './file.ts';
import { bytesOf, filesOf, readIncidentSetting, saveFile, saveIncidentSetting } from './file.store.ts';
import { incidentAccess, incidentSettingAccess } from './incident.access.ts';
import { loadCase, readCase } from './incident.store.ts';
import { circleKeys, type LoadedCase } from './incident.ts';
import { idByCode } from './report.actions.ts';
import { countIntake, intakeRefusal } from './report.store.ts';

/** Files of one case. */
const mostFiles = 200;

/** Each holds a connection and runs a scanner: a few at a time, and whoever finds the line full may come back. */
const scans = new Turns({ atOnce: 2, waiting: 4, each: 3 });

interface ToReceive {
  readonly loaded: LoadedCase;
  readonly name: string;
  readonly content: string;
  readonly megabytes: number;
  readonly files: number;
}

/**
 * Looks at a file, before the case is locked: it may take a while. What the case would not take anyway is refused here, so
 * that nothing is scanned in vain.
 */
async function receive(
  transaction: Transaction,
  { loaded, name, content, ...limit }: ToReceive,
  circumstances: Circumstances,
): Promise<Arrived | Refusal> {
  const bytes = Buffer.from(content, 'base64');
  const unseen: Arrived = { bytes, scanned: { standing: 'unscanned', finding: '' } };
  const files = await filesOf(transaction, loaded.incident.id);
  const first = addFile({ ...loaded, files }, name, unseen, limit, circumstances);
  if (isRefusal(first)) return first;
  if (first.next.bytes === null) return unseen;
  const { actor } = circumstances;
  return scans.take(actor.credentialId ?? actor.kind, async () => ({
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
  load: async (transaction, { id, scope, circumstances, input }) => {
    const { actor, today } = circumstances;
    const seen = await readCase(transaction, id, scope, today);
    if (seen === null) return null;
    const right = scopeOf(actor, incidentAccess.work);
    if (right === null || !covers(right, circleKeys(seen))) return refuse('forbidden');
    const { largestFileMb: megabytes } = await readIncidentSetting(transaction);
    const file = { loaded: seen, ...input, megabytes, files: mostFiles };
    const looked = await receive(transaction, file, circumstances);
    if (isRefusal(looked)) return looked;
    const loaded = await loadCase(transaction, id, scope, today);
    if (loaded === null) return null;
    return { ...loaded, files: await filesOf(transaction, id), megabytes, arrived: looked };
  },
  keys: circleKeys,
  decide: (loaded, { name }, circumstances) =>
    addFile(loaded, name, loaded.arrived, { megabytes: loaded.megabytes, files: mostFiles }, circumstances),
  save: async (transaction, _loaded, next, stamp) => saved(transaction, next, stamp),
});

/** A file from who reported, by her code. */
export const addFileByCode = action({
  name: 'incident.addFile',
  on: 'register',
  permission: incidentAccess.follow,
  readable: incidentAccess.follow,
  input: reporterFileInput,
  refusals: [...fileRefusals, 'codeUnknown'],
  largestInput: requestBytes(largestFromAnyone),
  load: async (transaction, request: LoadRequest<Static<typeof reporterFileInput>>) => {
    const { input, circumstances } = request;
    const { actor, now, today } = circumstances;
    const wait = await intakeRefusal(transaction, actor, 'addition', now);
    if (wait !== null) return wait;
    const id = await idByCode(transaction, request);
    if (isRefusal(id)) return id;
    const seen = id === null ? null : await readCase(transaction, id, everythingScope, today);
    if (id === null || seen === null) return refuse('codeUnknown', { field: 'code' });
    const { largestFileMb } = await readIncidentSetting(transaction);
    const megabytes = Math.min(largestFileMb, largestFromAnyone);
    const { name, content } = input;
    const file = { loaded: seen, name, content, megabytes, files: mostFromReporter };
    const looked = await receive(transaction, file, circumstances);
    if (isRefusal(looked)) return looked;
    const loaded = await loadCase(transaction, id, everythingScope, today);
    if (loaded === null) return refuse('codeUnknown', { field: 'code' });
    return { ...loaded, files: await filesOf(transaction, id), actor, megabytes, arrived: looked };
  },
  keys: () => ({}),
  decide: (loaded, { name }, circumstances) => {
    const limit = { megabytes: loaded.megabytes, files: mostFromReporter };
    return addFile(loaded, name, loaded.arrived, limit, circumstances);
  },
  save: async (transaction, { actor }, next, stamp) => {
    await countIntake(transaction, actor, 'addition', stamp.at);
    await saved(transaction, next, stamp);
    return { added: true };
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
