import { useEffect, useState } from 'react';
import { formatMoment } from '../kernel/format.ts';
import { useLanguage, useTexts } from '../ui/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { caseKeptAt, readKept } from './keeping.ts';
import { offlineTexts } from './offline.texts.ts';
import { useIsOffline } from './use-kept.ts';

/** Says, on a page that can be read without a network, that what it shows is what was kept, and since when. */
export function OfflineNote({ caseId }: { readonly caseId?: string }) {
  const texts = useTexts(offlineTexts);
  const language = useLanguage();
  const isOffline = useIsOffline();
  const [keptAt, setKeptAt] = useState<string | null>(null);
  useEffect(() => {
    if (!isOffline) return;
    const found = caseId === undefined ? readKept().then((kept) => kept?.keptAt ?? null) : caseKeptAt(caseId);
    void found.then(setKeptAt, () => undefined);
  }, [isOffline, caseId]);
  if (!isOffline) return null;
  return (
    <Notice kind="warning" title={texts.title} isNews>
      {keptAt === null ? texts.plain : texts.since(formatMoment(keptAt, language))}
    </Notice>
  );
}
