import { afterEach, describe, expect, test, vi } from 'vitest';
import { actionPath, actNamed, askNamed, parseProblem, Problem, viewPath } from './client.ts';
import { formatSearch, parseSearch } from './search-params.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('addresses', () => {
  test.each([
    [actionPath('information.create'), '/api/v1/information/create'],
    [actionPath('information.classify', '7'), '/api/v1/information/7/classify'],
    [actionPath('information.classify', 'a/b'), '/api/v1/information/a%2Fb/classify'],
    [viewPath('information.list'), '/api/v1/information'],
    [viewPath('information.record', '7'), '/api/v1/information/7'],
    [viewPath('information.history', '7'), '/api/v1/information/7/history'],
    [viewPath('clauses.trend'), '/api/v1/clauses/trend'],
    [viewPath('session.current'), '/api/v1/session'],
    [viewPath('setting.current'), '/api/v1/setting'],
  ])('%s', (path, expected) => {
    expect(path).toBe(expected);
  });

  test('a name without a verb is a fault of ours', () => {
    expect(() => actionPath('information')).toThrow('<register>.<verb>');
  });

  test('search values survive the address', () => {
    const values = { q: 'å & ä', class: ['3', '4'], page: '2' };
    expect(parseSearch(formatSearch(values))).toEqual(values);
    expect(formatSearch({ q: '', page: undefined, none: [] })).toBe('');
  });
});

describe('sending', () => {
  const stub = (answer: Response | Error) => {
    const send = vi.fn((_path: string, _init: RequestInit & { headers: Headers }) =>
      answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer),
    );
    vi.stubGlobal('fetch', send);
    vi.stubGlobal('document', { documentElement: { lang: 'en' } });
    return send;
  };

  test('an action carries the session, unless nobody is to know who sends it', async () => {
    const send = stub(Response.json({}));
    await actNamed('incident.follow', { input: {} });
    const unnamed = stub(Response.json({}));
    await actNamed('incident.follow', { input: {}, isUnnamed: true });
    expect([send.mock.calls[0]?.[1].credentials, unnamed.mock.calls[0]?.[1].credentials]).toEqual([
      'same-origin',
      'omit',
    ]);
  });

  test('an action carries its key, version, answered warnings and language', async () => {
    const send = stub(Response.json({ id: '7' }));
    const options = { id: '7', version: 3, input: { level: 2 }, confirm: ['personnummer'], key: 'k1' };
    expect(await actNamed('information.classify', options)).toEqual({ id: '7' });
    const [path, init] = send.mock.calls[0] ?? [];
    expect(path).toBe('/api/v1/information/7/classify');
    expect(init?.body).toBe('{"level":2}');
    const headers = ['Idempotency-Key', 'If-Match', 'Varna-Confirm', 'Accept-Language', 'Content-Type'];
    expect(headers.map((name) => init?.headers.get(name))).toEqual([
      'k1',
      '"3"',
      'personnummer',
      'en',
      'application/json',
    ]);
  });

  test('a refusal becomes a problem with its code and faults', async () => {
    const errors = [{ field: 'title', code: 'tooLong', message: 'För långt.' }];
    stub(Response.json({ type: 'x', title: 'Fel', status: 400, code: 'invalid', errors }, { status: 400 }));
    const refused = await askNamed('information.list').catch((cause: unknown) => cause);
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({ status: 400, code: 'invalid', body: { errors } });
  });

  test('no answer is a problem of its own', async () => {
    stub(new TypeError('failed to fetch'));
    await expect(askNamed('information.list')).rejects.toMatchObject({ status: 0, code: 'offline' });
  });

  test("a proxy's page is an internal problem with the status of the answer", () => {
    expect(parseProblem('<html>', 502)).toMatchObject({ status: 502, code: 'internal' });
    expect(parseProblem({ code: 'notFound', status: 200 }, 404)).toMatchObject({
      status: 404,
      code: 'notFound',
    });
  });
});
