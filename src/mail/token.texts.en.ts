import type { TextsLike } from '../kernel/texts.ts';
import type { tokenTextsSv } from './token.texts.sv.ts';

export const tokenTextsEn: TextsLike<typeof tokenTextsSv> = {
  clientRefused: 'The sign-in service did not accept the client’s secret. Check it: it may have expired.',
  tokenRefused: 'The sign-in service gave no access token. Check the client id, the scope and the address.',
  tokenUnreachable: 'The sign-in service that gives access tokens did not answer, or was too busy.',
  tokenEncryption: 'The sign-in service that gives access tokens has no certificate that can be trusted.',
  tokenUnreadable: 'What answered gave no access token. Check the address of the sign-in service.',
};
