import { encodePart } from '../encode-part.ts';
/** One part of an image's name. https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests */
export const IMAGE_PART = /^[a-z0-9][a-z0-9._-]*$/;

/** The page of a repository at Docker Hub: official images have no owner there. */
export function hubPage(name: string): string {
  const official = /^(?:library\/)?([^/]+)$/.exec(name)?.[1];
  return official === undefined
    ? `https://hub.docker.com/r/${encodePath(name)}`
    : `https://hub.docker.com/_/${encodePart(official)}`;
}

/** The page of one of its tags: the list, narrowed to its name. */
export function hubTagPage(name: string, tag: string): string {
  return `${hubPage(name)}/tags?name=${encodePart(tag)}`;
}

/** A path of names, each encoded. */
export function encodePath(path: string): string {
  return path.split('/').map(encodePart).join('/');
}
