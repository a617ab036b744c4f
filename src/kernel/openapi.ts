import type { TSchema } from 'typebox';
import type { Permission } from './access.ts';
import type { Action } from './action.ts';
import { apiRoot, pathOf } from './http.ts';
import type { AnyRegister } from './register.ts';
import { kernelCodes } from './refusal.ts';
import type { View } from './view.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: object;
}

/**
 * The OpenAPI 3.1 document, made of the declarations and of the paths `besides` them, which are open to everyone and
 * answer with something else than JSON out of a register.
 */
export function openApi(
  registers: readonly AnyRegister[],
  version: string,
  besides: Readonly<Record<string, object>> = {},
): object {
  const paths: Record<string, Record<string, object>> = {};
  const put = (path: string, method: string, operation: object) => {
    const key = apiRoot + path.replace(/:(\w+)/g, '{$1}');
    paths[key] = { ...paths[key], [method]: operation };
  };
  for (const register of registers) {
    for (const action of register.actions) put(pathOf(action), 'post', actionOperation(register, action));
    for (const view of register.views) put(pathOf(view), 'get', viewOperation(register, view));
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Värna', version, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    servers: [{ url: '/' }],
    tags: registers.map((one) => ({ name: one.name, description: one.texts.en.name })),
    paths: { ...paths, ...besides },
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'varna_session' },
      },
      schemas: { Problem: problemSchema, Done: doneSchema },
    },
    security: [{ token: [] }, { session: [] }],
  };
}

function actionOperation(register: AnyRegister, action: Action): object {
  const versioned: Parameter[] =
    action.version === undefined
      ? []
      : [
          {
            name: 'If-Match',
            in: 'header',
            required: true,
            schema: { type: 'string', description: 'The version that was read.' },
          },
        ];
  return {
    operationId: action.name,
    tags: [register.name],
    description: grantsInWords(action.permission),
    parameters: [
      ...pathParameters(pathOf(action)),
      ...versioned,
      { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } },
      confirmParameter,
      ...purposeParameter(action),
    ],
    requestBody: { required: true, content: { 'application/json': { schema: action.input } } },
    responses: {
      '200': {
        description: 'Done.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Done' } } },
      },
      default: problems([...action.refusals, ...kernelCodes]),
    },
  };
}

function viewOperation(register: AnyRegister, view: View): object {
  const path = pathOf(view);
  const inPath = new Set(pathParameters(path).map((parameter) => parameter.name));
  const input = view.input as TSchema & { properties?: Record<string, object>; required?: string[] }; // inputs are objects
  const query = Object.entries(input.properties ?? {})
    .filter(([name]) => !inPath.has(name))
    .map(
      ([name, schema]): Parameter => ({
        name,
        in: 'query',
        required: input.required?.includes(name) ?? false,
        schema,
      }),
    );
  return {
    operationId: view.name,
    tags: [register.name],
    description: grantsInWords(view.permission),
    parameters: [
      ...pathParameters(path),
      ...query,
      ...(view.past === 'none' ? [] : [asOfParameter]),
      ...purposeParameter(view),
    ],
    responses: {
      '200': {
        description: 'The answer.',
        content: { 'application/json': { schema: view.output } },
      },
      default: problems(kernelCodes),
    },
  };
}

function purposeParameter({ purpose }: Pick<Action, 'purpose'> | Pick<View, 'purpose'>): Parameter[] {
  if (purpose === undefined) return [];
  const description = 'What for: 10–300 characters, UTF-8. Written in the log.';
  return [
    {
      name: 'Varna-Purpose',
      in: 'header',
      required: purpose === 'required',
      schema: { type: 'string', description },
    },
  ];
}

const confirmParameter: Parameter = {
  name: 'Varna-Confirm',
  in: 'header',
  required: false,
  schema: {
    type: 'string',
    description:
      'Warnings that a person has seen and answered yes to, with commas between: personnummer, after personnummerSuspected.',
  },
};

const asOfParameter = {
  name: 'asOf',
  in: 'query',
  required: false,
  schema: {
    type: 'string',
    description:
      'How it stood at a past instant (2026-06-15T10:00:00Z) or at the end of a Swedish day (2026-06-15).',
  },
};

function pathParameters(path: string): Parameter[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: name === 'id' ? { type: 'string', format: 'uuid' } : { type: 'string' },
  }));
}

function grantsInWords(permission: Permission): string {
  return `Permission ${permission.register}.${permission.name}: ${permission.grants.map((one) => `${one.to} (${one.reach})`).join(', ')}.`;
}

function problems(codes: readonly string[]): object {
  return {
    description: `A problem; code is one of: ${[...new Set(codes)].join(', ')}.`,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

/** What every action answers; some add what was made, as a link or a file. */
const doneSchema = {
  type: 'object',
  required: ['event'],
  properties: {
    event: { type: 'string', format: 'uuid', description: 'The event in the log.' },
    id: { type: 'string', format: 'uuid', description: 'The record.' },
    version: { type: 'integer', description: 'Its version now; the same is in ETag.' },
  },
};

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
    current: {},
  },
};
