/** What sign-in must know of the installation and cannot find in the database. */
export interface Installation {
  /** The address people use: passkeys are bound to it, links begin with it, https makes the cookie secure. */
  readonly publicUrl: string;
  /** 32 bytes that lie outside the database: encrypts one-time code secrets, signs challenges, keys short hashes. */
  readonly secretKey: Buffer;
  /** Whether anyone may take on a role with one click. Only `npm run demo` says so. */
  readonly isDemo: boolean;
  readonly version: string;
}

let installation: Installation | undefined;

/** Tells, once at start, which installation this process serves. */
export function serveInstallation(value: Installation): void {
  installation = value;
}

/** The installation this process serves. @throws before {@link serveInstallation} */
export function theInstallation(): Installation {
  if (installation === undefined) throw new Error('the installation has not been told to the process');
  return installation;
}
