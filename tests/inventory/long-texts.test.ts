import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { InvalidInventory } from '../../src/inventory/invalid-inventory.ts';
import { readInventory } from '../../src/inventory/read-inventory.ts';

const MANY = 500_000;

const NEEDS = Object.fromEntries(Array.from({ length: MANY / 10 }, (_, index) => [`a${index}`, '1']));

/** Texts that would take minutes or days if any part of them were gone through once for each other part. */
const LONG: readonly (readonly [title: string, name: string, text: string])[] = [
  [
    'entries of yarn.lock',
    'yarn.lock',
    `# yarn lockfile v1\n${'a@1:\n  version "1.0.0"\n'.repeat(MANY / 2)}`,
  ],
  ['lines that are continued', 'requirements.txt', `a==1\n${'\\\n'.repeat(MANY)}`],
  [
    'spaces and comments',
    'requirements.txt',
    `a==1\nb${' '.repeat(MANY)}?\n${'# '.repeat(MANY)}x\n# via ${'\n'.repeat(MANY)}`,
  ],
  ['instructions that are continued', 'Dockerfile', `FROM a:1\n${'RUN \\\n'.repeat(MANY)}x\n`],
  ['options of an instruction', 'Dockerfile', `FROM a:1\nRUN --mount=${',mount='.repeat(MANY)}\n`],
  ['texts that do not end', 'x.spdx', `SPDXVersion: SPDX-2.3\n${'<text>\n'.repeat(MANY)}`],
  ['empty lines', 'ci.yml', `jobs: {}${'\n'.repeat(MANY)}x:`],
  [
    'spaces before a bracket',
    'bun.lock',
    `{"lockfileVersion": 1, "workspaces": {}${' '.repeat(MANY)},${' '.repeat(MANY)}}`,
  ],
  [
    'comments that do not end',
    'bun.lock',
    `{"lockfileVersion": 1, "workspaces": {}, "x": ${'/*'.repeat(MANY)}`,
  ],
  [
    'a text that does not end',
    'bun.lock',
    `{"lockfileVersion": 1, "workspaces": {}, "x": "${'\\"'.repeat(MANY)}`,
  ],
  ['one name in many versions, needed often', 'uv.lock', uvOfOneName(MANY / 50)],
  [
    'one name that needs much',
    'poetry.lock',
    `${'[[package]]\nname = "a"\n[package.dependencies]\nb = "1"\n'.repeat(MANY / 50)}[metadata]\nlock-version = "2.1"\n`,
  ],
  [
    'parts of a part',
    'bom.json',
    JSON.stringify({ bomFormat: 'CycloneDX', components: [{ components: Array(MANY).fill({ name: 'a' }) }] }),
  ],
  [
    'feeds in a folder',
    'x.opml',
    `<opml><body><outline>${'<outline/>'.repeat(MANY / 2)}</outline></body></opml>`,
  ],
  ['here-documents of one instruction', 'Dockerfile', `FROM a:1\nRUN ${'<<A '.repeat(MANY)}\n`],
  [
    'a workspace that needs much',
    'package-lock.json',
    JSON.stringify({ lockfileVersion: 3, packages: { ['x'.repeat(MANY)]: { dependencies: NEEDS } } }),
  ],
  [
    'a package that needs much',
    'bun.lock',
    JSON.stringify({
      lockfileVersion: 1,
      workspaces: { '': { name: 'x'.repeat(MANY), dependencies: NEEDS } },
      packages: { [`${'@'.repeat(MANY)}/`]: [] },
    }),
  ],
  [
    'an address',
    'package-lock.json',
    JSON.stringify({
      lockfileVersion: 3,
      packages: { 'node_modules/a': { version: '1', resolved: `https://x${'/-/'.repeat(MANY)}` } },
    }),
  ],
];

function uvOfOneName(count: number): string {
  const needs = '{ name = "b" },\n'.repeat(count);
  const app = `[[package]]\nname = "a"\nversion = "1"\nsource = { virtual = "." }\ndependencies = [\n${needs}]\n`;
  const versions = Array.from(
    { length: count },
    (_, index) => `[[package]]\nname = "b"\nversion = "${index}"\nsource = { registry = "x" }\n`,
  );
  return app + versions.join('');
}

describe('what is long', () => {
  for (const [title, name, text] of LONG) {
    test(`${title}: a time that grows with the text`, { timeout: 20_000 }, async () => {
      const error = await readInventory(name, text).then(
        () => undefined,
        (cause: unknown) => cause,
      );
      assert.ok(error === undefined || error instanceof InvalidInventory, String(error));
    });
  }
});
