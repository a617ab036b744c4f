import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { ActionMap, ViewMap } from './api-types.ts';
import { type ActOptions, actNamed, askNamed, Problem, type QueryOf } from './client.ts';
import { useTexts } from './language.tsx';
import { usePast } from './past.ts';
import { uiTexts } from './ui.texts.ts';

type ViewOptions<Query> = {
  readonly id?: string | undefined;
  readonly query?: Query | undefined;
  /** False: do not ask yet. */
  readonly isEnabled?: boolean | undefined;
  /** True for what is of now also on a page that shows how things stood. */
  readonly isOfNow?: boolean | undefined;
  /** What for, where the view asks. */
  readonly purpose?: string | undefined;
};

/** What came of asking a view. While a new page of a list is fetched, `data` is the one before. */
export type ViewState<Answer> = {
  readonly data: Answer | undefined;
  readonly problem: Problem | undefined;
  readonly isLoading: boolean;
  readonly isRefreshing: boolean;
  readonly reload: () => void;
};

/** Asks a view and keeps the answer fresh. */
export function useView<Name extends keyof ViewMap>(
  name: Name,
  options: ViewOptions<QueryOf<ViewMap[Name]['query']>> = {},
): ViewState<ViewMap[Name]['answer']> {
  const { asOf } = usePast();
  const isOfThen = asOf !== undefined && options.isOfNow !== true;
  const asked = isOfThen ? { ...options, query: { ...options.query, asOf } } : options;
  return useNamedView<ViewMap[Name]['answer']>(name, asked);
}

/** The server knows which views have a past; the others are of now also on a page of then. */
function orNow(query: object): object {
  return 'asOf' in query ? { ...query, orNow: 'true' } : query;
}

/** As `useView`, where the answer's type is stated instead of inferred: the shell's own questions. */
export function useNamedView<Answer>(name: string, options: ViewOptions<object> = {}): ViewState<Answer> {
  const { id, query, isEnabled, purpose } = options;
  const result = useQuery({
    queryKey: [name, id ?? null, query ?? {}, purpose ?? null],
    queryFn: async ({ signal }): Promise<Answer> => {
      const asked = {
        ...(id === undefined ? {} : { id }),
        ...(query === undefined ? {} : { query: orNow(query) }),
        signal,
        purpose,
      };
      // The declaration of the view, not this line, decides the answer; the server is the same release.
      return (await askNamed(name, asked)) as Answer;
    },
    enabled: isEnabled ?? true,
    // The list stays while its next page is fetched; a record must never show another record's facts.
    ...(id === undefined ? { placeholderData: keepPreviousData } : {}),
  });
  return {
    data: result.data,
    problem: asProblem(result.error),
    isLoading: result.isPending && result.fetchStatus !== 'idle',
    isRefreshing: result.isFetching,
    reload: () => void result.refetch(),
  };
}

/** An action ready to be performed. */
export type ActState<Input, Answer> = {
  /** Performs the action; throws `Problem`. Everything shown is fetched anew when it has succeeded. */
  readonly run: (options: Omit<ActOptions<Input>, 'key'>) => Promise<Answer>;
  readonly isRunning: boolean;
  readonly problem: Problem | undefined;
  readonly reset: () => void;
};

type ActSettings = {
  /** Names of the views to fetch anew; without it, all that is shown. */
  readonly invalidates?: readonly string[];
};

/** Prepares an action. A retry after a lost answer carries the same key, so that it acts only once. */
export function useAct<Name extends keyof ActionMap>(
  name: Name,
  settings: ActSettings = {},
): ActState<ActionMap[Name]['input'], ActionMap[Name]['answer']> {
  const { asOf } = usePast();
  const { pastShown } = useTexts(uiTexts);
  const [refused, setRefused] = useState<Problem>();
  const act = useNamedAct<ActionMap[Name]['input'], ActionMap[Name]['answer']>(name, settings);
  if (asOf === undefined) return act;
  // The pages have closed their steps; what one of them forgot ends here.
  const run = () => {
    const problem = new Problem({ type: 'about:blank', title: pastShown, status: 422, code: 'pastShown' });
    setRefused(problem);
    return Promise.reject(problem);
  };
  return { ...act, run, problem: refused, reset: () => setRefused(undefined) };
}

/** As `useAct`, where the types are stated instead of inferred: the shell's own actions. */
export function useNamedAct<Input, Answer>(
  name: string,
  settings: ActSettings = {},
): ActState<Input, Answer> {
  const queryClient = useQueryClient();
  const lost = useRef<{ print: string; key: string } | undefined>(undefined);
  const { invalidates } = settings;

  const mutation = useMutation<Answer, Error, Omit<ActOptions<Input>, 'key'>>({
    mutationFn: async (options) => {
      const print = JSON.stringify([options.id, options.version, options.input, options.confirm]);
      const key = lost.current?.print === print ? lost.current.key : crypto.randomUUID();
      lost.current = { print, key };
      try {
        const answer = (await actNamed(name, { ...options, key })) as Answer;
        lost.current = undefined;
        return answer;
      } catch (cause) {
        // A refusal is an answer: the next try is a new submission. Only an unknown outcome keeps its key.
        if (cause instanceof Problem && cause.status >= 400 && cause.status < 500) lost.current = undefined;
        throw cause;
      }
    },
    onSuccess: async () => {
      if (invalidates === undefined) await queryClient.invalidateQueries();
      else await Promise.all(invalidates.map((view) => queryClient.invalidateQueries({ queryKey: [view] })));
    },
  });

  const { mutateAsync } = mutation;
  return {
    run: useCallback((options) => mutateAsync(options), [mutateAsync]),
    isRunning: mutation.isPending,
    problem: asProblem(mutation.error),
    reset: mutation.reset,
  };
}

function asProblem(error: Error | null): Problem | undefined {
  if (error === null) return undefined;
  if (error instanceof Problem) return error;
  return new Problem({ type: 'about:blank', title: error.message, status: 500, code: 'internal' });
}
