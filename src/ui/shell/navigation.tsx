import { useRouterState } from '@tanstack/react-router';
import { compareSwedish } from '../../kernel/format.ts';
import { useLanguage, useTexts } from '../language.tsx';
import { Link } from '../link.tsx';
import type { NavigationEntry } from '../routing.ts';
import type { Session } from '../session.ts';
import { uiTexts } from '../ui.texts.ts';
import { Opener } from './opener.tsx';

type Line =
  | { readonly kind: 'entry'; readonly order: number; readonly entry: NavigationEntry }
  | {
      readonly kind: 'group';
      readonly order: number;
      readonly group: NonNullable<NavigationEntry['group']>;
      readonly entries: readonly NavigationEntry[];
    };

/** Orders the entries a session may see; those of a group become one line where the first of them stands. */
export function navigationLines(entries: readonly NavigationEntry[], session: Session): readonly Line[] {
  const shown = entries.filter((entry) => entry.isShown?.(session) ?? session.signedIn);
  const lines: Line[] = shown
    .filter((entry) => entry.group === undefined)
    .map((entry) => ({ kind: 'entry', order: entry.order, entry }));
  for (const group of ['registers', 'followUp', 'administration'] as const) {
    const own = shown.filter((entry) => entry.group === group).sort((a, b) => a.order - b.order);
    const first = own[0];
    if (first !== undefined) lines.push({ kind: 'group', order: first.order, group, entries: own });
  }
  return lines.sort((a, b) => a.order - b.order || compareSwedish(keyOf(a), keyOf(b)));
}

/** The lines of the main menu, as list items. */
export function Navigation(props: {
  readonly entries: readonly NavigationEntry[];
  readonly session: Session;
}) {
  const language = useLanguage();
  const texts = useTexts(uiTexts);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const item = (entry: NavigationEntry) => (
    <li key={entry.to}>
      <Link to={entry.to} aria-current={isWithin(path, entry.to) ? 'page' : undefined}>
        {entry.label[language]}
      </Link>
    </li>
  );
  return navigationLines(props.entries, props.session).map((line) =>
    line.kind === 'entry' ? (
      item(line.entry)
    ) : (
      <li key={line.group}>
        <Opener label={texts[line.group]} isCurrent={line.entries.some((entry) => isWithin(path, entry.to))}>
          {line.entries.map(item)}
        </Opener>
      </li>
    ),
  );
}

/** Whether a path is the entry's page or lies below it. */
export function isWithin(path: string, to: string): boolean {
  return path === to || path.startsWith(`${to}/`);
}

function keyOf(line: Line): string {
  return line.kind === 'entry' ? line.entry.to : line.group;
}
