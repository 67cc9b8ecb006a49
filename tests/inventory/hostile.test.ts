import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodeText } from '../../src/inventory/decode-text.ts';
import { INVENTORY_FORMATS } from '../../src/inventory/formats.ts';
import { InvalidInventory } from '../../src/inventory/invalid-inventory.ts';
import { readInventory } from '../../src/inventory/read-inventory.ts';
import { linesOf } from './test-format.ts';

const LAUGHS = Array.from({ length: 12 }, (_, level) => {
  const below =
    level === 0
      ? 'lol'
      : Array(9)
          .fill(`*a${level - 1}`)
          .join(', ');
  return `x${level}: &a${level} [${below}]\n`;
}).join('');

/** What is refused: a name, a text, and what is said of it. */
const REFUSED: readonly (readonly [title: string, name: string, text: string, RegExp])[] = [
  ['an empty file', 'go.mod', ' \n', /^go\.mod: empty$/],
  ['UTF-16 that was read as something else', 'go.mod', 'm\0o\0d\0', /^go\.mod: no text, or one in UTF-16$/],
  [
    'half of a JSON',
    'package-lock.json',
    '{"lockfileVersion": 3, "packages": {',
    /^package-lock\.json: not JSON: /,
  ],
  [
    'a merge that was not finished',
    'yarn.lock',
    '<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n',
    /marks of a merge/,
  ],
  ['a page of HTML', 'lock', '<!doctype html><title>404</title>', /in no format that is known$/],
  [
    'aliases that grow',
    'compose.yml',
    `${LAUGHS}services: { a: { image: *a11 } }\n`,
    /not YAML that can be read: .*alias/i,
  ],
  [
    'deep YAML',
    'compose.yml',
    `services: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`,
    /not YAML that can be read/,
  ],
  ['broken YAML', 'pnpm-lock.yaml', "lockfileVersion: '9.0'\npackages: {\n", /not YAML that can be read/],
  ['an entity', 'pom.xml', '<!DOCTYPE x [<!ENTITY a "b">]><project>&a;</project>', /XML with a DTD/],
  [
    'deep XML',
    'x.opml',
    `<opml><body>${'<outline>'.repeat(500)}${'</outline>'.repeat(500)}</body></opml>`,
    /XML that cannot be read/,
  ],
  [
    'XML that does not close',
    'bom.xml',
    '<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components>',
    /not XML: /,
  ],
  ['XML of something else', 'pom.xml', '<beans/>', /XML that is no project of Maven/],
  ['an OPML without a body', 'x.opml', '<opml/>', /XML that is no OPML/],
  ['deep TOML', 'uv.lock', `[[package]]\na = ${'['.repeat(5000)}${']'.repeat(5000)}\n`, /not TOML: /],
  ['a key of TOML twice', 'Cargo.lock', '[[package]]\nname = "a"\nname = "b"\n', /not TOML: /],
  [
    'an entry without its head',
    'yarn.lock',
    '# yarn lockfile v1\n  version "1.0.0"\n',
    /begins in the middle of an entry/,
  ],
  [
    '50 MB',
    'package-lock.json',
    `{"lockfileVersion": 3, "packages": {}, "x": "${'x'.repeat(50_000_000)}"}`,
    /larger than 32 million characters/,
  ],
  [
    'much YAML',
    'pnpm-lock.yaml',
    `lockfileVersion: '9.0'\n${'#\n'.repeat(5_000_000)}packages: {}\n`,
    /larger than 8 million characters/,
  ],
];

/** A manifest that people reach for first, and what they are told. */
const MANIFESTS: readonly (readonly [name: string, RegExp])[] = [
  ['package.json', /package-lock\.json/],
  ['app/pyproject.toml', /uv\.lock/],
  ['C:\\app\\Cargo.toml', /Cargo\.lock/],
  ['go.sum', /go\.mod/],
  ['Gemfile', /Gemfile\.lock/],
  ['composer.json', /composer\.lock/],
  ['App.csproj', /packages\.lock\.json/],
  ['build.gradle.kts', /gradle\.lockfile/],
  ['bun.lockb', /save-text-lockfile/],
  ['Pipfile', /Pipfile\.lock/],
];

async function refusal(name: string, text: string): Promise<InvalidInventory> {
  const error = await readInventory(name, text).catch((cause: unknown) => cause);
  assert.ok(error instanceof InvalidInventory, String(error));
  assert.notEqual(error.remedy, '');
  assert.equal(error.subject, name);
  return error;
}

describe('what cannot be read', () => {
  for (const [title, name, text, message] of REFUSED) {
    test(title, async () => assert.match((await refusal(name, text)).message, message));
  }

  for (const [name, remedy] of MANIFESTS) {
    test(`${name}: what to give instead`, async () => {
      const error = await refusal(name, '# nothing\n');
      assert.match(error.message, /a manifest without the versions in use$/);
      assert.match(error.remedy, remedy);
    });
  }

  test('says which formats are known', async () => {
    const { remedy } = await refusal('notes.md', 'Hello.\n');
    for (const { title } of INVENTORY_FORMATS) assert.ok(remedy.includes(title), title);
  });
});

