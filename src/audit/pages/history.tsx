import { lazy, Suspense } from 'react';
import type { HistoryProps } from './newest-events.tsx';

// What a record is does not wait for the words of its history.
const NewestEvents = lazy(async () => ({ default: (await import('./newest-events.tsx')).NewestEvents }));

/** The newest of what has been changed in a record, for the right column of its page. */
export function History(props: HistoryProps) {
  return (
    <Suspense fallback={null}>
      {/* Anew for each record: one's history must not stand under another's name while it is fetched. */}
      <NewestEvents key={`${props.register} ${props.id}`} {...props} />
    </Suspense>
  );
}
