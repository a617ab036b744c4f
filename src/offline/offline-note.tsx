import { useEffect, useState } from 'react';
import { formatMoment } from '../kernel/format.ts';
import { useLanguage, useTexts } from '../ui/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { type Kept, readKept } from './keeping.ts';
import { offlineTexts } from './offline.texts.ts';
import { useIsOffline } from './use-kept.ts';

/** Says, on a page that can be read without a network, that what it shows is what was kept, and since when. */
export function OfflineNote() {
  const texts = useTexts(offlineTexts);
  const language = useLanguage();
  const isOffline = useIsOffline();
  const [kept, setKept] = useState<Kept | null>(null);
  useEffect(() => {
    if (isOffline) void readKept().then(setKept, () => undefined);
  }, [isOffline]);
  if (!isOffline) return null;
  return (
    <Notice kind="warning" title={texts.title} isNews>
      {kept === null ? texts.plain : texts.since(formatMoment(kept.keptAt, language))}
    </Notice>
  );
}
