import { cargo } from './cargo/cargo.ts';
import { composer } from './composer/composer.ts';
import { feed } from './feed/feed.ts';
import { gem } from './gem/gem.ts';
import { git } from './git/git.ts';
import { gitea } from './gitea/gitea.ts';
import { github } from './github/github.ts';
import { gitlab } from './gitlab/gitlab.ts';
import { golang } from './golang/golang.ts';
import { maven } from './maven/maven.ts';
import { npm } from './npm/npm.ts';
import { nuget } from './nuget/nuget.ts';
import { oci } from './oci/oci.ts';
import { pypi } from './pypi/pypi.ts';
import type { Source } from './source.ts';

/** Every source. A new one is a file and a line here. */
export const SOURCES: readonly Source[] = [
  github,
  npm,
  gitlab,
  pypi,
  oci,
  cargo,
  maven,
  golang,
  gem,
  nuget,
  composer,
  gitea,
  git,
  feed,
];

/** The source that reads a purl type, if there is one. */
export function sourceOf(type: string): Source | undefined {
  return SOURCES.find(({ types }) => types.includes(type));
}
