import { useEffect } from 'react';

const cacheName = 'varna-rapportera';
const page = '/rapportera';

/**
 * Keeps the page and its parts on the device, so that it opens without a network after one visit. The service worker
 * (src/ui/public/sw.js) only hands them out; what is kept is decided here, where it is known what the page is made of.
 */
export function useOffline(): void {
  useEffect(() => {
    // Only over https, or on the machine itself; elsewhere the page works as long as there is a network.
    if (!('serviceWorker' in navigator) || !('caches' in globalThis)) return undefined;
    const timer = setTimeout(() => void keepPage().catch(() => undefined), 1500);
    return () => clearTimeout(timer);
  }, []);
}

async function keepPage(): Promise<void> {
  await navigator.serviceWorker.register('/sw.js');
  const cache = await caches.open(cacheName);
  const found = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname);
  const parts = [...new Set(found)];
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  await Promise.all(
    parts.filter((part) => !kept.has(part)).map((part) => cache.add(part).catch(() => undefined)),
  );
  const answer = await fetch(page, { headers: { accept: 'text/html' } });
  if (answer.ok) await cache.put(page, answer);
  // What an earlier release was made of is of no use any more.
  const needed = new Set([...parts, page]);
  await Promise.all([...kept].filter((part) => !needed.has(part)).map((part) => cache.delete(part)));
}
