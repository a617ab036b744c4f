// A change of page inside the browser is silent to a screen reader. The heading of the new page takes focus
// once, after the path has changed; not at the first load, where the browser itself reads from the top.
let isAwaited = false;

/** Says that the path has just changed: the next heading shown takes focus. */
export function awaitHeading(): void {
  isAwaited = true;
}

/** Gives the heading focus if a change of page is waiting for it. */
export function takeFocusAfterNavigation(heading: HTMLElement): void {
  if (!isAwaited) return;
  isAwaited = false;
  heading.focus({ preventScroll: true });
}
