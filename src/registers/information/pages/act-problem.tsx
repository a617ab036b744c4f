import type { Problem } from '../../../ui/client.ts';
import { Notice } from '../../../ui/notice.tsx';

/** Why a step taken with one press was refused, in the server's words. The press itself throws nothing. */
export function ActProblem({ problem }: { readonly problem: Problem | undefined }) {
  return problem === undefined ? null : (
    <Notice kind="danger" isNews>
      {problem.message}
    </Notice>
  );
}

/** For `run(…).catch(isShown)`: the refusal stands in the page by {@link ActProblem}. */
export function isShown(): void {
  // Nothing more to do: the action's state holds the problem.
}
