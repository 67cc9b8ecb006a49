import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SiteWriter } from '../core/site-build.ts';
import { bundleSite } from './site-bundle.ts';

/** Where a site is built, and who is told of it. */
export interface BuildOptions {
  /** Its dist/ if absent. */
  readonly folder?: string | undefined;
  readonly log: (message: string) => void;
}

/** Builds the site of a project folder. */
export async function buildSite(root: string, { folder = 'dist', log }: BuildOptions): Promise<void> {
  const { entry, ...bundle } = await bundleSite(root, log);
  const { writeSite }: SiteWriter = await import(pathToFileURL(entry).href);
  await writeSite({ root, folder: resolve(root, folder), ...bundle, log });
}

/** Serves dist/ until the process ends. Returns its address. */
export async function serveSite(root: string, port: number): Promise<string> {
  const { preview } = await import('astro');
  const server = await preview({ root, server: { port }, logLevel: 'warn' });
  return `http://localhost:${server.port}/`;
}
