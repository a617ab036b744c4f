import { type RouterHistory, useRouter } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { usePast } from './past.ts';

type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  /** A path in Värna with its search (`/register/system?page=2`), or a whole address elsewhere. */
  readonly to: string;
  /** True where a new entry in the browser's history would be in the way, as when a list is sorted. */
  readonly isReplacing?: boolean;
  /** False where it leads from how things stood to how they stand. */
  readonly keepsTime?: boolean;
};

/** A real link that, inside Värna, changes page without loading the whole again. */
export function Link({ to: given, isReplacing = false, keepsTime = true, onClick, ...rest }: LinkProps) {
  const history = useHistory();
  const past = usePast();
  const to = keepsTime ? past.keep(given) : given;
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const isPlain =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    const isOurs = to.startsWith('/') && !to.startsWith('//') && !to.startsWith('/api/');
    if (event.defaultPrevented || !isPlain || !isOurs || (rest.target ?? '_self') !== '_self') return;
    if (rest.download !== undefined) return;
    event.preventDefault();
    if (isReplacing) history.replace(to);
    else history.push(to);
  };
  return <a {...rest} href={to} onClick={follow} />;
}

/** Goes to a path in Värna, as after a saved form. */
export function useGo(): (to: string) => void {
  const history = useHistory();
  const { keep } = usePast();
  return (to) => history.push(keep(to));
}

/** The browser's history, typed: the router's own type is open because its pages are a list made when it starts. */
export function useHistory(): RouterHistory {
  return historyOf(useRouter());
}

function historyOf(router: { readonly history: RouterHistory }): RouterHistory {
  return router.history;
}
