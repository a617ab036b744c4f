import { spawn } from 'node:child_process';

/**
 * What looking for malware came to. `unscanned`: nothing is set up to look. `waiting`: something is and could not, so that nobody is
 * given the file until it can.
 */
export const scanStandings = ['clean', 'unscanned', 'waiting', 'quarantined'] as const;
export interface Scanned {
  readonly standing: (typeof scanStandings)[number];
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
const usualPatience = 60_000;

let scanning: Scan | null = null;

/**
 * Tells, once at start, the command that looks for malware, as `clamdscan --no-summary -`, and how long it may take (ms); null:
 * there is none.
 */
export function scanThrough(command: string | null, patience = usualPatience): void {
  scanning = command === null ? null : (bytes) => scanBy(command, patience, bytes);
}

/** Looks for malware in a file: for the test file always, and with the command that is set up, where there is one. */
export async function scanFile(bytes: Buffer): Promise<Scanned> {
  if (bytes.includes(testFile)) return { standing: 'quarantined', finding: 'EICAR' };
  return scanning === null ? { standing: 'unscanned', finding: '' } : scanning(bytes);
}

/**
 * Runs a command that reads the file from its standard input: 0 says clean, 1 says malware, and anything else that it could
 * not look. That is the convention of clamdscan and of those made to be like it. The command is run without a shell, and one that
 * takes too long is ended and not waited for, whatever it has started itself.
 */
async function scanBy(command: string, patience: number, bytes: Buffer): Promise<Scanned> {
  const [program = '', ...words] = command.split(/\s+/);
  return new Promise((resolve) => {
    const failed: Scanned = { standing: 'waiting', finding: 'error' };
    const child = spawn(program, words, { stdio: ['pipe', 'pipe', 'ignore'] });
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      resolve(failed);
    }, patience);
    const settle = (scanned: Scanned) => {
      clearTimeout(late);
      resolve(scanned);
    };
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(0, 500);
    });
    // A scanner that has seen enough stops reading: that is its answer and no fault.
    child.stdin.on('error', () => undefined);
    child.on('error', () => settle(failed));
    child.on('close', (code) => {
      const finding = said.split('\n', 1)[0]?.trim() ?? '';
      if (code === 0) settle({ standing: 'clean', finding: '' });
      else settle(code === 1 ? { standing: 'quarantined', finding } : failed);
    });
    child.stdin.end(bytes);
  });
}
