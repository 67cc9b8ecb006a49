import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleSite } from './site-bundle.ts';

/** The folder of a site, and who is told of its making. */
export interface SiteBuild {
  /** Its dist/ if absent. */
  readonly folder?: string | undefined;
  readonly log: (message: string) => void;
}

/** What the module of a bundle gives: src/outputs/entry.ts. */
interface SiteWriter {
  readonly writeSite: (build: {
    readonly root: string;
    readonly folder: string;
    readonly client: string;
    readonly worker: string;
    readonly code: string;
    readonly log: (message: string) => void;
  }) => Promise<void>;
}

/** Builds the site of a project folder. */
export async function buildSite(root: string, { folder = 'dist', log }: SiteBuild): Promise<void> {
  const { entry, ...bundle } = await bundleSite(root);
  const { writeSite }: SiteWriter = await import(pathToFileURL(entry).href);
  await writeSite({ root, folder: resolve(root, folder), ...bundle, log });
}

/** Serves dist/ until the process ends. Returns its address. */
export async function serveSite(root: string, port: number): Promise<string> {
  const { preview } = await import('astro');
  const server = await preview({ root, server: { port }, logLevel: 'warn' });
  return `http://localhost:${server.port}/`;
}
