import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouteComponent,
} from '@tanstack/react-router';
import { parseSearch, stringifySearch } from './address.ts';
import { BarePages } from './layouts/bare.tsx';
import { Desk } from './layouts/desk.tsx';
import { ErrorPage } from './layouts/error-page.tsx';
import { ExpiredDialog } from './layouts/expired-dialog.tsx';
import { Guard } from './layouts/guard.tsx';
import { NotFound } from './layouts/not-found.tsx';
import { PrintPages } from './layouts/print.tsx';
import { PublicPages } from './layouts/public.tsx';
import type { Layout, Page } from './page.ts';

function Root() {
  return (
    <>
      <Outlet />
      <ExpiredDialog />
    </>
  );
}

function guarded(page: Page): RouteComponent {
  const Screen = lazyRouteComponent(page.load);
  const Guarded = () => (
    <Guard page={page}>
      <Screen />
    </Guard>
  );
  return Object.assign(Guarded, { preload: Screen.preload });
}

/** The addresses of the portal, made from the pages found in the tree. Two pages on one path are an error. */
export function createPortalRouter(pages: readonly Page[]) {
  const twice = pages.find((page, i) => pages.some((other, j) => j > i && other.path === page.path));
  if (twice) throw new Error(`Two pages at ${twice.path}`);
  const root = createRootRoute({
    component: Root,
    notFoundComponent: () => (
      <PublicPages pages={pages}>
        <NotFound />
      </PublicPages>
    ),
  });
  const frames: Record<Layout, RouteComponent> = {
    desk: () => <Desk pages={pages} />,
    public: () => <PublicPages pages={pages} />,
    print: () => <PrintPages />,
    bare: () => <BarePages />,
    own: () => <Outlet />,
  };
  const branches = (Object.keys(frames) as Layout[]).map((layout) => {
    const frame = createRoute({ getParentRoute: () => root, id: layout, component: frames[layout] });
    const own = pages.filter((page) => page.layout === layout);
    return frame.addChildren(
      own.map((page) =>
        createRoute({
          getParentRoute: () => frame,
          path: page.path,
          component: guarded(page),
          errorComponent: ErrorPage,
        }),
      ),
    );
  });
  return createRouter({
    routeTree: root.addChildren(branches),
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultErrorComponent: ErrorPage,
    scrollRestoration: true,
  });
}
