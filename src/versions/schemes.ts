import type { SchemeId } from '../core/watchlist.ts';
import { calver } from './calver.ts';
import { composer } from './composer.ts';
import { debian } from './debian.ts';
import { docker } from './docker.ts';
import { go } from './go.ts';
import { loose } from './loose.ts';
import { maven } from './maven.ts';
import { nuget } from './nuget.ts';
import { pep440 } from './pep440.ts';
import { rpm } from './rpm.ts';
import { rubygems } from './rubygems.ts';
import type { Scheme } from './scheme.ts';
import { semver } from './semver.ts';

/** All schemes by the name that a watchlist uses. */
export const SCHEMES: Readonly<Record<SchemeId, Scheme>> = {
  semver,
  pep440,
  maven,
  debian,
  rpm,
  rubygems,
  composer,
  nuget,
  go,
  calver,
  docker,
  loose,
};

/** The scheme of the versions of a purl type; loose where there is none. */
export const BY_TYPE: ReadonlyMap<string, SchemeId> = new Map([
  ['npm', 'semver'],
  ['cargo', 'semver'],
  ['pypi', 'pep440'],
  ['maven', 'maven'],
  ['deb', 'debian'],
  ['rpm', 'rpm'],
  ['gem', 'rubygems'],
  ['composer', 'composer'],
  ['nuget', 'nuget'],
  ['golang', 'go'],
  ['docker', 'docker'],
  ['oci', 'docker'],
]);

/** The scheme of a purl type; a watchlist's `track.scheme` goes before it. */
export function schemeOf(type: string, chosen?: SchemeId): Scheme {
  return SCHEMES[chosen ?? BY_TYPE.get(type) ?? 'loose'];
}
