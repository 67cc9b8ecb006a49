import { FormatError } from '../platform/errors.ts';

/** A page with its gaps: the literal pieces, and the name of the gap after each but the last. */
export interface Shell {
  readonly pieces: readonly string[];
  readonly gaps: readonly string[];
}

// The same marks stand in src/pages/release-shell.astro and compare-shell.astro.
const GAP = /@@([a-z]+)@@/g;

/** Takes a built page apart at its marks, such as `@@title@@`. */
export function readShell(page: string): Shell {
  const parts = page.split(GAP);
  const shell = { pieces: parts.filter((_, i) => i % 2 === 0), gaps: parts.filter((_, i) => i % 2 === 1) };
  if (shell.gaps.length === 0) throw new FormatError('the shell has no gap to fill');
  return shell;
}

/**
 * Fills every gap with its markup.
 * @throws FormatError naming the gap that has no value
 */
export function fillShell({ pieces, gaps }: Shell, values: Readonly<Record<string, string>>): string {
  let page = pieces[0] ?? '';
  for (const [index, gap] of gaps.entries()) {
    const value = values[gap];
    if (value === undefined) throw new FormatError(`the shell asks for “${gap}”, which nothing fills`);
    page += value + (pieces[index + 1] ?? '');
  }
  return page;
}
