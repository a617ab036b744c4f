import { useSyncExternalStore } from 'react';

/** From here on the text has a margin for its marks. The same width stands in policy.css. */
const wide = '(min-width: 60rem)';

/** Whether there is a margin: marks are then placed where their sentence begins, otherwise where it ends. */
export function useIsWide(): boolean {
  return useSyncExternalStore(watch, () => window.matchMedia(wide).matches);
}

function watch(onChange: () => void): () => void {
  const query = window.matchMedia(wide);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
