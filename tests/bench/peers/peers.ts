import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cost, runMeasured } from '../run-measured.ts';
import { makeEleventy } from './make-eleventy.ts';
import { makeHugo } from './make-hugo.ts';
import { runProgram } from './run-program.ts';

/** Another generator that makes the same pages and feeds of the same input. */
export interface Peer {
  readonly name: string;
  /** Builds them into a folder that is not there yet. */
  readonly build: (out: string) => Promise<Cost>;
}

const PLACE = import.meta.dirname;

/** The peers that can be had on this machine. Of others it is said how they can be had. */
export async function preparePeers(
  input: string,
  folder: string,
  say: (line: string) => void,
): Promise<Peer[]> {
  const bare: Peer = {
    name: 'bare script',
    build: (out) => runMeasured([join(PLACE, 'bare.ts'), input, out]),
  };
  const others = [
    await hugo(input, join(folder, 'hugo'), say),
    await eleventy(input, join(folder, 'eleventy'), say),
  ];
  return [...others.filter((peer) => peer !== undefined), bare];
}

async function hugo(input: string, folder: string, say: (line: string) => void): Promise<Peer | undefined> {
  const program = await findHugo(folder);
  if (program === undefined) {
    say('Hugo is left out: install it (apt-get install hugo), or let apt-get download and dpkg be found');
    return undefined;
  }
  await makeHugo(input, folder);
  const build = async (out: string) => {
    await rm(join(folder, 'resources'), { recursive: true, force: true });
    return runProgram([program, '--quiet', '--destination', out], folder);
  };
  return { name: 'Hugo', build };
}

/** Hugo of this machine, else that of Debian's packages, unpacked beside. */
async function findHugo(folder: string): Promise<string | undefined> {
  try {
    await runProgram(['hugo', 'version']);
    return 'hugo';
  } catch {
    // Not installed.
  }
  const place = join(folder, '../hugo-package');
  try {
    await mkdir(place, { recursive: true });
    await runProgram(['apt-get', 'download', 'hugo'], place);
    await runProgram(['sh', '-c', 'dpkg -x hugo_*.deb .'], place);
    const program = join(place, 'usr/bin/hugo');
    await runProgram([program, 'version']);
    return program;
  } catch {
    return undefined;
  }
}

async function eleventy(
  input: string,
  folder: string,
  say: (line: string) => void,
): Promise<Peer | undefined> {
  await makeEleventy(input, folder);
  try {
    // Only for this run: it is no part of the project. Node comes with npm, or npm is on the path.
    await runProgram(
      ['npm', 'install', '--no-audit', '--no-fund', '--omit=optional', '@11ty/eleventy@3.1.8'],
      folder,
    );
  } catch (error) {
    say(
      `Eleventy is left out, npm cannot install it: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
    );
    return undefined;
  }
  const program = join(folder, 'node_modules/@11ty/eleventy/cmd.cjs');
  return { name: 'Eleventy', build: (out) => runMeasured([program, `--output=${out}`], { folder }) };
}
