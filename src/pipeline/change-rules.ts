import type { Instant } from '../core/instant.ts';
import type { Package } from '../core/package.ts';
import type { ChangeRules } from '../store/classify-release.ts';
import { floatingAmong } from '../versions/floating-tags.ts';
import { schemeOf } from '../versions/schemes.ts';

/**
 * The rules by which two states of a package become changes. Of an image they depend on all of its tags: those that point at others
 * move with each version.
 */
export function changeRules(
  { type }: Package,
  tags: readonly string[],
  isRolling: (version: string) => boolean,
  at: Instant,
): ChangeRules {
  const scheme = schemeOf(type);
  if (!scheme.hasCopies) return { at, isRolling };
  const isFloating = floatingAmong(tags, scheme.facts);
  return { at, isImage: true, isRolling: (tag) => isRolling(tag) || isFloating(tag) };
}
