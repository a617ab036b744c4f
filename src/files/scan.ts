import { spawn } from 'node:child_process';

/** What looking for malware came to. `unscanned`: nothing is set up to look, or it could not. */
export interface Scanned {
  readonly standing: 'clean' | 'unscanned' | 'quarantined';
  /** What was found, or why it could not be looked for. */
  readonly finding: string;
}

/** Looks at the bytes of a file. */
export type Scan = (bytes: Buffer) => Promise<Scanned>;

/**
 * The test file that every scanner knows (EICAR). Written in two parts, so that this source is not itself taken for it. It is
 * always found, so that whoever sets up a scanner can see what happens before there is one.
 */
const testFile = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** How long a scanner may take (ms). */
const patience = 60_000;

let scanning: Scan | null = null;

/** Tells, once at start, the command that looks for malware, as `clamdscan --no-summary -`; null: there is none. */
export function scanThrough(command: string | null): void {
  scanning = command === null ? null : (bytes) => scanBy(command, bytes);
}

/** Looks for malware in a file: for the test file always, and with the command that is set up, where there is one. */
export async function scanFile(bytes: Buffer): Promise<Scanned> {
  if (bytes.includes(testFile)) return { standing: 'quarantined', finding: 'EICAR' };
  return scanning === null ? { standing: 'unscanned', finding: '' } : scanning(bytes);
}

/**
 * Runs a command that reads the file from its standard input: 0 says clean, 1 says malware, and anything else that it could
 * not look. That is the convention of clamdscan and of those made to be like it. The command is run without a shell.
 */
async function scanBy(command: string, bytes: Buffer): Promise<Scanned> {
  const [program = '', ...words] = command.split(/\s+/);
  return new Promise((resolve) => {
    const child = spawn(program, words, { stdio: ['pipe', 'pipe', 'ignore'], timeout: patience });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(0, 500);
    });
    // A scanner that has seen enough stops reading: that is its answer and no fault.
    child.stdin.on('error', () => undefined);
    child.on('error', () => resolve({ standing: 'unscanned', finding: 'error' }));
    child.on('close', (code) => {
      const finding = said.split('\n', 1)[0]?.trim() ?? '';
      if (code === 0) resolve({ standing: 'clean', finding: '' });
      else if (code === 1) resolve({ standing: 'quarantined', finding });
      else resolve({ standing: 'unscanned', finding: 'error' });
    });
    child.stdin.end(bytes);
  });
}
