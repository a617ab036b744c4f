import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';

/** A certificate for localhost, 2020–2119, and its key, which protects nothing: it is only trusted where a test says so. */
export const localhostCertificate = `-----BEGIN CERTIFICATE-----
MIIBZzCCAQ2gAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
c3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMM
CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABEkaGhLEMQCISqSM
3IzGH6YloHrNsQ06W7jbAZb2w+VnGHcs7fx1DHOHvKB+4uGPVxyikIqvF8kAkbf8
53fxULSjTjBMMBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcEfwAAATAPBgNVHRMBAf8E
BTADAQH/MB0GA1UdDgQWBBSpAZRUS6PnV3Q99RbHAqY9c+k5MTAKBggqhkjOPQQD
AgNIADBFAiBKJL0zmIjBLXzfC9DpM0RTwuB6pHJTs9wd/EKmt3ddEQIhAJfBrbKz
LZyvo/Q2zVrTOnusJCS+BE+VtuEwO/6R95OU
-----END CERTIFICATE-----
`;
const localhostKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgyRWqd5MiAiMoReim
3HY2QZuiVVadt0pMj5O1FGwWi72hRANCAARJGhoSxDEAiEqkjNyMxh+mJaB6zbEN
Olu42wGW9sPlZxh3LO38dQxzh7ygfuLhj1ccopCKrxfJAJG3/Od38VC0
-----END PRIVATE KEY-----
`;

/** An https server on this machine that keeps what was posted, as text and as it came, and answers as the test says. */
export async function httpsServer(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const posted: string[] = [];
  const bodies: Buffer[] = [];
  const server = createServer({ key: localhostKey, cert: localhostCertificate }, (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      bodies.push(body);
      posted.push(body.toString('utf8'));
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    posted,
    bodies,
    url: (host = 'localhost') => `https://${host}:${port}/vittne`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
