import type { Project } from '../core/project.ts';
import type { Scheme } from '../versions/scheme.ts';
import { SCHEMES, schemeOf } from '../versions/schemes.ts';

/**
 * How the versions of a project compare: as the watchlist says, else as its package's registry demands. A repository demands nothing:
 * its project follows the first channel that does.
 */
export function schemeOfProject({ package: pkg, channels, track }: Project): Scheme {
  const own = schemeOf(pkg.type, track.scheme);
  if (track.scheme !== undefined || own !== SCHEMES.loose) return own;
  const demands = channels.map(({ type }) => schemeOf(type)).filter((scheme) => scheme !== SCHEMES.loose);
  return demands.find(({ id }) => id !== 'docker') ?? own;
}
