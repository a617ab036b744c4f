import { useView } from '../../ui/hooks.ts';
import type { PolicyAnswer } from './answers.ts';

/** A version of a document, as much of it as tells when it was in force. */
export type DatedVersion = {
  readonly id: string;
  readonly state: string;
  readonly inForceFrom: string | null;
};

/**
 * The version that was in force at the end of a day: the latest that had begun. Null when none had. A draft never was,
 * nor one that was decided and has not begun.
 */
export function versionOn(versions: readonly DatedVersion[], day: string): string | null {
  const begun = versions
    .filter(({ state }) => state === 'inForce' || state === 'superseded' || state === 'repealed')
    .filter(({ inForceFrom }) => inForceFrom !== null && inForceFrom <= day)
    .sort((a, b) => (b.inForceFrom ?? '').localeCompare(a.inForceFrom ?? ''));
  return begun[0]?.id ?? null;
}

/** The policy to show: today's, or the one in force on an earlier day (`asOf`, '' for today). */
export function usePolicyOf(asOf: string) {
  const isPast = asOf !== '';
  // Which text was in force is told by its own days, as they are known now: it may be older than this installation.
  const current = useView('document.policy', { isOfNow: true });
  const versions = useView('documentVersion.list', { isEnabled: isPast, isOfNow: true });
  const id = isPast && versions.data !== undefined ? versionOn(versions.data.items, asOf) : null;
  const past = useView('documentVersion.record', { id: id ?? '', isEnabled: id !== null, isOfNow: true });
  const mayImport = current.data?.mayImport ?? false;
  const answer = (policy: PolicyAnswer | null) => ({ policy, mayImport });
  if (!isPast) return current;
  if (versions.data !== undefined && id === null) return { ...versions, data: answer(null) };
  if (past.data !== undefined) return { ...past, data: answer(past.data) };
  return { ...past, data: undefined, problem: versions.problem ?? past.problem };
}
