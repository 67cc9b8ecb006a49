import type { Project } from '../../core/project.ts';
import { type Asked, toAsked } from '../../enrich/advisories/asked.ts';
import { planFetch } from '../fetch-plan.ts';

/** What is asked of the databases of advisories. */
export interface AdvisePlan {
  readonly asked: readonly Asked[];
  /** Packages that no database knows by name: repositories, images, private homes. */
  readonly unasked: readonly string[];
  /** All that could be asked: a record is kept with what it says of any of them. */
  readonly followed: readonly Asked[];
}

/** @throws ConfigError if `only` names a package that no list follows */
export function planAdvise(projects: readonly Project[], only?: ReadonlySet<string>): AdvisePlan {
  const followed = planFetch(projects).map(({ package: pkg }) => pkg);
  const wanted = planFetch(projects, only).map(({ package: pkg }) => pkg);
  return {
    asked: wanted.flatMap((pkg) => toAsked(pkg) ?? []),
    unasked: wanted.filter((pkg) => toAsked(pkg) === undefined).map(({ purl }) => purl),
    followed: followed.flatMap((pkg) => toAsked(pkg) ?? []),
  };
}

/** What `--dry-run` shows: a line a package. */
export function describePlan({ asked, unasked }: AdvisePlan): string {
  const lines = [
    ...asked.map(({ purl, ecosystem, name }) => `${purl}  as ${name} of ${ecosystem}`),
    ...unasked.map((purl) => `${purl}  is not asked: it has no ecosystem`),
  ];
  return `${[...lines, `${asked.length} packages to ask for, ${unasked.length} without an ecosystem`].join('\n')}\n`;
}
