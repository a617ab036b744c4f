import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createRootRoute,
  createRoute,
  createRouter,
  Navigate,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { type ReactNode, StrictMode, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Problem } from './client.ts';
import { ErrorPage, errorKind, Loaded } from './error-page.tsx';
import { fetchedPage } from './fetched-page.tsx';
import { LanguageProvider } from './language.tsx';
import { useHistory } from './link.tsx';
import { Loading } from './notice.tsx';
import { awaitHeading } from './page-focus.ts';
import { PagesWithPast } from './past.ts';
import { homePath, type PageDefinition, type Pages, signInPath } from './routing.ts';
import { formatSearch, parseSearch } from './search-params.ts';
import { useSession } from './session.ts';
import { Shell } from './shell/shell.tsx';

/** Draws the whole application, made of the slices' pages, in the page's root element. */
export async function startApp(root: HTMLElement, slices: readonly Pages[]): Promise<void> {
  const router = makeRouter(slices);
  // Which page it is, is known before anything is drawn: a wait for it would be shown for 300 ms (see fetched-page.tsx).
  await router.load();
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <App router={router} />
      </LanguageProvider>
    </StrictMode>,
  );
}

function App({ router }: { readonly router: ReturnType<typeof makeRouter> }) {
  const queryClient = useMemo(makeQueryClient, []);
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}

function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        // The session has ended elsewhere: asking for it anew lets the gate send the person to sign in.
        const isEnded = error instanceof Problem && error.status === 401;
        if (isEnded && query.queryKey[0] !== 'session.current') {
          void client.invalidateQueries({ queryKey: ['session.current'] });
        }
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // Without a network the service worker may still answer with what is kept on the device.
        networkMode: 'always',
        // A refusal stays a refusal; only what may pass by itself is asked again.
        retry: (count, error) =>
          count < 2 && error instanceof Problem && (error.status === 0 || error.status >= 502),
      },
      // What cannot be sent says so at once; it does not wait in silence for a network.
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}

function makeRouter(slices: readonly Pages[]) {
  const navigation = slices.flatMap((slice) => slice.navigation ?? []);
  const footer = slices.flatMap((slice) => slice.footer ?? []);
  const feet = slices.flatMap((slice) => slice.foot ?? []);
  const leaving = slices.flatMap((slice) => slice.leaving ?? []);
  const pages = slices.flatMap((slice) => slice.pages);
  const setupPath = pages.find((page) => page.access === 'setup')?.path;
  const root = createRootRoute({
    component: () => (
      <PagesWithPast value={pages}>
        <Shell navigation={navigation} footer={footer} feet={feet} leaving={leaving}>
          <Outlet />
        </Shell>
      </PagesWithPast>
    ),
    notFoundComponent: () => <ErrorPage kind="notFound" />,
    errorComponent: ({ error }) => (
      <ErrorPage kind={errorKind(error instanceof Problem ? error : undefined)} />
    ),
  });
  const start: PageDefinition = { path: '/', load: () => Promise.resolve({ default: Start }) };
  let isShown = false;
  const all = pages.some((page) => page.path === '/') ? pages : [start, ...pages];
  const routes = all.map((page) => {
    const { fetch, Page } = fetchedPage(page);
    return createRoute({
      getParentRoute: () => root,
      path: page.path,
      component: () => (
        <Gate page={page} setupPath={setupPath}>
          <Page />
        </Gate>
      ),
      // Fetched before the page is changed, so that the old page stays until the new one can be drawn. The first has none
      // before it: the frame around it is drawn meanwhile, and asks who is signed in.
      loader: async () => {
        const fetching = fetch();
        if (isShown) await fetching;
        else fetching.catch(() => undefined); // the page itself asks again, and tells
      },
    });
  });
  const router = createRouter({
    routeTree: root.addChildren(routes),
    parseSearch,
    stringifySearch: formatSearch,
    defaultPendingComponent: Loading,
    scrollRestoration: true,
  });
  router.subscribe('onResolved', () => {
    isShown = true;
  });
  router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
    if (fromLocation !== undefined && pathChanged) awaitHeading();
  });
  return router;
}

function Start() {
  return <Navigate to={homePath} replace />;
}

type GateProps = {
  readonly page: PageDefinition;
  readonly setupPath: string | undefined;
  readonly children: ReactNode;
};

/** Lets in, or sends to sign in or to the guided first visit. The server decides anew on every question. */
function Gate({ page, setupPath, children }: GateProps) {
  const session = useSession();
  if (page.access === 'open') return children;
  return (
    <Loaded view={session}>
      {({ signedIn, setup }) => {
        if (page.access === 'setup') return children;
        if (!signedIn && setup === 'needed' && setupPath !== undefined)
          return <Navigate to={setupPath} replace />;
        if (!signedIn) return <SendToSignIn />;
        return children;
      }}
    </Loaded>
  );
}

/**
 * Sends to sign in once, and remembers where from. The place is read when the page is shut: while the next one is
 * fetched the address is already the new one, and a redirect that followed it would hold itself inside itself.
 */
function SendToSignIn() {
  const history = useHistory();
  const [from] = useState(() => history.location);
  useEffect(() => {
    // Whoever signed out is on the way already, and goes nowhere afterwards.
    if (from.pathname === signInPath) return;
    history.replace(`${signInPath}${formatSearch({ till: from.href })}`);
  }, [history, from]);
  return <Loading />;
}
