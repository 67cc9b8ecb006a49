import { StaticPaths } from 'astro:static-paths';
import { App } from 'astro/app';
import { createApp } from 'astro/app/entrypoint';
import type { SiteBuild } from '../core/site-build.ts';
import { writeWholeSite } from './write-whole-site.ts';

/** Writes the site. This module is bundled together with the pages: src/outputs.ts. */
export function writeSite(build: SiteBuild): Promise<void> {
  const app = new PageApp(createApp().manifest, false);
  return writeWholeSite(build, {
    paths: () => new StaticPaths(app).getAll(),
    routeOf: (pathname) => {
      const found = app.manifest.routes.find(({ routeData }) => routeData.pathname === pathname);
      if (found === undefined) throw new Error(`${pathname}: no page has this path`);
      return found.routeData;
    },
    render: (request, routeData) => app.render(request, { routeData }),
  });
}

/** A server would answer with an error page. A page that fails ends the build. */
class PageApp extends App {
  override createErrorHandler(): ReturnType<App['createErrorHandler']> {
    return {
      renderError: async (request, { error, status }) => {
        throw error ?? new Error(`${new URL(request.url).pathname}: it is answered with ${status}`);
      },
    };
  }
}
