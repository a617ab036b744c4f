import type { Actor } from '../kernel/access.ts';
import type { Reader } from '../kernel/db.ts';
import type { Services } from '../kernel/run.ts';
import { queueMails } from '../mail/mail.store.ts';
import { report } from '../registers/deviations/deviation.actions.ts';
import { draft } from '../registers/exceptions/exception.actions.ts';
import { register } from '../registers/information/information.actions.ts';
import { register as registerMeasure } from '../registers/measures/measure.actions.ts';
import { actAs, done } from './services.ts';

/** Enters a piece of information that holds nothing that need be told, but for what `more` says. Answers with its id. */
export async function enterInformation(
  services: Services,
  actor: Actor,
  unitId: string,
  name: string,
  more: object = {},
): Promise<string> {
  const input = {
    name,
    description: '',
    unitId,
    area: 'skola',
    carriers: ['itSystem'],
    personalData: 'none',
    personalDataKinds: [],
    secrecyProvisions: [],
    draft: false,
    ...more,
  };
  return (await done(actAs(services, actor, register, { input }))).id;
}

/** What a classification at this level of confidentiality is decided by. */
export function classification(confidentiality: number): object {
  const why = 'Prövat tillsammans';
  return {
    levels: { confidentiality, integrity: 1, availability: 1, traceability: null },
    reasons: { confidentiality: why, integrity: why, availability: why, traceability: null },
    participants: ['Maria'],
    decidedOn: '2026-11-20',
    nextReviewOn: null,
  };
}

/** Enters a measure, a deviation and an exception that are marked secret. Answers with their ids. */
export async function enterFollowUp(services: Services, actor: Actor, unitId: string) {
  const enter = async (action: Parameters<typeof actAs>[2], input: object) =>
    (await done(actAs(services, actor, action, { input }))).id;
  const marked = { unitId, secrecyProvisions: ['OSL 18:8'], clause: 'P43' };
  const owned = { ownerPersonId: null, ownerOffice: 'itManager', dueOn: '2026-12-01', cost: null };
  const found = { discoveredOn: '2026-11-01', handling: '', cause: '', risk: null, sentenceId: null };
  const risk = { consequence: 1, likelihood: 1 };
  const terms = {
    reason: 'Därför',
    compensation: '',
    riskBefore: risk,
    riskAfter: risk,
    personalData: false,
  };
  const object = { register: 'unit', id: unitId };
  const told = { title: 'Hemligt', description: '', source: null };
  return {
    measure: await enter(registerMeasure, { ...marked, ...owned, ...told }),
    deviation: await enter(report, { ...marked, ...found, ...told }),
    exception: await enter(draft, {
      ...marked,
      ...terms,
      object,
      title: 'Hemligt',
      sentenceId: null,
      endsOn: '2027-01-01',
    }),
  };
}

/** How the views of each of them show it, and what the log is then told. */
export function looksAt(ids: () => Awaited<ReturnType<typeof enterFollowUp>>) {
  const looks = (['measure', 'deviation', 'exception'] as const).flatMap((register) => {
    const concerns = () => [`${register}:${ids()[register]}`];
    return [
      [`${register}.list`, () => ({ concerns: concerns() })],
      [`${register}.record`, () => ({ id: ids()[register], concerns: concerns() })],
    ] as const;
  });
  return Object.fromEntries<() => { id?: string; concerns: string[] }>(looks);
}

/** Puts a mail to a person in the queue. Answers with its id. */
export async function queuedMail(db: Reader, personId: string, now: Date): Promise<string> {
  const mail = {
    kind: 'test',
    address: 'eva@prov.example',
    personId,
    language: 'sv',
    subject: 'Prov',
    text: 'Prov',
    html: '<p>Prov</p>',
    attachment: null,
  } as const;
  const [id = ''] = await db.transaction().execute((transaction) => queueMails(transaction, [mail], now));
  return id;
}
