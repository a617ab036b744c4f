/**
 * The services by which browsers are reached: Chrome, Edge on Android, Opera, Brave and Samsung by Google's; Firefox by Mozilla's;
 * Safari by Apple's; Edge on Windows by Microsoft's. A dot first means any host below. What a browser is told to call is what the
 * server then calls, so that nobody points Värna at something else.
 */
export const pushServices = [
  'fcm.googleapis.com',
  'jmt17.google.com',
  '.push.services.mozilla.com',
  '.push.apple.com',
  '.notify.windows.com',
] as const;

/** The host of a push service that an address leads to; null where it is no such service’s, or not plain https. */
export function serviceOf(endpoint: string): string | null {
  if (!URL.canParse(endpoint)) return null;
  const { protocol, hostname, port, username, password } = new URL(endpoint);
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return null;
  const isKnown = pushServices.some((one) =>
    one.startsWith('.') ? hostname.endsWith(one) : hostname === one,
  );
  return isKnown ? hostname : null;
}
