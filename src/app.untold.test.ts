import { describe, expect, it } from 'vitest';
import { registers } from './app.ts';
import type { AnyRegister } from './kernel/register.ts';
import type { View } from './kernel/view.ts';

const all: readonly AnyRegister[] = registers;
const views: readonly View[] = all.flatMap((one) => one.views);

describe('a view that tells nothing', () => {
  const silent = views.flatMap((view) =>
    'nothing' in view.told ? [[view.name, view, view.told.nothing] as const] : [],
  );
  it.each(silent)('%s says why', (_name, _view, why) => {
    expect(why.length).toBeGreaterThan(8);
  });

  // What only somebody's own record, or a sensitive one, holds.
  const telling = /"(givenName|familyName|email|secret|secrecyProvisions|participants)"/;
  // How the two support roles are reached stands at the foot of every page.
  // Of a witness ”email” is a kind.
  const own = [
    'account.record',
    'account.invitation',
    'advice.support',
    'supportContact.list',
    'witness.list',
    'witness.record',
  ];
  it.each(silent.filter(([name]) => !own.includes(name)))(
    '%s has no field that could be somebody’s',
    (_name, view) => {
      expect(JSON.stringify(view.output)).not.toMatch(telling);
    },
  );
});
