import type { SequencerState } from './sequencer.ts';

let read: (() => SequencerState) | null = null;

/** Lets the status page see how this process's sequencer stands. Called when it has been started. */
export function showStanding(state: () => SequencerState): void {
  read = state;
}

/** How this process's sequencer stands; null where it has none, as in a command. */
export function sequencerStanding(): SequencerState | null {
  return read?.() ?? null;
}
