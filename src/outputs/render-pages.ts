import type { Target } from '../outputs.ts';
import { writeOutput } from './write-output.ts';

/** The address of a page, and what makes it. */
export interface PagePath<Route> {
  /** With a slash before it and none behind it. */
  readonly pathname: string;
  readonly route: Route;
}

/** The pages of the site as Astro bundles them. `Route` says what makes a page. */
export interface Pages<Route> {
  readonly paths: () => Promise<readonly PagePath<Route>[]>;
  /** What makes the page of a path in which nothing is left open. */
  readonly routeOf: (pathname: string) => Route;
  readonly render: (request: Request, route: Route) => Promise<Response>;
}

/** Renders all pages but some into the folder of the target. What goes wrong in one of them is thrown as it is. */
export async function renderPages<Route>(
  pages: Pages<Route>,
  { folder, url }: Target,
  without: readonly string[] = [],
): Promise<void> {
  // One after the other: all their time is computing.
  for (const page of await pages.paths()) {
    if (without.includes(page.pathname)) continue;
    writeOutput(folder, fileOf(partsOf(page)), await renderPage(pages, page, url));
  }
}

/** The text of a page. */
export async function renderPage<Route>(
  { render }: Pages<Route>,
  page: PagePath<Route>,
  url: string,
): Promise<string> {
  const path = partsOf(page).map((part) => `${encodeURIComponent(part)}/`);
  const response = await render(new Request(new URL(path.join(''), url)), page.route);
  return response.text();
}

function partsOf({ pathname }: PagePath<unknown>): string[] {
  return pathname.split('/').filter((part) => part !== '');
}

// Hosts look for it by its name.
function fileOf(path: readonly string[]): string {
  return path.join('/') === '404' ? '404.html' : [...path, 'index.html'].join('/');
}
