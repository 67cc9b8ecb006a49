import { parsePackage } from '../../src/core/package.ts';
import type { ProjectView } from '../../src/site.ts';
import { aProject, aRelease } from '../build-release.ts';
import { aView } from './build-site.ts';

export const NAMES = ['a', 'b', 'c', 'd', 'e'];

/** Five projects of three releases, whose notes name them. */
export function fiveProjects(): ProjectView[] {
  return NAMES.map((name) => {
    const project = aProject({ id: name, package: parsePackage(`pkg:npm/${name}`) });
    const releases = [1, 2, 3].map((minor) =>
      aRelease({ version: `1.${minor}.0`, notes: [`${name}${minor}`], notesFrom: 'release' }),
    );
    return aView(releases, project);
  });
}
