import type { ReactNode } from 'react';
import { Tag } from '../../../ui/verdict-mark.tsx';
import type { VersionState } from '../document.ts';

/** A version's state as a tag; the one in force stands out. */
export function StateMark({
  state,
  children,
}: {
  readonly state: VersionState;
  readonly children: ReactNode;
}) {
  return (
    <span className="state-mark" data-state={state}>
      <Tag>{children}</Tag>
    </span>
  );
}
