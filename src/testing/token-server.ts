import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { OauthSettings } from '../mail/oauth.ts';

/** The secret that is let in; what a test looks for in all that is told. */
export const clientSecret = 'klientens+hemlighet&=å';

/** A sign-in service on this machine, as small as RFC 6749 §4.4 lets one be. */
export interface TokenServer {
  readonly settings: OauthSettings;
  /** The forms that have been posted. */
  readonly asked: URLSearchParams[];
  readonly state: {
    /** The token that is given next. */
    token: string;
    /** How long it lasts (s). */
    lasts: number | undefined;
    /** What is answered instead, as a test wants it. */
    answers: ((request: IncomingMessage, response: ServerResponse) => void) | null;
  };
  close(): Promise<void>;
}

/** Starts one on a free port of the loopback. It offers no encryption. */
export async function tokenServer(): Promise<TokenServer> {
  const asked: URLSearchParams[] = [];
  const state: TokenServer['state'] = { token: 'token-1', lasts: 3600, answers: null };
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      const form = new URLSearchParams(body);
      asked.push(form);
      if (state.answers !== null) return state.answers(request, response);
      const isKnown = form.get('client_id') === 'varna' && form.get('client_secret') === clientSecret;
      if (isKnown)
        answerJson(response, 200, {
          token_type: 'Bearer',
          expires_in: state.lasts,
          access_token: state.token,
        });
      else answerJson(response, 401, { error: 'invalid_client', error_description: `not ${body}` });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    settings: {
      tokenUrl: `http://127.0.0.1:${port}/prov/oauth2/v2.0/token`,
      clientId: 'varna',
      clientSecret,
      scope: 'https://outlook.office365.com/.default',
    },
    asked,
    state,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with JSON. */
export function answerJson(response: ServerResponse, status: number, said: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
}
