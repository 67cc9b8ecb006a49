import { INVENTORY_FORMATS } from '../../src/inventory/formats.ts';
import { readInventory } from '../../src/inventory/read-inventory.ts';
import { measure } from './measure.ts';
import { figure, machine, median, printTable, spread } from './print-table.ts';

// Reads lock files and bills of growing size, as ratios to bare JSON.parse of the same text (of YAML, TOML and XML: of the same facts
// as JSON), and each size to the one before it.

const SIZES = [200, 2000, 20_000];
const ROUNDS = 7;

interface Sample {
  readonly name: string;
  readonly write: (packages: readonly Fact[]) => string;
}

interface Fact {
  readonly name: string;
  readonly version: string;
  readonly needs: readonly string[];
}

const HASH = `sha512-${'Q'.repeat(86)}==`;

function facts(count: number): Fact[] {
  return Array.from({ length: count }, (_, index) => ({
    name: index % 4 === 0 ? `@scope${index % 50}/part-${index}` : `part-${index}`,
    version: `${index % 9}.${index % 31}.${index % 7}`,
    needs: [index + 1, index * 2 + 1]
      .filter((other) => other < count && other % 4 !== 0)
      .map((other) => `part-${other}`),
  }));
}

const SAMPLES: readonly Sample[] = [
  { name: 'package-lock.json', write: npmLock },
  { name: 'bom.json', write: cyclonedx },
  { name: 'yarn.lock', write: yarnLock },
  { name: 'pnpm-lock.yaml', write: pnpmLock },
  { name: 'uv.lock', write: uvLock },
];

function npmLock(all: readonly Fact[]): string {
  const root = {
    name: 'app',
    dependencies: Object.fromEntries(all.slice(0, 50).map(({ name }) => [name, '*'])),
  };
  const places = all.map(({ name, version, needs }) => {
    const dependencies = Object.fromEntries(needs.map((need) => [need, '*']));
    return [`node_modules/${name}`, { version, integrity: HASH, license: 'MIT', dependencies }] as const;
  });
  return JSON.stringify(
    { lockfileVersion: 3, packages: { '': root, ...Object.fromEntries(places) } },
    undefined,
    2,
  );
}

function cyclonedx(all: readonly Fact[]): string {
  const components = all.map(({ name, version }) => ({
    'bom-ref': name,
    type: 'library',
    name,
    version,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    hashes: [{ alg: 'SHA-512', content: HASH }],
  }));
  const dependencies = all.map(({ name, needs }) => ({ ref: name, dependsOn: needs }));
  return JSON.stringify(
    { bomFormat: 'CycloneDX', specVersion: '1.5', components, dependencies },
    undefined,
    2,
  );
}

function yarnLock(all: readonly Fact[]): string {
  const blocks = all.map(({ name, version, needs }) => {
    const below = needs.map((need) => `    ${need} "*"\n`).join('');
    return `"${name}@*":\n  version "${version}"\n  integrity ${HASH}\n${below === '' ? '' : `  dependencies:\n${below}`}`;
  });
  return `# yarn lockfile v1\n\n${blocks.join('\n')}`;
}

function pnpmLock(all: readonly Fact[]): string {
  const asked = all
    .slice(0, 50)
    .map(({ name, version }) => `      '${name}':\n        specifier: '*'\n        version: ${version}\n`);
  const packages = all.map(
    ({ name, version }) => `  '${name}@${version}':\n    resolution: {integrity: ${HASH}}\n`,
  );
  const snapshots = all.map(({ name, version }) => `  '${name}@${version}': {}\n`);
  return `lockfileVersion: '9.0'\n\nimporters:\n  .:\n    dependencies:\n${asked.join('')}\npackages:\n${packages.join('\n')}\nsnapshots:\n${snapshots.join('\n')}`;
}

function uvLock(all: readonly Fact[]): string {
  const registry = 'source = { registry = "https://index.example/simple" }';
  const packages = all.map(({ name, version, needs }) => {
    const below = needs.map((need) => `    { name = "${need}" },\n`).join('');
    return `[[package]]\nname = "${name.replace(/\W+/g, '-')}"\nversion = "${version}"\n${registry}\ndependencies = [\n${below}]\n`;
  });
  return `version = 1\n\n${packages.join('\n')}`;
}

const rows: string[][] = [];
for (const { name, write } of SAMPLES) {
  let smaller: number | undefined;
  for (const size of SIZES) {
    const all = facts(size);
    const text = write(all);
    const json = text.startsWith('{')
      ? text
      : JSON.stringify(all.map((fact) => ({ ...fact, integrity: HASH })));
    const times: number[] = [];
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const bare = (await measure(async () => JSON.parse(json))).time.cpu;
      const { cpu } = (await measure(() => readInventory(name, text))).time;
      times.push(cpu * 1000);
      ratios.push(cpu / bare);
    }
    const growth = smaller === undefined ? '' : figure(median(times) / smaller);
    rows.push([`${name}, ${size}`, figure(text.length / 1000), spread(times), spread(ratios), growth]);
    smaller = median(times);
  }
}
printTable(
  `inventory: ${INVENTORY_FORMATS.length} formats, these read; median, lowest and highest of ${ROUNDS} rounds (${machine()})`,
  [['', 'KB', 'cpu ms', '× JSON.parse', '× the size before'], ...rows],
);
