import { request as requestPlain } from 'node:http';
import { request, type RequestOptions } from 'node:https';
import { finished } from 'node:stream/promises';

/** The most that is read of an answer, in bytes. */
const largestAnswer = 64 * 1024;

/** The answer was longer than anybody needs it to be. */
export class AnswerTooLarge extends Error {}

interface PostOptions {
  readonly headers: Readonly<Record<string, string>>;
  /** Certificates to trust besides the usual ones; for tests. */
  readonly ca?: string | undefined;
  /** How long (ms) the whole may take. */
  readonly timeout?: number | undefined;
  /** How the name of the server is looked up, where not every address will do. */
  readonly lookup?: RequestOptions['lookup'];
}

/**
 * Posts a text and reads the answer whole: no redirects, no long answers, and not for ever. http where the address says so: whoever calls
 * has said which addresses will do. @throws AnswerTooLarge, or what the connection failed of
 */
export function postText(
  url: URL,
  text: string,
  { headers, ca, timeout = 10_000, lookup }: PostOptions,
): Promise<{ readonly status: number; readonly body: string }> {
  const content = Buffer.from(text);
  return new Promise((resolve, reject) => {
    const asked = (url.protocol === 'http:' ? requestPlain : request)(
      url,
      {
        method: 'POST',
        agent: false,
        signal: AbortSignal.timeout(timeout),
        headers: { ...headers, 'content-length': content.length, 'user-agent': 'Varna' },
        minVersion: 'TLSv1.2',
        ...(lookup === undefined ? {} : { lookup }),
        ...(ca === undefined ? {} : { ca }),
      },
      (response) => {
        const parts: Buffer[] = [];
        let length = 0;
        response.on('data', (part: Buffer) => {
          length += part.length;
          if (length > largestAnswer) response.destroy(new AnswerTooLarge());
          else parts.push(part);
        });
        finished(response).then(
          () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
          reject,
        );
      },
    );
    asked.on('error', reject);
    asked.end(content);
  });
}
