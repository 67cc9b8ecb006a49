import { hash } from 'node:crypto';
import { type Pages, renderPage } from './render-pages.ts';
import { readShell, type Shell } from './shell.ts';

/** The pages with gaps that Astro makes, by what is stamped out of them. */
export const SHELL_PATHS = { release: '/release-shell', compare: '/compare-shell' } as const;

type Kind = keyof typeof SHELL_PATHS;

export type Shells = Readonly<Record<Kind, Shell>>;

/** The shells as they are rendered. */
export type ShellPages = Readonly<Record<Kind, string>>;

export async function renderShells<Route>(pages: Pages<Route>, url: string): Promise<ShellPages> {
  const render = (kind: Kind) => {
    const pathname = SHELL_PATHS[kind];
    return renderPage(pages, { pathname, route: pages.routeOf(pathname) }, url);
  };
  return { release: await render('release'), compare: await render('compare') };
}

export function readShells({ release, compare }: ShellPages): Shells {
  return { release: readShell(release), compare: readShell(compare) };
}

/** Changes with what surrounds the shells: that surrounds all pages. */
export function surroundingsOf({ release, compare }: ShellPages): string {
  return hash('sha256', release + compare);
}
