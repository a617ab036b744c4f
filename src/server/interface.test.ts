import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registers } from '../app.ts';
import { integrate } from '../audit/integrate.ts';
import { logSigner } from '../audit/signing-key.ts';
import { readOrigin } from '../audit/tree.store.ts';
import { type TestServer, testServer } from '../testing/server.ts';
import { openPaths } from './open-paths.ts';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, unknown>> }>>;
}

interface Interface {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

let server: TestServer;
let document: Interface;
beforeAll(async () => {
  server = await testServer();
  document = (await server.app.inject({ url: '/api/openapi.json' })).json<Interface>();
});
afterAll(() => server.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation) => ({ path, operation })),
  );

/** Every object within, the schemas among them. */
function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

describe('the document that describes the interface', () => {
  it('has every declaration and every open path, each with a name of its own', () => {
    const names = operations().map(({ operation }) => operation.operationId);
    const declared = registers.flatMap((one) => [...one.actions, ...one.views]);
    expect(names).toHaveLength(declared.length + Object.keys(openPaths).length);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]\w*\.[a-z]\w*$/);
  });

  it('refers only to what it holds', () => {
    const references = [...objectsIn(document)].flatMap((one) =>
      typeof one['$ref'] === 'string' ? [one['$ref']] : [],
    );
    const held = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect(new Set(references)).toEqual(new Set(held));
  });

  it('declares the parts of each path, and nothing twice', () => {
    for (const { path, operation } of operations()) {
      const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, part]) => part);
      const parameters = operation.parameters ?? [];
      const inPath = parameters.filter((one) => one.in === 'path');
      expect(inPath.map((one) => one.name).sort(), path).toEqual(parts.sort());
      expect(inPath.every((one) => one.required)).toBe(true);
      expect(new Set(parameters.map((one) => `${one.in} ${one.name}`)).size, path).toBe(parameters.length);
    }
  });

  it('says what each operation answers, and that a refusal is a problem', () => {
    for (const { path, operation } of operations()) {
      expect(Object.keys(operation.responses['200']?.content ?? {}), path).toHaveLength(1);
      if (openPaths[path] !== undefined) continue;
      expect(Object.keys(operation.responses['default']?.content ?? {}), path).toEqual([
        'application/problem+json',
      ]);
    }
  });
});

describe('an open path', () => {
  const answerOf = async (path: string) => {
    const { statusCode, headers } = await server.app.inject({ url: path });
    const [type] = String(headers['content-type']).split(';');
    expect(
      Object.keys(document.paths[path]?.['get']?.responses[String(statusCode)]?.content ?? {}),
      path,
    ).toEqual([type]);
    return statusCode;
  };

  it('answers anybody as the document says, also before the first checkpoint', async () => {
    const { db, clock } = server.services;
    const before = await Promise.all(Object.keys(openPaths).map(answerOf));
    expect(before.sort()).toEqual([200, 200, 200, 200, 404, 404]);
    await integrate(db, clock, logSigner(Buffer.alloc(32, 1), await readOrigin(db)));
    const after = await Promise.all(Object.keys(openPaths).map(answerOf));
    expect(new Set(after)).toEqual(new Set([200]));
  });
});
