/** The life of a system, from thought to end. */
export const lifecycles = ['planned', 'acquired', 'inOperation', 'beingRetired', 'retired'] as const;
export type Lifecycle = (typeof lifecycles)[number];

/** One step that may be taken. Whoever goes back, or gives up what was never used, says why. */
export interface LifecycleStep {
  readonly to: Lifecycle;
  readonly back: boolean;
  readonly reasonAsked: boolean;
}

const on = (to: Lifecycle): LifecycleStep => ({ to, back: false, reasonAsked: false });
const givenUp = (to: Lifecycle): LifecycleStep => ({ to, back: false, reasonAsked: true });
const back = (to: Lifecycle): LifecycleStep => ({ to, back: true, reasonAsked: true });

/** Which steps are open from where. The page asks this too and compares no steps of its own. */
export const lifecycleSteps: Readonly<Record<Lifecycle, readonly LifecycleStep[]>> = {
  planned: [on('acquired'), givenUp('retired')],
  acquired: [on('inOperation'), givenUp('retired'), back('planned')],
  inOperation: [on('beingRetired'), back('acquired')],
  beingRetired: [on('retired'), back('inOperation')],
  retired: [back('beingRetired')],
};

/** The step from one to another; null when there is none. */
export function stepBetween(from: Lifecycle, to: Lifecycle): LifecycleStep | null {
  return lifecycleSteps[from].find((step) => step.to === to) ?? null;
}
