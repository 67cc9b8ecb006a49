import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileVersion, isDistribution, isSourceTarball } from '../../../src/sources/pypi/file-version.ts';
import { normalVersion } from '../../../src/sources/pypi/normal-version.ts';
import { pep440 } from '../../../src/versions/pep440.ts';

describe('the version in a file name', () => {
  for (const [file, version] of [
    ['my_tool-1.0-py3-none-any.whl', '1.0'],
    ['my_tool-1.0-2-py3-none-any.whl', '1.0'],
    ['My.Tool-1.0+cu118-cp39-cp39-linux_x86_64.whl', '1.0+cu118'],
    ['my_tool-1!2.0rc1.post2.dev3.tar.gz', '1!2.0rc1.post2.dev3'],
    ['my-tool-1.0.tar.gz', '1.0'],
    ['My__Tool-1.0.ZIP', '1.0'],
    ['my.tool-1.0-1.tar.bz2', '1.0-1'],
    ['my-tool-1.0-beta.tgz', '1.0-beta'],
    ['my-tool-2-1.0.tar.gz', '2-1.0'],
    ['my_tool-1.0-py2.7.egg', '1.0'],
    ['my-tool-1.0.win32-py2.7.exe', '1.0'],
    ['my-tool-1.0.win-amd64-py2.7.msi', '1.0'],
    ['my-tool-1.0.win32.exe', '1.0'],
    ['my-tool-1.0-1.noarch.rpm', '1.0'],
    ['my-tool-1.0.linux-x86_64.tar.gz', '1.0'],
    ['my-tool-1.0.macosx-10.9-x86_64.tar.gz', '1.0'],
    ['my-tool.tar.gz', undefined],
    ['my-tool-.tar.gz', undefined],
    ['other-1.0.tar.gz', undefined],
    ['my-tool-extra-1.0.tar.gz', 'extra-1.0'],
    ['nothing.whl', undefined],
    ['my-tool-1.0.tar.gz.asc', undefined],
    ['my-tool-1.0.txt', undefined],
  ] as const) {
    test(file, () => assert.equal(fileVersion(file, 'my-tool'), version));
  }

  for (const [file, expected] of [
    ['a-1.tar.gz', [true, true]],
    ['a-1.TGZ', [true, true]],
    ['a-1.linux-x86_64.tar.gz', [true, false]],
    ['a-1.zip', [true, false]],
    ['a-1.tar.Z', [true, false]],
    ['a-1-py3-none-any.whl', [true, false]],
    ['a-1.egg', [true, false]],
    ['a-1.exe', [true, false]],
    ['a-1.tar.gz.asc', [false, false]],
    ['a-1-py3-none-any.whl.metadata', [false, false]],
    ['', [false, false]],
  ] as const) {
    test(`a file of a version, and one to open: ${file}`, () => {
      assert.deepEqual([isDistribution(file), isSourceTarball(file)], expected);
    });
  }
});

describe('one spelling for each version', () => {
  for (const [text, normal] of [
    ['1.0', '1.0'],
    ['1.0.0', '1.0.0'],
    [' V01.02 ', '1.2'],
    ['0!1.0', '1.0'],
    ['1!2.0', '1!2.0'],
    ['1.0-ALPHA', '1.0a0'],
    ['1.0.alpha.1', '1.0a1'],
    ['1.0_beta_02', '1.0b2'],
    ['1.0c1', '1.0rc1'],
    ['1.0-preview-1', '1.0rc1'],
    ['1.0pre', '1.0rc0'],
    ['1.0-1', '1.0.post1'],
    ['1.0-rev3', '1.0.post3'],
    ['1.0r3', '1.0.post3'],
    ['1.0post', '1.0.post0'],
    ['1.0-1.dev2', '1.0.post1.dev2'],
    ['1.0dev', '1.0.dev0'],
    ['1.0rc1.post2.dev3', '1.0rc1.post2.dev3'],
    ['1.0+Ubuntu-1_2', '1.0+ubuntu.1.2'],
    ['2004D', '2004d'],
    ['dev_r12', 'dev-r12'],
  ] as const) {
    test(text, () => {
      assert.equal(normalVersion(text), normal);
      assert.equal(normalVersion(normal), normal, 'its own spelling');
      if (pep440.facts(normal) !== undefined) assert.equal(pep440.precedence(text.trim(), normal), 0);
    });
  }
});
