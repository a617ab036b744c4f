// A change of page inside the browser is silent to a screen reader. The heading of the new page takes focus
// once, after the path has changed; not at the first load, where the browser itself reads from the top.
// Whoever has gone on meanwhile, to the menu or into the search, keeps the place she has reached.
interface Change {
  /** What had the focus when the change began: most often the link that was followed. */
  readonly from: Element | null;
  /** Whether anything has been pressed since. A focus that moves by itself, as from a menu that shuts, is nobody's. */
  hasPressed: boolean;
  readonly forget: () => void;
}

let awaited: Change | undefined;

/** Says that the path has just changed: the next heading shown takes focus. */
export function awaitHeading(): void {
  awaited?.forget();
  const listening = new AbortController();
  const change: Change = {
    from: document.activeElement,
    hasPressed: false,
    forget: () => listening.abort(),
  };
  const options = { capture: true, signal: listening.signal };
  const notice = () => {
    change.hasPressed = true;
  };
  document.addEventListener('keydown', notice, options);
  document.addEventListener('pointerdown', notice, options);
  awaited = change;
}

/** Gives the heading focus if a change of page is waiting for it, and nobody has moved the focus on since. */
export function takeFocusAfterNavigation(heading: HTMLElement): void {
  if (awaited === undefined) return;
  const { from, hasPressed, forget } = awaited;
  awaited = undefined;
  forget();
  const here = document.activeElement;
  const isWhereItLay = here === null || here === document.body || here === from;
  if (isWhereItLay || !hasPressed) heading.focus({ preventScroll: true });
}
