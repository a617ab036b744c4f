import { type ComponentType, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useRouterState } from '@tanstack/react-router';
import { Cross, Lines } from '../icons.tsx';
import { useLanguage, useLanguageState, useTexts } from '../language.tsx';
import { Link } from '../link.tsx';
import {
  type FooterEntry,
  homePath,
  type LeavingProps,
  type NavigationEntry,
  reportPath,
} from '../routing.ts';
import { type Session, useSession } from '../session.ts';
import { useErasedAtSignOut } from '../../offline/use-kept.ts';
import { usePrintTold } from '../printed.ts';
import { uiTexts } from '../ui.texts.ts';
import { Account } from './account.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Navigation } from './navigation.tsx';
import './shell.css';
import './navigation.css';

type ShellProps = {
  readonly navigation: readonly NavigationEntry[];
  readonly footer: readonly FooterEntry[];
  readonly feet: readonly ComponentType[];
  readonly leaving: readonly ComponentType<LeavingProps>[];
  readonly children: ReactNode;
};

/** What stands around every page: skip link, head with menu, main, foot. */
export function Shell({ navigation, footer, feet, leaving, children }: ShellProps) {
  const { data: session } = useSession();
  const texts = useTexts(uiTexts);
  useMunicipality(session);
  usePrintTold();
  useErasedAtSignOut(session);
  return (
    <div className="shell">
      <header className="shell-head">
        <a className="skip-link" href="#content">
          {texts.skipToContent}
        </a>
        <Head session={session} navigation={navigation} leaving={leaving} />
      </header>
      <main id="content" tabIndex={-1} className="shell-main shell-width">
        {children}
      </main>
      <Foot session={session} footer={footer} feet={feet} />
    </div>
  );
}

function Head(props: {
  readonly session: Session | undefined;
  readonly navigation: readonly NavigationEntry[];
  readonly leaving: readonly ComponentType<LeavingProps>[];
}) {
  const { session, navigation, leaving } = props;
  const texts = useTexts(uiTexts);
  const [isOpen, setOpen] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => setOpen(false), [path]);
  return (
    <div className="shell-width">
      <div className="shell-top">
        <Link className="wordmark" to={session?.signedIn === true ? homePath : '/'}>
          <Mark />
          <span className="wordmark-name">{texts.product}</span>
          {session === undefined || session.municipality.name === '' ? null : (
            <span className="wordmark-place">{session.municipality.name}</span>
          )}
        </Link>
        <Link className="shell-report" to={reportPath}>
          {texts.report}
        </Link>
        <LanguageSwitch />
        <div className="shell-account">
          {session === undefined ? null : <Account session={session} leaving={leaving} />}
        </div>
        <button
          type="button"
          className="shell-button shell-menu-button"
          aria-expanded={isOpen}
          aria-label={isOpen ? texts.closeMenu : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? <Cross /> : <Lines />}
          {texts.menu}
        </button>
      </div>
      {session === undefined ? null : (
        <nav className="shell-nav" aria-label={texts.mainNavigation} data-open={isOpen ? '' : undefined}>
          <ul>
            <Navigation entries={navigation} session={session} />
            <li className="shell-account">
              <Account session={session} leaving={leaving} />
            </li>
          </ul>
        </nav>
      )}
    </div>
  );
}

type FootProps = Pick<ShellProps, 'footer' | 'feet'> & { readonly session: Session | undefined };

function Foot(props: FootProps) {
  const language = useLanguage();
  const texts = useTexts(uiTexts);
  return (
    <footer className="shell-foot">
      {/* Before the first visit is done there is nobody to turn to. */}
      {props.session?.setup === 'done' ? (
        <Suspense fallback={null}>
          {props.feet.map((FootLine, index) => (
            <FootLine key={index} />
          ))}
        </Suspense>
      ) : null}
      <ul className="shell-width">
        {props.footer.map((entry) => (
          <li key={entry.to}>
            <Link to={entry.to}>{entry.label[language]}</Link>
          </li>
        ))}
        <li>{props.session === undefined ? texts.product : texts.version(props.session.version)}</li>
      </ul>
    </footer>
  );
}

/** Takes the installation's language where none is chosen, and the municipality's colour. */
function useMunicipality(session: Session | undefined): void {
  const { isChosen, adopt } = useLanguageState();
  const accent = session?.municipality.accent ?? null;
  const given = session?.language;
  useEffect(() => {
    if (!isChosen && given !== undefined) adopt(given);
  }, [isChosen, given, adopt]);
  useEffect(() => {
    const root = document.documentElement;
    root.toggleAttribute('data-brand', accent !== null);
    if (accent === null) root.style.removeProperty('--brand');
    else root.style.setProperty('--brand', accent);
  }, [accent]);
}

/** The mark: a page in a shield's keeping. */
function Mark() {
  return (
    <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" focusable="false">
      <path d="M4 3h18v10.5c0 5-3.6 8.2-9 10.5-5.4-2.3-9-5.5-9-10.5z" fill="currentColor" />
      <path d="M8.5 8.5h9M8.5 12h9M8.5 15.5h5.5" stroke="var(--paper-raised)" strokeWidth="1.5" />
    </svg>
  );
}
