/** The few drawn signs of the interface. All are decoration: words beside them carry the meaning. */

function Icon({ path }: { readonly path: string }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" fill="none" aria-hidden="true" focusable="false">
      <path d={path} stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

/** Points down: something opens here. Turned by css when it is open. */
export function Chevron() {
  return <Icon path="M4 6.2 8 10l4-3.8" />;
}

/** Takes something away or shuts it. */
export function Cross() {
  return <Icon path="m4 4 8 8m0-8-8 8" />;
}

/** Three lines: the menu on a narrow screen. */
export function Lines() {
  return <Icon path="M2 4h12M2 8h12M2 12h12" />;
}

/** A sheet of a calendar. */
export function CalendarSheet() {
  return <Icon path="M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v3m5-3v3" />;
}

/** A choice made. */
export function Tick() {
  return <Icon path="m3 8.5 3.2 3.2L13 4.6" />;
}
