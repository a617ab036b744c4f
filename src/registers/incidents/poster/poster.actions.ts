import { createHash } from 'node:crypto';
import { supportLines } from '../../../governance/advice/support-roles.store.ts';
import { action, type LoadRequest } from '../../../kernel/action.ts';
import type { Reader } from '../../../kernel/db.ts';
import { Turns } from '../../../kernel/recorded/turns.ts';
import { isRefusal, refuse } from '../../../kernel/refusal.ts';
import { Fields, IdOf, OrNull } from '../../../kernel/schema.ts';
import { makePdf, pdfRefusals } from '../../../pdf/make-pdf.ts';
import { theInstallation } from '../../../people/signin/installation.ts';
import { municipalityName } from '../../../settings/setting.store.ts';
import { incidentAccess } from '../incident.access.ts';
import { posterPdf } from './poster.ts';
import { posterUnits } from './poster.store.ts';

/** A thousand posters take a while, and much of the machine. */
const turns = new Turns({ atOnce: 1, waiting: 1, each: 1 });

/** Null: every unit. */
const postersInput = Fields({ unitId: OrNull(IdOf<'Unit'>()) });

/** Gives away posters that say how anybody reports. They hold nothing but public names. */
export const makePosters = action({
  name: 'incident.makePosters',
  on: 'register',
  permission: incidentAccess.poster,
  readable: incidentAccess.poster,
  input: postersInput,
  refusals: [...pdfRefusals, 'unitUnknown'],
  // Large, and made anew each time.
  secretAnswer: true,
  prepare: (db, request) => {
    const { actor } = request.circumstances;
    return turns.take(actor.credentialId ?? actor.kind, () => makeFile(db, request));
  },
  load: (_transaction, _request, made) => Promise.resolve(made),
  keys: () => ({}),
  decide: ({ bytes, units }) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const data = { form: 'pdf', units, sha256, concerns: [] };
    return { next: sha256, event: { kind: 'incident.postersMade', record: null, concerns: [], data } };
  },
  save: (_transaction, { name, bytes }, sha256) =>
    Promise.resolve({
      name,
      type: 'application/pdf',
      sha256,
      content: Buffer.from(bytes).toString('base64'),
    }),
});

async function makeFile(
  db: Reader,
  { input, circumstances: { today } }: LoadRequest<{ readonly unitId: string | null }>,
) {
  const units = await posterUnits(db, today, input.unitId);
  if (units.length === 0) return refuse('unitUnknown', { field: 'unitId' });
  const support = await supportLines(db, today, false);
  const document = posterPdf(units, {
    municipality: await municipalityName(db),
    publicUrl: theInstallation().publicUrl,
    day: today,
    // Of the office itself: a poster hangs for years, and names nobody.
    telephone: support.find(({ office }) => office === 'itManager')?.telephone ?? null,
  });
  const bytes = await makePdf(document, 'reading');
  if (isRefusal(bytes)) return bytes;
  return { bytes, units: units.length, name: `${document.title}.pdf`.replace(/[\\/:*?"<>|]/g, ' ') };
}
