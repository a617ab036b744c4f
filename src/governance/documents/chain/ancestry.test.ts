import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Descent, wouldCircle } from './ancestry.ts';

const at = (child: string, parent: string): Descent => ({ child, parent });

it.each([
  ['a document and itself', [], at('a', 'a'), true],
  ['two that want each other', [at('b', 'a')], at('a', 'b'), true],
  ['a chain of three that closes', [at('b', 'a'), at('c', 'b')], at('a', 'c'), true],
  ['two children of one parent', [at('b', 'a')], at('c', 'a'), false],
  ['two ways to one ancestor', [at('b', 'a'), at('c', 'a'), at('d', 'b')], at('d', 'c'), false],
])('%s', (_what, descents, added, circles) => {
  expect(wouldCircle(descents, added)).toBe(circles);
});

/** The plainest answer: can the child be reached from itself, along any path of the ties? */
function reaches(descents: readonly Descent[], from: string, to: string, steps: number): boolean {
  return (
    steps > 0 &&
    descents.some(
      ({ child, parent }) => child === from && (parent === to || reaches(descents, parent, to, steps - 1)),
    )
  );
}

it('never lets a document become its own ancestor, in whatever order ties are asked for', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  fc.assert(
    fc.property(fc.array(fc.tuple(name, name), { maxLength: 25 }), (asked) => {
      const made: Descent[] = [];
      for (const [child, parent] of asked) {
        const circles = wouldCircle(made, { child, parent });
        const after = [...made, { child, parent }];
        expect(circles).toBe(reaches(after, child, child, 7));
        if (!circles) made.push({ child, parent });
      }
    }),
  );
});
