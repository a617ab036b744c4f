import type { ReactNode } from 'react';
import './facts.css';
import { Chevron } from './icons.tsx';

type DisclosureProps = { readonly title: ReactNode; readonly isOpen?: boolean; readonly children: ReactNode };

/** Something to open when it is wanted. The browser's own, so that searching in the page finds what is inside. */
export function Disclosure({ title, isOpen = false, children }: DisclosureProps) {
  return (
    <details className="disclosure" open={isOpen}>
      <summary>
        <Chevron />
        {title}
      </summary>
      <div className="disclosure-body">{children}</div>
    </details>
  );
}
