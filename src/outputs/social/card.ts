import { packageName } from '../../core/package.ts';
import { packagesOf } from '../../core/project.ts';
import type { ProjectView } from '../../site.ts';

/** What a social image tells: raw text of others, which is made drawable where it is drawn. */
export interface Card {
  /** The first of them that can be drawn is the name. */
  readonly names: readonly string[];
  readonly description: string;
  /** Where it ships: the packages. */
  readonly ships: readonly string[];
}

/** The card of every page that is no project's. */
export const SITE_CARD: Card = {
  names: ['Every release of the software you depend on'],
  description: '',
  ships: ['Kept in git, published as a fast site with feeds'],
};

// More is never seen, and would be measured all the same.
const LONGEST = 400;
const MOST_PACKAGES = 6;

/** The card of a project. No version stands on it: whoever shows it keeps it for weeks, and it would be wrong for most of them. */
export function cardOf({ project, records }: ProjectView): Card {
  const description = records.get(project.package.purl)?.upstream.description ?? '';
  return {
    names: [project.name, packageName(project.package), project.id].map(shorten),
    description: shorten(description),
    ships: packagesOf(project)
      .slice(0, MOST_PACKAGES)
      .map((pkg) => shorten(`${pkg.type} ${packageName(pkg)}`)),
  };
}

function shorten(text: string): string {
  return text.slice(0, LONGEST).toWellFormed();
}
