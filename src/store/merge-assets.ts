import { compareText } from '../core/compare-text.ts';
import type { Asset } from '../core/release.ts';

/** Assets as they are stored: one of a name, sorted by name. */
export function sortedAssets(assets: readonly Asset[]): Asset[] {
  const byName = new Map(assets.map((asset) => [asset.name, asset]));
  return [...byName.values()].sort((a, b) => compareText(a.name, b.name));
}
