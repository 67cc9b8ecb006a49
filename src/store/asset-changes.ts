import { compareText } from '../core/compare-text.ts';
import type { Asset, Release } from '../core/release.ts';
import type { ChangeDetail } from './classify-release.ts';

/** Assets added, removed and replaced. What we never knew about (a poorer source told of the release) is no change. */
export function assetChanges(held: Release, now: Release): ChangeDetail[] {
  if (held.assets === undefined && held.id === undefined) return [];
  const before = new Map(held.assets?.map((asset) => [asset.name, asset]));
  const after = new Map(now.assets?.map((asset) => [asset.name, asset]));
  const changes: ChangeDetail[] = [];
  for (const name of [...new Set([...before.keys(), ...after.keys()])].sort(compareText)) {
    const change = assetChange(name, before.get(name), after.get(name));
    if (change !== undefined) changes.push(change);
  }
  return changes;
}

function assetChange(
  name: string,
  before: Asset | undefined,
  after: Asset | undefined,
): ChangeDetail | undefined {
  if (before === undefined)
    return { kind: 'asset-added', subject: name, ...(after && { after: fingerprint(after) }) };
  if (after === undefined) return { kind: 'asset-removed', subject: name, before: fingerprint(before) };
  const [old, now] = comparable(before, after);
  return old === now ? undefined : { kind: 'asset-replaced', subject: name, before: old, after: now };
}

// Digests tell if both are of one algorithm; else sizes do. What only one side knows says nothing.
function comparable(before: Asset, after: Asset): [string, string] {
  if (before.digest !== undefined && after.digest !== undefined && algorithm(before) === algorithm(after)) {
    return [before.digest, after.digest];
  }
  if (before.size !== undefined && after.size !== undefined) return [String(before.size), String(after.size)];
  return ['', ''];
}

function algorithm({ digest }: Asset): string | undefined {
  return digest?.split(/[:-]/, 1)[0];
}

function fingerprint({ digest, size }: Asset): string {
  return digest ?? String(size ?? 0);
}
