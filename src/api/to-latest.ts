import type { HeldProject } from './held.ts';
import type { ApiLatest } from './shapes/latest.ts';
import { toOpening } from './to-opening.ts';

/** The version to use of each project that has one. */
export function toLatest(projects: readonly HeldProject[], site: string): ApiLatest {
  const latest = projects.flatMap(({ project, standing }): [string, ApiLatest['projects'][string]][] => {
    if (standing.latest === undefined) return [];
    const { version, at, release } = standing.latest;
    const tag = release.version === version ? {} : { tag: release.version };
    return [[project.id, { version, ...tag, at, package: project.package.purl }]];
  });
  return { ...toOpening('latest', site), projects: Object.fromEntries(latest) };
}

const PLAIN = /^[!-~]{1,255}$/;

/**
 * The same of one project, as a line for scripts. Undefined where there is none, and for a version with anything but ASCII
 * characters that can be seen: what upstream calls a release ends up in a shell.
 */
export function latestText({ standing: { latest } }: Pick<HeldProject, 'standing'>): string | undefined {
  return latest !== undefined && PLAIN.test(latest.version) ? `${latest.version}\n` : undefined;
}
