import { github } from './github/github.ts';
import { npm } from './npm/npm.ts';
import type { Source } from './source.ts';

/** Every source. A new one is a file and a line here. */
export const SOURCES: readonly Source[] = [npm, github];

/** The source that reads a purl type, if there is one. */
export function sourceOf(type: string): Source | undefined {
  return SOURCES.find(({ types }) => types.includes(type));
}
