/** Why nothing was read of a page, from a closed list: what a stranger's server says is not shown as ours. */
export const pageFaults = [
  'refusedAddress',
  'tooManyRedirects',
  'certificate',
  'unreachable',
  'timedOut',
  'tooLarge',
  'notThere',
  'needsSignIn',
  'answeredError',
  'notReadable',
] as const;
export type PageFault = (typeof pageFaults)[number];
