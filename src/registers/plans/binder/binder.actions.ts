import { createHash } from 'node:crypto';
import { supportLines } from '../../../governance/advice/support-roles.store.ts';
import type { Scope } from '../../../kernel/access.ts';
import { action, type Circumstances } from '../../../kernel/action.ts';
import type { Reader } from '../../../kernel/db.ts';
import { Turns } from '../../../kernel/recorded/turns.ts';
import { isRefusal, refuse } from '../../../kernel/refusal.ts';
import { Fields } from '../../../kernel/schema.ts';
import { makePdf, pdfRefusals } from '../../../pdf/make-pdf.ts';
import { theInstallation } from '../../../people/signin/installation.ts';
import { municipalityName } from '../../../settings/setting.store.ts';
import { binderCopyAccess } from '../plan.access.ts';
import { binderPdf } from './binder-pdf.ts';
import { binderPlans, copyGround, insertCopy } from './binder.store.ts';
import { noteCopy, noteInput, noteRefusals } from './binder-copy.ts';

/** Somebody has the binder on paper, or a browser keeps it. */
export const note = action({
  name: 'binderCopy.note',
  on: 'register',
  permission: binderCopyAccess.take,
  readable: binderCopyAccess.read,
  input: noteInput,
  refusals: noteRefusals,
  // A browser says so at every visit; that it has said so already is nothing to tell.
  untold: ['notedToday'],
  load: async (transaction, { input, scope, circumstances }) => {
    const { actor, today } = circumstances;
    const ground = await copyGround(transaction, input, { scope, personId: actor.personId, today });
    return { scope, ground };
  },
  // What may be taken lies within the scope already.
  keys: ({ scope }) => scope.keys,
  decide: ({ ground }, input, circumstances) => noteCopy(input, ground, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await insertCopy(transaction, next, stamp);
    return { id: next.id, version: 1 };
  },
});

/** A binder of many plans takes a while, and much of the machine: nobody waits in line. */
const turns = new Turns({ atOnce: 2, waiting: 0, each: 1 });

/**
 * Gives the binder away as a tagged PDF. Nobody is asked what for: at two in the morning it is one press. Which versions were
 * taken, by whom, and the file's SHA-256 are told to the log, and the copy counts as one that can be read without a network.
 */
export const download = action({
  name: 'binderCopy.download',
  on: 'register',
  permission: binderCopyAccess.take,
  readable: binderCopyAccess.read,
  input: Fields({}),
  refusals: [...pdfRefusals, 'nothingInForce', 'versionUnknown', 'notedToday'],
  // Large, and made anew each time.
  secretAnswer: true,
  prepare: (db, { scope, circumstances }) =>
    turns.take(circumstances.actor.credentialId ?? circumstances.actor.kind, () =>
      makeBinder(db, scope, circumstances),
    ),
  // A plan that was replaced or ended while the file was made is not taken along as if it were in force.
  load: async (transaction, { scope, circumstances }, made) => {
    const { actor, today } = circumstances;
    const copy = { kind: 'downloaded', versionIds: made.versionIds } as const;
    const { inForce } = await copyGround(transaction, copy, { scope, personId: actor.personId, today });
    return { ...made, inForce };
  },
  keys: ({ scope }) => scope.keys,
  decide: ({ sha256, versionIds, inForce }, _input, circumstances) => {
    const ground = { inForce, notedToday: false };
    const noted = noteCopy({ kind: 'downloaded', versionIds }, ground, circumstances);
    if (isRefusal(noted)) return noted;
    const data = { format: 'pdf', rows: versionIds.length, sha256 };
    return { next: { copy: noted.next, sha256 }, event: { ...noted.event, data } };
  },
  save: async (transaction, { name, bytes }, { copy, sha256 }, stamp) => {
    await insertCopy(transaction, copy, stamp);
    const content = Buffer.from(bytes).toString('base64');
    return { id: copy.id, version: 1, name, type: 'application/pdf', sha256, content };
  },
});

/** The binder as a file: every plan in force within the scope. */
async function makeBinder(db: Reader, scope: Scope, { actor: { language, kind }, today }: Circumstances) {
  const plans = await binderPlans(db, scope, today);
  if (plans.length === 0) return refuse('nothingInForce');
  const around = {
    municipality: await municipalityName(db),
    day: today,
    reportAddress: `${theInstallation().publicUrl}/rapportera`,
    support: await supportLines(db, today, kind !== 'anonymous'),
  };
  const document = binderPdf(plans, around, language);
  const bytes = await makePdf(document, 'reading');
  if (isRefusal(bytes)) return bytes;
  const versionIds = plans.map((plan) => plan.versionId);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { scope, versionIds, bytes, sha256, name: `${document.title} ${today}.pdf` };
}
