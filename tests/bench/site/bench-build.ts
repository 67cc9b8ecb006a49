import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeProject } from '../make-project.ts';
import { writePeerInput } from '../peers/peer-input.ts';
import { type Peer, preparePeers } from '../peers/peers.ts';
import { buildSite } from './build-site.ts';
import { printCosts } from './print-costs.ts';
import { type Costs, measurePeers, measureTidings } from './rounds.ts';

/** How large the made-up site is, and how often each generator builds it. */
export interface Size {
  readonly projects: number;
  readonly releases: number;
  readonly rounds: number;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Builds a made-up site, beside other generators that make the same pages and feeds in the same rounds. */
export async function benchBuild(size: Size): Promise<void> {
  const folder = await mkdtemp(join(await scratchFolder(), 'tidings-bench-build-'));
  const root = join(folder, 'project');
  const costs: Costs = { of: new Map(), files: new Map() };
  try {
    const { peers, asked } = await prepare(root, folder, size);
    const out = join(folder, 'out');
    for (let round = 0; round < size.rounds; round += 1) {
      await measurePeers(peers, { out, asked }, costs, say);
      await measureTidings(root, costs, say);
    }
    printCosts(costs, size);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Makes the site of Tidings, and out of it what the others are given, and asked for. */
async function prepare(
  root: string,
  folder: string,
  { projects, releases }: Size,
): Promise<{ peers: Peer[]; asked: string[] }> {
  await makeProject(root, projects, releases);
  await buildSite(root, say);
  const input = join(folder, 'input');
  const asked = await writePeerInput(join(root, 'data'), join(root, 'dist'), input);
  return { peers: await preparePeers(input, folder, say), asked };
}

// In memory, since how fast a disk is says nothing of a generator.
async function scratchFolder(): Promise<string> {
  try {
    await access('/dev/shm');
    return '/dev/shm';
  } catch {
    say('There is no /dev/shm: the disk is measured too.');
    return tmpdir();
  }
}
