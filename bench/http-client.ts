import { connect, type Socket } from 'node:net';

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/**
 * The least there can be of an HTTP client: one connection, one request at a time. The server is what is measured, and
 * a client that works hard would take its processor.
 */
export class HttpClient {
  private readonly socket: Socket;
  private received = '';
  private waiting: { resolve(answer: Answer): void; reject(error: Error): void } | null = null;

  constructor(port: number) {
    this.socket = connect(port, '127.0.0.1').setNoDelay(true).setEncoding('utf8');
    this.socket.on('data', (text: string) => this.take(text));
    this.socket.on('error', (error) => this.waiting?.reject(error));
    this.socket.on('close', () => this.waiting?.reject(new Error('the server closed the connection')));
  }

  /** Posts JSON. At most one request at a time. */
  post(path: string, headers: Readonly<Record<string, string>>, body: string): Promise<Answer> {
    const all = {
      Host: '127.0.0.1',
      'Content-Type': 'application/json',
      'Content-Length': String(Buffer.byteLength(body)),
    };
    const lines = Object.entries({ ...all, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
    });
  }

  close(): void {
    this.waiting = null;
    this.socket.destroy();
  }

  /** Answers here are short and carry Content-Length; their bodies are ASCII, so characters are bytes. */
  private take(text: string): void {
    this.received += text;
    const end = this.received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.received.slice(0, end);
    const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
    if (this.received.length < end + 4 + length) return;
    const body = this.received.slice(end + 4, end + 4 + length);
    this.received = this.received.slice(end + 4 + length);
    const waiting = this.waiting;
    this.waiting = null;
    waiting?.resolve({ status: Number(head.slice(9, 12)), body });
  }
}
