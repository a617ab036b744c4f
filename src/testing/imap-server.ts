import { createServer, type Socket } from 'node:net';

/** A letter in a folder. */
interface LyingLetter {
  readonly uid: number;
  readonly bytes: Buffer;
  readonly receivedAt: Date;
  readonly flags: Set<string>;
}

interface Folder {
  uidValidity: number;
  nextUid: number;
  letters: LyingLetter[];
}

/** A mailbox on this machine, as small as RFC 3501 lets one be: what a client needs to find, read, mark and move letters. */
export interface ImapServer {
  readonly port: number;
  readonly folders: Map<string, Folder>;
  readonly state: {
    acceptsSignIn: boolean;
    /** The access token that is let in; null: the server knows no tokens. */
    token: string | null;
    /** Does a token open no mailbox? As Exchange Online: it is taken, and after two commands the connection is cut. */
    shutsOut: boolean;
    /** The connection is cut when this command comes. */
    breaksAt: string;
    readonly commands: string[];
  };
  /** Puts a letter in a folder, as when it is delivered. */
  deliver(letter: string | Buffer, receivedAt: Date, folder?: string): number;
  close(): Promise<void>;
}

/** Starts one on a free port of the loopback, with an inbox and a folder `Klara`. It offers no encryption. */
export async function imapServer(): Promise<ImapServer> {
  const folders = new Map<string, Folder>(
    ['INBOX', 'Klara'].map((name) => [name, { uidValidity: 1, nextUid: 1, letters: [] }]),
  );
  const state: ImapServer['state'] = {
    acceptsSignIn: true,
    token: null,
    shutsOut: false,
    breaksAt: '',
    commands: [],
  };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    converse(socket, folders, state);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    folders,
    state,
    deliver: (letter, receivedAt, name = 'INBOX') => {
      const folder = folders.get(name);
      if (folder === undefined) throw new Error(`no folder ${name}`);
      const uid = folder.nextUid++;
      const bytes = Buffer.isBuffer(letter) ? letter : Buffer.from(letter.replace(/\r?\n/g, '\r\n'), 'utf8');
      folder.letters.push({ uid, bytes, receivedAt, flags: new Set() });
      return uid;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

type Folders = ImapServer['folders'];

function converse(socket: Socket, folders: Folders, state: ImapServer['state']): void {
  let input = '';
  let selected: Folder | undefined;
  // What is awaited of one who signs in with a token, and how many commands one who is shut out has left.
  let awaited: { readonly tag: string; readonly isRefused: boolean } | null = null;
  let left = Number.POSITIVE_INFINITY;
  const say = (line: string) => socket.write(`${line}\r\n`);
  const capabilities = () =>
    `IMAP4rev1 UIDPLUS MOVE${state.token === null ? '' : ' NAMESPACE SASL-IR AUTH=XOAUTH2'}`;
  const showToken = (tag: string, given: string) => {
    awaited = null;
    if (given === '') awaited = { tag, isRefused: false };
    else if (tokenIn(given) !== state.token) awaited = { tag, isRefused: true };
    else if (state.shutsOut) left = 2;
    say(awaited === null ? `${tag} OK in` : `+ ${awaited.isRefused ? refusedToken : ''}`);
  };
  const hear = (line: string) => {
    if (awaited?.isRefused === true) {
      say(`${awaited.tag} NO AUTHENTICATE failed.`);
      awaited = null;
      return;
    }
    if (awaited !== null) return showToken(awaited.tag, line);
    const [, tag = '', command = '', rest = ''] = /^(\S+) ((?:UID )?\S+) ?(.*)$/i.exec(line) ?? [];
    const verb = command.toUpperCase();
    state.commands.push(verb);
    if (verb === state.breaksAt) return void socket.destroy();
    if (verb === 'AUTHENTICATE' && state.token !== null) return showToken(tag, wordsOf(rest)[1] ?? '');
    if (Number.isFinite(left) && verb !== 'CAPABILITY') {
      say(`${tag} BAD User is authenticated but not connected.`);
      left--;
      return left > 0 ? undefined : void socket.end('* BYE Connection closed. 14\r\n');
    }
    if (verb === 'LOGIN' && !state.acceptsSignIn)
      return void say(`${tag} NO [AUTHENTICATIONFAILED] wrong hemligt`);
    if (verb === 'SELECT' || verb === 'EXAMINE') {
      selected = folders.get(wordsOf(rest)[0] ?? '');
      if (selected === undefined) return void say(`${tag} NO [NONEXISTENT] no such folder`);
      say(`* ${selected.letters.length} EXISTS\r\n* 0 RECENT\r\n* FLAGS (\\Seen \\Flagged \\Deleted)`);
      say(`* OK [UIDVALIDITY ${selected.uidValidity}] ok\r\n* OK [UIDNEXT ${selected.nextUid}] ok`);
    } else if (verb === 'CAPABILITY') say(`* CAPABILITY ${capabilities()}`);
    else if (verb === 'LIST' || verb === 'LSUB') list(folders, rest, say);
    else if (selected !== undefined && verb.startsWith('UID ')) {
      const refused = inFolder(selected, folders, verb.slice(4), rest, socket);
      if (refused !== null) return void say(`${tag} NO ${refused}`);
    }
    if (verb === 'LOGOUT') return void socket.end(`* BYE\r\n${tag} OK bye\r\n`);
    say(`${tag} OK done`);
  };
  socket.setEncoding('utf8').on('data', (text: string) => {
    input += text;
    for (let end = input.indexOf('\r\n'); end >= 0; end = input.indexOf('\r\n')) {
      const line = input.slice(0, end);
      input = input.slice(end + 2);
      hear(line);
    }
  });
  say(`* OK [CAPABILITY ${capabilities()}] prov`);
}

/** What a server says of a token that it refuses, before it refuses the sign-in. */
const refusedToken = Buffer.from('{"status":"400","schemes":"Bearer","secret":"hemligt"}').toString('base64');

/** The token in what is shown of one (XOAUTH2); empty where there is none. */
export function tokenIn(shown: string): string {
  const told = Buffer.from(shown, 'base64').toString();
  return /^user=[^\x01]+\x01auth=Bearer ([^\x01]+)\x01\x01$/.exec(told)?.[1] ?? '';
}

function wordsOf(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

function list(folders: Folders, asked: string, say: (line: string) => void): void {
  const [, pattern = ''] = wordsOf(asked);
  for (const name of folders.keys())
    if (pattern === '*' || pattern === '%' || pattern === name) say(`* LIST () "/" "${name}"`);
  if (pattern === '') say('* LIST (\\Noselect) "/" ""');
}

/** What is done in a folder, by the numbers of letters; a sentence when it is refused. */
function inFolder(
  folder: Folder,
  folders: Folders,
  verb: string,
  rest: string,
  socket: Socket,
): string | null {
  if (verb === 'SEARCH') {
    socket.write(`* SEARCH ${folder.letters.map(({ uid }) => uid).join(' ')}\r\n`);
    return null;
  }
  const chosen = folder.letters.filter(({ uid }) => isIn(uid, rest.split(' ', 1)[0] ?? ''));
  if (verb === 'FETCH') for (const letter of chosen) fetched(letter, folder, rest, socket);
  if (verb === 'STORE')
    for (const letter of chosen) for (const [flag] of rest.matchAll(/\\\w+/g)) letter.flags.add(flag);
  if (verb !== 'MOVE') return null;
  const target = folders.get(wordsOf(rest)[1] ?? '');
  if (target === undefined) return '[TRYCREATE] no such folder';
  for (const letter of chosen) {
    socket.write(`* ${folder.letters.indexOf(letter) + 1} EXPUNGE\r\n`);
    folder.letters = folder.letters.filter((one) => one !== letter);
    target.letters.push({ ...letter, uid: target.nextUid++ });
  }
  return null;
}

function isIn(uid: number, set: string): boolean {
  return set.split(',').some((part) => {
    const [from = '', to = from] = part.split(':');
    return uid >= Number(from) && (to === '*' || uid <= Number(to));
  });
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function fetched(
  { uid, bytes, receivedAt, flags }: LyingLetter,
  folder: Folder,
  asked: string,
  socket: Socket,
): void {
  const number = folder.letters.findIndex((one) => one.uid === uid) + 1;
  const [day, time] = [receivedAt.toISOString().slice(0, 10), receivedAt.toISOString().slice(11, 19)];
  const date = `${day.slice(8)}-${months[Number(day.slice(5, 7)) - 1]}-${day.slice(0, 4)} ${time} +0000`;
  const facts = `UID ${uid} FLAGS (${[...flags].join(' ')}) RFC822.SIZE ${bytes.length} INTERNALDATE "${date}"`;
  const [, isPart, most = ''] = /BODY(?:\.PEEK)?\[\](<0\.(\d+)>)?/.exec(asked) ?? [];
  if (!/BODY(?:\.PEEK)?\[\]/.test(asked)) return void socket.write(`* ${number} FETCH (${facts})\r\n`);
  const part = isPart === undefined ? bytes : bytes.subarray(0, Number(most));
  socket.write(`* ${number} FETCH (${facts} BODY[]${isPart === undefined ? '' : '<0>'} {${part.length}}\r\n`);
  socket.write(part);
  socket.write(')\r\n');
}
