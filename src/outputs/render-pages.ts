import type { Target } from '../outputs.ts';
import { writeOutput } from './write-output.ts';

/** The pages of the site as Astro bundles them. `Route` says what makes a page. */
export interface Pages<Route> {
  /** Of every page its path, with a slash before it and none behind it. */
  readonly paths: () => Promise<readonly { readonly pathname: string; readonly route: Route }[]>;
  readonly render: (request: Request, route: Route) => Promise<Response>;
}

/** Renders all pages into the folder of the target. What goes wrong in one of them is thrown as it is. */
export async function renderPages<Route>(pages: Pages<Route>, { folder, url }: Target): Promise<void> {
  // One after the other: all their time is computing.
  for (const { pathname, route } of await pages.paths()) {
    const path = pathname.split('/').filter((part) => part !== '');
    const request = new Request(new URL(path.map((part) => `${encodeURIComponent(part)}/`).join(''), url));
    const response = await pages.render(request, route);
    await writeOutput(folder, fileOf(path), await response.text());
  }
}

// Hosts look for it by its name.
function fileOf(path: readonly string[]): string {
  return path.join('/') === '404' ? '404.html' : [...path, 'index.html'].join('/');
}
