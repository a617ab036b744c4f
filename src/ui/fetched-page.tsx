import { type ComponentType, useEffect, useState } from 'react';
import { Loading } from './notice.tsx';
import type { PageDefinition } from './routing.ts';

interface FetchedPage {
  /** Fetches what draws the page; at once when it is here. */
  readonly fetch: () => Promise<void>;
  /** Draws the page, or that it is coming. An error of the fetching is thrown to the nearest boundary. */
  readonly Page: ComponentType;
}

/**
 * A page whose code comes when it is first wanted. React's own `lazy` would do, but what waits in a Suspense is shown no
 * sooner than 300 ms after the last fallback (React's FALLBACK_THROTTLE_MS), and every first look at a page would take that
 * much longer, with the page's own questions to the server not even asked.
 */
export function fetchedPage(page: PageDefinition): FetchedPage {
  let fetched: ComponentType | undefined;
  const fetch = async (): Promise<void> => {
    fetched ??= (await page.load()).default;
  };
  function Page() {
    const [, setDone] = useState(false);
    const [fault, setFault] = useState<Error>();
    useEffect(() => {
      if (fetched !== undefined) return;
      fetch().then(
        () => setDone(true),
        (error: unknown) => setFault(new Error('the page did not come', { cause: error })),
      );
    }, []);
    if (fault !== undefined) throw fault;
    const Fetched = fetched;
    return Fetched === undefined ? <Loading /> : <Fetched />;
  }
  return { fetch, Page };
}
