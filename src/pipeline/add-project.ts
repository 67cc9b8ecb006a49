import { join } from 'node:path';
import { purlOfAddress } from '../core/address.ts';
import { InvalidPackage, type Package, parsePackage } from '../core/package.ts';
import { PURL_REMEDY, packagesOf } from '../core/project.ts';
import { ConfigError } from '../platform/errors.ts';
import { readFileIfThere, writeFileAtomic } from '../platform/files.ts';
import { sourceOf } from '../sources/sources.ts';
import { addToWatchlist } from '../store/add-to-watchlist.ts';
import { WATCHLISTS_PATH } from '../store/paths.ts';
import type { Workspace } from './workspace.ts';

/** What adding a project would do: the file and its new text. */
export interface AddPlan {
  readonly package: Package;
  readonly path: string;
  readonly text: string;
}

/**
 * Plans to add a package to a watchlist; nothing is written.
 * @throws ConfigError for what is no package that a source reads, for one that is followed already, and for an unknown list
 */
export async function planAdd(workspace: Workspace, wanted: string, list: string): Promise<AddPlan> {
  const pkg = readWanted(wanted);
  const owner = workspace.projects.find((project) =>
    packagesOf(project).some(({ purl }) => purl === pkg.purl),
  );
  if (owner !== undefined) {
    throw new ConfigError(`${pkg.purl} is followed already, as “${owner.name}”`, {
      remedy: 'nothing is left to do',
    });
  }
  const path = join(workspace.data, WATCHLISTS_PATH, `${list}.yml`);
  const text = await readFileIfThere(path);
  if (text === undefined) {
    throw new ConfigError(`there is no watchlist ${path}`, {
      remedy: 'create it, or name another with --list',
    });
  }
  return { package: pkg, path, text: addToWatchlist(text, [{ package: pkg.purl }]) };
}

/** Writes the planned text. */
export async function performAdd({ path, text }: AddPlan): Promise<void> {
  await writeFileAtomic(path, text);
}

function readWanted(wanted: string): Package {
  const purl = wanted.startsWith('pkg:') ? wanted : purlOfAddress(wanted);
  const remedy = PURL_REMEDY;
  if (purl === undefined)
    throw new ConfigError(`“${wanted}” is no purl and no address that Tidings knows`, { remedy });
  try {
    const pkg = parsePackage(purl);
    if (sourceOf(pkg.type) !== undefined) return pkg;
    throw new ConfigError(`no source reads “${pkg.type}” packages such as ${pkg.purl}`, { remedy });
  } catch (error) {
    if (!(error instanceof InvalidPackage)) throw error;
    throw new ConfigError(error.message, { cause: error, remedy });
  }
}
