import { createTransport } from 'nodemailer';
import type { ClaimedMail } from './mail.store.ts';
import { attemptOf, type Attempt, type Channel } from './mail.ts';
import { isLoopback, type SmtpSettings } from './smtp.ts';

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
  const { host, port, isImplicitTls, needsTls, user, password, from } = settings;
  const transport = createTransport({
    pool: true,
    maxConnections: connections,
    host,
    port,
    secure: isImplicitTls,
    requireTLS: needsTls && !isImplicitTls,
    ...(user === undefined || password === undefined ? {} : { auth: { user, pass: password } }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // What is sent is text that we made; nothing in it may make the library open a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
    // On this machine there is nobody on the way, and the certificate is often made by the machine itself.
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: !isLoopback(host) },
  });
  return {
    carries: 'mail',
    serverOf: () => host,
    send: async (mail) => {
      const attachments =
        mail.attachmentName === null || mail.attachmentText === null
          ? []
          : [{ filename: mail.attachmentName, content: mail.attachmentText, contentType: 'text/plain' }];
      try {
        await transport.sendMail({
          from: { name: 'Värna', address: from },
          to: mail.address,
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          attachments,
          messageId: `<${mail.id}@${from.split('@')[1] ?? 'varna'}>`,
          // No holiday answers, and no loops (RFC 3834 §5).
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return { outcome: 'accepted', code: 250 };
      } catch (error) {
        return attemptOf(error);
      }
    },
    close: () => transport.close(),
  };
}
