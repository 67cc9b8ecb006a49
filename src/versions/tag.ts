/** A tag taken apart: `@astrojs/node@9.1.0` is version 9.1.0 of the component @astrojs/node. */
export interface TaggedVersion {
  readonly component: string | undefined;
  readonly version: string;
}

const LONGEST = 255;
const PLAIN = /^v?(?=\d)/i;

/**
 * The version in a tag, and the component of a monorepo that it belongs to. `pattern` is a watchlist's `track.match`:
 * tags that it does not match are none of the project's. Undefined where a tag names no version.
 */
export function readTag(tag: string, pattern?: string): TaggedVersion | undefined {
  if (tag.length > LONGEST) return undefined;
  if (pattern !== undefined) {
    const version = new RegExp(`^(?:${pattern})$`, 'u').exec(tag)?.groups?.['version'];
    return version === undefined ? undefined : { component: undefined, version };
  }
  if (PLAIN.test(tag)) return { component: undefined, version: tag.replace(PLAIN, '') };
  const cut = versionStart(tag);
  if (cut === undefined) return undefined;
  return { component: tag.slice(0, cut - 1), version: tag.slice(cut).replace(PLAIN, '') };
}

// After the last @ of name@1.2.3, else after the first separator before a number: name-v1.2.3, name/v1.2.3, name_1.2.
function versionStart(tag: string): number | undefined {
  const at = tag.lastIndexOf('@') + 1;
  if (at > 1 && PLAIN.test(tag.slice(at))) return at;
  for (const { index } of tag.matchAll(/[-/_]/g)) {
    if (index > 0 && PLAIN.test(tag.slice(index + 1))) return index + 1;
  }
  return undefined;
}

const NO_COMPONENT = new Set(['release', 'releases', 'version', 'ver', 'stable', 'v', 'tag', 'tags']);

/** Whether a component of a monorepo's tag means the project itself, known by any of these names. */
export function isOwnComponent(component: string | undefined, names: readonly string[]): boolean {
  if (component === undefined || NO_COMPONENT.has(component.toLowerCase())) return true;
  return names.some((name) => name.toLowerCase() === component.toLowerCase());
}
