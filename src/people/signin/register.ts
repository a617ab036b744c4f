import { register } from '../../kernel/register.ts';
import { changePassword, chooseLanguage, restore, suspend } from './account.actions.ts';
import { accountOfPerson, seesAccounts } from './account.views.ts';
import { accept, invite } from './invitation.actions.ts';
import {
  confirmTotp,
  disableTotp,
  enableTotp,
  newCodes,
  registerPasskey,
  removePasskey,
} from './protection.actions.ts';
import { end, open, openDemo, openWithPasskey, revoke, revokeOthers } from './session.actions.ts';
import { begin, choose } from './setup.actions.ts';
import { signinTexts } from './signin.texts.ts';
import {
  account,
  current,
  entrance,
  invitation,
  mine,
  passkeyOptions,
  setupState,
  tokens,
} from './signin.views.ts';
import { create, revoke as revokeToken } from './token.actions.ts';

/** What other slices may ask of this one. */
export { seesAccounts };

export const sessionRegister = register({
  name: 'session',
  actions: [open, openWithPasskey, openDemo, end, revoke, revokeOthers],
  views: [current, mine, entrance],
  texts: signinTexts,
});

export const accountRegister = register({
  name: 'account',
  actions: [
    accept,
    invite,
    changePassword,
    chooseLanguage,
    suspend,
    restore,
    enableTotp,
    confirmTotp,
    disableTotp,
    newCodes,
    registerPasskey,
    removePasskey,
  ],
  views: [account, accountOfPerson, passkeyOptions, invitation],
  texts: signinTexts,
});

export const tokenRegister = register({
  name: 'token',
  actions: [create, revokeToken],
  views: [tokens],
  texts: signinTexts,
});

export const setupRegister = register({
  name: 'setup',
  actions: [choose, begin],
  views: [setupState],
  texts: signinTexts,
});
