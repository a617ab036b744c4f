import { randomUUID } from 'node:crypto';

/** One change as it was asked for, and what came back. */
export interface Attempt {
  readonly key: string;
  readonly path: string;
  readonly version: number | null;
  readonly body: object;
  /** What was acknowledged; null while nobody knows whether it was done. */
  answer: Answer | null;
}

export interface Answer {
  readonly id: string;
  readonly version: number;
  readonly event: string;
}

/** What one client writes to: no other client touches it. */
export interface Targets {
  readonly unit: { readonly id: string; version: number };
  readonly information: { readonly id: string; version: number };
}

/** Where to write, and as whom. */
export interface Door {
  readonly port: number;
  readonly token: string;
}

const reason = 'Bedömd tillsammans med verksamheten.';
const reasons = { confidentiality: reason, integrity: reason, availability: reason, traceability: null };

/** Sends it; null when no answer came, or one that says nothing of whether it was done. @throws when it was refused */
export async function send(door: Door, attempt: Attempt): Promise<Answer | null> {
  const headers: Record<string, string> = {
    authorization: `Bearer ${door.token}`,
    'content-type': 'application/json',
    'idempotency-key': attempt.key,
  };
  if (attempt.version !== null) headers['if-match'] = `"${attempt.version}"`;
  try {
    const response = await fetch(`http://127.0.0.1:${door.port}/api/v1${attempt.path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(attempt.body),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await response.text();
    if (response.status === 200) return JSON.parse(text) as Answer; // what every action answers with
    if (response.status >= 500) return null;
    throw new Refused(`${attempt.path} answered ${response.status}: ${text}`);
  } catch (error) {
    if (error instanceof Refused) throw error;
    return null;
  }
}

/** A change that is right was refused: something is half done, or done twice. */
class Refused extends Error {}

/** Writes one change after another until told to stop, or until something is not acknowledged. */
export async function write(
  door: Door,
  targets: Targets,
  place: { readonly unitId: string; readonly area: string },
  round: { over: boolean; acknowledged: number },
): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (let turn = 0; !round.over; turn++) {
    const attempt = next(targets, place, turn);
    attempts.push(attempt);
    attempt.answer = await send(door, attempt);
    if (attempt.answer === null) break;
    settle(targets, attempt);
    round.acknowledged += 1;
  }
  return attempts;
}

/** Remembers the version that a change led to. */
export function settle(targets: Targets, attempt: Attempt): void {
  for (const target of [targets.unit, targets.information]) {
    if (attempt.answer?.id === target.id) target.version = attempt.answer.version;
  }
}

function next(targets: Targets, place: { unitId: string; area: string }, turn: number): Attempt {
  const attempt = (path: string, version: number | null, body: object): Attempt => ({
    key: randomUUID(),
    path,
    version,
    body,
    answer: null,
  });
  const { unit, information } = targets;
  if (turn % 3 === 0) {
    // Another answer each time: to say the same again is refused.
    const held = unit.version % 2 === 0 ? ['paper'] : ['film'];
    return attempt(`/unit/${unit.id}/declareCarriers`, unit.version, { held, none: ['audio'] });
  }
  if (turn % 3 === 1) {
    return attempt('/information/register', null, {
      name: `Uppgifter ${randomUUID()}`,
      description: '',
      ...place,
      carriers: ['paper'],
      personalData: 'none',
      personalDataKinds: [],
      secrecyProvisions: [],
      draft: false,
    });
  }
  return attempt(`/information/${information.id}/classify`, information.version, {
    levels: { confidentiality: turn % 4 === 0 ? 1 : 2, integrity: 1, availability: 1, traceability: null },
    reasons,
    participants: ['Anna Andersson'],
    decidedOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
    nextReviewOn: null,
  });
}
