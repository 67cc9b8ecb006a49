import { build, preview } from 'astro';

/** Builds the site of a project folder into its dist/, or into another folder. */
export async function buildSite(root: string, folder?: string): Promise<void> {
  const options = { root, ...(folder !== undefined && { outDir: folder }) };
  await build(options);
  // What was kept does not go with what is new: nothing is kept then.
  if (globalThis.tidingsStale === true) await build(options);
}

/** Serves dist/ until the process ends. Returns its address. */
export async function serveSite(root: string, port: number): Promise<string> {
  const server = await preview({ root, server: { port }, logLevel: 'warn' });
  return `http://localhost:${server.port}/`;
}
