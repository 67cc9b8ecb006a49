import { giteaHandler } from '../upstream/gitea.ts';
import { makeRelease, makeRepository } from '../upstream/gitea-repository.ts';
import { npmHandler } from '../upstream/npm.ts';
import { makePackage, publish } from '../upstream/npm-package.ts';
import type { Handler } from '../upstream/upstream.ts';
import { BESIDE } from './fifty.ts';

/** What the upstreams hold at first, and after each package has published once more. */
export interface States {
  readonly first: unknown;
  readonly next: unknown;
}

const SUBJECT_VERSIONS = 12;

export function mirroredPackages(state: keyof States): { npm: Handler; gitea: Handler } {
  const all = [...BESIDE.map((name) => makePackage(name, 2)), makePackage('subject', SUBJECT_VERSIONS)];
  const packages = state === 'first' ? all : all.map((pkg) => publish(pkg, '9.0.0'));
  const tags = Array.from({ length: SUBJECT_VERSIONS }, (_, number) =>
    makeRelease(`v1.${number}.0`, number + 1),
  );
  const releases = (state === 'first' ? tags : [...tags, makeRelease('v9.0.0', 20)]).toReversed();
  return {
    npm: npmHandler(packages, { kind: 'full-featured' }),
    gitea: giteaHandler([makeRepository('acme/subject', { releases })]),
  };
}
