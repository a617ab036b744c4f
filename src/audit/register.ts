import { type AnyRegister, register } from '../kernel/register.ts';
import { auditTexts } from './audit.texts.ts';
import { auditViews } from './audit.views.ts';
import { consistency, proof } from './proof.views.ts';
import { status } from './status.views.ts';

/** The log as others look at it: histories, readings, the events themselves. `slices` are the registers it tells of. */
export function auditRegister(slices: readonly AnyRegister[]) {
  const views = [...auditViews(slices), status, proof, consistency] as const;
  return register({ name: 'audit', actions: [], views, texts: auditTexts });
}
