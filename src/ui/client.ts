import type { ViewMap } from './api-types.ts';
import { formatSearch } from './search-params.ts';

/** One field's fault, as the server names it: a path such as `title` or `periods.0.from`. */
export interface FieldFault {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** The body of a refusal: RFC 9457 problem details with a stable code and, on a conflict, the record as it is now. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly code: string;
  readonly errors?: readonly FieldFault[];
  readonly current?: Readonly<Record<string, unknown>>;
  readonly warnings?: readonly FieldFault[];
}

/** A refusal from the server, or `code: 'offline'` and `status: 0` when no answer came. */
export class Problem extends Error {
  readonly body: ProblemBody;

  constructor(body: ProblemBody) {
    super(body.detail ?? body.title);
    this.name = 'Problem';
    this.body = body;
  }

  get status(): number {
    return this.body.status;
  }

  get code(): string {
    return this.body.code;
  }
}

/** What a submission carries. Keep `key` over retries of the same submission, so that it acts only once. */
export interface ActOptions<Input> {
  readonly id?: string;
  readonly version?: number | string;
  readonly input: Input;
  /** Codes of warnings the person has seen and answered, such as `personnummer`. */
  readonly confirm?: readonly string[];
  readonly key?: string;
  /** Sent without the session, so that nobody can tell who sent it. */
  readonly isUnnamed?: true;
  /** What for, where the action asks; 10–300 characters, written in the log. */
  readonly purpose?: string | undefined;
}

/** What a question carries. Query values that are undefined or empty are left out. */
export interface AskOptions<Query> {
  readonly id?: string;
  readonly query?: Query;
  readonly signal?: AbortSignal;
  /** As of an action. */
  readonly purpose?: string | undefined;
}

/** A list's page, order and selection as the address says them; made only by `useListState`. */
export type ListQuery = Readonly<Record<string, string | readonly string[]>> & {
  readonly [fromAddress]: true;
};
declare const fromAddress: unique symbol;

/**
 * What a view may be asked with: any part of its query (parts of its path come as `id`), or what the address says,
 * which the server reads and refuses as it would anybody's.
 */
export type QueryOf<Query> = { readonly [Name in keyof Query]?: Query[Name] | undefined } | ListQuery;

/** The path of an action: `information.classify` on record 7 is `/api/v1/information/7/classify`. */
export function actionPath(name: string, id?: string): string {
  const [register, verb] = splitName(name);
  const record = id === undefined ? '' : `/${encodeURIComponent(id)}`;
  return `/api/v1/${register}${record}/${verb}`;
}

/** The path of a view: `x.list` is the register itself, `x.record` the record, any other verb is spelled out. */
export function viewPath(name: string, id?: string): string {
  const [register, verb] = splitName(name);
  const record = id === undefined ? '' : `/${encodeURIComponent(id)}`;
  // Of the session and of the settings there is only one: the current has the register's own address.
  const unspoken = verb === 'list' || verb === 'record' || verb === 'current';
  return `/api/v1/${register}${record}${unspoken ? '' : `/${verb}`}`;
}

/** Performs an action, by its name. Throws `Problem` on a refusal or when the server cannot be reached. */
export async function actNamed(name: string, options: ActOptions<unknown>): Promise<unknown> {
  const headers = new Headers({
    'Content-Type': 'application/json',
    'Idempotency-Key': options.key ?? crypto.randomUUID(),
  });
  if (options.version !== undefined) headers.set('If-Match', `"${options.version}"`);
  if (options.confirm !== undefined && options.confirm.length > 0) {
    headers.set('Varna-Confirm', options.confirm.join(','));
  }
  setPurpose(headers, options.purpose);
  const credentials = options.isUnnamed === true ? 'omit' : 'same-origin';
  const body = JSON.stringify(options.input);
  return send(actionPath(name, options.id), { method: 'POST', headers, body, credentials });
}

/** Asks a question. Throws `Problem` on a refusal or when the server cannot be reached. */
export async function ask<Name extends keyof ViewMap>(
  name: Name,
  options: AskOptions<QueryOf<ViewMap[Name]['query']>> = {},
): Promise<ViewMap[Name]['answer']> {
  // As in `act`: the declaration decides.
  return (await askNamed(name, options)) as ViewMap[Name]['answer'];
}

/** As `ask`, for a name that is not known when this is written. */
export async function askNamed(name: string, options: AskOptions<object> = {}): Promise<unknown> {
  const signal = options.signal === undefined ? {} : { signal: options.signal };
  const headers = new Headers();
  setPurpose(headers, options.purpose);
  return send(viewPath(name, options.id) + formatSearch({ ...options.query }), { ...signal, headers });
}

/** A header holds bytes: UTF-8, each as a character of its own. */
function setPurpose(headers: Headers, purpose: string | undefined): void {
  if (purpose !== undefined) {
    headers.set('Varna-Purpose', String.fromCharCode(...new TextEncoder().encode(purpose)));
  }
}

function splitName(name: string): [string, string] {
  const point = name.lastIndexOf('.');
  if (point < 1) throw new Error(`"${name}" is not <register>.<verb>`);
  return [name.slice(0, point), name.slice(point + 1)];
}

async function send(path: string, init: RequestInit): Promise<unknown> {
  const headers = new Headers(init.headers);
  headers.set('Accept', 'application/json, application/problem+json');
  headers.set('Accept-Language', document.documentElement.lang || 'sv');
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init, headers });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Problem({ type: 'about:blank', title: 'Offline', status: 0, code: 'offline' });
  }
  const body: unknown = await readJson(response);
  if (response.ok) return body;
  throw new Problem(parseProblem(body, response.status));
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** Reads a refusal from outside; what is not problem+json (a proxy's page) becomes an internal problem. */
export function parseProblem(body: unknown, status: number): ProblemBody {
  const isProblem =
    typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
  if (!isProblem) return { type: 'about:blank', title: `HTTP ${status}`, status, code: 'internal' };
  // Our own server's shape, guarded by its code; the status of the answer itself is the one to trust.
  return { ...(body as ProblemBody), status };
}
