import { parse } from 'semver';
import { compareText } from '../../src/core/compare-text.ts';
import { SCHEMES } from '../../src/versions/schemes.ts';
import { measure } from './measure.ts';
import { machine, printTable, spread } from './print-table.ts';

// Sorts 100,000 versions by each scheme, as ratios to sorting the same texts by code point, and to the semver package.

const COUNT = 100_000;
const ROUNDS = 5;

const VERSIONS = Array.from({ length: COUNT }, (_, number) => {
  // Not in order, and each once: 7919 and the count have no common divisor.
  const mixed = (number * 7919) % COUNT;
  const end = mixed % 5 === 0 ? `-rc.${mixed % 7}` : '';
  return `${mixed % 40}.${Math.floor(mixed / 40) % 50}.${Math.floor(mixed / 2000)}${end}`;
});

const SORTS: readonly (readonly [string, () => unknown])[] = [
  ['semver package', () => sortByPackage()],
  ...Object.values(SCHEMES).map(({ id, sort }) => [id, () => sort(VERSIONS)] as const),
];

const rows: string[][] = [];
let byPackage: readonly number[] = [];
for (const [name, sort] of SORTS) {
  const times: number[] = [];
  const texts: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    texts.push((await measure(async () => VERSIONS.toSorted(compareText))).time.cpu);
    times.push((await measure(async () => sort())).time.cpu);
  }
  if (byPackage.length === 0) byPackage = times;
  rows.push([
    name,
    spread(times),
    spread(times.map((time, round) => time / (texts[round] ?? 1))),
    spread(times.map((time, round) => time / (byPackage[round] ?? 1))),
  ]);
}
printTable(`versions: ${COUNT} sorted; median, lowest and highest of ${ROUNDS} rounds (${machine()})`, [
  ['', 'cpu s', '× text sort', '× semver package'],
  ...rows,
]);

function sortByPackage(): unknown {
  const parsed = VERSIONS.map((version) => parse(version)).filter((version) => version !== null);
  return parsed.sort((a, b) => a.compare(b));
}
