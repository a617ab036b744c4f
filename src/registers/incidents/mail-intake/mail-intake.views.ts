import { Type } from 'typebox';
import { type Actor, scopeOf } from '../../../kernel/access.ts';
import { Fields, ListOf, listQuery, OneOf, OrNull, pageSize } from '../../../kernel/schema.ts';
import { view } from '../../../kernel/view.ts';
import { incomingMail } from '../../../mail/imap.ts';
import { addressOfNobody } from '../../../mail/mail.ts';
import { incidentAccess } from '../incident.access.ts';
import { asideReasons } from './letter.ts';
import { mailIntakeAccess } from './mail-intake.access.ts';
import { letterOutcomes, lookOutcomes } from './mail-intake.ts';
import { countAside, latestLook, listLetters, readIntake } from './mail-intake.store.ts';

/** How far back letters that were set aside are counted (ms). */
const asideFor = 7 * 24 * 3_600_000;

export const standing = view({
  name: 'mailIntake.standing',
  on: 'register',
  permission: mailIntakeAccess.read,
  input: Fields({}),
  output: Fields({
    isOn: Type.Boolean(),
    folder: Type.String(),
    doneFolder: Type.String(),
    since: OrNull(Type.String()),
    /** Where the mailbox is; null when none is set. Never who signs in, nor with what. */
    server: OrNull(Fields({ host: Type.String(), isEncrypted: Type.Boolean() })),
    look: OrNull(Fields({ lookedAt: Type.String(), outcome: OneOf(lookOutcomes) })),
    /** Letters that were set aside in the last week. */
    aside: Type.Integer(),
  }),
  told: { nothing: 'whether and where mail is read, and no letter' },
  // Of the mailbox nothing is known but now.
  past: 'none',
  answer: async (db, _input, { now }) => {
    const { isOn, folder, doneFolder, since, version } = await readIntake(db);
    const settings = incomingMail();
    const look = await latestLook(db);
    return {
      isOn,
      folder,
      doneFolder,
      since: version === 0 ? null : since.toISOString(),
      server:
        settings === null
          ? null
          : {
              host: `${settings.host}:${settings.port}`,
              isEncrypted: settings.isImplicitTls || settings.needsTls,
            },
      look: look === null ? null : { ...look, lookedAt: look.lookedAt.toISOString() },
      aside: await countAside(db, new Date(now.getTime() - asideFor)),
    };
  },
});

const Letter = Fields({
  id: Type.String(),
  receivedAt: Type.String(),
  settledAt: Type.String(),
  /** Empty a month after it came. Of a letter that is in a case now only where it came from, but to those who coordinate cases. */
  sender: Type.String(),
  outcome: OneOf(letterOutcomes),
  reason: OrNull(OneOf(asideReasons)),
  /** The case that it became or was added to; null also to who does not coordinate cases. */
  incidentId: OrNull(Type.String()),
  /** The case that it spoke of, likewise. */
  pointsAt: OrNull(Type.String()),
  filesRefused: Type.Integer(),
  isAnswered: Type.Boolean(),
});

export const letters = view({
  name: 'mailIntake.list',
  on: 'register',
  permission: mailIntakeAccess.read,
  input: Fields({
    page: listQuery.page,
    sort: listQuery.sort,
    outcome: Type.Optional(OneOf(letterOutcomes)),
  }),
  output: ListOf(Letter),
  // A book of what was done has no history; the log tells it.
  past: 'none',
  told: {
    shown: ({ items }) =>
      items.flatMap(({ incidentId, pointsAt }) =>
        [incidentId, pointsAt].flatMap((id) => (id === null ? [] : [`incident:${id}`])),
      ),
  },
  answer: async (db, { outcome, page = 1 }, { actor }) => {
    const { items, total } = await listLetters(db, outcome, page);
    const mayKnow = coordinates(actor);
    return {
      items: items.map((one) => ({
        ...one,
        receivedAt: one.receivedAt.toISOString(),
        settledAt: one.settledAt.toISOString(),
        sender: mayKnow || one.incidentId === null ? one.sender : addressOfNobody(one.sender),
        incidentId: mayKnow ? one.incidentId : null,
        pointsAt: mayKnow ? one.pointsAt : null,
      })),
      total,
      page,
      pageSize,
    };
  },
});

function coordinates(actor: Actor): boolean {
  return scopeOf(actor, incidentAccess.coordinate) !== null;
}
