import { useParams } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { Language } from '../kernel/texts.ts';
import type { Session } from './session.ts';

/** Where the signed-in person lands. */
export const homePath = '/att-gora';

/** Where the signed-out person is sent; `till` in the search says where to go afterwards. */
export const signInPath = '/logga-in';

/** Where anybody reports what has gone wrong: one tap away from every page, also signed out. */
export const reportPath = '/rapportera';

/** One page. Its file has the component as default export and is fetched when first visited. */
export type PageDefinition = {
  /** Swedish path; `$id` stands for a part read with `useRouteParameter('id')`. */
  readonly path: string;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
  /**
   * `signedIn` (what nothing said means): others are sent to sign in. `open`: anyone. `setup`: anyone, and
   * everyone else is sent here until the installation has been set up.
   */
  readonly access?: 'signedIn' | 'open' | 'setup';
  /**
   * The page shows how things stood when the address says `?asOf=`: a banner says so, its views are asked so, and what
   * changes anything is off. `itself`: the page says so in a way of its own.
   */
  readonly past?: true | 'itself';
};

/** A line of the main menu. */
export type NavigationEntry = {
  readonly to: string;
  readonly label: Readonly<Record<Language, string>>;
  /** Lines are ordered by this number: Att göra 10, Policyn 20, registers 30, … */
  readonly order: number;
  /** Lines of a group share one button: `Register ▾`, `Uppföljning ▾`, `Förvalta ▾`. */
  readonly group?: 'registers' | 'followUp' | 'administration';
  /** Whether to show it; without it, to everyone signed in. */
  readonly isShown?: (session: Session) => boolean;
};

/** A line of the footer. */
export type FooterEntry = { readonly to: string; readonly label: Readonly<Record<Language, string>> };

/** What a slice shows the browser: exported from its `pages/routes.tsx`, listed in `src/web.tsx`. */
export type Pages = {
  readonly pages: readonly PageDefinition[];
  readonly navigation?: readonly NavigationEntry[];
  readonly footer?: readonly FooterEntry[];
  /** What stands above the footer's lines on every page: whom to turn to. It says nothing while it has nothing to say. */
  readonly foot?: ComponentType;
  /** Asked when somebody signs out: sees to what the slice keeps of hers on the device, and then says that she may leave. */
  readonly leaving?: ComponentType<LeavingProps>;
};

/** Who is about to sign out, and what follows: she leaves, or she stays after all. */
export interface LeavingProps {
  readonly personId: string;
  readonly onLeave: () => void;
  readonly onStay: () => void;
}

/** A part of the page's path, as `id` of `/register/system/$id`. */
export function useRouteParameter(name: string): string {
  const parameters: Record<string, unknown> = useParams({ strict: false });
  const value = parameters[name];
  if (typeof value !== 'string') throw new Error(`the page's path has no $${name}`);
  return value;
}
