import { rename } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import { readEnvironment, refuseTelemetry } from './platform/environment.ts';
import { ROOT } from './platform/root.ts';

/** Where the site will live: TIDINGS_SITE, else the address of the preview. */
export function siteAddress(): { site: string; base: string } {
  const { origin, pathname } = new URL(readEnvironment().site ?? 'http://localhost:4321');
  return { site: origin, base: pathname };
}

/** What the parts of a build write to and link to. */
export interface Target {
  /** dist/, as a path. */
  readonly folder: string;
  /** The site's absolute address, with a final slash. */
  readonly url: string;
  /** The path below which it lives, with a final slash. */
  readonly base: string;
}

// Astro finds the first of them by how its name begins.
const MODULES = {
  'prerender-entry': join(ROOT, 'src/outputs/entry.ts'),
  'project-worker': join(ROOT, 'src/outputs/project-worker.ts'),
};
const ERRORS = join(ROOT, 'src/platform/errors.ts');

/**
 * Lets Astro bundle the pages and what is around them, and render none: the module that it makes of src/outputs/entry.ts does that,
 * in this build and in all that follow while the code is the same. It is put beside the folder that Astro builds into, as `server`.
 */
export function outputs(): AstroIntegration {
  let folder = new URL('file:///');
  // Astro reads its configuration, and this with it, before it would tell.
  refuseTelemetry();
  return {
    name: 'tidings-outputs',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        folder = config.outDir;
        if (command === 'build') updateConfig({ vite: { plugins: [ENTRY_PLUGIN] } });
      },
      // An adapter may say what is rendered, and by what: https://docs.astro.build/en/reference/adapter-reference/
      'astro:config:done': ({ setAdapter }) =>
        setAdapter({
          name: 'tidings-outputs',
          entrypointResolution: 'auto',
          adapterFeatures: { buildOutput: 'static' },
          supportedAstroFeatures: { staticOutput: 'stable' },
        }),
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer({
          name: 'tidings-outputs',
          setup: () => rename(new URL('.prerender/', folder), new URL('../server/', folder)),
          getStaticPaths: async () => [],
          render: ({ url }) => Promise.reject(new Error(`${url}: Astro is to render nothing`)),
        }),
    },
  };
}

type VitePlugin = Extract<
  NonNullable<NonNullable<AstroInlineConfig['vite']>['plugins']>[number],
  { name: string }
>;

const ENTRY_PLUGIN: VitePlugin = {
  name: 'tidings-entry',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'prerender',
  configEnvironment: (name) => {
    if (name !== 'prerender') return undefined;
    return { build: { rolldownOptions: { input: MODULES, output: { entryFileNames: '[name].mjs' } } } };
  },
  // Who hears of an error tells whose it is by its class: there may be one only.
  resolveId: (id, importer = '') => {
    const file = resolve(dirname(importer), id);
    return file === ERRORS ? { id: pathToFileURL(file).href, external: 'absolute' } : undefined;
  },
};
