import { link } from './links.ts';

/**
 * A file of this site, by its path. It holds what this build wrote, so that its shape is not checked again.
 * @throws Error where it cannot be read
 */
export async function readJson<Shape>(path: string): Promise<Shape> {
  const reply = await fetch(link(path));
  if (!reply.ok) throw new Error(`${path}: HTTP status ${reply.status}`);
  return reply.json();
}
