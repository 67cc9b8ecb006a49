import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { listFiles } from '../../src/platform/files.ts';
import { ROOT } from '../../src/platform/root.ts';
import { VARIABLES, Variables } from '../../src/platform/variables.ts';

/** Names that the code takes out of its environment, and those that its messages name. What it sets there is for others. */
async function namesInCode(): Promise<ReadonlySet<string>> {
  const paths = (await listFiles(join(ROOT, 'src'))).filter((path) => /\.(?:ts|astro)$/.test(path));
  const texts = await Promise.all(paths.map((path) => readFile(join(ROOT, 'src', path), 'utf8')));
  const names = texts.flatMap((text) => [
    ...(text.match(/(?<=(?:process\.env|variables)\[')\w+(?='\](?! = ))/g) ?? []),
    ...(text.match(/\b(?:TIDINGS|OPENAI|GITHUB|GH)_[A-Z][A-Z_]*[A-Z]\b/g) ?? []),
  ]);
  return new Set(names);
}

// Tokens of hosts are many, and credential.ts reads them; the full form of the tests of trust is theirs alone.
const OTHERS = /^TIDINGS_TOKEN(?:_|$)|^TIDINGS_TRUST$/;

test('every variable that the code names is explained, and no other', async () => {
  const names = [...(await namesInCode())].filter((name) => !OTHERS.test(name));
  assert.deepEqual(names.sort(), [...VARIABLES.keys()].sort());
});

test('what people are told to count is what counts', () => {
  const defaults = Object.entries(Variables.parse({})).filter(([, value]) => typeof value === 'string');
  assert.equal(defaults.length, 2);
  for (const [name, value] of defaults) assert.equal(VARIABLES.get(name)?.without, `\`${value}\``);
});

for (const [name, { example }] of VARIABLES) {
  test(`the example of ${name} would be taken`, () => {
    // A token is shown shortened, so that nobody takes it for one.
    const value = example.replace('…', 'x');
    assert.equal(Variables.safeParse({ [name]: value }).error, undefined);
  });
}
