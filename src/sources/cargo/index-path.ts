import type { Package } from '../../core/package.ts';
import { HostError } from '../../platform/errors.ts';

/**
 * Where the file of a crate lies in an index. https://doc.rust-lang.org/cargo/reference/registry-index.html#index-files
 * @throws HostError for what can be no crate: its name would lead elsewhere
 */
export function indexPath({ purl, name }: Package): string {
  if (!/^[\w-]+$/.test(name)) {
    const remedy = 'correct its purl in the watchlist';
    throw new HostError(`${purl} can be no crate: a name has letters, digits, - and _ alone`, { remedy });
  }
  return `${prefixOf(name)}/${name}`.toLowerCase();
}

/** The folders of a crate's file, in the case of its name. */
export function prefixOf(name: string): string {
  if (name.length > 3) return `${name.slice(0, 2)}/${name.slice(2, 4)}`;
  return name.length === 3 ? `3/${name.slice(0, 1)}` : String(name.length);
}
