import { actionPath, parseProblem } from '../../../../ui/client.ts';
import { isUnsent } from './belongings.ts';
import { forgetOutgoing, keepOutgoing, type KeptFile, type Outgoing } from './kept.ts';

/** What came of an attempt to send. `later`: no answer, or a busy server; it is tried again. */
type Sent =
  | { readonly kind: 'taken'; readonly answer: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'later' };

/** Refusals that pass by themselves: too much at once, and a server that is starting or has failed. */
const passing = (status: number) => status === 429 || status >= 500;

async function send(name: string, input: object, isNamed: boolean): Promise<Sent> {
  const headers = {
    accept: 'application/json, application/problem+json',
    'content-type': 'application/json',
    'accept-language': document.documentElement.lang || 'sv',
    // The person has seen the warning before she handed it in.
    'varna-confirm': 'personnummer',
  };
  try {
    const response = await fetch(actionPath(name), {
      method: 'POST',
      headers,
      body: JSON.stringify(input),
      // Without the session nobody can tell who sent it, whoever is signed in.
      credentials: isNamed ? 'same-origin' : 'omit',
    });
    const body: unknown = await response.json();
    if (response.ok) return { kind: 'taken', answer: body as Readonly<Record<string, unknown>> }; // our own server's
    if (passing(response.status)) return { kind: 'later' };
    const problem = parseProblem(body, response.status);
    return { kind: 'refused', reason: problem.detail ?? problem.title };
  } catch {
    return { kind: 'later' };
  }
}

/**
 * Sends a report, and then its files one by one. What has been taken in is kept at once, so that an interrupted sending goes on
 * where it was; the server knows the report by its key and a file by its content, and takes neither twice. Answers with
 * the report as it now stands; one whose writer has left is forgotten when all of it is sent.
 */
export async function sendOne(report: Outgoing): Promise<Outgoing> {
  let standing = report;
  if (standing.code === null) {
    const sent = await send('incident.report', standing.report, standing.isNamed);
    if (sent.kind === 'later') return standing;
    standing =
      sent.kind === 'refused'
        ? { ...standing, refused: sent.reason }
        : { ...standing, code: String(sent.answer['code']) };
    await keepOutgoing(standing);
  }
  while (standing.code !== null && standing.files.length > 0) {
    const [file, ...rest] = standing.files;
    if (file === undefined) break;
    const sent = await sendFile(standing.code, file, standing.isNamed);
    if (sent.kind === 'later') return standing;
    // A file that is not taken does not hold up the others; the report has been taken in already.
    standing = { ...standing, files: rest };
    await keepOutgoing(standing);
  }
  if (standing.isLeft && !isUnsent(standing)) await forgetOutgoing(standing.key);
  return standing;
}

function sendFile(code: string, { name, bytes }: KeptFile, isNamed: boolean): Promise<Sent> {
  return send('incident.addFile', { code, name, content: base64(new Uint8Array(bytes)) }, isNamed);
}

/** Bytes that go into one call of a function without filling the stack. */
const slice = 0x8000;

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += slice)
    text += String.fromCharCode(...bytes.subarray(at, at + slice));
  return btoa(text);
}
