import { parsePackage } from '../../core/package.ts';
import type { Skipped } from '../../inventory/used.ts';
import { ConfigError } from '../../platform/errors.ts';
import { writeFileAtomic } from '../../platform/files.ts';
import type { NewProject } from '../../store/add-to-watchlist.ts';
import { editList } from './edit-list.ts';
import { newProjects } from './new-projects.ts';
import type { InventoryFile } from './read-inventories.ts';
import type { TargetList } from './target-list.ts';
import { type Choice, chooseWanted, type Wanted } from './wanted.ts';

/** A version in use that the list has otherwise, or not at all. */
interface Changed {
  readonly package: string;
  readonly from: string | undefined;
  readonly to: string;
}

/** What an import would do: the list and its new text. */
export interface ImportPlan {
  readonly path: string;
  readonly text: string;
  readonly isNew: boolean;
  readonly added: readonly NewProject[];
  readonly changed: readonly Changed[];
  /** How many stand in the list as they are in use. */
  readonly unchanged: number;
  /** In use in several versions, lowest first: that one is written. */
  readonly several: readonly { readonly package: string; readonly versions: readonly string[] }[];
  /** With a version in the list, and not in the files; they stay as they are. */
  readonly gone: readonly { readonly package: string; readonly uses: string }[];
  readonly skipped: readonly (Skipped & { readonly file?: string })[];
}

export interface ImportOptions extends Choice {
  /** The day from which on the releases of new projects are fetched. */
  readonly since: string;
}

/**
 * Plans to write what files say is in use into a watchlist; nothing is written.
 * @throws ConfigError for a list that cannot be edited, and where there is nothing to make a new one of
 */
export function planImport(
  target: TargetList,
  files: readonly InventoryFile[],
  options: ImportOptions,
): ImportPlan {
  const { listed, projects } = target;
  const { wanted, skipped } = chooseWanted(files, options, projects);
  const primary = new Set(projects.map((project) => project.package.purl));
  const channels = new Map(
    projects.flatMap(({ channels, name }) => channels.map(({ purl }) => [purl, name])),
  );
  const fresh = wanted.filter(({ package: { purl } }) => !listed.has(purl));
  const [joined, added] = split(fresh, ({ package: { purl } }) => channels.has(purl) && !primary.has(purl));
  const items = newProjects(added, projects, options.since);
  if (target.text === undefined && items.length === 0) {
    const remedy =
      'name a file with packages of which a source reads the releases; docs/what-you-use.md has the formats';
    throw new ConfigError(`there is nothing to make the list “${target.list}” of`, { remedy });
  }
  const { versions, changed, unchanged } = compareUses(wanted, listed);
  return {
    path: target.path,
    text: editList(target, versions, items),
    isNew: target.text === undefined,
    added: items,
    changed,
    unchanged,
    several: wanted
      .filter((one) => one.versions.length > 1)
      .map((one) => ({ package: one.package.purl, versions: one.versions })),
    gone: goneFrom(listed, files),
    skipped: [
      ...files.flatMap(({ path, inventory }) => inventory.skipped.map((one) => ({ file: path, ...one }))),
      ...skipped,
      ...joined.map(({ package: { purl } }) => ({ text: purl, why: channelOf(channels.get(purl)) })),
    ],
  };
}

/** Writes the planned list, if its bytes differ. */
export async function performImport({ path, text }: ImportPlan): Promise<void> {
  await writeFileAtomic(path, text);
}

function channelOf(name = ''): string {
  return `is followed already, as a channel of “${name}”`;
}

function split<T>(all: readonly T[], isFirst: (one: T) => boolean): readonly [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

/** What is listed with another version than is in use. Where no version is told, the list’s stays. */
function compareUses(wanted: readonly Wanted[], listed: TargetList['listed']) {
  const versions = new Map<number, string>();
  const changed: Changed[] = [];
  let unchanged = 0;
  for (const { package: pkg, uses } of wanted) {
    const known = listed.get(pkg.purl);
    if (known === undefined) continue;
    if (uses === undefined || uses === known.uses) unchanged += 1;
    else {
      versions.set(known.index, uses);
      changed.push({ package: pkg.purl, from: known.uses, to: uses });
    }
  }
  return { versions, changed, unchanged };
}

function goneFrom(listed: TargetList['listed'], files: readonly InventoryFile[]): ImportPlan['gone'] {
  const used = new Set(files.flatMap(({ inventory }) => inventory.used.map((one) => one.package)));
  // A lock file of npm says nothing about packages of PyPI.
  const types = new Set([...used].map((purl) => parsePackage(purl).type));
  return [...listed].flatMap(([purl, { uses }]) => {
    const isGone = uses !== undefined && !used.has(purl) && types.has(parsePackage(purl).type);
    return isGone ? [{ package: purl, uses }] : [];
  });
}
