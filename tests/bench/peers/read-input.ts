import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PeerRelease, type PeerSite, PROJECTS, SITE_FILE } from './peer-project.ts';

/** What `writePeerInput` wrote, with all releases by their paths. */
export function readInput(input: string): PeerSite & { readonly releases: ReadonlyMap<string, PeerRelease> } {
  const site: PeerSite = JSON.parse(readFileSync(join(input, SITE_FILE), 'utf8'));
  const releases = new Map<string, PeerRelease>();
  for (const name of readdirSync(join(input, PROJECTS))) {
    const those: PeerRelease[] = JSON.parse(readFileSync(join(input, PROJECTS, name), 'utf8'));
    for (const one of those) releases.set(one.path, one);
  }
  return { ...site, releases };
}
