import type { Reading } from './used.ts';

/** A kind of lock file, manifest, bill of materials or list. */
export interface InventoryFormat {
  readonly id: string;
  readonly title: string;
  /** File names, `*` for any part of one. */
  readonly names: readonly string[];
  /** How it tells what was asked for from what came along, and what serves development alone; for the docs. */
  readonly tells: { readonly direct: string; readonly dev: string };
  /** Whether a text looks like one, whatever the file is called. */
  readonly looksLike: (text: string) => boolean;
  /** @throws InvalidInventory for what is not in this format */
  readonly read: (text: string) => Reading | Promise<Reading>;
}

/** What the table says where every package is listed as asked for. */
export const ALL_DIRECT = 'all count as direct';
/** What the table says where those that no other package needs are taken for it. */
export const ROOTS_DIRECT = 'guessed: what no other package needs';
export const NOT_TOLD = 'not told';

/** The last part of a path, with either slash. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** Whether a file is called like one of these. Case does not count. */
export function isNamed(path: string, { names }: InventoryFormat): boolean {
  const name = baseName(path);
  return names.some((glob) => patternOf(glob).test(name));
}

function patternOf(glob: string): RegExp {
  const parts = glob.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'i');
}
