/**
 * What is kept on the device: the draft that is being written, and reports on their way. In IndexedDB, where pictures fit and what is
 * written stays when the page is closed. A browser that keeps nothing (a private window) still sends while the page is open.
 */

/** A picture or another file, as bytes: a Blob does not survive in every browser's database. */
export interface KeptFile {
  readonly key: string;
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

/** When it was noticed: just now, or at a day and a clock time in Sweden. */
export type Noticed = { readonly when: 'now' | 'earlier' | ''; readonly at: string };

/** What somebody has written so far, and which question she is at. */
export interface Draft {
  readonly step: number;
  readonly happened: string;
  readonly noticed: Noticed;
  readonly place: string;
  readonly affected: string;
  readonly ongoing: 'yes' | 'no' | 'unknown' | '';
  readonly contact: string;
  /** The unit whose poster led here; null where none did. The name is empty until the server has said it. */
  readonly poster: { readonly code: string; readonly name: string } | null;
  readonly isNamed: boolean;
  readonly files: readonly KeptFile[];
  /** Who was signed in when it was written; null where nobody was. */
  readonly owner: string | null;
}

/** A report that has been handed in on this device. It is never changed: what is to be added comes by its code. */
export interface Outgoing {
  readonly key: string;
  readonly report: {
    readonly key: string;
    readonly happened: string;
    readonly noticedAt: string | null;
    readonly place: string;
    readonly affected: string;
    readonly ongoing: 'yes' | 'no' | 'unknown';
    readonly contact: string;
    /** The code of the unit whose poster led here. */
    readonly unit?: string;
  };
  readonly isNamed: boolean;
  readonly files: readonly KeptFile[];
  readonly writtenAt: string;
  /** The code that came back; null until it has been taken in. */
  readonly code: string | null;
  /** Who was signed in when it was handed in; null where nobody was. */
  readonly owner: string | null;
  /** She has signed out since: it is sent, and then forgotten, and nothing of it is shown. */
  readonly isLeft: boolean;
  /** Why it was not taken, in the server's words; null while it may yet be. */
  readonly refused: string | null;
}

export const emptyDraft: Draft = {
  step: 0,
  happened: '',
  noticed: { when: '', at: '' },
  place: '',
  affected: '',
  ongoing: '',
  contact: '',
  poster: null,
  isNamed: true,
  files: [],
  owner: null,
};

const unowned = { owner: null, isLeft: false } as const;

const draftKey = 'draft';

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('varna-rapport', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('draft');
      request.result.createObjectStore('outgoing', { keyPath: 'key' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('nothing is kept in this browser'));
  });
  return opened;
}

async function inStore<Answer>(
  name: 'draft' | 'outgoing',
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Answer>,
): Promise<Answer> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode);
    const request = work(transaction.objectStore(name));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(new Error('not kept'));
  });
}

/** The draft on this device; an empty one when there is none, or nothing is kept. */
export async function readDraft(): Promise<Draft> {
  const found = await inStore<unknown>('draft', 'readonly', (store) => store.get(draftKey)).catch(
    () => undefined,
  );
  // Only this program writes there; a draft of an earlier release lacks what has come since.
  return { ...emptyDraft, ...(found as Partial<Draft> | undefined) };
}

/** Keeps the draft. */
export async function keepDraft(draft: Draft): Promise<void> {
  await inStore('draft', 'readwrite', (store) => store.put(draft, draftKey)).catch(() => undefined);
}

/** Forgets the draft: it has been handed in, or thrown away. */
export async function forgetDraft(): Promise<void> {
  await inStore('draft', 'readwrite', (store) => store.delete(draftKey)).catch(() => undefined);
}

/** Reports handed in on this device, the newest first. */
export async function outgoing(): Promise<readonly Outgoing[]> {
  const found = await inStore<unknown[]>('outgoing', 'readonly', (store) => store.getAll()).catch(() => []);
  // Only this program writes there; what an earlier release kept lacks what has come since.
  const all = (found as Outgoing[]).map((one) => ({ ...unowned, ...one }));
  return all.toSorted((one, other) => other.writtenAt.localeCompare(one.writtenAt));
}

/** Keeps a report on its way, or what has become of it. */
export async function keepOutgoing(report: Outgoing): Promise<void> {
  await inStore('outgoing', 'readwrite', (store) => store.put(report)).catch(() => undefined);
}

/** Forgets a report on this device; what has been sent stays where it was sent. */
export async function forgetOutgoing(key: string): Promise<void> {
  await inStore('outgoing', 'readwrite', (store) => store.delete(key)).catch(() => undefined);
}

/** Keeps each as it has become, and forgets what has become of nothing. */
export async function settleOutgoing(settle: (report: Outgoing) => Outgoing | null): Promise<void> {
  for (const report of await outgoing()) {
    const next = settle(report);
    if (next === null) await forgetOutgoing(report.key);
    else if (next !== report) await keepOutgoing(next);
  }
}

/** Forgets all that has been written and handed in on this device, and the page that is kept there. */
export async function forgetAll(): Promise<void> {
  await forgetDraft();
  await settleOutgoing(() => null);
  if ('caches' in globalThis) await caches.delete('varna-rapportera');
}

/** A key that nobody else makes: 128 random bits. */
export function newKey(): string {
  const bits = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bits))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
