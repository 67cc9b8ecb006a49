import { packageName } from '../../core/package.ts';
import { toUpstream } from '../../core/to-upstream.ts';
import type { Upstream } from '../../core/upstream.ts';
import { fingerprint } from '../memory.ts';
import { type Asking, packageByPackage, type Reading } from '../package-by-package.ts';
import { highest } from './go-version.ts';
import { namesOneMajor } from './module-path.ts';
import { type Dates, readDates } from './read-dates.ts';
import type { VersionAt } from './read-files.ts';
import { readLists } from './read-lists.ts';
import { type Mods, readMods } from './read-mods.ts';
import { readNotes } from './read-notes.ts';
import { toReleases } from './to-releases.ts';

/**
 * Go modules, from the public proxy or another one. A purl without a major version follows all of them: their versions say
 * which is which. https://go.dev/ref/mod#goproxy-protocol
 */
export const golang = packageByPackage({
  id: 'golang',
  title: 'Go modules',
  types: ['golang'],
  gives: {
    date: 'the commit’s, which may be long before the release',
    notes: 'changelog in the module',
    digests: 'none',
    deletion: 'not visible: a proxy keeps what it has served',
  },
  check: 'the list of versions of each major version',
  homes: 'proxy.golang.org; `repository_url` names another proxy',
  example: {
    address: 'https://pkg.go.dev/github.com/BurntSushi/toml',
    purl: 'pkg:golang/github.com/BurntSushi/toml',
  },
  environment: {},
  home: 'https://proxy.golang.org',
  atOnce: 4,
  read,
});

async function read(asking: Asking): Promise<Reading> {
  const { memory, held } = asking;
  const lists = await readLists(asking);
  if ('status' in lists) return lists;
  const print = fingerprint(lists.map(({ module, versions }) => [module.path, versions]));
  if (memory?.['lists'] === print && memory['unfinished'] === undefined) return { status: 'unchanged' };

  const versions = lists.flatMap((list) =>
    list.versions.map((version) => ({ module: list.module, version })),
  );
  const top = highest(versions.map(({ version }) => version));
  const newest = versions.find(({ version }) => version === top);
  const mods = await readMods(asking, lists);
  const dates = await readDates(asking, versions);
  const notes = await readNotes(asking, newest);
  const parts = [mods, dates, notes];
  const dropped = [...lists.map((list) => list.dropped), ...parts.map(({ failed }) => failed)];
  return {
    status: 'listed',
    listings: {
      upstream: describe(asking, newest, mods, dates),
      releases: toReleases(held, lists, { mods, dates, notes }),
      complete: true,
      dropped: dropped.reduce((sum, count) => sum + count, 0),
    },
    receipts: [],
    memory: {
      lists: print,
      ...mods.memory,
      ...dates.memory,
      ...notes.memory,
      ...(parts.some(({ isFinished }) => !isFinished) && { unfinished: 'yes' }),
    },
  };
}

// A go.mod names its module: where that is another one, the project has moved. Without a new one, what we hold still counts.
function describe(
  { package: pkg, held }: Asking,
  newest: VersionAt | undefined,
  mods: Mods,
  dates: Dates,
): Upstream {
  const said = mods.byModule.get(newest?.module.path ?? '')?.module;
  const path = packageName(pkg);
  const name = namesOneMajor(path) ? said : said?.replace(/\/v\d+$/, '');
  return toUpstream({
    name: name ?? held?.upstream.name ?? path,
    repository:
      dates.infos.get(newest?.version ?? '')?.repository ??
      held?.upstream.repository ??
      guessRepository(path),
  });
}

// What was cached before 2022 does not say where it came from.
function guessRepository(path: string): string | undefined {
  const [found] = /^(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)\/[^/]+\/[^/]+/.exec(path) ?? [];
  return found && `https://${found}`;
}
