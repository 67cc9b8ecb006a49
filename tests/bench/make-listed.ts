import { parsePackage } from '../../src/core/package.ts';
import type { PackageRecord } from '../../src/core/package-record.ts';
import type { Project } from '../../src/core/project.ts';
import { newestFirst, type Release } from '../../src/core/release.ts';
import { projectEntries } from '../../src/derive/entries.ts';
import type { Entry } from '../../src/derive/entry.ts';
import type { Says } from '../../src/derive/says.ts';
import { createRandom } from './make-notes.ts';
import { SEEN } from './make-record.ts';

const SYLLABLES = 'ba co di fu go hy je ka lo mi no pe qua ri so ta u ve wo xi yo ze'.split(' ');
const FIRST = Date.UTC(2020, 0, 1);
const DAY = 86_400_000;

interface Listed {
  readonly project: Project;
  readonly entries: readonly Entry[];
}

/**
 * Projects whose names, versions and days are as hard to make small as those of real ones: names of random syllables, steps and
 * pauses of random length, tags with a `v`, and one project in ten that puts packages before its versions.
 */
export function makeListed(
  projects: number,
  releases: number,
): { projects: Listed[]; says: Says; asOf: string } {
  const random = createRandom(projects * releases);
  const says = new Map<Entry, number>();
  const all = Array.from({ length: projects }, (_, number) => {
    const one = makeOne(number, releases, random);
    for (const entry of one.entries) says.set(entry, random());
    return one;
  });
  const share = (entry: Entry) => says.get(entry) ?? 1;
  return {
    projects: all,
    asOf: SEEN,
    says: { breaks: (entry) => share(entry) < 0.15, secures: (entry) => share(entry) > 0.95 },
  };
}

function makeOne(number: number, releases: number, random: () => number): Listed {
  const name = `${word(random)}-${word(random)}`;
  const isOnGithub = number % 3 === 0;
  const pkg = parsePackage(isOnGithub ? `pkg:github/${word(random)}/${name}` : `pkg:npm/${name}`);
  const project: Project = {
    id: `${name}-${number}`,
    name,
    package: pkg,
    channels: [],
    tags: random() < 0.5 ? ['backend'] : ['frontend', 'build'],
    track: {},
    lists: [],
  };
  const prefix = number % 10 === 0 ? `@${name}/core@` : isOnGithub ? 'v' : '';
  const record: PackageRecord = {
    package: pkg.purl,
    upstream: {},
    importedAt: SEEN,
    releases: makeReleases(releases, prefix, random),
  };
  return { project, entries: projectEntries(project, new Map([[pkg.purl, record]])) };
}

function makeReleases(count: number, prefix: string, random: () => number): Release[] {
  const numbers = [0, 1, 0];
  let at = FIRST;
  const releases = Array.from({ length: count }, (): Release => {
    const place = random() < 0.05 ? 0 : random() < 0.4 ? 1 : 2;
    numbers.splice(place, 3, (numbers[place] ?? 0) + 1, ...[0, 0].slice(0, 2 - place));
    at += DAY * random() ** 2 * 90;
    const version = `${prefix}${numbers.join('.')}${random() < 0.08 ? '-rc.1' : ''}`;
    return { version, publishedAt: `${new Date(at).toISOString().slice(0, 19)}Z`, seenAt: SEEN };
  });
  return releases.sort(newestFirst);
}

function word(random: () => number): string {
  return Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(random)).join('');
}

function pick(random: () => number): string {
  return SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? '';
}
