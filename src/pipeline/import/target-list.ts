import { join } from 'node:path';
import { purlOfAddress } from '../../core/address.ts';
import { parsePackage } from '../../core/package.ts';
import type { Project } from '../../core/project.ts';
import { ConfigError } from '../../platform/errors.ts';
import { listNames, readFileIfThere } from '../../platform/files.ts';
import { WATCHLISTS_PATH } from '../../store/paths.ts';
import { isListName, parseWatchlist } from '../../store/watchlists.ts';
import { openWorkspace } from '../workspace.ts';

/** A project of the list that is written to. */
export interface Listed {
  /** Its place in the list. */
  readonly index: number;
  readonly uses: string | undefined;
}

/** The list that an import writes to, and what all lists follow. */
export interface TargetList {
  readonly list: string;
  readonly path: string;
  /** Undefined where the list is still to be made. */
  readonly text: string | undefined;
  readonly listed: ReadonlyMap<string, Listed>;
  readonly projects: readonly Project[];
}

/**
 * Opens the watchlist of a project folder that has this name; it need not be there yet.
 * @throws ConfigError with every problem of every list, and for a name that is none
 */
export async function openTargetList(root: string, list: string): Promise<TargetList> {
  if (!isListName(list)) {
    throw new ConfigError(`“${list}” is no name of a watchlist`, {
      remedy: 'use lower-case letters, digits, “-”, “_” and “.”, at most 64',
    });
  }
  const folder = join(root, 'data', WATCHLISTS_PATH);
  const hasLists = (await listNames(folder, '')).some((name) => /\.ya?ml$/.test(name));
  const projects = hasLists ? (await openWorkspace(root)).projects : [];
  const path = join(folder, `${list}.yml`);
  const text = await readFileIfThere(path);
  return { list, path, text, listed: text === undefined ? new Map() : listedIn(list, text), projects };
}

function listedIn(list: string, text: string): ReadonlyMap<string, Listed> {
  const listed = new Map<string, Listed>();
  for (const [index, item] of (parseWatchlist(list, text).watchlist?.projects ?? []).entries()) {
    const watched = typeof item === 'string' ? { package: item } : item;
    const named = watched.package.startsWith('pkg:') ? watched.package : purlOfAddress(watched.package);
    // Both are packages: the workspace has been opened.
    const { purl } = parsePackage(named ?? watched.package);
    if (!listed.has(purl)) listed.set(purl, { index, uses: watched.uses });
  }
  return listed;
}
