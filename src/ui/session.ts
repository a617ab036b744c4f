import { useNamedView, type ViewState } from './hooks.ts';
import type { Language } from '../kernel/texts.ts';

/** Who is here, and where: what the shell needs to know. The answer of the view `session.current`. */
export type Session = {
  readonly signedIn: boolean;
  readonly person?: { readonly id: string; readonly name: string };
  /** `name` is the office in words, in the person's language; `scopeName` is empty for the whole municipality. */
  readonly offices: readonly {
    readonly office: string;
    readonly name: string;
    readonly scopeName: string;
  }[];
  readonly language: Language;
  readonly municipality: { readonly name: string; readonly logo: null; readonly accent: string | null };
  /** `needed` until the guided first visit is done. */
  readonly setup: 'needed' | 'done';
  readonly version: string;
};

/** The session of this browser. */
export function useSession(): ViewState<Session> {
  return useNamedView<Session>('session.current');
}
