import { createServer, type Socket } from 'node:net';
import { tokenIn } from './imap-server.ts';

/** A mail that the server accepted: its envelope, and all that stood after DATA. */
interface ReceivedMail {
  readonly from: string;
  readonly to: string;
  readonly data: string;
}

/** A mail server on this machine, as small as RFC 5321 lets one be. */
export interface SmtpServer {
  readonly port: number;
  readonly received: ReceivedMail[];
  /** What RCPT is answered with, by address; 250 when nothing is said. */
  readonly answers: Map<string, string>;
  readonly state: {
    acceptsSignIn: boolean;
    /** The access token that is let in; null: the server knows no tokens. */
    token: string | null;
    connections: number;
  };
  close(): Promise<void>;
}

/** Starts one on a free port of the loopback. It offers no encryption. */
export async function smtpServer(): Promise<SmtpServer> {
  const received: ReceivedMail[] = [];
  const answers = new Map<string, string>();
  const state: SmtpServer['state'] = { acceptsSignIn: true, token: null, connections: 0 };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    state.connections++;
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    converse(socket, { received, answers, state });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    received,
    answers,
    state,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function converse(
  socket: Socket,
  { received, answers, state }: Pick<SmtpServer, 'received' | 'answers' | 'state'>,
) {
  let [input, from, to, isData] = ['', '', '', false];
  const say = (line: string) => socket.write(`${line}\r\n`);
  const hear = (line: string) => {
    const [, address = ''] = /<([^>]*)>/.exec(line) ?? [];
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO')
      say(`250-prov\r\n250-AUTH ${state.token === null ? 'PLAIN' : 'XOAUTH2'}\r\n250 8BITMIME`);
    else if (verb === 'AUTH' && state.token !== null)
      // As Exchange Online does: at once, and without the words that a token is refused with elsewhere.
      say(
        tokenIn(line.split(' ')[2] ?? '') === state.token
          ? '235 2.7.0 in'
          : '535 5.7.3 Authentication unsuccessful hemligt',
      );
    else if (verb === 'AUTH') say(state.acceptsSignIn ? '235 in' : '535 wrong password hemligt');
    else if (verb === 'RCPT') {
      to = address;
      say(answers.get(address) ?? '250 ok');
    } else if (verb === 'DATA') {
      isData = true;
      say('354 go on');
    } else if (verb === 'STAR') say('502 no encryption here');
    else if (verb === 'QUIT') socket.end('221 bye\r\n');
    else {
      if (verb === 'MAIL') from = address;
      say('250 ok');
    }
  };
  socket.setEncoding('utf8').on('data', (text: string) => {
    input += text;
    for (;;) {
      const end = input.indexOf(isData ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const part = input.slice(0, end);
      input = input.slice(end + (isData ? 5 : 2));
      if (!isData) hear(part);
      else {
        isData = false;
        received.push({ from, to, data: part });
        say('250 taken');
      }
    }
  });
  say('220 prov');
}
