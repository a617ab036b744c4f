/**
 * The numbers of all advisory locks, in one place since two that are alike would wait for each other unawares. Processes
 * of several releases may run at once for a moment: a number is never given to another lock.
 */
export const locks = {
  /** One process migrates, the others wait. */
  migration: 7_305_001,
  /** One process puts a start profile in place. */
  profile: 7_305_002,
  /** The first account is made once. */
  firstAccount: 7_305_003,
  /** One process at a time gives numbers to events. */
  sequencer: 7_305_005,
} as const;
