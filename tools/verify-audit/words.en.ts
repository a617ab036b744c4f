import type { FindingCode } from './finding.ts';
import type { Words } from './words.sv.ts';

/** Each fault: what it is, and what it may mean. */
const findings: Readonly<Record<FindingCode, string>> = {
  leafEmpty: 'The event is missing. Somebody has removed it from the database.',
  leafForm:
    'The line does not have the form that the log writes. Somebody has written it by hand or changed it.',
  leafChanged:
    "The event has been changed afterwards. The log's own hash of it agrees with the signed tree, its content does not.",
  leafTwice: 'The event stands earlier in the log already. Somebody has copied it.',
  leafAdded: 'The event does not belong to the tree. Somebody has put it in afterwards.',
  leafGone: 'One or more events are missing here. The tree has a place for them, but the lines are gone.',
  leafMoved: 'The event has changed places with another.',
  leafBackDated:
    'The event says a time long before the seal that was made before it was written. It is back-dated, or the clock of the server was wrong.',
  leafAhead: 'The event says a time after its own seal. The time has been changed, or a clock was wrong.',
  endCut: 'The file ends in the middle of a line. It has been cut off.',
  sealMissing: 'The signed head does not end with a seal. Somebody else than Värna has signed the tree.',
  sealForm: 'The seal is not the one that should stand here. Events have been added or removed around it.',
  sealBackwards:
    'The seal says an earlier time than the one before it. The time of the log has gone backwards.',
  unsealedLeaves: 'The last events of the log are not sealed.',
  rootWrong:
    'The events do not give the root that was signed. Something in the interval has been changed, removed, added or moved. Signed heads that do not agree:',
  checkpointWrong:
    'The signed head does not agree with the tree, but later ones do. The head itself has been changed.',
  checkpointNone: 'There is no signed head at all. Nothing in the log can be relied on.',
  checkpointForm: 'A signed head cannot be read.',
  checkpointOrder: 'The heads are not in order of size, or there are two for one size.',
  checkpointOrigin: 'The head belongs to another log.',
  checkpointSignature:
    'The head is not signed with any known key. It has been changed, or signed by somebody else.',
  checkpointMissing: 'An integration ends here, but its signed head is missing. Somebody has removed it.',
  checkpointBeyond: 'The signed head covers more events than the log has. The last ones are gone.',
  keyForm: 'A key cannot be read.',
  keyStrange: 'The log has a key that you have not given. Somebody may have added it to sign the log anew.',
  witnessForm: "A head in the witness's file cannot be read.",
  witnessSignature:
    "The witness's head is not signed with any of the keys. Either the log has been signed anew with another key, or the head is not the log's.",
  witnessOrigin: "The witness's head comes from another log.",
  logCut:
    'The witness has a head of a larger log. The last events have been cut off, or an old backup has been restored.',
  fork: 'The witness has another root for the same size. The log has been rewritten after the last size that agrees: changed and signed anew, or a restored backup that has gone on.',
  erasedUnnamed:
    'The content is gone, but no erasure names the event with its hash. It was removed without a decision.',
  erasedTooSoon:
    'The content was erased too soon: at the earliest after a year, and after ten years for what changed the registers. No decision may do that.',
  erasedStill: 'An erasure names the event, but its content is still there or was erased by another.',
  rowForm: 'A line about the registers cannot be read.',
  rowOrder:
    'A register row is not in the order of the log. It has been put in, or its event is not in the log.',
  rowChanged:
    'The register row is not the one that the log sealed. Somebody has changed it past Värna. Changed in:',
  rowGone: 'The log has sealed a register row that does not exist. Somebody has removed it.',
  rowUnnamed: 'No seal names the register row. It was put in past Värna, or points at the wrong event.',
  rowWithoutEvent: 'The register row has no event in the log. It was put in past Värna.',
  rowNotCurrent:
    'The row in force in the register is not the latest version, or it is missing. Version in force:',
  rowHashChanged:
    "What the log's table says of the hash of the register row has been changed after it was sealed.",
  eventOutside:
    'The event is in the database but not in the tree, though later events are. It was put in past Värna.',
  columnsDiffer: "The event's columns in the database say something else than the event itself. Fields:",
  hashDiffers: "The stored hash is not the event's. Either it has been changed, or the event has.",
  tileDiffers: 'The stored hashes of the tree have been changed. Place:',
  checkpointColumns: 'What the database says of the head differs from the signed head itself.',
};

/** The verifier's words in English. */
export const wordsEn: Words = {
  findings,
  usage:
    'Usage: node verify-audit.ts DIR [--witnessed FILE]… [--key FILE] [--json] [--english]\n' +
    '  DIR         an export: events.ndjson, checkpoints.txt, key.pub, rows.ndjson, hashes.bin\n' +
    '  --witnessed signed heads that somebody has kept outside Värna\n' +
    '  --key       keys to trust; otherwise those that come with the export are used\n' +
    'Ends with 0 when the log is whole, 1 when something is wrong and 2 when it could not be read.',
  unreadable: (what) => `Cannot be read: ${what}`,
  progress: (count) => `${count} events read`,
  whole: 'The log is whole.',
  broken: (count) => `The log is not whole: ${count} faults.`,
  log: (origin) => `Log: ${origin}`,
  size: (size, root) => `Events: ${size}, root ${root}`,
  checkpoints: (count) => `Signed heads: ${count}`,
  keysGiven: (keys) => `Keys to trust: ${keys}`,
  keysOwn: (keys) =>
    `The keys came with the log itself: ${keys}. Compare them with those you have got by another way.`,
  witnessed: (sizes) => `Agrees with the heads kept outside for size ${sizes}.`,
  notWitnessed:
    'No head from any witness was compared. A log that has been rewritten as a whole and signed with the right key is only noticed against one.',
  rows: (checked) => `Register rows checked: ${checked}`,
  rowsErased: (count) => `Register rows whose event has been erased, which cannot be checked: ${count}`,
  erased: (count) => `Events whose content has been erased: ${count}`,
  erasedBy: (events, decision) => `  ${events} by ${decision}`,
  more: (count) => `… and ${count} more faults of the same kind.`,
  where: { leaf: 'event no.', to: 'to', size: 'head for size', event: 'id', row: 'row', version: 'version' },
};
