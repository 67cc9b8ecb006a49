import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readGoMod, retractionOf } from '../../../src/sources/golang/go-mod.ts';

describe('the module of a go.mod', () => {
  const cases: [string, string, string | undefined][] = [
    ['plain', 'module acme.example/tool\n\ngo 1.24\n', 'acme.example/tool'],
    ['with Windows lines', 'module acme.example/tool\r\n\r\ngo 1.24\r\n', 'acme.example/tool'],
    ['quoted', 'module "acme.example/tool"', 'acme.example/tool'],
    ['in back quotes', 'module `acme.example/tool`', 'acme.example/tool'],
    ['with a comment behind', 'module acme.example/tool // here', 'acme.example/tool'],
    ['in a block', 'module (\n\tacme.example/tool\n)', 'acme.example/tool'],
    ['none', 'go 1.24', undefined],
    ['nothing', '', undefined],
    ['no go.mod', '<html>(</html>', undefined],
  ];
  for (const [name, text, expected] of cases)
    test(name, () => assert.equal(readGoMod(text).module, expected));
});

describe('a deprecation', () => {
  const cases: [string, string, string | undefined][] = [
    ['above', '// Deprecated: use v2\nmodule m', 'use v2'],
    ['behind', 'module m // Deprecated: use v2', 'use v2'],
    ['of several lines', '// Deprecated: use\n// v2\nmodule m', 'use\nv2'],
    ['a later paragraph', '// About.\n//\n// Deprecated: use v2\n//\n// More.\nmodule m', 'use v2'],
    ['not at the beginning of a paragraph', '// It is Deprecated: so\nmodule m', undefined],
    ['cut off by an empty line', '// Deprecated: use v2\n\nmodule m', undefined],
    ['of something else', 'module m\n\n// Deprecated: no\ngo 1.24', undefined],
    ['without a word', '// Deprecated:\nmodule m', undefined],
    ['none', 'module m', undefined],
  ];
  for (const [name, text, expected] of cases)
    test(name, () => assert.equal(readGoMod(text).deprecated, expected));
});

describe('retractions', () => {
  const block = [
    'module m',
    '// of the block',
    'retract ( // behind it',
    '\tv1.0.0 // own',
    '',
    '\t// above',
    '',
    '\t[v1.2.0, v1.3.0]',
    '\tv1.9.0',
    ')',
    '',
    'retract v2.0.0-rc.1',
    'retract [v3.0.0,v3.1.0] // a\nretract "v4.0.0"',
    'exclude v5.0.0',
  ].join('\n');
  const cases: [string, string | false][] = [
    ['v1.0.0', 'own'],
    ['v1.1.0', false],
    ['v1.2.0', 'above'],
    ['v1.2.5', 'above'],
    ['v1.3.0-rc.1', 'above'],
    ['v1.3.0', 'above'],
    ['v1.3.1', false],
    ['v1.9.0', 'of the block\nbehind it'],
    ['v2.0.0-rc.1', 'retracted'],
    ['v2.0.0', false],
    ['v3.0.5', 'a'],
    ['v4.0.0', 'retracted'],
    ['v5.0.0', false],
    ['nonsense', false],
  ];
  for (const [version, expected] of cases) {
    test(version, () => {
      const why = retractionOf(readGoMod(block), version);
      assert.equal(why, expected);
    });
  }

  test('are no more, and no longer, than a person writes', () => {
    const ranges = Array.from({ length: 600 }, (_, index) => `v1.${index}.0 // ${'a'.repeat(1023)}😀`);
    const { retracted, deprecated } = readGoMod(
      `// Deprecated: ${'b'.repeat(5_000)}\nmodule m\nretract (\n${ranges.join('\n')}\n)\n`,
    );
    assert.equal(retracted.length, 500);
    assert.equal(retracted[0]?.why, 'a'.repeat(1023));
    assert.equal(deprecated?.length, 1024);
  });

  test('that are malformed retract nothing', () => {
    for (const text of [
      'retract',
      'retract [v1.0.0',
      'retract [v1.0.0, v2.0.0, v3.0.0]',
      'retract ()',
      'retract (',
    ]) {
      assert.equal(retractionOf(readGoMod(`module m\n${text}`), 'v1.0.0'), false, text);
    }
  });
});
