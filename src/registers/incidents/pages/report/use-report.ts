import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { instantAt } from '../../../../kernel/calendar.ts';
import { useLanguage, useTexts } from '../../../../ui/language.tsx';
import { useSession } from '../../../../ui/session.ts';
import {
  type Draft,
  emptyDraft,
  forgetAll,
  forgetDraft,
  forgetOutgoing,
  keepDraft,
  keepOutgoing,
  newKey,
  type Outgoing,
  outgoing,
  readDraft,
  settleOutgoing,
} from './kept.ts';
import { easyTexts, reportPagesTexts } from './report-pages.texts.ts';
import { draftFoundBy, foundBy, type Here, isShownTo, isUnsent, maySend } from './belongings.ts';
import { unitOf } from './poster-place.ts';
import { sendOne } from './sending.ts';

const easyKey = 'varna-latt-svenska';

/** The words of these pages, and whether they are the plain ones. */
export function useReportTexts() {
  const usual = useTexts(reportPagesTexts);
  const easy = useTexts(easyTexts);
  const isSwedish = useLanguage() === 'sv';
  const [isEasy, setEasy] = useState(() => localStorage.getItem(easyKey) === 'ja');
  const choose = (next: boolean) => {
    localStorage.setItem(easyKey, next ? 'ja' : 'nej');
    setEasy(next);
  };
  return { texts: isEasy ? easy : usual, isSwedish, isEasy, choose };
}

export type ReportTexts = ReturnType<typeof useReportTexts>['texts'];

/** Who is at this device, as far as the server has said. */
export function useHere(): Here {
  const session = useSession().data;
  const personId = session?.person?.id ?? null;
  return useMemo(() => (session === undefined ? undefined : { personId }), [session === undefined, personId]);
}

/** How long after the last letter a draft is kept (ms). */
const restful = 300;

/**
 * The draft of whoever is at this device. Undefined until it has been read; what is written is kept. What somebody else has written
 * while she was signed in is not shown, and is forgotten when another has signed in.
 */
export function useDraft(here: Here) {
  const [kept, setDraft] = useState<Draft>();
  const draft = kept === undefined || isShownTo(here, kept.owner) ? kept : emptyDraft;
  useEffect(() => {
    void readDraft().then(setDraft);
  }, []);
  useEffect(() => {
    if (kept === undefined || draftFoundBy(here, kept) !== null) return;
    setDraft(emptyDraft);
    void forgetDraft();
  }, [here, kept]);
  const isRead = useRef(false);
  useEffect(() => {
    // What is hidden is not written over before something else is written.
    if (draft === undefined || draft !== kept) return undefined;
    if (!isRead.current) {
      isRead.current = true;
      return undefined;
    }
    const timer = setTimeout(() => void keepDraft(draft), restful);
    // A page that is closed or put away keeps what was written last.
    const leave = () => void keepDraft(draft);
    document.addEventListener('visibilitychange', leave);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', leave);
    };
  }, [draft, kept]);
  const change = useCallback(
    (next: Partial<Draft>) =>
      setDraft((before) => {
        const own = before === undefined || !isShownTo(here, before.owner) ? emptyDraft : before;
        return { ...own, ...next, owner: here?.personId ?? own.owner };
      }),
    [here],
  );
  const discard = useCallback(() => {
    isRead.current = false;
    setDraft(emptyDraft);
    void forgetDraft();
  }, []);
  return { draft, change, discard };
}

/** How often what waits is tried again while the page is open (ms). */
const tryEvery = 20_000;

/** What of the reports on this device is shown to whoever is at it, and how many wait to be sent: others', and in all. */
function seenBy(here: Here, all: readonly Outgoing[]) {
  const reports = all.filter((one) => !one.isLeft && isShownTo(here, one.owner));
  const others = all.filter((one) => !reports.includes(one) && isUnsent(one)).length;
  return { reports, others, unsent: all.filter(isUnsent).length };
}

/** Reports handed in on this device by whoever is at it. They are sent at once, when the network returns, and again and again while the page is open. */
export function useOutbox(here: Here) {
  const [reports, setReports] = useState<readonly Outgoing[]>([]);
  const whoIsHere = useRef(here);
  whoIsHere.current = here;
  const isSending = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const sendAll = useCallback(async (given?: Outgoing) => {
    if (isSending.current) return;
    isSending.current = true;
    setBusy(true);
    try {
      await settleOutgoing((one) => foundBy(whoIsHere.current, one));
      const kept = await outgoing();
      // A browser that keeps nothing has only what it was just given.
      const all = given === undefined || kept.some((one) => one.key === given.key) ? kept : [given, ...kept];
      setReports(all);
      const left = all.filter((one) => isUnsent(one) && maySend(one, whoIsHere.current));
      for (const one of left) {
        const standing = await sendOne(one);
        setReports((before) => before.map((other) => (other.key === standing.key ? standing : other)));
      }
    } finally {
      isSending.current = false;
      setBusy(false);
    }
  }, []);
  useEffect(() => {
    const look = () => void sendAll();
    look();
    const timer = setInterval(look, tryEvery);
    globalThis.addEventListener('online', look);
    return () => {
      clearInterval(timer);
      globalThis.removeEventListener('online', look);
    };
  }, [sendAll, here]);
  const handIn = useCallback(
    async (report: Outgoing) => {
      setReports((before) => [report, ...before]);
      await keepOutgoing(report);
      await sendAll(report);
    },
    [sendAll],
  );
  const forget = useCallback((key: string) => {
    setReports((before) => before.filter((one) => one.key !== key));
    void forgetOutgoing(key);
  }, []);
  const forgetEverything = useCallback(async () => {
    setReports([]);
    await forgetAll();
  }, []);
  return {
    ...seenBy(here, reports),
    isBusy,
    handIn,
    forget,
    forgetEverything,
    tryAgain: () => void sendAll(),
  };
}

/** The instant that somebody says she noticed it; null: just now. Undefined when the time is none. */
export function noticedInstant({ when, at }: Draft['noticed']): string | null | undefined {
  if (when !== 'earlier') return null;
  const [day = '', time = ''] = at.split('T');
  return instantAt(day, time.slice(0, 5))?.toISOString();
}

/** A draft as it is handed in, with a key of its own. */
export function handedIn(draft: Draft, isNamed: boolean, owner: string | null): Outgoing {
  const key = newKey();
  const unit = unitOf(draft);
  return {
    key,
    report: {
      key,
      happened: draft.happened.trim(),
      noticedAt:
        noticedInstant(draft.noticed) ?? (draft.noticed.when === 'now' ? new Date().toISOString() : null),
      place: draft.place.trim(),
      affected: draft.affected.trim(),
      ongoing: draft.ongoing === '' ? 'unknown' : draft.ongoing,
      contact: draft.contact.trim(),
      ...(unit === undefined ? {} : { unit }),
    },
    isNamed,
    owner,
    isLeft: false,
    files: draft.files,
    writtenAt: new Date().toISOString(),
    code: null,
    refused: null,
  };
}
