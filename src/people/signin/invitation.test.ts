import { expect, it } from 'vitest';
import { newId, type PersonId } from '../../kernel/ids.ts';
import { type Invited, type Inviter, inviteRefusal } from './invitation.ts';

const [me, her] = [newId<'Person'>() satisfies PersonId, newId<'Person'>() satisfies PersonId];
const inviters: Record<'console' | 'administrator' | 'coordinator', Inviter> = {
  console: { isConsole: true, isAdministrator: false, personId: null },
  administrator: { isConsole: false, isAdministrator: true, personId: me },
  coordinator: { isConsole: false, isAdministrator: false, personId: me },
};
const invited: Record<string, Invited> = {
  'somebody new': { personId: her, accountState: null, isAdministrator: false },
  'somebody with an account': { personId: her, accountState: 'active', isAdministrator: false },
  'a suspended account': { personId: her, accountState: 'suspended', isAdministrator: false },
  'an administrator without an account': { personId: her, accountState: null, isAdministrator: true },
  'an administrator with one': { personId: her, accountState: 'active', isAdministrator: true },
  'herself, without an account': { personId: me, accountState: null, isAdministrator: true },
  'herself, with one': { personId: me, accountState: 'active', isAdministrator: true },
};

it.each<[string, string | null, string | null, string | null]>([
  // who                                  console             administrator       coordinator
  ['somebody new', null, null, null],
  ['somebody with an account', null, null, 'forbidden'],
  ['a suspended account', 'accountSuspended', 'accountSuspended', 'forbidden'],
  ['an administrator without an account', null, null, 'forbidden'],
  ['an administrator with one', null, null, 'forbidden'],
  ['herself, without an account', null, null, 'forbidden'],
  ['herself, with one', null, 'ownInvitation', 'forbidden'],
])('%s: console %s, administrator %s, coordinator %s', (who, ...expected) => {
  const one = invited[who];
  expect(one).toBeDefined();
  if (one === undefined) return;
  const { console, administrator, coordinator } = inviters;
  expect([console, administrator, coordinator].map((inviter) => inviteRefusal(inviter, one))).toEqual(
    expected,
  );
});
