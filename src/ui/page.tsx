import { lazy, type ReactNode, Suspense, useEffect, useId, useRef, useState } from 'react';
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx';
import type { MenuAction } from './menu.tsx';
import { useTexts } from './language.tsx';
import './page.css';
import { takeFocusAfterNavigation } from './page-focus.ts';
import { PastBanner } from './past-banner.tsx';
import { usePast } from './past.ts';
import { uiTexts } from './ui.texts.ts';

// The menu brings positioning and collections with it; a page without one does not pay for them.
const Menu = lazy(async () => ({ default: (await import('./menu.tsx')).MoreMenu }));
const PastDialog = lazy(async () => ({ default: (await import('./past-dialog.tsx')).PastDialog }));

type PageProps = {
  /** The page's only h1, and the window's title. */
  readonly title: string;
  /** One sentence that says what the page is for. */
  readonly lead?: ReactNode;
  readonly breadcrumbs?: readonly Crumb[];
  /** State of a record, as a mark or a short line under the title. */
  readonly state?: ReactNode;
  /** The one primary action: a `Button` or `LinkButton` with look `primary`. */
  readonly primary?: ReactNode;
  readonly more?: readonly MenuAction[];
  /** History and the like: the right column on wide screens, below on narrow ones. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

/** The bones of every page: the way here, heading, lead sentence, what can be done, content. */
export function Page(props: PageProps) {
  const { title, lead, breadcrumbs = [], state, primary, more = [], aside, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} – Värna`;
  }, [title]);
  useEffect(() => {
    if (heading.current !== null) takeFocusAfterNavigation(heading.current);
  }, []);

  const past = usePast();
  const texts = useTexts(uiTexts);
  const [isAsking, setAsking] = useState(false);
  const whyOff = ({ to, disabledReason }: MenuAction) =>
    disabledReason ?? (to === undefined || past.isChange(to) ? texts.pastShown : undefined);
  const actions = [
    ...(past.asOf === undefined ? more : more.map((one) => ({ ...one, disabledReason: whyOff(one) }))),
    ...(past.isOffered
      ? [{ key: 'asItWas', label: texts.showAsItWas, onAction: () => setAsking(true) }]
      : []),
  ];
  const hasActions = (primary !== undefined && primary !== null) || actions.length > 0;
  return (
    <>
      <Breadcrumbs crumbs={breadcrumbs} />
      <PastBanner />
      {isAsking ? (
        <Suspense fallback={null}>
          <PastDialog day={past.asOf?.slice(0, 10) ?? ''} onClose={() => setAsking(false)} />
        </Suspense>
      ) : null}
      <div className="page-head">
        <div className="page-words">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead === undefined ? null : <p className="page-lead">{lead}</p>}
          {state === undefined ? null : <div className="page-state">{state}</div>}
        </div>
        {hasActions ? (
          <div className="page-actions">
            {primary}
            {actions.length > 0 ? (
              <Suspense fallback={null}>
                <Menu actions={actions} />
              </Suspense>
            ) : null}
          </div>
        ) : null}
      </div>
      <div className="page-columns" data-aside={aside === undefined ? undefined : ''}>
        <div className="page-body">{children}</div>
        {aside === undefined ? null : <aside className="page-aside">{aside}</aside>}
      </div>
    </>
  );
}

type SectionProps = {
  /** Where a link leads within the page. */
  readonly id?: string;
  readonly title: string;
  readonly lead?: ReactNode;
  /** A small action or link at the heading's right. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

/** A part of a page under its own h2. */
export function Section({ id, title, lead, action, children }: SectionProps) {
  const headingId = useId();
  return (
    <section id={id} aria-labelledby={headingId}>
      <div className="section-head">
        <h2 id={headingId}>{title}</h2>
        {action}
      </div>
      {lead === undefined ? null : <p className="section-lead">{lead}</p>}
      <div className="section-body">{children}</div>
    </section>
  );
}
