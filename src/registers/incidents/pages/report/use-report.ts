import { useCallback, useEffect, useRef, useState } from 'react';
import { instantAt } from '../../../../kernel/calendar.ts';
import { useLanguage, useTexts } from '../../../../ui/language.tsx';
import {
  type Draft,
  emptyDraft,
  forgetDraft,
  forgetOutgoing,
  keepDraft,
  keepOutgoing,
  newKey,
  type Outgoing,
  outgoing,
  readDraft,
} from './kept.ts';
import { easyTexts, reportPagesTexts } from './report-pages.texts.ts';
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

/** How long after the last letter a draft is kept (ms). */
const restful = 300;

/** The draft of this device. Undefined until it has been read; what is written is kept. */
export function useDraft() {
  const [draft, setDraft] = useState<Draft>();
  useEffect(() => {
    void readDraft().then(setDraft);
  }, []);
  const isRead = useRef(false);
  useEffect(() => {
    if (draft === undefined) return undefined;
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
  }, [draft]);
  const change = useCallback(
    (next: Partial<Draft>) => setDraft((before) => ({ ...(before ?? emptyDraft), ...next })),
    [],
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

/** Reports handed in on this device. They are sent at once, when the network returns, and again and again while the page is open. */
export function useOutbox() {
  const [reports, setReports] = useState<readonly Outgoing[]>([]);
  const isSending = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const sendAll = useCallback(async (given?: Outgoing) => {
    if (isSending.current) return;
    isSending.current = true;
    setBusy(true);
    try {
      const kept = await outgoing();
      // A browser that keeps nothing has only what it was just given.
      const all = given === undefined || kept.some((one) => one.key === given.key) ? kept : [given, ...kept];
      setReports(all);
      const left = all.filter((one) => one.refused === null && (one.code === null || one.files.length > 0));
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
  }, [sendAll]);
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
  return { reports, isBusy, handIn, forget, tryAgain: () => void sendAll() };
}

/** The instant that somebody says she noticed it; null: just now. Undefined when the time is none. */
export function noticedInstant({ when, at }: Draft['noticed']): string | null | undefined {
  if (when !== 'earlier') return null;
  const [day = '', time = ''] = at.split('T');
  return instantAt(day, time.slice(0, 5))?.toISOString();
}

/** A draft as it is handed in, with a key of its own. */
export function handedIn(draft: Draft, isNamed: boolean): Outgoing {
  const key = newKey();
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
    },
    isNamed,
    files: draft.files,
    writtenAt: new Date().toISOString(),
    code: null,
    refused: null,
  };
}
