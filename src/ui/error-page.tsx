import type { ReactNode } from 'react';
import { Button, LinkButton } from './button.tsx';
import { Problem } from './client.ts';
import { useTexts } from './language.tsx';
import { Loading } from './notice.tsx';
import { Page } from './page.tsx';
import { homePath, signInPath } from './routing.ts';
import { uiTexts } from './ui.texts.ts';

type ErrorKind = 'noAccess' | 'notFound' | 'serverError' | 'offline' | 'signedOut' | 'past';

/** The time asked for cannot be shown. */
const pastCodes: ReadonlySet<string> = new Set(['asOfInFuture', 'asOfTooEarly', 'noPast']);

/** What kind of page an error calls for. */
export function errorKind(problem: Problem | undefined): ErrorKind {
  const isOfTime = problem?.body.errors?.some(({ field }) => field === 'asOf') === true;
  if (isOfTime || pastCodes.has(problem?.code ?? '')) return 'past';
  switch (problem?.status ?? 500) {
    case 0:
      return 'offline';
    case 401:
      return 'signedOut';
    case 403:
      return 'noAccess';
    case 404:
      return 'notFound';
    default:
      return 'serverError';
  }
}

/** A whole page about what went wrong and what to do: 403, 404, 500 or no contact. */
export function ErrorPage(props: {
  readonly kind: ErrorKind;
  readonly problem?: Problem;
  readonly onRetry?: () => void;
}) {
  const texts = useTexts(uiTexts);
  const { kind, problem, onRetry } = props;
  const retry = onRetry ?? (() => window.location.reload());
  const isRetriable = kind === 'offline' || kind === 'serverError';
  const here = window.location.pathname + window.location.search;
  return (
    <Page title={texts[`${kind}Title`]} lead={texts[`${kind}Text`]}>
      <div className="stack">
        {problem?.body.detail === undefined || kind === 'notFound' ? null : <p>{problem.body.detail}</p>}
        <div className="row">
          {isRetriable ? (
            <Button look="primary" onClick={retry}>
              {texts.tryAgain}
            </Button>
          ) : null}
          {kind === 'signedOut' ? (
            <LinkButton look="primary" to={`${signInPath}?till=${encodeURIComponent(here)}`}>
              {texts.signIn}
            </LinkButton>
          ) : (
            <LinkButton to={homePath}>{texts.toStart}</LinkButton>
          )}
        </div>
      </div>
    </Page>
  );
}

type LoadedProps<Answer> = {
  /** What `useView` gave. */
  readonly view: {
    readonly data: Answer | undefined;
    readonly problem: Problem | undefined;
    readonly reload: () => void;
  };
  readonly children: (data: Answer) => ReactNode;
};

/** Shows a view's answer when it has come; until then that it is coming, or why it did not. */
export function Loaded<Answer>({ view, children }: LoadedProps<Answer>) {
  if (view.data !== undefined) return children(view.data);
  if (view.problem !== undefined) {
    return <ErrorPage kind={errorKind(view.problem)} problem={view.problem} onRetry={view.reload} />;
  }
  return <Loading />;
}
