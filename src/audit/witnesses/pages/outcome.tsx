import type { ViewMap } from '../../../ui/api-types.ts';
import { useTexts } from '../../../ui/language.tsx';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';
import { witnessTexts } from '../witness.texts.ts';

/** One witness as its view answers. */
export type WitnessRecord = ViewMap['witness.record']['answer'];
type Outcome = WitnessRecord['deliveries'][number]['outcome'];

const marks = { queued: 'partly', delivered: 'met', failed: 'not_met', inconsistent: 'overdue' } as const;

/** How a delivery went, as shape and word. */
export function OutcomeMark({ outcome }: { readonly outcome: Outcome }) {
  const { outcomes } = useTexts(witnessTexts);
  return (
    <span className="row">
      <span aria-hidden="true">
        <VerdictMark verdict={marks[outcome]} isBare />
      </span>
      {outcomes[outcome]}
    </span>
  );
}
