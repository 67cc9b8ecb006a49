import { type Package, packageName } from '../../core/package.ts';
import { toUpstream } from '../../core/to-upstream.ts';
import type { Upstream } from '../../core/upstream.ts';
import { failureOf } from '../failure-of.ts';
import type { Asking } from '../package-by-package.ts';
import { describeImage } from './describe-image.ts';
import type { Registry } from './open-registry.ts';
import type { Tag } from './tag.ts';

/** What is known of an image as a whole. */
export interface About {
  readonly upstream: Upstream;
  /** The source of the image that was read just now. */
  readonly commit?: string | undefined;
  /** What was read, to be remembered: then it is not read again. */
  readonly described?: string | undefined;
  /** 1 where it could not be read now. What never can be read is no reason to doubt an absence: the tags are all there. */
  readonly dropped: number;
}

/**
 * Reads what the newest image says of itself, once: the image of a digest never changes. Its date is left alone. When it was
 * built is not when it was published, many builds have a constant there, and one dated release would stand below all the others,
 * whose date is that on which we saw them.
 */
export async function readAbout(asking: Asking, registry: Registry, newest: Tag | undefined): Promise<About> {
  const { memory, package: pkg } = asking;
  const unread = { upstream: heldUpstream(asking), described: memory?.['described'], dropped: 0 };
  if (newest === undefined) return unread;
  const described = `${newest.name} ${newest.digest ?? ''}`;
  if (memory?.['described'] === described) return unread;
  try {
    const { said, commit } = await describeImage(registry, newest.name, newest.digest ?? newest.name);
    const upstream = toUpstream({ ...said, name: packageName(pkg) });
    return { upstream, commit, described, dropped: 0 };
  } catch (error) {
    const isPassing = failureOf(error) === 'passing';
    return isPassing ? { ...unread, described: undefined, dropped: 1 } : { ...unread, described };
  }
}

/** What we hold of an image as a whole: a complete listing without it would clear it. */
export function heldUpstream({ held, package: pkg }: { held: Asking['held']; package: Package }): Upstream {
  return { ...held?.upstream, name: packageName(pkg) };
}
