import type { Gathering } from './gathering.ts';
import { UNKNOWN } from './interpolate.ts';
import { purlText } from './purl-text.ts';

const HUB = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);
// https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
const PART = /^[a-z0-9][a-z0-9._-]*$/;
const HOST = /^(?:[\w-]+(?:\.[\w-]+)+(?::\d+)?|[\w-]+:\d+|localhost)$/i;

/** Why an image that is the file’s own work is skipped. */
export const BUILT_HERE = 'is built here: give its Dockerfile too';

/**
 * One image as it is pulled, `ghcr.io/acme/tool:1.2@sha256:…`, among what is used. A digest alone, and `latest`, are no version.
 * @param written as it stands in the file, with its variables
 */
export function addImage(gathering: Gathering, reference: string, written = reference): void {
  const [named = ''] = reference.split('@');
  const colon = named.lastIndexOf(':');
  const hasTag = colon > named.lastIndexOf('/');
  const tag = hasTag ? named.slice(colon + 1) : '';
  const path = (hasTag ? named.slice(0, colon) : named).split('/');
  const host = path.length > 1 && HOST.test(path[0] ?? '') ? path.shift() : undefined;
  const version = tag === '' || tag === 'latest' || tag.includes(UNKNOWN) ? undefined : tag;
  if (path.join('').includes(UNKNOWN) || host?.includes(UNKNOWN)) {
    gathering.skip(written, 'is named by a variable that the file does not tell');
  } else if (path.every((part) => PART.test(part))) {
    gathering.add(purlOf(host, path), { version, isDirect: true });
  } else gathering.skip(written, 'is no name of an image');
}

function purlOf(host: string | undefined, path: readonly string[]): string {
  if (host !== undefined && !HUB.has(host))
    return purlText('oci', path.at(-1) ?? '', `${host}/${path.join('/')}`);
  const name = path.join('/');
  return purlText('docker', name.replace(/^library\/(?=[^/]+$)/, ''));
}
