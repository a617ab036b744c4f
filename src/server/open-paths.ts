import { apiRoot } from '../kernel/http.ts';
import { feedPath, indexJsonPath } from '../governance/publication/public-address.ts';

interface OpenAnswer {
  readonly operationId: string;
  readonly description: string;
  /** The kinds of content it answers with, by status. */
  readonly answers: Readonly<Record<string, string>>;
}

/** What anybody may ask without a token, and that no register answers: for the document that describes the interface. */
export const openPaths: Readonly<Record<string, object>> = {
  '/healthz': described({
    operationId: 'server.lives',
    description: 'Answers 200 when the process lives.',
    answers: { '200': 'application/json' },
  }),
  '/readyz': described({
    operationId: 'server.isReady',
    description: 'Answers 200 when it can serve, 503 until then.',
    answers: { '200': 'application/json', '503': 'application/json' },
  }),
  [`${apiRoot}/audit/checkpoint`]: described({
    operationId: 'audit.checkpoint',
    description: 'The newest signed head of the log: a C2SP tlog-checkpoint, as the text that was signed.',
    answers: { '200': 'text/plain', '404': 'application/problem+json' },
  }),
  [`${apiRoot}/audit/keys`]: described({
    operationId: 'audit.keys',
    description: 'The verifier keys of the log, one a line, the oldest first.',
    answers: { '200': 'text/plain', '404': 'application/problem+json' },
  }),
  [indexJsonPath]: described({
    operationId: 'publication.index',
    description:
      'Every published document with its versions; the fields are told in docs/handbok/publicera.md.',
    answers: { '200': 'application/json' },
  }),
  [feedPath]: described({
    operationId: 'publication.feed',
    description: 'What has happened with the published documents, as Atom (RFC 4287).',
    answers: { '200': 'application/atom+xml' },
  }),
};

function described({ operationId, description, answers }: OpenAnswer): object {
  const responses = Object.fromEntries(
    Object.entries(answers).map(([status, type]) => [
      status,
      { description: status === '200' ? 'The answer.' : 'Not now.', content: { [type]: { schema: {} } } },
    ]),
  );
  return { get: { operationId, tags: ['open'], description, security: [], responses } };
}
