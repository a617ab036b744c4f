import { type Language, pickTexts } from '../kernel/texts.ts';
import type { MailKind } from '../mail/message.ts';
import { pushTexts } from './push-device.texts.ts';

/**
 * What a device is to show. It stands on a locked screen beside whoever passes: no name of anybody, and nothing of what has happened.
 */
export interface Notice {
  readonly kind: MailKind;
  readonly title: string;
  readonly body: string;
  /** The page that a press opens, below the address of the installation. */
  readonly path: string;
  /** A later notice of the same tag takes the place of the earlier on the device. */
  readonly tag: string;
  /** When time is up; how long is left is worked out when it is shown, since it may have waited on the way. */
  readonly dueAt: string | null;
}

/** A notice as the service worker (src/ui/public/sw.js) reads it. */
export function payloadOf({ kind: _kind, ...notice }: Notice, language: Language): string {
  const { hours, minutes, out } = pickTexts(pushTexts, language).left;
  return JSON.stringify({ ...notice, language, left: { hours, minutes, out } });
}