describe('what is hostile, and read', () => {
  test('keys of the prototype are names like any other', async () => {
    const text = `{"lockfileVersion": 3, "packages": {
      "": {"dependencies": {"__proto__": "1", "constructor": "1"}, "__proto__": {"dev": true, "polluted": true}},
      "node_modules/__proto__": {"version": "1.0.0", "__proto__": {"dev": true}},
      "node_modules/constructor": {"version": "2.0.0"}}}`;
    const { used } = await linesOf('package-lock.json', text);
    assert.deepEqual(used, ['pkg:npm/__proto__ 1.0.0 direct', 'pkg:npm/constructor 2.0.0 direct']);
    for (const yaml of [
      '__proto__: { polluted: true }\nservices: { a: { __proto__: { image: x } } }\n',
      'services: { __proto__: { image: x } }\n',
    ]) {
      await readInventory('compose.yml', yaml);
    }
    const gems = 'GEM\n  specs:\n    a (1.0)\nconstructor\n  specs:\n    b (1.0)\n';
    assert.deepEqual(await linesOf('Gemfile.lock', gems), {
      format: 'bundler',
      used: ['pkg:gem/a 1.0'],
      skipped: [],
    });
    await readInventory('Cargo.lock', '[__proto__]\npolluted = true\n[[package]]\nname = "x"\n');
    await readInventory(
      'x.opml',
      '<opml><body><__proto__ polluted="1"/><outline constructor="1"/></body></opml>',
    ).catch(() => undefined);
    assert.ok(!('polluted' in {}));
  });

  test('of a key that stands twice the last counts', async () => {
    const { used } = await linesOf(
      'package-lock.json',
      '{"lockfileVersion": 3, "packages": {"node_modules/a": {"version": "1.0.0"}, "node_modules/a": {"version": "2.0.0"}}}',
    );
    assert.deepEqual(used, ['pkg:npm/a 2.0.0']);
    const yaml = await linesOf('compose.yml', 'services:\n  a: { image: "x:1" }\n  a: { image: "x:2" }\n');
    assert.deepEqual(yaml.used, ['pkg:docker/x 2 direct']);
  });

  test('names that are none are skipped, cut and counted', async () => {
    const places = ['a/b/c', '..', 'x\ny', '\ud800/x', 'n'.repeat(600), ''].map((name) => [
      `node_modules/${name}`,
      { version: '1.0.0' },
    ]);
    const versions = [
      ['node_modules/a', { version: '1 2' }],
      ['node_modules/b', { version: '9'.repeat(300) }],
    ];
    const text = JSON.stringify({
      lockfileVersion: 3,
      packages: Object.fromEntries([...places, ...versions]),
    });
    const { used, skipped } = await linesOf('package-lock.json', text);
    assert.deepEqual(used, []);
    assert.equal(skipped.length, 8);
    assert.ok(skipped.every((line) => line.length < 300));
    assert.equal(skipped.filter((line) => line.endsWith(': is no package’s name')).length, 6);
  });

  test('what comes in another shape is nothing, not a crash', async () => {
    const odd = [
      'null',
      '[]',
      '5',
      '"x"',
      '{}',
      '{"packages": [1, null, {"": 5}], "components": {"a": 1}, "dependencies": "x", "lockfileVersion": 3}',
    ];
    for (const { names } of INVENTORY_FORMATS.filter((format) =>
      format.names.some((name) => name.endsWith('.json')),
    )) {
      for (const text of odd) {
        const name = names[0]?.replace('*', 'x') ?? '';
        assert.deepEqual((await readInventory(name, text)).used, [], `${name}: ${text}`);
      }
    }
  });

  test('variables that double have an end', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => `ARG A${index + 1}=$A${index}$A${index}\n`).join(
      '',
    );
    const { used } = await linesOf('Dockerfile', `ARG A0=xx\n${lines}FROM redis:$A60\nRUN x\n`);
    assert.deepEqual(used, ['pkg:docker/redis - direct']);
  });

  for (const [title, address, shown] of [
    ['passwords in addresses are not repeated', 'me:secret@git.example/x.git', '…@git.example/x.git'],
    ['and neither is the beginning of one that was cut', `me:${'secret'.repeat(50)}@git.example/x.git`, '…'],
  ] as const) {
    test(title, async () => {
      const { skipped } = await linesOf('requirements.txt', `a==1.0\n-e git+https://${address}\n`);
      assert.deepEqual(skipped, [
        `-e git+https://${shown}: is a folder or repository, not a release of an index`,
      ]);
    });
  }
});

describe('encodings', () => {
  const text = 'a==1.0\n';
  const bytes = (encoding: 'utf8' | 'utf16le', mark: readonly number[]) =>
    Uint8Array.from([...mark, ...Buffer.from(text, encoding)]);

  test('UTF-8 and UTF-16 that say so', () => {
    assert.equal(decodeText('x', bytes('utf8', [])), text);
    assert.equal(decodeText('x', bytes('utf8', [0xef, 0xbb, 0xbf])), text);
    assert.equal(decodeText('x', bytes('utf16le', [0xff, 0xfe])), text);
    assert.equal(
      decodeText('x', Uint8Array.from([0xfe, 0xff, ...Buffer.from(text, 'utf16le').swap16()])),
      text,
    );
  });

  test('any other is refused, by its name', async () => {
    assert.throws(
      () => decodeText('x.txt', Uint8Array.from([0x61, 0xe4, 0x0a])),
      /^InvalidInventory: x\.txt: not a text in utf-8$/,
    );
    const unmarked = decodeText('x.txt', bytes('utf16le', []));
    assert.match((await refusal('x.txt', unmarked)).message, /UTF-16/);
  });
});
