/** What this browser can do about notifications. */
export type Ability = 'insecure' | 'needsHomeScreen' | 'cannot' | 'denied' | 'can';

/** Whether this browser can be woken, and if not what stands in the way. */
export function abilityHere(): Ability {
  if (!window.isSecureContext) return 'insecure';
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window))
    return isPhoneOfApple() ? 'needsHomeScreen' : 'cannot';
  return Notification.permission === 'denied' ? 'denied' : 'can';
}

/** An iPad says that it is a Mac, which has no touch screen. */
function isPhoneOfApple(): boolean {
  const { userAgent, maxTouchPoints } = navigator;
  return /iPhone|iPad/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1);
}

/** This browser's address at its service, and its keys in base64url. */
export interface DeviceHere {
  readonly endpoint: string;
  readonly publicKey: string;
  readonly authSecret: string;
}

/**
 * Asks the person, and the browser's service, to be woken here. Null when she says no.
 * @throws when the service cannot be reached
 */
export async function subscribeHere(serverKey: string): Promise<DeviceHere | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  const registration = await navigator.serviceWorker.register('/sw.js');
  await navigator.serviceWorker.ready;
  // One that was bound to other keys, of an installation that was here before, can never be used.
  await (await registration.pushManager.getSubscription())?.unsubscribe();
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytesOf(serverKey),
  });
  const [publicKey, authSecret] = [subscription.getKey('p256dh'), subscription.getKey('auth')];
  if (publicKey === null || authSecret === null) throw new Error('a subscription without keys');
  return {
    endpoint: subscription.endpoint,
    publicKey: textOf(new Uint8Array(publicKey)),
    authSecret: textOf(new Uint8Array(authSecret)),
  };
}

/** The hash by which the server knows this browser (see pushDevice.mine); null while it is not to be woken. */
export async function hashHere(): Promise<string | null> {
  if (abilityHere() !== 'can') return null;
  const registration = await navigator.serviceWorker.getRegistration('/');
  const subscription = await registration?.pushManager.getSubscription();
  if (subscription === null || subscription === undefined) return null;
  const bytes = new TextEncoder().encode(subscription.endpoint);
  return textOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** The browser's service is told that this browser is not to be woken. */
export async function unsubscribeHere(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration('/');
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}

function textOf(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const decoded = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(decoded, (character) => character.charCodeAt(0));
}
