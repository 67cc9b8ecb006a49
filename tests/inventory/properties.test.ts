import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { INVENTORY_FORMATS } from '../../src/inventory/formats.ts';
import { InvalidInventory } from '../../src/inventory/invalid-inventory.ts';
import { formatOf, readInventory } from '../../src/inventory/read-inventory.ts';
import '../arbitrary.ts';

const NAMES = INVENTORY_FORMATS.flatMap(({ names }) => names.map((name) => name.replaceAll('*', 'x')));

// Pieces out of which something like a lock file comes together now and then.
const piece = fc.oneof(
  fc.constantFrom(
    'lockfileVersion',
    '"packages"',
    '{',
    '}',
    '[',
    ']',
    ':',
    ': ',
    ',',
    '\n',
    '\n  ',
    '\n    ',
    '- ',
    'FROM ',
    'require (',
    ')',
    'a@1',
    '"a@npm:^1"',
    'version "1.0.0"',
    '[[package]]\n',
    'name = "a"\n',
    '==1.0',
    '<project>',
    '</project>',
    '<opml>',
    '&a ',
    '*a',
    'image: ',
    '$' + '{A:-$' + '{A}}',
    '__proto__',
    'constructor',
    'GEM\n',
    'specs:\n',
    'uses: ',
    '@',
    '/',
    '#',
    '\\\n',
    '<text>',
    'pkg:npm/a@1',
  ),
  fc.string({ unit: 'binary', maxLength: 5 }),
);
const anyFile = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const anyJson = fc.json({ maxDepth: 4 });

describe('reading', () => {
  test('throws nothing but InvalidInventory, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NAMES, 'unknown'),
        fc.oneof(anyFile, anyJson),
        async (name, text) => {
          const result = await readInventory(name, text).catch((cause: unknown) => cause);
          assert.ok(!(result instanceof Error) || result instanceof InvalidInventory, String(result));
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('every format reads any text that is told to be it', async () => {
    for (const format of INVENTORY_FORMATS) {
      await fc.assert(
        fc.asyncProperty(fc.oneof(anyFile, anyJson), async (text) => {
          const result = await Promise.resolve(text)
            .then(format.read)
            .catch((cause: unknown) => cause);
          assert.ok(
            !(result instanceof Error) || result instanceof InvalidInventory,
            `${format.id}: ${String(result)}`,
          );
        }),
        { numRuns: 150 },
      );
    }
  });

  const entry = fc.record({
    name: fc.constantFrom('a', 'b', '@s/c', 'd'),
    version: fc.constantFrom('1.0.0', '1.1.0', '2.0.0'),
    dev: fc.boolean(),
  });
  const entries = fc.uniqueArray(entry, {
    selector: ({ name, version }) => `${name}${version}`,
    maxLength: 8,
  });

  test('the order of entries does not matter', async () => {
    const write = (all: readonly { name: string; version: string; dev: boolean }[]) =>
      JSON.stringify({
        bomFormat: 'CycloneDX',
        components: all.map(({ name, version, dev }) => ({
          'bom-ref': name + version,
          purl: `pkg:npm/${name}@${version}`,
          ...(dev && { scope: 'excluded' }),
        })),
      });
    await fc.assert(
      fc.asyncProperty(
        entries.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        async ([all, shuffled]) => {
          const [one, other] = await Promise.all(
            [all, shuffled].map((list) => readInventory('bom.json', write(list))),
          );
          assert.deepEqual(one, other);
          assert.equal(one?.used.length, all.length);
        },
      ),
    );
  });
});

test('every format has an id and names of its own, and is found by each', () => {
  const ids = INVENTORY_FORMATS.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const { names } of INVENTORY_FORMATS) {
    for (const name of names)
      assert.ok(
        formatOf(`some/folder/${name.replaceAll('*', 'x')}`.toUpperCase(), 'nothing')?.names.includes(name),
        name,
      );
  }
});
