import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Session } from '../ui/session.ts';
import {
  canKeep,
  choose,
  dropCase,
  eraseKept,
  holdsAnothers,
  isWanted,
  keepBinder,
  keepCase,
  type Kept,
  readKept,
} from './keeping.ts';

/** Whether this page shows what is on the device: there is no network, or it did not answer in time. */
export function useIsOffline(): boolean {
  const isOffline = useSyncExternalStore(
    (changed) => {
      window.addEventListener('online', changed);
      window.addEventListener('offline', changed);
      return () => {
        window.removeEventListener('online', changed);
        window.removeEventListener('offline', changed);
      };
    },
    () => !navigator.onLine,
  );
  const [isFromDevice, setFromDevice] = useState(false);
  useEffect(() => {
    if (!canKeep()) return undefined;
    const listen = () => setFromDevice(true);
    navigator.serviceWorker.addEventListener('message', listen);
    navigator.serviceWorker.startMessages();
    return () => navigator.serviceWorker.removeEventListener('message', listen);
  }, []);
  return isOffline || isFromDevice;
}

/** What is kept of the binder on this device, and how it is erased or kept again. */
export interface KeptState {
  readonly kept: Kept | null;
  readonly isPossible: boolean;
  readonly isWanted: boolean;
  readonly erase: () => Promise<void>;
  readonly keep: () => Promise<void>;
}

/** Keeps the binder when it has been shown; `onKept` is told when all of it is on the device. */
export function useKept(
  personId: string | undefined,
  planIds: readonly string[],
  onKept: () => void,
): KeptState {
  const [kept, setKept] = useState<Kept | null>(null);
  const [wanted, setWanted] = useState(isWanted);
  const key = planIds.join();
  const keepNow = useCallback(async () => {
    if (personId === undefined) return;
    const ids = key === '' ? [] : key.split(',');
    const isWhole = navigator.onLine && (await keepBinder(personId, ids));
    if (isWhole) onKept();
    setKept(await readKept());
    // `onKept` is left out: what the page does with the news is no reason to keep anew.
  }, [personId, key]);
  useEffect(() => {
    // A page that could not be kept is the page it is; it says itself what is on the device.
    void keepNow().catch(() => undefined);
  }, [keepNow]);
  return {
    kept,
    isPossible: canKeep(),
    isWanted: wanted,
    erase: async () => {
      await choose(false);
      setWanted(false);
      setKept(null);
    },
    keep: async () => {
      await choose(true);
      setWanted(true);
      await keepNow();
    },
  };
}

/** Keeps a case when it has been shown, for when there is no network; what is secret in any part, or over, is not kept. */
export function useKeptCase(
  personId: string | undefined,
  { id, version, isOpen }: { readonly id: string; readonly version: number; readonly isOpen: boolean },
): void {
  useEffect(() => {
    if (personId === undefined || !navigator.onLine) return;
    // A page that could not be kept is the page it is.
    void (isOpen ? keepCase(personId, id) : dropCase(id)).catch(() => undefined);
  }, [personId, id, version, isOpen]);
}

/** Erases what is kept for somebody who is no longer signed in here, wherever and however she was signed out. */
export function useErasedAtSignOut(session: Session | undefined): void {
  const personId = session?.person?.id;
  const isKnown = session !== undefined;
  useEffect(() => {
    if (!isKnown) return;
    void holdsAnothers(personId)
      .then((holds) => (holds ? eraseKept() : undefined))
      .catch(() => undefined);
  }, [isKnown, personId]);
}
