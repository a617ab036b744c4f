import type { Actor } from '../kernel/access.ts';
import type { Services } from '../kernel/run.ts';
import { register } from '../registers/information/information.actions.ts';
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
