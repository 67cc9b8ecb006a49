import { build, preview } from 'astro';

/** Builds the site of a project folder into its dist/. */
export async function buildSite(root: string): Promise<void> {
  await build({ root });
}

/** Serves dist/ until the process ends. Returns its address. */
export async function serveSite(root: string, port: number): Promise<string> {
  const server = await preview({ root, server: { port }, logLevel: 'warn' });
  return `http://localhost:${server.port}/`;
}
