import { createTransport, type SMTPPoolOptions, type Transporter } from 'nodemailer';
import type { ClaimedMail } from './mail.store.ts';
import { attemptOf, type Attempt, type Channel } from './mail.ts';
import { isLoopback } from './loopback.ts';
import type { SmtpSettings } from './smtp.ts';
import { Tokens } from './token.ts';

/** Hands mails to a server, or notices to push services. */
export interface MailTransport {
  readonly carries: Channel;
  /** Which server one goes to: when that is not to be had, the others to it wait. */
  serverOf(mail: ClaimedMail): string;
  /** Hands over one, and says how it went; throws nothing. */
  send(mail: ClaimedMail): Promise<Attempt>;
  close(): void;
}

/** Connections to the server at once. */
export const connections = 3;

/** Opens the way out. A server is connected to when there is something to send. */
export function openTransport(settings: SmtpSettings): MailTransport {
  const { host, from } = settings;
  const way = wayTo(settings);
  return {
    carries: 'mail',
    serverOf: () => host,
    send: (mail) => way.attempt((transport) => transport.sendMail(messageOf(mail, from))),
    close: () => way.close(),
  };
}

/** Signs in to the server and sends nothing, for whoever looks for why nothing arrives. Throws nothing. */
export async function tryTransport(settings: SmtpSettings): Promise<Attempt> {
  const way = wayTo(settings);
  try {
    return await way.attempt((transport) => transport.verify());
  } finally {
    way.close();
  }
}

/** The way to a server, and what comes of an attempt to go it: with a token where there is to be one. */
function wayTo(settings: SmtpSettings) {
  const tokens = settings.oauth === null ? null : new Tokens(settings.oauth);
  // What a new connection signs in with. One that is open goes on, for as long as the server lets it.
  let shown = '';
  const transport = transportTo(settings, () => shown);
  const attempt = async (work: (transport: Transporter) => Promise<unknown>): Promise<Attempt> => {
    try {
      await work(transport);
      return { outcome: 'accepted', code: 250 };
    } catch (error) {
      return attemptOf(error);
    }
  };
  return {
    attempt: (work: (transport: Transporter) => Promise<unknown>): Promise<Attempt> =>
      tokens === null
        ? attempt(work)
        : tokens.use<Attempt>({
            work: async (token) => {
              shown = token;
              const { outcome, code } = await attempt(work);
              // What the server says may pass (4xx) is said of itself, and not of the token.
              const isOfToken = outcome === 'signIn' && (code === null || code >= 500);
              return { outcome: isOfToken ? 'tokenNotAccepted' : outcome, code };
            },
            isRefused: ({ outcome }) => outcome === 'tokenNotAccepted',
            without: (outcome) => ({ outcome, code: null }),
          }),
    close: () => transport.close(),
  };
}

function transportTo(settings: SmtpSettings, token: () => string): Transporter {
  const { host, port, isImplicitTls, needsTls } = settings;
  return createTransport({
    pool: true,
    maxConnections: connections,
    host,
    port,
    secure: isImplicitTls,
    requireTLS: needsTls && !isImplicitTls,
    ...signInOf(settings, token),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // What is sent is text that we made; nothing in it may make the library open a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
    // On this machine there is nobody on the way, and the certificate is often made by the machine itself.
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: !isLoopback(host) },
  });
}

/** How the library signs in. It is given the token alone: it would fetch one itself, and would log parts of the secret. */
function signInOf(
  { user, password, oauth }: SmtpSettings,
  token: () => string,
): Pick<SMTPPoolOptions, 'auth'> {
  if (user === undefined) return {};
  if (oauth === null) return password === undefined ? {} : { auth: { user, pass: password } };
  const provisionCallback = (
    _user: string,
    isRefused: boolean,
    give: (error: Error | null, accessToken?: string) => void,
  ) => (isRefused ? give(new Error('the token was refused')) : give(null, token()));
  return { auth: { type: 'OAuth2', user, provisionCallback } };
}

function messageOf(mail: ClaimedMail, from: string) {
  const attachments =
    mail.attachmentName === null || mail.attachmentText === null
      ? []
      : [{ filename: mail.attachmentName, content: mail.attachmentText, contentType: 'text/plain' }];
  return {
    from: { name: 'Värna', address: from },
    to: mail.address,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    attachments,
    messageId: `<${mail.id}@${from.split('@')[1] ?? 'varna'}>`,
    // No holiday answers, and no loops (RFC 3834 §5).
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}
