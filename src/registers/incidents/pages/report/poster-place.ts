import { useEffect, useRef } from 'react';
import { useView } from '../../../../ui/hooks.ts';
import type { Draft } from './kept.ts';

/** The unit's code in the address, from the poster that led here. */
function posterCode(): string | null {
  return new URLSearchParams(globalThis.location.search).get('enhet')?.slice(0, 40) ?? null;
}

/**
 * Says where, for whoever came by a poster: once, and only in a draft that says nothing of it. A code of no unit, or no network,
 * leaves the question as it is; the code goes along all the same, for the server to know.
 */
export function usePosterPlace(draft: Draft | undefined, change: (next: Partial<Draft>) => void): void {
  const code = posterCode();
  const { data } = useView('incident.posterPlace', {
    query: { code: code ?? '' },
    isEnabled: code !== null && code !== '',
  });
  const isSaid = useRef(false);
  const name = data?.name ?? null;
  useEffect(() => {
    if (draft === undefined || code === null || code === '' || isSaid.current) return;
    if (draft.place === '' && draft.poster?.code !== code) change({ poster: { code, name: '' } });
    if (name === null) return;
    isSaid.current = true;
    if (draft.place === '') change({ place: name, poster: { code, name } });
  }, [draft, code, name, change]);
}

/**
 * The code that goes with the report. Whoever has taken the unit's name away and written another place means another, and what
 * she cannot see in her answer is not sent.
 */
export function unitOf({ poster, place }: Draft): string | undefined {
  return poster !== null && place.includes(poster.name) ? poster.code : undefined;
}
