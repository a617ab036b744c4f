/** What the registers say of how far a new installation has come. */
export interface Progress {
  readonly units: number;
  readonly people: number;
  readonly appointments: number;
  readonly policy: 'none' | 'draft' | 'adopted';
  readonly information: number;
  readonly classified: number;
}

/** The guided path's steps, in the order that each leans on the one before. */
export const steps = ['organisation', 'people', 'policy', 'information', 'classification'] as const;
export type Step = (typeof steps)[number];

export interface StepState {
  readonly step: Step;
  readonly state: 'done' | 'next' | 'later';
  /** Where the step is taken. */
  readonly to: string;
}

// The person who sets the installation up is registered and appointed by that itself: one of each is nobody yet.
const isDone: Readonly<Record<Step, (progress: Progress) => boolean>> = {
  organisation: ({ units }) => units > 0,
  people: ({ people, appointments }) => people > 1 && appointments > 1,
  policy: ({ policy }) => policy === 'adopted',
  information: ({ information }) => information > 0,
  classification: ({ classified }) => classified > 0,
};

const places: Readonly<Record<Step, string>> = {
  organisation: '/organisation',
  people: '/personer',
  policy: '/styrdokument/las-in',
  information: '/register/information',
  classification: '/register/information?classified=false',
};

/** How far each step has come: done, the next to take, or one for later. A later step may be done before an earlier. */
export function stepsOf(progress: Progress): StepState[] {
  const next = steps.find((step) => !isDone[step](progress));
  return steps.map((step) => ({
    step,
    state: isDone[step](progress) ? 'done' : step === next ? 'next' : 'later',
    to: step === 'policy' && progress.policy === 'draft' ? '/styrdokument' : places[step],
  }));
}

/** Has the whole path been walked? Then it is no longer shown. */
export function isWalked(progress: Progress): boolean {
  return steps.every((step) => isDone[step](progress));
}
