/** What this browser can be recognised by in a list of sessions: `Firefox, Linux`. */
export function deviceName(): string {
  const { userAgent } = navigator;
  const browsers = [
    ['Edg/', 'Edge'],
    ['OPR/', 'Opera'],
    ['Firefox/', 'Firefox'],
    ['Chrome/', 'Chrome'],
    ['Safari/', 'Safari'],
  ] as const;
  const systems = [
    ['Android', 'Android'],
    ['iPhone', 'iPhone'],
    ['iPad', 'iPad'],
    ['Windows', 'Windows'],
    ['Mac OS', 'Mac'],
    ['Linux', 'Linux'],
  ] as const;
  const find = (list: readonly (readonly [string, string])[]) =>
    list.find(([mark]) => userAgent.includes(mark))?.[1];
  return [find(browsers), find(systems)].filter((one) => one !== undefined).join(', ');
}

/** What follows # in the address: a secret that no server was sent. */
export function fragment(): string {
  return window.location.hash.slice(1);
}

/** Where to go after signing in: only within this very site. */
export function safeReturn(wanted: string | null, otherwise: string): string {
  return wanted !== null && /^\/(?![/\\])/.test(wanted) ? wanted : otherwise;
}
