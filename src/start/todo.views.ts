import { Type } from 'typebox';
import { offices } from '../kernel/offices.ts';
import { Fields, OneOf, OrNull } from '../kernel/schema.ts';
import { view } from '../kernel/view.ts';
import { todoAccess } from './todo.access.ts';
import type { FindWaiting, Waiting } from './waiting.ts';

/** Asks each register what waits for the asker, besides what the clauses find. What has a clock comes first. */
export function waitingView(finders: readonly FindWaiting[]) {
  return view({
    name: 'todo.waiting',
    on: 'register',
    permission: todoAccess.read,
    input: Fields({}),
    output: Fields({
      items: Type.Array(
        Fields({
          register: Type.String(),
          recordId: Type.String(),
          recordName: Type.String(),
          action: Type.String(),
          office: OrNull(OneOf(offices)),
          since: Type.String(),
          dueOn: OrNull(Type.String()),
          overdue: Type.Boolean(),
          comesFirst: Type.Boolean(),
          dueAt: OrNull(Type.String()),
          about: OrNull(Type.String()),
          concerns: Type.Array(Type.String()),
        }),
      ),
    }),
    told: { shown: ({ items }) => items.flatMap(({ concerns }) => concerns) },
    answer: async (db, _input, { actor, today, now }) => {
      const found: Waiting[] = [];
      for (const find of finders) found.push(...(await find(db, actor, today, now)));
      const due = ({ dueOn }: Waiting) => dueOn ?? '9999';
      return {
        items: found
          .sort(
            (a, b) =>
              Number(b.comesFirst ?? false) - Number(a.comesFirst ?? false) ||
              due(a).localeCompare(due(b)) ||
              a.since.localeCompare(b.since),
          )
          .map((one) => ({
            ...one,
            comesFirst: one.comesFirst ?? false,
            dueAt: one.dueAt ?? null,
            about: one.about ?? null,
            concerns: [...one.concerns],
          })),
      };
    },
  });
}
