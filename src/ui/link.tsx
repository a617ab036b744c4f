import { useRouter } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, MouseEvent } from 'react';

type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  /** A path in Värna with its search (`/register/system?page=2`), or a whole address elsewhere. */
  readonly to: string;
  /** True where a new entry in the browser's history would be in the way, as when a list is sorted. */
  readonly isReplacing?: boolean;
};

/** A real link that, inside Värna, changes page without loading the whole again. */
export function Link({ to, isReplacing = false, onClick, ...rest }: LinkProps) {
  const router = useRouter();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    const isOurs = to.startsWith('/') && !to.startsWith('//') && !to.startsWith('/api/');
    if (event.defaultPrevented || !isPlain || !isOurs || (rest.target ?? '_self') !== '_self') return;
    if (rest.download !== undefined) return;
    event.preventDefault();
    if (isReplacing) router.history.replace(to);
    else router.history.push(to);
  };
  return <a {...rest} href={to} onClick={follow} />;
}

/** Goes to a path in Värna, as after a saved form. */
export function useGo(): (to: string) => void {
  const router = useRouter();
  return (to) => router.history.push(to);
}
