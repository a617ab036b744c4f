import type { Static } from 'typebox';
// Types only: nothing of the server reaches the browser (tools/check-shape.ts sees to it).
import type { registers } from '../app.ts';

type Registers = (typeof registers)[number];
type Actions = Registers['actions'][number];
type Views = Registers['views'][number];
type ActionNamed<Name> = Extract<Actions, { readonly name: Name }>;
type ViewNamed<Name> = Extract<Views, { readonly name: Name }>;

/** Every action's name with what it takes and what it answers, inferred from the declarations themselves. */
export type ActionMap = {
  readonly [Name in Actions['name']]: {
    readonly input: Static<ActionNamed<Name>['input']>;
    readonly answer: Awaited<ReturnType<ActionNamed<Name>['save']>>;
  };
};

/** As {@link ActionMap}, for questions. */
export type ViewMap = {
  readonly [Name in Views['name']]: {
    /** `asOf` is taken by the kernel, of every view that has a past; and by `useView`, with `orNow`, of every other. */
    readonly query: Static<ViewNamed<Name>['input']> & { readonly asOf?: string };
    readonly answer: Static<ViewNamed<Name>['output']>;
  };
};
